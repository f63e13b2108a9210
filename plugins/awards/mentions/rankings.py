"""Places in a ranking of units: "xã A xếp thứ nhất", "6 đơn vị xếp vị thứ dẫn đầu".

Only where a unit or a counted noun stands before, so that no tournament and no figure of the
economy is read.
"""

from __future__ import annotations

from collections.abc import Sequence

from plugins.awards.mentions.mention import QUOTES, Mention, title_of
from plugins.awards.tokens import Token

_ORDINALS = {
    "1": "nhất", "2": "hai", "3": "ba", "4": "tư",
    "nhất": "nhất", "nhì": "nhì", "hai": "hai", "ba": "ba", "tư": "tư", "bốn": "tư", "năm": "năm",
    "sáu": "sáu", "bảy": "bảy", "tám": "tám", "chín": "chín", "mười": "mười",
}  # fmt: skip
_VERBS = frozenset({"xếp", "đứng", "giữ"})
_OPENERS = _VERBS | {"nhóm", "dẫn", "xếp"}
_BETWEEN = frozenset({"vị", "thứ", "trí", "hạng", "đồng", "ở"})
_CLASSES = {"xuất sắc": "Xuất sắc", "tốt": "Tốt", "khá": "Khá"}
# How far before it the subject of a ranking may stand.
_REACH = 16
_SPORT = frozenset({"bảng", "trận", "vòng", "tỷ", "gdp", "thế", "giới", "khu", "châu", "á"})


def rankings(tokens: Sequence[Token]) -> list[Mention]:
    """Return the places in rankings that ``tokens`` tell, in order."""
    found: list[Mention] = []
    floor = 0
    for place, token in enumerate(tokens):
        if token.fold not in _OPENERS:
            continue
        if token.brackets or token.quotes or token.inside or place < floor:
            continue
        read = _place(tokens, place) or _class(tokens, place) or _leader(tokens, place)
        if read is not None and (read[2] or _has_subject(tokens, floor, place)):
            found.append(Mention(title_of("xep-hang"), read[0], place, read[1]))
            floor = read[1]
    return found


Read = tuple[str, int, bool]


def _place(tokens: Sequence[Token], place: int) -> Read | None:
    """Read "xếp thứ nhất", "đứng thứ 3", "xếp đồng hạng tư", "xếp vị thứ dẫn đầu"."""
    if tokens[place].fold not in _VERBS:
        return None
    at = place + 1
    while at < len(tokens) and tokens[at].fold in _BETWEEN:
        at += 1
    if at >= len(tokens) or (at == place + 1 and tokens[at].fold != "nhất"):
        return None
    if tokens[at].fold == "dẫn":
        return ("thứ nhất", at + 2, False) if _is(tokens, at, "dẫn đầu") else None
    word = tokens[at].fold.lstrip("0")
    if tokens[at].kind == "number":
        rank = f"thứ {_ORDINALS.get(word, word)}"
    elif word in _ORDINALS:
        rank = f"thứ {_ORDINALS[word]}"
    else:
        return None
    if _is_sport(tokens, at + 1):
        return None
    return rank, at + 1, False


def _class(tokens: Sequence[Token], place: int) -> Read | None:
    """Read "xếp loại Tốt", "thuộc nhóm Khá": classes of a ranking, with a capital or in quotes."""
    if not (_is(tokens, place, "xếp loại") or _is(tokens, place, "nhóm")):
        return None
    at = place + (2 if tokens[place].fold == "xếp" else 1)
    quoted = at < len(tokens) and tokens[at].text in QUOTES
    at += quoted
    for words, rank in _CLASSES.items():
        end = at + len(words.split())
        if _is(tokens, at, words) and (quoted or tokens[at].capital):
            return rank, end, False
    return None


def _leader(tokens: Sequence[Token], place: int) -> Read | None:
    """Read "Dẫn đầu khối xã là …", "dẫn đầu Cụm thi đua số 2"."""
    if not _is(tokens, place, "dẫn đầu") or (place and tokens[place - 1].fold in ("vị", "cờ")):
        return None
    after = tokens[place + 2] if place + 2 < len(tokens) else None
    if after is None:
        return None
    if place == 0 and tokens[place].capital and (after.fold in ("khối", "cụm", "là")):
        return "thứ nhất", place + 2, True
    return ("thứ nhất", place + 2, False) if after.fold in ("khối", "cụm") else None


def _is(tokens: Sequence[Token], at: int, words: str) -> bool:
    wanted = words.split()
    return [token.fold for token in tokens[at : at + len(wanted)]] == wanted


def _is_sport(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows tells a table of a tournament or of the economy."""
    return any(token.fold in _SPORT for token in tokens[at : at + 3] if token.kind == "word")


def _has_subject(tokens: Sequence[Token], floor: int, place: int) -> bool:
    """Whether a named or counted unit stands before, in the same clause."""
    for at in range(place - 1, max(floor, place - _REACH) - 1, -1):
        token = tokens[at]
        if token.text == ";":
            return False
        cue = token.cues.get("count")
        counted = (
            cue is not None
            and cue.value == "collective"
            and at > 0
            and (tokens[at - 1].kind == "number" or tokens[at - 1].has("number"))
        )
        named = token.level and at + token.length < place and tokens[at + token.length].capital
        if not token.inside and not token.brackets and (counted or named):
            return True
    return False
