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


def to_csv(filled: Filled) -> bytes:
    """Return a table as CSV (RFC 4180), with the mark by which Excel knows UTF-8."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([column.name for column in filled.table.columns])
    writer.writerows([cell(value) for value in row] for row in filled.rows)
    return BOM_UTF8 + stream.getvalue().encode()


def cell(value: Value) -> str:
    """Return what stands in a cell of CSV.

    A text that a spreadsheet would run as a formula gets an apostrophe before it; one that has
    already an apostrophe there gets another, so that taking one away gives back the text.
    """
    text = as_text(value)
    if isinstance(value, str | tuple) and _FORMULA.match(text):
        return f"'{text}"
    return text


def to_json(filled: Filled) -> bytes:
    """Return a table as a JSON array, one record a line, every record with all columns."""
    named = filled.table.named
    lines = ",\n".join(json.dumps(named(row), ensure_ascii=False) for row in filled.rows)
    return f"[\n{lines}\n]\n".encode()
