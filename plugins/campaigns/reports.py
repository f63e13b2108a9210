"""What an article reports for the targets of a campaign: figures with the words they stand in.

Refused rather than guessed: a figure that repeats what is promised, one of a part of the whole, of
an earlier year, of a named place, a step ("tăng 1,2%") or a rough one ("gần 98%"); a clause with
two figures; words that are as much another target's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plugins.campaigns.cues import Part, names, parts, plays
from plugins.campaigns.overlap import Targets, read_targets
from plugins.campaigns.statements import Block, Clause, Row, statements
from plugins.model import Quantity, Target, TargetReport
from plugins.vocabulary import fold, number, quantities, quantity

_MARK = re.compile(r",(?=\s)|\(")
_YEAR = re.compile(r"\bnăm (\d{4})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Promise:
    """As much of a campaign as the reader must know; ``own`` are its name and its unit's."""

    campaign: str
    targets: tuple[Target, ...]
    own: tuple[str, ...] = ()
    start: date | None = None


def read_reports(plain: str, blocks: Sequence[Block], promise: Promise) -> tuple[TargetReport, ...]:
    """Return what an article's text reports for the campaign's targets, in its order."""
    if not promise.targets:
        return ()
    targets = read_targets(promise.targets, promise.own)
    reader = _Reader(plain, targets, promise.start.year if promise.start else 0)
    found: dict[tuple[int, Decimal], TargetReport] = {}
    for statement in statements(plain, blocks):
        told = reader.clause(statement) if isinstance(statement, Clause) else reader.row(statement)
        for place, amount in told:
            report = TargetReport(promise.campaign, place + 1, amount, statement.evidence)
            found.setdefault((place, amount.number), report)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Reader:
    plain: str
    targets: Targets
    first_year: int

    def clause(self, clause: Clause) -> Iterator[tuple[int, Quantity]]:
        """Give the targets that a clause reports a figure for."""
        if plays(clause.above, "planned") or names(clause.above, self.targets.own):
            return
        if names(clause.before, self.targets.own):
            return
        whole = _without_source(clause.words)
        for unit in {target.quantity.unit for target in self.targets.targets} - {""}:
            figure = self._figure(clause, whole, unit)
            if figure is None:
                continue
            start, end, told = figure
            near = [part for part in whole if part.word.start < self._segment(clause, end)]
            if self._unfit(near):
                continue
            fitting = max(
                self._fitting(unit, _outside(words, start, end)) for words in (near, whole)
            )
            for place in fitting[1]:
                yield place, told

    def _fitting(self, unit: str, found: Sequence[Part]) -> tuple[float, tuple[int, ...]]:
        scores = {
            place: self.targets.score(place, found) for place in range(len(self.targets.targets))
        }
        meant = [
            place
            for place in self.targets.meant(scores)
            if self.targets.targets[place].quantity.unit == unit
        ]
        return max(scores.values()), tuple(meant)

    def _figure(
        self, clause: Clause, found: list[Part], unit: str
    ) -> tuple[int, int, Quantity] | None:
        """Return the one figure of a clause that is told as it stands; ``None`` if not one."""
        if not found:
            return None
        figures = [
            figure
            for figure in quantities(self.plain, unit, clause.start, found[-1].word.end)
            if any(part.word.start <= figure[0] < part.word.end for part in found)
            and not _inexact(found, figure[0], figure[1])
        ]
        outside = [figure for figure in figures if not self._bracketed(clause, figure[0])]
        figures = outside or figures
        return figures[0] if len(figures) == 1 else None

    def _bracketed(self, clause: Clause, place: int) -> bool:
        before = self.plain[clause.start : place]
        return before.count("(") > before.count(")")

    def _segment(self, clause: Clause, place: int) -> int:
        """Return where the mark stands that ends the part of the clause with ``place`` in it."""
        mark = _MARK.search(self.plain, place, clause.end)
        return mark.start() if mark else clause.end

    def _unfit(self, found: Sequence[Part]) -> bool:
        """Whether the words up to the figure speak of a promise or of another time."""
        if plays(found, "planned") or plays(found, "past"):
            return True
        start, end = found[0].word.start, found[-1].word.end
        return self._earlier(self.plain[start:end])

    def _earlier(self, text: str) -> bool:
        return any(int(year) < self.first_year for year in _YEAR.findall(text))

    def row(self, row: Row) -> Iterator[tuple[int, Quantity]]:
        """Give the targets that a row of a table reports a figure for."""
        if names(row.above, self.targets.own):
            return
        label = parts(row.label, 0, len(row.label))
        scores: dict[int, float] = {}
        told: dict[int, Quantity] = {}
        for place, target in enumerate(self.targets.targets):
            planned, results = self._cells(row, target.quantity)
            if any(value.number != target.quantity.number for value in planned):
                continue
            if len(results) != 1 or (plays(row.above, "planned") and not planned):
                continue
            score = self.targets.row_score(place, label, repeated=bool(planned))
            scores[place], told[place] = score, results[0]
        for place in self.targets.meant(scores):
            yield place, told[place]

    def _cells(self, row: Row, wanted: Quantity) -> tuple[list[Quantity], list[Quantity]]:
        """Return a row's figures in the unit of ``wanted``: those promised, and the result."""
        planned, results, plain = [], [], []
        for head, text in row.cells:
            header, cell = parts(head, 0, len(head)), parts(text, 0, len(text))
            told = _cell_figure(text, cell, wanted.unit, f"{row.label} {head}")
            if told is None or plays(header, "past") or self._earlier(head):
                continue
            is_result = plays(header, "result-column") and not plays(header, "planned-column")
            if plays(header, "planned-column") or (cell and cell[0].bound):
                planned.append(told)
            elif is_result:
                results.append(told)
            else:
                plain.append(told)
        # Beside what was promised, a column of any name holds the result.
        return planned, results or (plain if planned else [])


