"""CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from codecs import BOM_UTF8

from plugins.datasets.table import Filled, Value, as_text

# A spreadsheet takes text that begins so for a formula, and runs it.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_STARTS = frozenset("'=+-@\t\r\n")


def to_csv(filled: Filled) -> bytes:
    """Return a table as CSV (RFC 4180), with the mark by which Excel knows UTF-8."""
    stream = io.BytesIO()
    stream.write(BOM_UTF8)
    lines = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow([column.name for column in filled.table.columns])
    writer.writerows([cell(value) for value in row] for row in filled.rows)
    lines.flush()
    return stream.getvalue()


def cell(value: Value) -> str:
    """Return what stands in a cell of CSV.

    A text that a spreadsheet would run as a formula gets an apostrophe before it; one that has
    already an apostrophe there gets another, so that taking one away gives back the text.
    """
    if value is None:
        return ""
    text = value if type(value) is str else as_text(value)
    if text[:1] in _STARTS and isinstance(value, str | tuple) and _FORMULA.match(text):
        return f"'{text}"
    return text


def to_json(filled: Filled) -> bytes:
    """Return a table as a JSON array, one record a line, every record with all columns."""
    encode, named = json.JSONEncoder(ensure_ascii=False).encode, filled.table.named
    stream = io.BytesIO()
    stream.write(b"[\n")
    between = ""
    for row in filled.rows:
        stream.write(f"{between}{encode(named(row))}".encode())
        between = ",\n"
    stream.write(b"\n]\n")
    return stream.getvalue()
