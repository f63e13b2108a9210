"""The largest files that are read, so that no input takes long or fills the memory.

Markdown is made by recursion and by repeated search; what could be deep or wide is counted here,
line by line, before it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

FILE_BYTES = 1_000_000
FRONT_LENGTH = 200_000
FRONT_LINES = 1_000
LINES = 20_000
LINE_LENGTH = 20_000
HEADINGS = 500
TABLE_ROWS = 5_000
TABLE_COLUMNS = 50
TABLE_CELLS = 60_000
NESTING = 50

# The marks of quotes and lists that open a line, and one of them.
_CONTAINERS = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}\.(?=[ \t])))+")
_CONTAINER = re.compile(r">|[-*+]|\d+\.")
_HEADING = re.compile(r"[ >]*(?:#|=+[ ]*$|-+[ ]*$)")
_DELIMITERS = re.compile(r"[ \t>*+-]*[|: \t-]+")
_MARKS = frozenset("#=>-*+0123456789")  # what a heading, a quote or a list begins with
_INDENT = 4


def number(count: int) -> str:
    """Return a number as Vietnamese write it: 20.000."""
    return f"{count:,}".replace(",", ".")


def front_fault(head: str, lines: int) -> str | None:
    """Say what is too large about a front matter, or ``None``."""
    if lines > FRONT_LINES:
        return f"phần khai báo dài quá {number(FRONT_LINES)} dòng. Viết gọn lại."
    if len(head) > FRONT_LENGTH:
        return f"phần khai báo dài quá {number(FRONT_LENGTH)} ký tự. Viết gọn lại."
    return None


def body_faults(body: str) -> Iterator[tuple[int, str]]:
    """Give the line (from 0) and the message of all that is too large about a body."""
    lines = body.split("\n")
    if len(lines) > LINES:
        yield LINES, f"bài dài quá {number(LINES)} dòng. Tách thành nhiều bài."
        return
    headings = 0
    for position, line in enumerate(lines):
        if len(line) > LINE_LENGTH:
            yield (
                position,
                f"dòng dài {number(len(line))} ký tự; nhiều nhất {number(LINE_LENGTH)}. "
                "Tách thành nhiều đoạn, cách nhau một dòng trống.",
            )
        if line.lstrip()[:1] not in _MARKS:
            continue
        if _depth(line) > NESTING:
            yield (
                position,
                f"trích dẫn, danh sách lồng nhau quá {NESTING} cấp. Viết gọn lại.",
            )
        headings += bool(_HEADING.match(line))
        if headings == HEADINGS + 1:
            headings += 1
            yield position, f"bài có quá {HEADINGS} đề mục. Tách thành nhiều bài."
    if "|" in body:
        yield from _table_faults(lines)


def _depth(line: str) -> int:
    opening = _CONTAINERS.match(line)
    if not opening:
        return 0
    width = len(line.expandtabs(_INDENT)) - len(line.expandtabs(_INDENT).lstrip(" "))
    return width // _INDENT + len(_CONTAINER.findall(opening.group()))


def _table_faults(lines: list[str]) -> Iterator[tuple[int, str]]:
    start, delimited, columns = 0, False, 0
    for position, line in enumerate([*lines, ""]):
        if "|" in line:
            if "-" in line and _DELIMITERS.fullmatch(line):
                delimited = True
                columns = line.strip(" >|\t").count("|") + 1
                if columns > TABLE_COLUMNS:
                    yield (
                        position,
                        f"bảng có {number(columns)} cột; nhiều nhất {TABLE_COLUMNS}. Tách bảng.",
                    )
            continue
        rows = position - start - 2
        if delimited and rows > TABLE_ROWS:
            yield (
                start,
                f"bảng có {number(rows)} hàng; nhiều nhất {number(TABLE_ROWS)}. Tách bảng.",
            )
        elif delimited and rows * columns > TABLE_CELLS:
            yield (
                start,
                f"bảng có {number(rows * columns)} ô; nhiều nhất {number(TABLE_CELLS)}. Tách bảng.",
            )
        start, delimited = position + 1, False
