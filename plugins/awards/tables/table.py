"""Tables of recipients: header variants, merged rows that head a group, rows that go on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from plugins.awards.drafts import Draft
from plugins.awards.mentions import Mention
from plugins.awards.tables.cells import read_names
from plugins.awards.tables.columns import Columns
from plugins.awards.tables.headers import find_header, guess, same_row
from plugins.awards.tables.offices import classed, is_office, office_of
from plugins.awards.tables.rows import Above, cells_of, is_ditto
from plugins.awards.tables.sections import Section, read_section
from plugins.awards.tables.spans import Span, said
from plugins.awards.tables.structures import read_structure
from plugins.awards.tables.titles import Prizes, awards_in, issuer_in
from plugins.awards.text import Block
from plugins.model import AwardStatus, Evidence, Recipient
from plugins.vocabulary import fold

_MARK = re.compile(r"[xX✓✔√☑+×]")


@dataclass(slots=True)
class Heading:
    """The award that the words round a table or a list give to what stands in it."""

    mention: Mention | None = None
    status: AwardStatus = "conferred"


@dataclass(slots=True)
class _Table:
    plain: str
    columns: Columns
    heading: Heading
    width: int
    section: Section = field(default_factory=Section)
    sections: int = 0
    above: Above = field(default_factory=Above)
    drafts: dict[tuple[str, str, int, str], Draft] = field(default_factory=dict)
    unread: list[Evidence] = field(default_factory=list)


def read_table(
    plain: str, rows: Sequence[Block], heading: Heading
) -> tuple[list[Draft], list[Evidence]]:
    """Read the rows of one table: a draft for each award, and the rows that yielded nothing.

    ``heading`` is the award told last before the table. Nothing is taken from a table in which no
    column names the recipients.
    """
    found = find_header(plain, rows)
    columns = found[1] if found else guess(plain, rows) if heading.mention else None
    given = heading.mention is not None and heading.status == "conferred"
    if columns is None or not ("name" in columns.places or len(columns.awards) > 1):
        planned = read_structure(plain, rows[1:], columns) if columns and not given else []
        return planned, [_quote(plain, rows[0])] if given else []
    number = found[0] if found else -1
    if columns.doubtful:
        heading = Heading(None, heading.status)
    if heading.mention is None and "đề nghị" in fold(_label(columns, "title")):
        heading = Heading(None, "proposed")
    table = _Table(plain, columns, heading, max(len(row.cells) for row in rows[: number + 2]))
    for place, row in enumerate(rows):
        if place == number or (number >= 0 and same_row(plain, row, rows[number])):
            continue
        section = read_section(plain, row, columns)
        if section is not None:
            _head(table, section)
        elif place > number:
            _read_row(table, row)
    return list(table.drafts.values()), table.unread


def _head(table: _Table, section: Section) -> None:
    """Enter the group that a merged row heads."""
    table.sections += 1
    table.above.cells.clear()
    if section.several:
        table.heading, table.section = Heading(None, table.heading.status), section
    elif section.mention is not None:
        status = section.status if section.status != "conferred" else table.heading.status
        table.heading, table.section = Heading(section.mention, status), section
    else:
        table.section = replace(table.section, kind=section.kind or table.section.kind)


def _read_row(table: _Table, row: Block) -> None:
    cells = cells_of(table.plain, row, table.columns, table.width, table.above)
    if "name" not in table.columns.places:
        _read_matrix(table, row)
        return
    name = cells.get("name") or cells.get("collective")
    if name is None or fold(said(table.plain, name)).startswith("tổng"):
        return
    people = _recipients(table, row, cells, name)
    if (both := cells.get("collective")) and both != name:
        people = read_names(table.plain, row, both, "unit") + people
    awards = _awards(table, row, cells)
    table.above.named = people[0].kind if people else table.above.named
    if people and awards:
        for mention in awards:
            _add(table, row, mention, people, cells.get("title"))
    elif table.heading.status == "conferred" and _lettered(table.plain, name):
        unclear = table.heading.mention is not None if awards is None else bool(awards)
        table.unread += [_quote(table.plain, row)] if unclear else []
    table.above.cells |= cells


def _read_matrix(table: _Table, row: Block) -> None:
    """A table with a column for each award and the names under it."""
    for place, mention in table.columns.awards.items():
        if place < len(row.cells):
            start, end = row.cells[place]
            people = read_names(table.plain, row, (start, end), "any")
            if people:
                _add(table, row, mention, people, None)


def _awards(table: _Table, row: Block, cells: dict[str, Span]) -> list[Mention] | None:
    """The awards of a row; an empty list where it says there is none, None where unclear."""
    marked = [
        mention
        for place, mention in table.columns.awards.items()
        if place < len(row.cells) and _MARK.fullmatch(said(table.plain, row.cells[place]))
    ]
    if table.columns.awards:
        return marked
    cell = cells.get("title")
    prizes = Prizes(table.columns.noun, table.heading.mention)
    empty, above = cell is None, table.above.cells.get("title")
    if (cell is None or is_ditto(said(table.plain, cell))) and above is not None:
        # An empty cell under a prize goes on with it.
        cell = cells["title"] = above
    if cell is None:
        return [table.heading.mention] if table.heading.mention else None
    found = awards_in(table.plain, row, cell, prizes)
    return None if empty and found and len(found) > 1 else found


def _add(
    table: _Table, row: Block, mention: Mention, people: list[Recipient], title: Span | None
) -> None:
    contest = mention.title.family == "contest"
    issuer = (issuer_in(table.plain, row, title, mention) if title else None) or (
        table.section.issuer if mention is table.heading.mention else None
    )
    extra = _category(said(table.plain, title), mention) if contest and title else ""
    section = table.sections if contest else 0
    key = (mention.title.slug + mention.title.name, f"{mention.rank} {issuer}", section, extra)
    draft = table.drafts.get(key)
    if draft is None:
        draft = table.drafts[key] = Draft(
            mention.title, mention.rank, [], status=table.heading.status, told=True, issuer=issuer
        )
        if mention is table.section.mention:
            draft.declared |= table.section.declared
    draft.evidence.append(_quote(table.plain, row))
    draft.recipients += people


def _category(text: str, mention: Mention) -> str:
    """What a cell says beyond the rank: "Nhất đơn ca" and "Nhất tốp ca" are two prizes."""
    rank = {*fold(mention.rank or "").split(), "giải", "kk"}
    return " ".join(word for word in fold(text).split() if word not in rank)


def _recipients(table: _Table, row: Block, cells: dict[str, Span], name: Span) -> list[Recipient]:
    """Who a row names, with the office and the unit that stand in its other cells."""
    kind = table.section.kind or table.columns.kind
    if kind == "any" and any(key in cells for key in ("position", "place-of-work")):
        kind = "person"
    if table.columns.kind == "person" and kind == "unit":
        kind = "any"
    position, unit = _office(table, row, cells)
    found = []
    for one in read_names(table.plain, row, name, kind, table.columns.type):
        if one.kind == "collective":
            found.append(one)
            continue
        found.append(replace(one, position=position or one.position, unit=unit or one.unit))
    return found


def _office(table: _Table, row: Block, cells: dict[str, Span]) -> tuple[str | None, str | None]:
    plain, position, unit = table.plain, None, None
    if cell := cells.get("position"):
        position = said(plain, cell)
        if "unit" not in table.columns.places:
            position, unit = office_of(plain, row, cell)
    if cell := cells.get("unit"):
        unit = classed(_label(table.columns, "unit"), said(plain, cell))
        if position is None and is_office(unit):
            position, unit = office_of(plain, row, cell)
    if cell := cells.get("place-of-work"):
        position, unit = office_of(plain, row, cell)
    cell = cells.get("note")
    if position is None and cell and "position" not in table.columns.places:
        note = said(plain, cell)
        position = note if is_office(note) else None
    if position is None and table.columns.author:
        position = "Tác giả"
    return position, unit


def _label(columns: Columns, meaning: str) -> str:
    return columns.labels.get(columns.places.get(meaning, -1), "")


def _lettered(plain: str, cell: Span) -> bool:
    return any(char.isalpha() for char in plain[cell[0] : cell[1]])


def _quote(plain: str, row: Block) -> Evidence:
    return Evidence(plain[row.start : row.end], row.start, row.end)
