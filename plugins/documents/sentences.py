"""The sentence that a citation stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.model import Evidence

# How far a sentence may reach on each side of the citation, in characters.
_REACH = 500
# Lines of fewer characters were not broken by hand: the next one begins something new.
_WRAPPED = 60
_END = re.compile(r"[.!?…]+[”\"’)\]]*(?=\s)|\n")
_WORD_BEFORE = re.compile(r"[^\W_]+$")
# Abbreviations that a dot follows although the sentence goes on.
_SHORT = frozenset(["tp", "tx", "tt", "tr", "ub", "ths", "ts", "gs", "pgs", "đc", "st", "nxb"])


def sentence(text: str, start: int, end: int) -> Evidence:
    """Return the sentence round ``text[start:end]``, cut between words where it is very long."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    first, last = max(ends(text, low, start), default=low), next(ends(text, end, high), high)
    if first == low > 0:
        first = text.find(" ", low, start) + 1 or start
    if last == high < len(text):
        last = max(text.rfind(" ", end, high), end)
    whole = text[first:last]
    first += len(whole) - len(whole.lstrip())
    return Evidence(whole.strip(), first, first + len(whole.strip()))


def ends(text: str, start: int, end: int) -> Iterator[int]:
    """Give the places between ``start`` and ``end`` after which a new sentence begins."""
    for match in _END.finditer(text, start, end):
        if match[0] == "\n":
            if _line_ends(text, match.start()):
                yield match.start()
        elif _stops(text, match):
            yield match.end()


def _stops(text: str, match: re.Match[str]) -> bool:
    """Whether a stop ends a sentence: not in "TP. Huế", "V. N" or "1. Kế hoạch"."""
    after = text[match.end() : match.end() + 4].lstrip("\t \u00a0“\"‘'([-–•")
    if after[:1].islower():
        return False
    word = _WORD_BEFORE.search(text, max(0, match.start() - 8), match.start())
    if word is None or match[0] != ".":
        return True
    if word[0].isdigit():
        return bool(text[: word.start()].rpartition("\n")[2].strip())
    return word[0].casefold() not in _SHORT and not (len(word[0]) == 1 and word[0].isupper())


def _line_ends(text: str, at: int) -> bool:
    """Whether what ends with a line is at its end, and was not broken to fit a width."""
    following = text[at + 1 : at + 80].lstrip(" \t\u00a0")
    long = at - text.rfind("\n", max(0, at - _WRAPPED - 1), at) > _WRAPPED
    goes_on = following[:1].islower() or following[:1].isdigit()
    listed = re.match(r"\d{1,3}[.)]\s", following) is not None
    return not long or not goes_on or listed
