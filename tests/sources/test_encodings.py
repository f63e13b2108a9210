from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.sources.encodings import Fault, decode
from tests.conftest import ROOT, article

SENTENCE = (
    "Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập – tự do – hạnh phúc; “khá”, «khá», TỔ CHỨC XÃ”."
)
TCVN3 = "Céng hoµ x· héi chñ nghÜa ViÖt Nam, ®éc lËp tù do h¹nh phóc, nh©n d©n huyÖn Thanh Oai"
VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ñoäc laäp töï do haïnh phuùc"
LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)


def twice(text: str) -> str:
    """Encode ``text`` twice, as Windows does: five of its bytes have no character."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        *((article().encode(name), "UTF-16") for name in ("utf-16", "utf-16-le", "utf-16-be")),
        *((article().encode(name), "UTF-32") for name in ("utf-32", "utf-32-le", "utf-32-be")),
        (article(TCVN3).encode(), "TCVN3"),
        (article(TCVN3).encode("utf-8").replace(TCVN3.encode(), TCVN3.encode("latin-1")), "TCVN3"),
        (article(VNI).encode(), "VNI"),
        (article(VNI.upper()).encode(), "VNI"),
        (article(twice(SENTENCE)).encode(), "mã hóa UTF-8 hai lần"),
        (article(SENTENCE).encode().decode("latin-1").encode(), "mã hóa UTF-8 hai lần"),
        (twice("ế").encode(), "hai lần"),
        (twice("ệ").encode(), "hai lần"),
        (twice("đ").encode(), "hai lần"),
        (twice("ư").encode(), "hai lần"),
        (twice("á").encode(), "hai lần"),
        ("Th\ufffdnh phố".encode(), "U+FFFD ở cột 3"),
        (b"Ch\xf4", "không phải UTF-8"),
        (b"\xc0\xaf", "không phải UTF-8"),
        (b"\xed\xa0\x80", "không phải UTF-8"),
        (b"\xf4\x90\x80\x80", "không phải UTF-8"),
    ],
)
def test_what_is_no_good_utf8_is_named(data: bytes, words: str) -> None:
    fault = decode(data)
    assert isinstance(fault, Fault)
    assert words in fault.message


@pytest.mark.parametrize(
    "file", sorted((ROOT / "content").rglob("*.md")), ids=lambda file: file.stem
)
def test_the_content_shows_no_such_sign(file: Path) -> None:
    assert decode(file.read_bytes()) == file.read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "Núñez, Müller, Citroën, Noël, Gödel, Ångström và São Paulo; naïve, Zoë",
        "10µm, 25 m², ©2024, Windows®, «ba», 5·3, ½ giờ, á»., Ã – Ä",
    ],
)
def test_good_text_shows_no_such_sign(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.text(alphabet=LETTERS + LETTERS.upper() + " ,.–“”‘’«»…\n0123456789"))
def test_vietnamese_shows_no_such_sign(text: str) -> None:
    if "ñ" not in text:
        assert not isinstance(decode(text.encode()), Fault)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_named(data: bytes) -> None:
    fault = decode(data)
    assert isinstance(fault, str) or fault.message
