"""Cut text into words, numbers and marks, each with its place and its folded form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from plugins.vocabulary.fold import fold

# An abbreviation keeps its dot ("TP. Huế", "ThS.", "V.N"), so that the dot ends no sentence, and
# its "&" ("VH,TT&DL"). A word starts with a letter and may go on with digits (PC45) and with
# apostrophes between letters (H’Bơ). A number is a run of digits, with dots only between groups of
# three ("1.329", "9.080"). Anything else that is not space stands alone.
WORD = re.compile(
    r"""
    (?= [A-ZĐƯ] )  # spares small letters what only capitals begin
    (?P<short> \b (?: TP|TX|TT|Tr|Ng|Q|P|H|X|ThS|Ths|TS|PGS|GS|BS|BSCKI|BSCKII|CKI|CKII|KS|DS|CN|ĐD
                   |KTV|UB|St|NXB ) \. (?= [\s\u00a0]? [^\W_] | \Z )
             | (?<!\w) [A-ZĐ] \. [A-ZĐƯ] (?!\w)
             | (?<!\w) [A-ZĐƯ]{1,5} (?: [,\-] [A-ZĐƯ]{1,5} )* & [A-ZĐƯ]{1,6} (?!\w) )
  | (?P<word> [^\W\d_] [\w\u0300-\u036f]* (?: [’'ʼ] (?=\w) [\w\u0300-\u036f]* )* )
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
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        piece = match.group()
        folded = _folded(piece)
        if folded == "sỹ":
            folded = fold_word(piece, before)
        yield Word(piece, match.start(), match.end(), kind_of(match), folded)
        before = piece


def kind_of(match: re.Match[str]) -> str:
    """The kind of what ``WORD`` matched: word, number or mark."""
    kind = match.lastgroup or "mark"
    return "word" if kind == "short" else kind


@lru_cache(maxsize=65536)
def _folded(piece: str) -> str:
    return fold_word(piece, "")


def fold_word(piece: str, before: str) -> str:
    """Fold one word; ``before`` is the word before it, or the empty string."""
    folded = fold(piece)
    if len(folded) > 1 and folded[-1] == ".":
        return folded[:-1]
    if folded == "sỹ" and before:
        # fold() knows "chiến sỹ" only as a pair; the given name Sỹ stays.
        return fold(f"{before} {piece}").rpartition(" ")[2]
    return folded


@lru_cache(maxsize=65536)
def skeleton(folded: str) -> str:
    """The letters of a folded word without their marks: what a slip of the keyboard leaves."""
    bare = unicodedata.normalize("NFD", folded).replace("đ", "d")
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
