"""Award titles with a slip of the keyboard: "Bằng khên", "Huân chuong Lao động", "thi đau".

One word of a title may differ. In a title of two words it may differ in its marks only, in a
longer one also by a letter dropped, added, changed, or by two letters swapped. Short words never
may ("cờ thi đua" is no "có thi đua"), nor titles that begin like the name of a place ("thôn Văn
Hòa" is no "thôn văn hóa"); what is near to both "huân" and "huy" is neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from plugins.model import AwardTitle
from plugins.vocabulary import fold, load, skeleton, words

_SHORTEST = 3
# Words shorter than this differ in their marks only, and so do those of shorter titles.
_LETTERS = 4
_WORDS = 3
# From this many words on a title is so much its own that a shorter word may differ too.
_LONG = 5
# Two words that tell titles apart: what is near to both is neither.
_APART = {"huân": "huy", "huy": "huân"}
# Prizes and rankings are not fixed phrases: the grammar in mentions.py reads them.
BY_GRAMMAR = frozenset({"contest", "ranking"})

_Row = tuple[tuple[str, ...], AwardTitle]


class TitlesBySkeleton:
    """The award titles, findable by their words without marks."""

    def __init__(self, titles: Sequence[AwardTitle]) -> None:
        self._first: dict[str, list[_Row]] = {}
        self._second: dict[str, list[_Row]] = {}
        for title in titles:
            for spelling in (title.name, *title.aliases):
                folds = tuple(word.fold for word in words(spelling))
                if len(folds) > 1 and not begins_place(folds[0]):
                    self._first.setdefault(skeleton(folds[0]), []).append((folds, title))
                    if len(folds) >= _WORDS:
                        self._second.setdefault(skeleton(folds[1]), []).append((folds, title))
        for rows in (*self._first.values(), *self._second.values()):
            rows.sort(key=lambda row: -len(row[0]))

    def starts(self, fold: str) -> bool:
        """Whether a title may start with this word, rightly marked or not."""
        return skeleton(fold) in self._first

    def follows(self, fold: str) -> bool:
        """Whether this may be the second word of a title, whose first then has a slip."""
        return skeleton(fold) in self._second

    def at(self, folds: Sequence[str], place: int) -> tuple[int, AwardTitle] | None:
        """The longest title that stands at ``place`` with one slip, and its length in words."""
        rows = self._first.get(skeleton(folds[place]), ())
        if not rows and len(folds[place]) >= _LETTERS and place + 1 < len(folds):
            rows = self._second.get(skeleton(folds[place + 1]), ())
        for spelt, title in rows:
            if _is_slip(spelt, folds[place : place + len(spelt)]):
                return len(spelt), title
        return None


def is_near(word: str, found: str) -> bool:
    """Whether a word differs by one letter at most, marks apart."""
    return _differ_by_one(skeleton(word), skeleton(found))


def _is_slip(spelt: Sequence[str], found: Sequence[str]) -> bool:
    if len(found) < len(spelt):
        return False
    word = other = ""
    for right, written in zip(spelt, found, strict=True):
        if right != written:
            if word:
                return False
            word, other = right, written
    if not word:
        return False
    if skeleton(word) == skeleton(other):
        return len(word) >= _SHORTEST
    if len(spelt) < _WORDS or other in _APART or is_near(_APART.get(word, ""), other):
        return False
    shortest = _SHORTEST if len(spelt) >= _LONG else _LETTERS
    return min(len(word), len(other)) >= shortest and is_near(word, other)


def _differ_by_one(one: str, other: str) -> bool:
    """Whether one letter is dropped, added or changed, or two neighbours are swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[:2][::-1] and a[2:] == b[2:])
    return a[1:] == b if len(a) > len(b) else a == b[1:]


def begins_place(word: str) -> bool:
    """Whether a folded word begins names of units: "thôn", "xã", "tổ"."""
    return word in _words_of_places()


@lru_cache(maxsize=1)
def _words_of_places() -> frozenset[str]:
    units = (cue for cue in load().cues if cue.role == "unit")
    return frozenset(fold(word) for cue in units for word in cue.words if " " not in word)


@lru_cache(maxsize=1)
def titles_by_skeleton() -> TitlesBySkeleton:
    """The titles of the vocabulary, those of law and the like only."""
    return TitlesBySkeleton([t for t in load().award_titles if t.family not in BY_GRAMMAR])
