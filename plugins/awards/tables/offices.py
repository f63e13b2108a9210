"""What a cell says of office and unit: "Giáo viên, Trường THPT B", "Tổ trưởng", "5A2"."""

from __future__ import annotations

import re
from functools import lru_cache

from plugins.awards.sentences import whole
from plugins.awards.tables.spans import Span, said, stripped
from plugins.awards.text import Block
from plugins.awards.tokens import Token
from plugins.vocabulary import fold, load

_BARE_CLASS = re.compile(r"\d{1,2}\s?[A-ZĐ]?\w{0,3}(?:[./]\d{1,2})?", re.I)
_MARKS = ",-–—(/"


def office_of(plain: str, row: Block, cell: Span) -> tuple[str | None, str | None]:
    """Split "Giáo viên, Trường THPT B" or "Chuyên viên Phòng A" into position and unit."""
    text = said(plain, cell)
    if _BARE_CLASS.fullmatch(text) and any(char.isalpha() for char in text):
        return None, f"lớp {text}"
    sentence = whole(plain, row, *cell)
    tokens = sentence.tokens if sentence else []
    for place, token in enumerate(tokens):
        if not token.level or token.inside or token.brackets or _is_holder(tokens, place):
            continue
        if place == 0:
            return None, text
        before = tokens[place - 1]
        marked = before.text in _MARKS
        if marked or token.capital or (tokens[0].has("position") and _named(tokens, place)):
            head = stripped(plain, cell[0], before.start if marked else before.end)
            return said(plain, head) or None, said(plain, (token.start, cell[1]))
    return text or None, None


def _is_holder(tokens: list[Token], place: int) -> bool:
    """Whether a type of unit begins an office ("Công an viên") or repeats it ("Tổ trưởng tổ 4")."""
    after = place + tokens[place].length
    if after < len(tokens) and tokens[after].fold in ("viên", "trưởng", "phó"):
        return True
    return place > 0 and tokens[place].fold == tokens[0].fold


def _named(tokens: list[Token], place: int) -> bool:
    """Whether a unit with its name begins here: "xã Tân Lập", not the "xã" of "cán bộ xã"."""
    after = place + tokens[place].length
    return after < len(tokens) and (tokens[after].capital or tokens[after].kind == "number")


def classed(header: str, text: str) -> str:
    """What stands in a column of one type of unit, with that type: "5A2" under "Lớp"."""
    if len(header.split()) == 1 and (header.casefold() == "lớp" or text[:1].isdecimal()):
        return f"{header.casefold()} {text}"
    return text


def is_office(text: str) -> bool:
    """Whether a cell begins with an office: "Tổ trưởng"."""
    said = fold(text).split()
    return any(" ".join(said[:length]) in _offices() for length in range(1, min(5, len(said)) + 1))


@lru_cache(maxsize=1)
def _offices() -> frozenset[str]:
    return frozenset(
        fold(word) for cue in load().cues if cue.role == "position" for word in cue.words
    )
