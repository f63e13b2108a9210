"""Cells of a worksheet: what they show, and the rows that they make as XML.

A library makes an object and several calls of each cell; the open data have millions. So the rows
below a header are written here as the text that such a library would write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from openpyxl.compat.strings import safe_string
from openpyxl.utils.datetime import to_excel

from plugins.datasets.table import Column, Row, Value, as_text

Shown = str | int | Decimal | date | None

# What a cell of Excel holds; a longer text is cut, and says so.
LONGEST = 32767
CUT = "… (đã cắt; xem đủ ở tệp JSON)"
# Excel knows no day before.
_FIRST_YEAR = 1900
_YES_NO = {True: "có", False: "không"}
# Characters that XML cannot hold.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;"))
_AT_ONCE = 500  # rows


def shown(column: Column[Any], value: Value) -> Shown:
    """Return what stands in a cell: words rather than codes, and dates that Excel can sort."""
    if type(value) is not str:
        if isinstance(value, bool):
            return _YES_NO[value]
        if value is None or isinstance(value, int | Decimal):
            return value
        if isinstance(value, datetime):
            return value.replace(tzinfo=None)
        if isinstance(value, date) and value.year >= _FIRST_YEAR:
            return value
        value = as_text(value)
    # Most text is plain, which is cheaper to see than to search.
    text = value if value.isprintable() else _NO_XML.sub("", value)
    text = column.choices.get(text, text)
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column where it stands in a sheet, with the number of its style (0 is none)."""

    column: Column[Any]
    letter: str
    style: int


def rows_as_xml(columns: Sequence[SheetColumn], rows: Sequence[Row]) -> Iterator[bytes]:
    """Give the rows below a header, some hundreds at a time; an empty cell is left out."""
    places = [
        (one.column, f'<c r="{one.letter}', f'" s="{one.style}"' if one.style else '"')
        for one in columns
    ]
    for start in range(0, len(rows), _AT_ONCE):
        parts = []
        for number, row in enumerate(rows[start : start + _AT_ONCE], start + 2):
            parts.append(f'<row r="{number}">')
            for (column, cell, style), value in zip(places, row, strict=True):
                if value is not None:
                    parts.append(f"{cell}{number}{style}{_content(shown(column, value))}")
            parts.append("</row>")
        yield "".join(parts).encode("ascii", "xmlcharrefreplace")


def _content(value: Shown) -> str:
    """Return what follows the style of a cell; a text is one whatever it begins with."""
    if not isinstance(value, str):
        number = to_excel(value) if isinstance(value, date) else value
        return f' t="n"><v>{safe_string(number)}</v></c>'
    if not value:
        return ' t="inlineStr"></c>'
    space = "" if value == value.strip() else ' xml:space="preserve"'
    for sign, reference in _SPECIAL:
        if sign in value:
            value = value.replace(sign, reference)
    return f' t="inlineStr"><is><t{space}>{value}</t></is></c>'