def _cell_figure(text: str, cell: Sequence[Part], unit: str, about: str) -> Quantity | None:
    """Return the figure that a cell consists of; its unit may stand in the label or the header."""
    first = next((part for part in cell if "comparator" not in part.roles), None)
    text = text[first.word.start :] if first else ""
    told = quantity(text) if text else None
    if told is None or told.unit not in (unit, ""):
        return None
    if told.unit == unit:
        return told
    named = f" {unit} " in f" {fold(about)} " or (unit == "%" and "%" in about)
    value = number(text)
    if not named or value is None:
        return None
    return Quantity(value, unit, f"{text}{'' if unit == '%' else ' '}{unit}")


def _without_source(found: Sequence[Part]) -> list[Part]:
    """Leave out who says so ("theo báo cáo của …,") and what follows a cut ("trong đó …")."""
    kept = list(found)
    if kept and "source" in kept[0].roles:
        comma = next((n for n, part in enumerate(kept) if part.word.text == ","), 0)
        if not plays(kept[:comma], "place"):
            kept = kept[comma + 1 :]
    cut = next((n for n, part in enumerate(kept) if "cut" in part.roles), len(kept))
    return kept[:cut]


def _outside(found: Sequence[Part], start: int, end: int) -> list[Part]:
    return [part for part in found if part.word.end <= start or part.word.start >= end]


def _inexact(found: Sequence[Part], start: int, end: int) -> bool:
    """Whether what stands round a figure makes it a bound, a step or a rough one."""
    before = [part for part in found if part.word.end <= start]
    after = [part for part in found if part.word.start >= end]
    if after and after[0].bound:
        return True
    if not before:
        return False
    last = before[-1]
    if last.word.fold in _STATE and not (len(before) > 1 and before[-2].word.fold in _LIMIT):
        return False
    return last.bound or "change" in last.roles or "vague" in last.roles


# "giảm còn 5%", "tăng lên 98%" tell the state reached; "không quá 5%" a bound.
_STATE = frozenset(["còn", "lên", "xuống"])
_LIMIT = frozenset(["không", "chưa"])
