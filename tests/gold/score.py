"""Score the extractor on a folder of texts with gold answers."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.awards.__main__ import read_file
from plugins.awards.report import as_json
from tests.gold.compare import (
    Record,
    asks_for_issuer,
    counts,
    kind_of,
    names_of,
    people,
    same_counts,
    same_issuer,
    same_number,
)

LISTS = ("article", "recipient", "award", "pair")
FACTS = ("declared", "decision", "issuer")
_TEXTS = (".txt", ".md", ".html")


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what a careful reader says it tells."""

    name: str
    gold: Record
    read: Record


@dataclass
class Tally:
    """Right, too much, missed; ``misses`` says each in words."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Sum up another tally."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        self.misses += other.misses

    @property
    def precision(self) -> float:
        """Of what was read, how much is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of what is told, how much was read."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


Score = dict[str, Tally]


def cases(folder: Path) -> Iterator[Case]:
    """Read every text of a folder that has a gold answer beside it, as the command would."""
    for path in sorted(folder.glob("*.json")):
        source = next((text for end in _TEXTS if (text := path.with_suffix(end)).exists()), None)
        if source is None:
            raise FileNotFoundError(f"{path}: there is no text beside it")
        text, extraction, documents = read_file(source)
        yield Case(
            path.stem,
            json.loads(path.read_text(encoding="utf-8")),
            as_json(source.name, extraction, documents),
        )


def score(found: Iterable[Case]) -> Score:
    """The figures of a set of cases."""
    total = _empty()
    for case in found:
        for key, tally in score_case(case).items():
            total[key].add(tally)
    return total


def by_form(found: Iterable[Case]) -> dict[str, Score]:
    """The figures of each shape of language, by the gold's ``forms``."""
    forms: dict[str, Score] = defaultdict(_empty)
    for case in found:
        scored = score_case(case)
        for form in case.gold["forms"]:
            for key, tally in scored.items():
                forms[form][key].add(tally)
    return dict(sorted(forms.items()))


def score_case(case: Case) -> Score:
    """The figures of one text."""
    gold = [a for a in case.gold["awards"] if counts(a)] if case.gold["is_award"] else []
    read = [a for a in case.read["awards"] if counts(a)]
    neutral = frozenset(
        name
        for award in case.gold["awards"]
        if award not in gold
        for recipient in award.get("recipients") or []
        for name in names_of(recipient)
    )
    result = _empty()
    result["article"] = _article(case, gold, read)
    for key in ("recipient", "pair"):
        result[key] = _people(case, gold, read, neutral, by_award=key == "pair")
    result["award"] = _awards(case, gold, read)
    for gold_award, read_award in _matched(gold, read):
        _facts(case, gold_award, read_award, result)
    return result


def _empty() -> Score:
    return {key: Tally() for key in (*LISTS, *FACTS)}


def _article(case: Case, gold: Sequence[Any], read: Sequence[Any]) -> Tally:
    if gold and read:
        return Tally(right=1)
    if read:
        return Tally(wrong=1, misses=[f"{case.name}: no award is given here"])
    return Tally(missed=1, misses=[f"{case.name}: an award is given here"]) if gold else Tally()


def _people(
    case: Case,
    gold: Sequence[Record],
    read: Sequence[Record],
    neutral: frozenset[str],
    *,
    by_award: bool,
) -> Tally:
    tally, left = Tally(), people(read, by_award=by_award)
    for agreed, recipient in people(gold, by_award=by_award):
        hit = next(
            (p for p in left if p[0] == agreed and names_of(p[1]) & names_of(recipient)), None
        )
        if hit is None:
            tally.missed += 1
            tally.misses.append(f"{case.name}: missed {' '.join(agreed)}: {recipient['name']}")
        else:
            left.remove(hit)
            tally.right += 1
    for agreed, recipient in left:
        if not names_of(recipient) & neutral:
            tally.wrong += 1
            tally.misses.append(f"{case.name}: wrong {' '.join(agreed)}: {recipient['name']}")
    return tally


def _awards(case: Case, gold: Sequence[Record], read: Sequence[Record]) -> Tally:
    want, got = Counter(map(kind_of, gold)), Counter(map(kind_of, read))
    wrong, missed = got - want, want - got
    return Tally(
        (want & got).total(),
        wrong.total(),
        missed.total(),
        [f"{case.name}: wrong award {kind}" for kind in wrong.elements()]
        + [f"{case.name}: missed award {kind}" for kind in missed.elements()],
    )


def _matched(
    gold: Sequence[Record], read: Sequence[Record]
) -> Iterator[tuple[Record, Record | None]]:
    """Each gold award with the award read of its kind whose counts fit best."""
    pool = list(read)
    for award in gold:
        want = award.get("declared") or {}
        best = max(
            (other for other in pool if kind_of(other) == kind_of(award)),
            key=lambda other: sum(other["declared"].get(key) == n for key, n in want.items()),
            default=None,
        )
        if best is not None:
            pool.remove(best)
        yield award, best


def _facts(case: Case, gold: Record, read: Record | None, result: Score) -> None:
    asked = {
        "declared": (any((gold.get("declared") or {}).values()), same_counts),
        "decision": (bool(gold.get("decision_number")), same_number),
        "issuer": (asks_for_issuer(gold), same_issuer),
    }
    for key, (told, same) in asked.items():
        if not told:
            continue
        if same(gold, read):
            result[key].right += 1
        else:
            result[key].missed += 1
            field_name = "decision_number" if key == "decision" else key
            got = read[field_name] if read else "(no such award)"
            result[key].misses.append(
                f"{case.name}: {key} of {kind_of(gold)} is {gold[field_name]}, read {got}"
            )
