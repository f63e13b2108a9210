"""The cells of a row by what their columns mean, with what the row takes from the one above."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import combinations

from plugins.awards.tables.cells import read_names
from plugins.awards.tables.columns import Columns
from plugins.awards.tables.spans import Span, said
from plugins.awards.text import Block

_DITTO = re.compile(r'["”“″〃\'’]+|[-–\s]*(?:n/?t|như trên)[-–.\s]*|//|[-–]?\s*["”″]\s*[-–]?', re.I)
_DIGITS = re.compile(r"[(\[]?\d{1,4}[.)\]]?")
# More cells are not left out of a row.
_MOST = 2
# Columns that merged cells leave out of a row, the likeliest first.
_MERGED = ("title", "number", "unit", "work", "position", "note")


@dataclass(slots=True)
class Above:
    """What the row above said, where a row only goes on; and whom the rows name."""

    cells: dict[str, Span] = field(default_factory=dict)
    named: str = ""


def is_ditto(text: str) -> bool:
    """Whether a cell says "as above"."""
    return bool(_DITTO.fullmatch(text))


def cells_of(plain: str, row: Block, columns: Columns, width: int, above: Above) -> dict[str, Span]:
    """The filled cells by meaning. A cell merged over several rows is left out of all but one."""
    places = columns.places
    missing = width - len(row.cells)
    full = _by_meaning(plain, row, places, ())
    if not 0 < missing <= _MOST or "name" not in places:
        return _carried(plain, full, places, above.cells)
    merged = combinations([key for key in _MERGED if key in places], missing)
    for left_out in ((), *merged):
        cells = _by_meaning(plain, row, places, tuple(places[key] for key in left_out))
        name, number = cells.get("name"), cells.get("number")
        if number is not None and not _DIGITS.fullmatch(said(plain, number)):
            continue
        read = read_names(plain, row, name, columns.kind) if name else []
        if read and read[0].kind == (above.named or read[0].kind):
            cells |= {key: above.cells[key] for key in left_out if key in above.cells}
            return _carried(plain, cells, places, above.cells)
    return _carried(plain, full, places, above.cells)


def _by_meaning(
    plain: str, row: Block, places: dict[str, int], left_out: tuple[int, ...]
) -> dict[str, Span]:
    """The filled cells, each under its meaning; the columns ``left_out`` have none here."""
    cells: dict[str, Span] = {}
    for meaning, place in places.items():
        at = place - sum(out < place for out in left_out)
        if place not in left_out and at < len(row.cells) and said(plain, row.cells[at]):
            cells[meaning] = row.cells[at]
    return cells


def _carried(
    plain: str, cells: dict[str, Span], places: dict[str, int], above: dict[str, Span]
) -> dict[str, Span]:
    """Put in what the row above said, where a cell says "như trên" or the row has no number."""
    goes_on = "number" in places and "number" not in cells
    for meaning in ("position", "unit", "place-of-work"):
        cell = cells.get(meaning)
        same = cell is not None and is_ditto(said(plain, cell))
        if same:
            cells.pop(meaning)
        goes = goes_on and cell is None and meaning != "position"
        if (same or goes) and meaning in above:
            cells[meaning] = above[meaning]
    return cells
