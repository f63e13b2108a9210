"""Statements of an article: clauses of its sentences, and rows of its tables.

Each carries the words that it stands under: a heading, a lead-in that ends in a colon, what the
paragraph said before. A clause under "các chỉ tiêu:" is a promise, whatever it says itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from plugins.campaigns.cues import Part, parts
from plugins.model import Evidence

_ENDS = frozenset(".!?…")
# Nobody reports one figure in more words than this; nor is a clause ruled by words farther off. So
# any text is read in bounded time.
_LONGEST = 150


class Block(Protocol):
    """A paragraph, list item, heading or table row of an article's plain text."""

    @property
    def kind(self) -> str:
        """One of heading, paragraph, item, row, noise."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def cells(self) -> tuple[tuple[int, int], ...]:
        """The spans of a row's cells."""

    @property
    def table(self) -> int:
        """The number of the row's table."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that may report a figure: ``plain[start:end]``; ``evidence`` is what to quote.

    ``words`` begin with the lead-in that the clause shares with those before it. ``above`` are the
    words it stands under; ``before`` are the paragraph's earlier sentences.
    """

    start: int
    end: int
    words: tuple[Part, ...]
    above: tuple[Part, ...]
    before: tuple[Part, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table below the ``header`` row, cell for cell as texts; ``label`` names it."""

    label: str
    cells: tuple[tuple[str, str], ...]
    above: tuple[Part, ...]
    evidence: Evidence


def statements(plain: str, blocks: Sequence[Block]) -> Iterator[Clause | Row]:
    """Give the statements of an article in order."""
    heading: tuple[Part, ...] = ()
    lead: tuple[Part, ...] = ()
    header: Block | None = None
    for block in blocks:
        if block.kind == "row":
            if header is None or header.table != block.table:
                header = block
            elif row := _row(plain, header, block, heading + lead):
                yield row
            continue
        if block.kind == "noise":
            continue
        if block.kind == "heading":
            heading, lead = tuple(parts(plain, block.start, block.end))[-_LONGEST:], ()
            continue
        found = tuple(parts(plain, block.start, block.end))
        if block.kind == "paragraph":
            leads = plain[block.start : block.end].rstrip().endswith(":")
            lead = found[-_LONGEST:] if leads else ()
        above = heading + lead if block.kind == "item" else heading
        yield from _clauses(plain, found, above)


def _clauses(plain: str, found: tuple[Part, ...], above: tuple[Part, ...]) -> Iterator[Clause]:
    first = 0
    for sentence in _sentences(found):
        before = found[max(first - _LONGEST, 0) : first]
        first += len(sentence)
        lead: tuple[Part, ...] = ()
        for clause in _cut(sentence, ";"):
            # A clause that rests on a lead-in is quoted with it: the whole sentence.
            start, end = _span(sentence if lead else clause)
            if len(lead) + len(clause) <= _LONGEST:
                yield Clause(
                    start=clause[0].word.start,
                    end=clause[-1].word.end,
                    words=lead + clause,
                    above=above,
                    before=before,
                    evidence=Evidence(plain[start:end], start, end),
                )
            lead = lead or _lead_in(clause)


def _span(found: tuple[Part, ...]) -> tuple[int, int]:
    return found[0].word.start, found[-1].word.end


def _sentences(found: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    first = 0
    for place, part in enumerate(found):
        if part.word.text not in _ENDS:
            continue
        after = found[place + 1].word if place + 1 < len(found) else None
        name = found[place - 1].word.text if place else ""
        initial = len(name) == 1 and name.isupper()
        if after is None or (
            after.start > part.word.end and not after.text[:1].islower() and not initial
        ):
            yield found[first : place + 1]
            first = place + 1
    if first < len(found):
        yield found[first:]


def _cut(found: tuple[Part, ...], mark: str) -> Iterator[tuple[Part, ...]]:
    first = 0
    for place, part in enumerate(found):
        if part.word.text == mark:
            if first < place:
                yield found[first:place]
            first = place + 1
    if first < len(found):
        yield found[first:]


def _lead_in(clause: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return what stands before the clause's colon: it governs the clauses that follow, too."""
    for place, part in enumerate(clause):
        if part.word.text == ":":
            return clause[:place]
    return ()


def _row(plain: str, header: Block, block: Block, above: tuple[Part, ...]) -> Row | None:
    """Pair the cells with their headers; the first cell with letters in it is the row's label."""
    heads = [plain[start:end].strip() for start, end in header.cells]
    texts = [plain[start:end].strip() for start, end in block.cells]
    place = next((n for n, text in enumerate(texts) if any(map(str.isalpha, text))), None)
    if place is None or len(heads) != len(texts):
        return None
    return Row(
        label=texts[place],
        cells=tuple(zip(heads[place + 1 :], texts[place + 1 :], strict=True)),
        above=above,
        evidence=Evidence(plain[block.start : block.end], block.start, block.end),
    )
