"""Vietnamese alphabetical order: a ă â b … d đ …; tones only part equal letters."""

from __future__ import annotations

import re
from functools import lru_cache

from vn_collate import collate_key

_WORD = re.compile(r"\w+")
SortKey = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str]


@lru_cache(maxsize=65536)
def sort_key(text: str) -> SortKey:
    """Return a key that sorts Vietnamese text; equal keys only for equal text.

    Letters decide first, then tones, then case, each over the whole text, as in the Unicode
    Collation Algorithm. A word's end comes before any letter ("An Bình" before "Ánh Dương");
    punctuation does not count. ``vn_collate`` orders single words.
    """
    levels = [_levels(word) for word in _WORD.findall(text)]
    letters, tones, cases = zip(*levels, strict=True) if levels else ((), (), ())
    return letters, tones, cases, text


def _levels(word: str) -> tuple[str, str, str]:
    """Split the key of a word: one byte a character and level, each level ended by a zero byte."""
    key = collate_key(word)
    size = (len(key) - 6) // 3
    return key[:size], key[size + 2 : 2 * size + 2], key[2 * size + 4 : 3 * size + 4]
