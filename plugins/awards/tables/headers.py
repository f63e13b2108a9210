"""Where the header of a table stands; the columns of a table that has none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plugins.awards.mentions import mentions
from plugins.awards.tables.columns import (
    MOST_AWARDS,
    Columns,
    describe,
    meaning_of,
    one_award,
    parts_of,
    promote,
    read_header,
)
from plugins.awards.text import Block
from plugins.awards.tokens import tokenize
from plugins.vocabulary import fold

# The header is looked for in so many rows.
_TOP = 4


def find_header(plain: str, rows: Sequence[Block]) -> tuple[int, Columns] | None:
    """The row that heads the table and its columns; None where the first rows hold no such."""
    first: tuple[int, Columns] | None = None
    for number, row in enumerate(rows[:_TOP]):
        columns = read_header(plain, row)
        if columns is not None:
            second = number + 1 < len(rows) and _add_second(plain, row, rows[number + 1], columns)
            if "name" in columns.places or len(columns.awards) > 1:
                return number + second, columns
            first = first or (number + second, columns)
    return first


def _add_second(plain: str, header: Block, row: Block, columns: Columns) -> bool:
    """Take in the second row of a header: "Chức vụ" and "Đơn vị" under one merged cell."""
    subs = {n: text for n, (a, b) in enumerate(row.cells) if (text := " ".join(plain[a:b].split()))}
    awards = [one_award(text) for text in subs.values()]
    parts = [parts_of(text) for text in subs.values()]
    if not subs or not all(one or other for one, other in zip(awards, parts, strict=True)):
        return False
    base = _merged(plain, header, columns, any(awards))
    places = _places(columns, list(subs), base, len(row.cells) - len(header.cells))
    if any(awards) and columns.places.get("title") == base:
        columns.places.pop("title", None)
    if not places or set(places) & set(columns.places.values()):
        return False
    for place, text, award, said in zip(places, subs.values(), awards, parts, strict=True):
        if award is not None and len(columns.awards) < MOST_AWARDS:
            columns.awards[place] = award
        elif said and (meaning := meaning_of(said)) and meaning not in columns.places:
            columns.places[meaning] = place
            columns.labels[place] = text
            describe(columns, meaning, said)
    promote(columns)
    return True


def _places(columns: Columns, subs: list[int], base: int | None, extra: int) -> list[int]:
    """Where the cells of the second row stand; [] where that cannot be told.

    Where cells are merged, the two rows differ in length, and what is right of the merged cell
    moves further right.
    """
    if not extra:
        return subs
    if base is None:
        return []
    if extra < 0:
        subs, extra = [base + n for n in range(len(subs))], len(subs) - 1
    columns.places = {key: p + extra * (p > base) for key, p in columns.places.items()}
    columns.labels = {p + extra * (p > base): text for p, text in columns.labels.items()}
    return subs


def _merged(plain: str, header: Block, columns: Columns, awards: bool) -> int | None:
    """The one header cell over two or more columns: of no known meaning, or over the awards."""
    if awards:
        return columns.places.get("title")
    unknown = [
        place
        for place, (start, end) in enumerate(header.cells)
        if plain[start:end].strip() and place not in columns.labels and place not in columns.awards
    ]
    return unknown[0] if len(unknown) == 1 else None


def guess(plain: str, rows: Sequence[Block]) -> Columns | None:
    """The columns of a table without a header, if its rows are numbered and one holds names."""
    seen: dict[int, Counter[str]] = {}
    for row in rows:
        for place, (start, end) in enumerate(row.cells):
            if kind := _kind(plain, start, end):
                seen.setdefault(place, Counter())[kind] += 1
    most = {place: counts.most_common(1)[0] for place, counts in seen.items()}
    enough = [place for place, (_, count) in sorted(most.items()) if 2 * count > len(rows)]
    columns = Columns()
    for place in enough:
        columns.places.setdefault(most[place][0], place)
    places = columns.places
    if "number" not in places or not {"person", "unit"} & set(places):
        return None
    columns.kind = "person" if "person" in places else "unit"
    places["name"] = places.pop(columns.kind)
    return columns


def _kind(plain: str, start: int, end: int) -> str:
    """What one cell looks like: a number, a person, a unit, an office, an award."""
    tokens = tokenize(plain, start, end)
    if not tokens:
        return ""
    first = tokens[0]
    if first.kind == "number" and all(token.text in ".)" for token in tokens[1:]):
        return "number"
    if mentions(tokens):
        return "title"
    if first.has("surname", "honorific") and all(t.capital for t in tokens if t.kind == "word"):
        return "person"
    if first.has("position"):
        return "position"
    return "unit" if first.level and first.capital else ""


def same_row(plain: str, row: Block, other: Block) -> bool:
    """Whether two rows say the same: a header repeated on the next page."""
    return [fold(plain[a:b]) for a, b in row.cells] == [fold(plain[a:b]) for a, b in other.cells]
