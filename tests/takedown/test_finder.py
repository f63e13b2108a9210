"""Which spellings are the name, and which are another's."""

from __future__ import annotations

import unicodedata

import pytest

from plugins.takedown import Finder


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Lê An", "Ông Lê An, bà Lê Ân, ông Lê Anh.", ["Lê An"]),
        ("Lê An", "LÊ AN; lê\nan; Lê\u00a0\u00a0An", ["LÊ AN", "lê\nan", "Lê\u00a0\u00a0An"]),
        ("Lê An", "(Lê An)Lê An-Lê An_x", ["Lê An", "Lê An", "Lê An"]),
        ("Lê An", "Trường Lê An và Lê An", ["Lê An"]),
        ("Lê An", "L\u00adê A\u200bn", ["L\u00adê A\u200bn"]),
        ("Lê An", "Lê  An" + "Lê", []),
        ("Hoà Thuý", "Hòa Thúy, HOÀ THUÝ", ["Hòa Thúy", "HOÀ THUÝ"]),
        ("Hòa Thúy", "Hoà Thuý", ["Hoà Thuý"]),
        ("Đặng Ðô", "Ðặng Đô, ĐẶNG ĐÔ", ["Ðặng Đô", "ĐẶNG ĐÔ"]),
        ("Lê Văn", "Lê Vаn, Lê Vӑn".replace("ӑ", "ă"), ["Lê Văn"]),
        ("H’Bơ Niê", "H'Bơ Niê và HʼBơ Niê", ["H'Bơ Niê", "HʼBơ Niê"]),
        ("Nguyễn Văn", unicodedata.normalize("NFD", "Nguyễn Văn"), ["Nguyễn Văn"]),
        ("Nghiêm Thạc Sỹ", "Nghiêm Thạc Sĩ", ["Nghiêm Thạc Sĩ"]),
        ("Lý Sỹ", "Lý Sỹ, Lý Sĩ", ["Lý Sỹ"]),
    ],
)
def test_spellings(name: str, text: str, found: list[str]) -> None:
    finder = Finder([name], kept=["Trường Lê An", "Trường Trần Phú"])
    spans = finder.find(text)
    assert [unicodedata.normalize("NFC", text[one.start : one.end]) for one in spans] == found


def test_the_longest_name_counts() -> None:
    finder = Finder(["Lê An", "Lê An Khánh"])
    assert [one.name for one in finder.find("Lê An Khánh, Lê An")] == ["lê an khánh", "lê an"]


def test_no_names_are_never_found() -> None:
    assert not Finder([])
    assert Finder(["", "…"][:1]).find("Lê An") == []
