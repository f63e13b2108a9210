"""Award titles with a slip of the keyboard: "Bằng khên", "Huân chuong Lao động".

One word of a title may differ, and only in its marks. Short words never may ("cờ thi đua" is no
"có thi đua"), nor a title of one word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from plugins.model import AwardTitle
from plugins.vocabulary import load, skeleton, words

_SHORTEST = 3
# Prizes and rankings are not fixed phrases: the grammar in mentions.py reads them.
BY_GRAMMAR = frozenset({"contest", "ranking"})


class TitlesBySkeleton:
    """The award titles, findable by their words without marks."""

    def __init__(self, titles: Sequence[AwardTitle]) -> None:
        self._titles: dict[str, list[tuple[tuple[str, ...], AwardTitle]]] = {}
        for title in titles:
            for spelling in (title.name, *title.aliases):
                folds = tuple(word.fold for word in words(spelling))
                if len(folds) > 1:
                    self._titles.setdefault(skeleton(folds[0]), []).append((folds, title))
        for rows in self._titles.values():
            rows.sort(key=lambda row: -len(row[0]))

    def starts(self, fold: str) -> bool:
        """Whether a title may start with this word, rightly spelt or not."""
        return skeleton(fold) in self._titles

    def at(self, folds: Sequence[str], place: int) -> tuple[int, AwardTitle] | None:
        """The longest title that stands at ``place`` with one slip, and its length in words."""
        for spelt, title in self._titles.get(skeleton(folds[place]), ()):
            if _is_slip(spelt, folds[place : place + len(spelt)]):
                return len(spelt), title
        return None


def _is_slip(spelt: Sequence[str], found: Sequence[str]) -> bool:
    if len(found) < len(spelt):
        return False
    differing = [(a, b) for a, b in zip(spelt, found, strict=True) if a != b]
    return len(differing) == 1 and all(
        len(a) >= _SHORTEST and skeleton(a) == skeleton(b) for a, b in differing
    )


@lru_cache(maxsize=1)
def titles_by_skeleton() -> TitlesBySkeleton:
    """The titles of the vocabulary, those of law and the like only."""
    return TitlesBySkeleton([t for t in load().award_titles if t.family not in BY_GRAMMAR])
