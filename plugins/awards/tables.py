"""Tables of recipients: header variants, merged rows that head a group, rows that go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from plugins.awards.collectives import read_collective, starts_unit, trim
from plugins.awards.drafts import Draft
from plugins.awards.mentions import Mention, mentions
from plugins.awards.persons import read_person
from plugins.awards.sentences import Sentence, whole
from plugins.awards.text import Block
from plugins.model import AwardStatus, Evidence, Recipient
from plugins.vocabulary import fold, load

Cell = tuple[int, int]


@dataclass(slots=True)
class Heading:
    """The award that the words round a table or a list give to what stands in it."""

    mention: Mention | None = None
    status: AwardStatus = "conferred"


@dataclass(slots=True)
class _Table:
    plain: str
    columns: dict[str, int]
    heading: Heading
    drafts: dict[tuple[str, str | None], Draft] = field(default_factory=dict)
    unread: list[Evidence] = field(default_factory=list)


def read_table(
    plain: str, rows: Sequence[Block], heading: Heading
) -> tuple[list[Draft], list[Evidence]]:
    """Read the rows of one table; without a known header nothing is taken from it."""
    header = next((n for n, row in enumerate(rows[:4]) if "name" in _columns(plain, row)), None)
    if header is None:
        first = Evidence(plain[rows[0].start : rows[0].end], rows[0].start, rows[0].end)
        given = heading.mention is not None and heading.status == "conferred"
        return [], [first] if given else []
    table = _Table(plain, _columns(plain, rows[header]), heading)
    for row in (*rows[:header], *rows[header + 1 :]):
        _read_row(table, row)
    return list(table.drafts.values()), table.unread


def _columns(plain: str, row: Block) -> dict[str, int]:
    """Which column holds what, by the words of the header row."""
    columns: dict[str, int] = {}
    for place, (start, end) in enumerate(row.cells):
        meaning = _headers().get(fold(plain[start:end].strip(" *_:.")))
        if meaning:
            columns.setdefault(meaning, place)
    # With no column of names, the column of collectives or of units holds the recipients; but where
    # there are offices, there are persons, and the unit is only where they work.
    for meaning in ("collective", "unit") if "position" not in columns else ("collective",):
        if "name" not in columns and meaning in columns and len(columns) > 1:
            columns["name"] = columns.pop(meaning)
    return columns


@lru_cache(maxsize=1)
def _headers() -> dict[str, str]:
    return {
        fold(word): cue.value for cue in load().cues if cue.role == "column" for word in cue.words
    }


def _read_row(table: _Table, row: Block) -> None:
    filled = [cell for cell in row.cells if table.plain[cell[0] : cell[1]].strip()]
    if len(filled) == 1:
        # A row with one filled cell heads a group: the award, "Tập thể", "Cá nhân".
        if found := _mentioned(table.plain, row, filled[0]):
            table.heading = Heading(found, table.heading.status)
        return
    cell = _cell(table, row, "name")
    if cell is None:
        return
    title = _cell(table, row, "title")
    mention = _mentioned(table.plain, row, title) if title else None
    mention = mention or table.heading.mention
    recipients = [
        read for line in _lines(table.plain, cell) if (read := _recipient(table, row, line))
    ]
    if mention is None or not recipients:
        if table.heading.status != "planned":
            table.unread.append(Evidence(table.plain[row.start : row.end], row.start, row.end))
        return
    _add(table, row, mention, recipients)


def _add(table: _Table, row: Block, mention: Mention, recipients: list[Recipient]) -> None:
    evidence = Evidence(table.plain[row.start : row.end], row.start, row.end)
    key = (mention.title.slug, mention.rank)
    draft = table.drafts.get(key)
    if draft is None:
        draft = table.drafts[key] = Draft(
            mention.title, mention.rank, [], status=table.heading.status, told=True
        )
    draft.evidence.append(evidence)
    draft.recipients += recipients


def _cell(table: _Table, row: Block, meaning: str) -> Cell | None:
    place = table.columns.get(meaning)
    if place is None or place >= len(row.cells):
        return None
    start, end = row.cells[place]
    return (start, end) if table.plain[start:end].strip() else None


def _lines(plain: str, cell: Cell) -> list[Cell]:
    """The lines of a cell; one that lists several recipients has one a line, or ";"."""
    lines, start = [], cell[0]
    for place in range(cell[0], cell[1] + 1):
        if place == cell[1] or plain[place] in "\n;":
            if plain[start:place].strip():
                lines.append((start, place))
            start = place + 1
    return lines


def _recipient(table: _Table, row: Block, line: Cell) -> Recipient | None:
    sentence = whole(table.plain, row, *line)
    if sentence is None:
        return None
    first, last = trim(sentence.tokens, 0, len(sentence.tokens))
    if first >= last:
        return None
    if starts_unit(sentence.tokens, first):
        return read_collective(sentence, first, last)
    person = read_person(sentence, first, last)
    if person is None:
        return None
    position, unit = _words(table, row, "position"), _words(table, row, "unit")
    return Recipient(
        person.name,
        "individual",
        person.evidence,
        position=position or _words(table, row, "place-of-work") or person.position,
        unit=unit or person.unit,
    )


def _words(table: _Table, row: Block, meaning: str) -> str | None:
    cell = _cell(table, row, meaning)
    return " ".join(table.plain[cell[0] : cell[1]].split()) if cell else None


def _mentioned(plain: str, row: Block, cell: Cell) -> Mention | None:
    sentence: Sentence | None = whole(plain, row, *cell)
    found = mentions(sentence.tokens) if sentence else []
    return found[0] if len(found) == 1 else None
