"""Score the finder of citations on texts with gold answers."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.documents import find, number_parts
from plugins.model import Document
from plugins.vocabulary import fold

HERE = Path(__file__).parent
BATCHES = ("dev", "eval")
FACTS = ("date", "issuer", "subject")


@dataclass
class Tally:
    """Right, too much, missed; of a fact that is told and read otherwise both count."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of what was read, how much is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of what is told, how much was read."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


Score = dict[str, Tally]


def cases(batch: str) -> list[Mapping[str, Any]]:
    """Read the texts of a batch with their answers."""
    found = tomllib.loads((HERE / f"{batch}.toml").read_text(encoding="utf-8"))["case"]
    return list(found)


def score(found: list[Mapping[str, Any]]) -> Score:
    """The figures of a batch: documents by kind and number, then each fact of those found."""
    total: Score = {key: Tally() for key in ("document", *FACTS)}
    for case in found:
        read = {_key(one.kind, one.number): one for one in _read(case)}
        told = {_key(one["kind"], one["number"]): one for one in case["documents"]}
        _count(total["document"], told.keys(), read.keys(), case["text"])
        for key in told.keys() & read.keys():
            for fact in FACTS:
                want, got = told[key].get(fact), getattr(read[key], fact)
                _count(total[fact], _values(want), _values(got), f"{fact}: {case['text']}")
    return total


def figures(result: Score) -> dict[str, float]:
    """Precision and recall of each, in thousandths, rounded down."""
    return {
        f"{key}_{name}": int(value * 1000) / 1000
        for key, tally in result.items()
        for name, value in (("precision", tally.precision), ("recall", tally.recall))
    }


def _read(case: Mapping[str, Any]) -> Iterator[Document]:
    yield from find(case["text"], published=case.get("published"))


def _key(kind: str, number: str) -> str:
    return f"{fold(kind)} {'/'.join(number_parts(number))}"


def _values(value: object) -> set[str]:
    return set() if value is None else {fold(str(value))}


def _count(tally: Tally, told: Any, read: Any, text: str) -> None:
    told, read = set(told), set(read)
    tally.right += len(told & read)
    tally.wrong += len(read - told)
    tally.missed += len(told - read)
    if told != read:
        tally.misses.append(f"{text}\n    told {sorted(told)}, read {sorted(read)}")
