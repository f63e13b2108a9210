from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.sources import Problems, article_schema, check_privacy, read_record
from plugins.sources.reserved import reserved
from tests.conftest import ROOT, article

ARTICLE = article_schema({"unit": ("Đơn vị", "đơn vị"), "campaign": ("Phong trào", "phong trào")})


def read(folder: Path, text: str | bytes, name: str = "bai.md") -> list[str]:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    problems = Problems()
    record = read_record(file, f"content/{name}", ARTICLE, problems)
    if record:
        check_privacy(record, problems)
    return [str(one) for one in problems]


TABLE = "| A | B |\n|---|---|\n"


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("a " * 600_000, 1, "nhiều nhất 1 MB"),
        ("a\n" * 20_001, 20_009, "quá 20.000 dòng"),
        ("a" * 20_001, 9, "dòng dài 20.001 ký tự; nhiều nhất 20.000"),
        (TABLE + "| 1 | 2 |\n" * 5_001, 9, "bảng có 5.001 hàng; nhiều nhất 5.000"),
        ("|".join("a" * 60) + "\n" + "|".join("-" * 60), 10, "bảng có 60 cột; nhiều nhất 50"),
        ("|".join("a" * 30) + "\n" + "|".join("-" * 30) + "\n" + "|\n" * 2_500, 9, "75.000 ô"),
        ("## a\n" * 501, 509, "quá 500 đề mục"),
        (">" * 51 + " a", 9, "lồng nhau quá 50 cấp"),
        ("- " * 51 + "a", 9, "lồng nhau quá 50 cấp"),
        ("1. " * 51 + "a", 9, "lồng nhau quá 50 cấp"),
        ("".join("    " * depth + "- a\n" for depth in range(60)), 59, "lồng nhau quá 50 cấp"),
    ],
)
def test_what_is_too_large_is_named(tmp_path: Path, body: str, line: int, words: str) -> None:
    problems = read(tmp_path, article(body))
    assert words in problems[0]
    assert problems[0].startswith(f"content/bai.md:{line}: ")


@pytest.mark.parametrize(
    "body",
    [
        TABLE + "| 1 | 2 |\n" * 5_000,
        ">" * 50 + " a",
        "Một câu dài vừa phải.\n\n" * 9_000,
        "## a\n" * 500,
    ],
)
def test_what_is_large_but_within_bounds(tmp_path: Path, body: str) -> None:
    assert read(tmp_path, article(body)) == []


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("a: b\n" * 1_500, "dài quá 1.000 dòng"),
        ("a: " + "b" * 300_000, "dài quá 200.000 ký tự"),
        ("unit: [" + "a, " * 600 + "a]", "nhiều nhất 500"),
    ],
)
def test_front_matter_has_bounds(tmp_path: Path, head: str, words: str) -> None:
    start = time.process_time()
    problems = read(tmp_path, f"---\n{head}\n---\nBài.\n")
    assert any(words in text for text in problems)
    assert all(len(text) < 500 for text in problems)
    assert time.process_time() - start < 2


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.md")
    problems = Problems()
    assert read_record(tmp_path / "ong.md", "content/ong.md", ARTICLE, problems) is None
    assert "không phải tệp thường" in problems.report()


