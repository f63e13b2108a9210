"""Find the phrases of a table in a row of words, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from plugins.vocabulary.words import words

Row = TypeVar("Row")


@dataclass(slots=True)
class _Node(Generic[Row]):
    next: dict[str, _Node[Row]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)


class Phrases(Generic[Row]):
    """A table of phrases, each with the rows it stands for."""

    def __init__(self, phrases: Iterable[tuple[str, Row]]) -> None:
        self._root: _Node[Row] = _Node()
        for phrase, row in phrases:
            node = self._root
            for word in words(phrase):
                # Quotation marks round a part of a name never tell names apart.
                if word.fold not in QUOTES:
                    node = node.next.setdefault(word.fold, _Node())
            if row not in node.rows:
                node.rows.append(row)

    def starts(self, fold: str) -> bool:
        """Whether a phrase starts with this word."""
        return fold in self._root.next

    def longest(self, folds: Sequence[str], at: int) -> tuple[int, list[Row]]:
        """Return the length of the longest phrase that starts at ``at``, and its rows.

        Quotation marks inside a phrase are stepped over. ``(0, [])`` where none starts.
        """
        node = self._root.next.get(folds[at])
        if node is None:
            return 0, []
        best, rows = (1, node.rows) if node.rows else (0, [])
        for place in range(at + 1, len(folds)):
            following = node.next.get(folds[place])
            if following is not None:
                node = following
                if node.rows:
                    best, rows = place + 1 - at, node.rows
            elif folds[place] not in QUOTES:
                break
        return best, rows


QUOTES = frozenset("“”\"'‘’«»")
