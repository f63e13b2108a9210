"""Lists and tables that were meant but not made: a paragraph that still shows their marks.

Text pasted from a word processor brings its own bullets and tabs; Markdown wants a blank line
before a list, and a rule of as many columns as the header of a table.
"""

from __future__ import annotations

import re

# "- ý", "• ý", "1. ý" on a line that goes on with a paragraph.
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}\.)[ \t]+\S")
# Bullets and numbers that Markdown does not know, on any line.
_FOREIGN_ITEM = re.compile(r"[•◦▪●]\s*\S|\d{1,3}\)[ \t]+\S")
_COLUMNS = 2

_LIST = (
    "danh sách chưa thành danh sách: để một dòng trống trước danh sách, "
    "mỗi ý bắt đầu bằng “- ” hoặc “1. ”."
)
_TABLE = (
    "bảng chưa thành bảng: để một dòng trống trước bảng, dòng kẻ |---|---| phải có đúng số cột "
    "của dòng đầu."
)
_TABS = "bảng dán từ Word hoặc Excel chưa thành bảng: viết mỗi hàng dạng | ô | ô |."


def tab_fault(body: str) -> tuple[str, str] | None:
    """Return what is wrong with a body that has columns parted by tabs, and the line.

    It reads the source: Markdown turns tabs into spaces.
    """
    for line in body.split("\n") if body.count("\t") >= _COLUMNS else ():
        if line.strip().count("\t") >= _COLUMNS and not line.startswith(("\t", "    ", "|")):
            return _TABS, line
    return None


def fault_of(paragraph: str) -> tuple[str, str] | None:
    """Return what is wrong with the text of a paragraph and the line that shows it."""
    if paragraph[:1].isalpha() and "\n" not in paragraph:
        return None
    for position, line in enumerate(paragraph.split("\n")):
        words = line.strip()
        if words.startswith("|") and words.count("|") > _COLUMNS:
            return _TABLE, line
        if _FOREIGN_ITEM.match(words) or (position and _ITEM.match(words)):
            return _LIST, line
    return None