@pytest.mark.parametrize(
    "sign", "\u061c\u200b\u200e\u200f\u202e\u2060\u2066\ufeff\ufdd0\ufffe\U0001fffe"
)
def test_invisible_signs_are_refused(tmp_path: Path, sign: str) -> None:
    assert f"U+{ord(sign):04X} ở cột 2" in read(tmp_path, article(f"a{sign}b"))[0]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("layout", "Mẫu trang do hệ thống chọn"),
        ("template", "Mẫu trang do hệ thống chọn"),
        ("save_as", "Địa chỉ trang do tên tệp"),
        ("url", "Địa chỉ trang do tên tệp"),
        ("permalink", "Địa chỉ trang do tên tệp"),
        ("Slug", "Địa chỉ trang do tên tệp"),
        ("tags", "“unit”, “campaign”"),
        ("categories", "“unit”, “campaign”"),
        ("draft", "status: draft"),
        ("description", "Dùng “summary”"),
        ("lastmod", "Dùng “modified”"),
    ],
)
def test_keys_of_other_systems_get_advice(tmp_path: Path, key: str, words: str) -> None:
    text = article().replace("kind: tin", f"kind: tin\n{key}: x")
    problems = read(tmp_path, text)
    assert len(problems) == 1
    assert f"không có khóa “{key}”" in problems[0]
    assert words in problems[0]


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "lpt9"])
def test_names_of_devices_are_no_addresses(tmp_path: Path, name: str) -> None:
    assert reserved(name.upper())
    assert "tên Windows dành cho thiết bị" in read(tmp_path, article(), name=f"{name}.md")[0]
    assert "tên Windows dành cho thiết bị" in read(tmp_path, article(id=name))[0]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Khen thưởng bà Lê Thị A, CCCD 001185012345.", "tùy thân"),
        ("Khen thưởng bà Lê Thị A (CMND số: 012345678).", "tùy thân"),
        ("Giấy khen: Lê Văn B, hộ chiếu C1234567.", "tùy thân"),
        ("Giấy khen: Lê Văn B – 001185012345.", "tùy thân"),
        ("Giấy khen: Lê Văn B, số định danh cá nhân là 001 185 012 345.", "tùy thân"),
        ("Tiền thưởng chuyển vào STK 1903 4567 8901.", "tài khoản"),
        ("Tiền thưởng chuyển vào tài khoản số 19034567890.", "tài khoản"),
        ("Ông Lê Văn B, sinh ngày 12/3/1980, được tặng Bằng khen.", "ngày sinh"),
        ("Ông Lê Văn B, sinh ngày 12 tháng 3 năm 1980.", "ngày sinh"),
        ("Ông Lê Văn B, điện thoại 0912 345 678.", "điện thoại"),
        ("Ông Lê Văn B (SĐT: 0912345678).", "điện thoại"),
        ("Ông Lê Văn B, +84 912.345.678.", "điện thoại"),
        ("| Tên | Ngày sinh |\n|---|---|\n| B | 12/3/1980 |", "ngày sinh"),
        ("| Tên | Số CCCD |\n|---|---|\n| B | 123456789 |", "tùy thân"),
        ("| Tên | Số tài khoản |\n|---|---|\n| B | 123456789 |", "tài khoản"),
        ("| Tên | Điện thoại |\n|---|---|\n| B | 024 3386 1234 |", "điện thoại"),
    ],
)
def test_personal_data_are_refused(tmp_path: Path, body: str, words: str) -> None:
    problems = read(tmp_path, article(f"Mở đầu.\n\n{body}", kind="khen thưởng"))
    assert problems
    assert all(words in text for text in problems)
    assert int(problems[0].split(":")[1]) >= 11


@pytest.mark.parametrize(
    "body",
    [
        "Quyết định số 9080/QĐ-UBND ngày 19/12/2022, số 001234567/QĐ, kèm 0912345678/BC.",
        "Thưởng 1.500.000.000 đồng; 912.345.678 đồng; 012.345.678.901 đồng; 0912345678,5 điểm.",
        "Đường dây nóng 0912 345 678; văn phòng: 024 3386 1234; tổng đài 19001000.",
        "Ông B sinh năm 1980; học sinh lớp 5, ngày 12/3/2020 nhận giấy khen.",
        "Khai sinh 12/3/2020 được đăng ký; phát sinh 3.4.2021 hồ sơ.",
        "Số tài khoản định danh điện tử đã cấp: 45.120; căn cước cho 123.456 người.",
        "| Tên | Số CCCD đã cấp |\n|---|---|\n| Xã A | 1.234 |",
        "Hồ sơ H26.14.000123456, mã 000.00.12.H26-210101-0001.",
    ],
)
def test_other_numbers_are_no_personal_data(tmp_path: Path, body: str) -> None:
    assert read(tmp_path, article(body, kind="khen thưởng")) == []


def test_the_content_has_no_fault(tmp_path: Path) -> None:
    schema = article_schema({key: (key, key) for key in ("unit", "campaign", "award")})
    problems = Problems()
    files = sorted((ROOT / "content/tin").rglob("*.md"))
    start = time.process_time()
    for number in range(1_000):
        file = files[number % len(files)]
        if record := read_record(file, file.name, schema, problems):
            check_privacy(record, problems)
    assert not problems, problems.report()
    assert time.process_time() - start < 3  # a second at rest


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("any")
    assert read(folder, data)
    read(folder, article().encode() + data)
