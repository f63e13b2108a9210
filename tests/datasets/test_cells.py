"""Rows of a worksheet as XML, held against what the library would write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from plugins.datasets import Column, Value
from plugins.datasets.cells import SheetColumn, Shown, rows_as_xml, shown

_WORDS = ("Tên", "Name", "Tên như ghi.", "Name as written.")
TEXT: Column[Any] = Column("text", "text", str, *_WORDS)
STYLE = 1
_WRITABLE = st.characters(exclude_categories=("Cs",), exclude_characters="\ufffe\uffff")
_VALUES = (
    st.text(_WRITABLE)
    | st.integers(-(2**53), 2**53)
    | st.decimals(allow_nan=False, allow_infinity=False, places=3)
    | st.dates()
    | st.datetimes(min_value=datetime(1900, 1, 1))
    | st.booleans()
    | st.none()
)


def by_library(rows: Sequence[Sequence[Shown]]) -> bytes:
    """Write cells one by one and return the rows below a header."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["Tên"])
    for row in rows:
        cells = [WriteOnlyCell(sheet, "") for _ in row]
        for cell, value in zip(cells, row, strict=True):
            # A format of dates stays as it is whatever the cell holds.
            cell.number_format = "dd/mm/yyyy hh:mm"
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
        sheet.append([cell if cell.value is not None else None for cell in cells])
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml")
    return xml[xml.index(b"</row>") + 6 : xml.index(b"</sheetData>")]


@given(st.lists(st.tuples(_VALUES, _VALUES), min_size=1, max_size=5))
def test_rows_are_those_of_the_library(rows: list[tuple[Value, Value]]) -> None:
    columns = [SheetColumn(TEXT, letter, STYLE) for letter in "AB"]
    written = b"".join(rows_as_xml(columns, rows))
    assert written == by_library([[shown(TEXT, value) for value in row] for row in rows])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=1+1", "=1+1"),
        ("#N/A", "#N/A"),
        ("a\x0bb\ufffec\ud800d", "abcd"),  # XML cannot hold them
        ("a\tb\r\n", "a\tb\r\n"),
        (True, "có"),
        (("a", "b"), "a; b"),
        (Decimal("2.50"), Decimal("2.50")),
        (date(1899, 12, 31), "1899-12-31"),
        (None, None),
    ],
)
def test_what_a_cell_shows(value: Value, expected: Shown) -> None:
    assert shown(TEXT, value) == expected


def test_more_rows_than_are_written_at_once() -> None:
    columns = [SheetColumn(TEXT, "A", 0)]
    parts = list(rows_as_xml(columns, [("x",)] * 1001))
    assert len(parts) == 3
    xml = b"".join(parts)
    assert xml.count(b"<row ") == 1001
    assert xml.endswith(b'<row r="1002"><c r="A1002" t="inlineStr"><is><t>x</t></is></c></row>')
