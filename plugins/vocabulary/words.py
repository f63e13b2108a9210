"""Cut text into words, numbers and marks, each with its place and its folded form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from plugins.vocabulary.fold import fold

# A word starts with a letter and may go on with digits (PC45) and with apostrophes between letters
# (H’Bơ). A number is a run of digits, with dots only between groups of three ("1.329", "9.080").
# Anything else that is not space stands alone.
_WORD = re.compile(
    r"""
    (?P<word> [^\W\d_] (?: \w | [’'ʼ] (?=\w) | [\u0300-\u036f] )* )
  | (?P<number> \d{1,3} (?:\.\d{3})+ (?!\d) | \d+ )
  | (?P<mark> \S )
    """,
    re.VERBOSE,
)


class Word(NamedTuple):
    """A piece of text: ``kind`` is word, number or mark; ``fold`` compares spellings."""

    text: str
    start: int
    end: int
    kind: str
    fold: str


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """Yield the words, numbers and marks of ``text[start:end]`` in order."""
    before = ""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        piece = match.group()
        folded = fold(piece)
        if folded == "sỹ" and before:
            # fold() knows "chiến sỹ" only as a pair; the given name Sỹ stays.
            folded = fold(f"{before} {piece}").rpartition(" ")[2]
        yield Word(piece, match.start(), match.end(), match.lastgroup or "mark", folded)
        before = piece
