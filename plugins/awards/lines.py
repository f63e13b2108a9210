"""Lines of text: list marks before them, and furniture of the page among them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from plugins.vocabulary import Phrases, fold_word, load, words
from plugins.vocabulary.phrases import QUOTES
from plugins.vocabulary.words import WORD

# "1.", "01)", "a)", "IV.", "-", "+", "•": what stands before an item of a list. A number with a dot
# needs a space after it ("1. Ông …"), so that "1.329 lượt" starts no item; "1.Ông" is one.
_MARK = re.compile(
    r"""
    [ \t\u00a0]*
    (?P<mark>
        \d{1,3} \s? [.)/\-] (?= \s | [^\W\d_] )
      | [a-zđ] \) (?= \s )
      | (?: [IVX]{1,5} | [A-HĐ] ) [.)] (?= \s )
      | [-–—+•·*▪●○◦✓❖»] (?= \s | [^\W\d_] )
    )
    [ \t\u00a0]*
    """,
    re.VERBOSE,
)


_ANNEX = re.compile(r"(?:phụ\s+lục|danh\s+sách)\b", re.IGNORECASE)
# What an annex and a date line begin with.
_FIRST = frozenset({"phụ", "danh", "thứ", "chủ"})
# "Thứ Năm, 28-05-2020, 01:42": the date line of a page.
_DATELINE = re.compile(r"(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy)|chủ\snhật)\b[\s,]*\d", re.IGNORECASE)


def list_mark(plain: str, start: int, end: int) -> tuple[str, int]:
    """Return the list mark at ``start`` and where the item's own text begins."""
    match = _MARK.match(plain, start, end)
    return (match["mark"], match.end()) if match and match.end() < end else ("", start)


def furniture(line: str) -> str:
    """Say what a line of page furniture is: "noise", "tail" where the article is over, else "".

    "annex" heads an annex of a decision, which stands after all that closes the decision itself.
    """
    first = WORD.search(line)
    if first is None or not _begins_furniture(first.group()):
        return ""
    if _DATELINE.match(line):
        return "noise"
    if line.isupper() and _ANNEX.match(line):
        return "annex"
    known, size = _furniture()
    folds = (word.fold for word in words(line, 0, 80) if word.fold not in QUOTES)
    length, roles = known.longest(list(islice(folds, size)), 0)
    return roles[0] if length else ""


@lru_cache(maxsize=65536)
def _begins_furniture(word: str) -> bool:
    folded = fold_word(word, "")
    return folded in _FIRST or _furniture()[0].starts(folded)


@lru_cache(maxsize=1)
def _furniture() -> tuple[Phrases[str], int]:
    """The words of furniture, and how many words the longest row of them has."""
    cues = [cue for cue in load().cues if cue.role in ("noise", "tail")]
    rows = [(word, cue.role) for cue in cues for word in cue.words]
    return Phrases(rows), max(len(list(words(line))) for line, _ in rows)
