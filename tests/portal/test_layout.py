from __future__ import annotations

import pytest

from plugins.portal.markdown import BodyReader

READER = BodyReader({}, "")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Các ý:\n- một\n- hai", "danh sách chưa thành"),
        ("Các ý:\n1. một\n2. hai", "danh sách chưa thành"),
        ("•\tPhòng Kinh tế\n•\tCông an xã", "danh sách chưa thành"),
        ("1) một\n2) hai", "danh sách chưa thành"),
        ("| A | B | C |\n|---|---|\n| 1 | 2 | 3 |", "bảng chưa thành bảng"),
        ("STT\tHọ tên\tĐơn vị\n1\tBùi Thoa\tXã A", "bảng dán từ Word"),
    ],
)
def test_marks_of_lists_and_tables_left_in_the_text(body: str, words: str) -> None:
    _, findings = READER.read(body)
    assert [fault for fault, _ in findings.faults if words in fault], findings.faults


@pytest.mark.parametrize(
    "body",
    [
        "Các ý:\n\n- một\n- hai",
        "1. một\n2. hai",
        "| A | B |\n|---|---|\n| 1 | 2 |",
        "Từ ngày 1/1 - 31/1, phường 1 - 2.\nDòng sau.",
        "Tăng 3 lần\n– theo báo cáo.",
        "Ông A nói: “Tốt”.\n**Đậm** và *nghiêng*.",
        "Chọn a | b.",
    ],
)
def test_plain_text_lists_and_tables_pass(body: str) -> None:
    assert READER.read(body)[1].faults == []
