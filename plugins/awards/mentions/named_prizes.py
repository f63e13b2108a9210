"""Prizes with a name of their own: "giải Tiết mục hay nhất", "giải phụ “Trang phục đẹp”".

"giải" begins much else, so a name counts only behind a verb of giving or receiving, or where a
word leads from it to who won, and never if it is that of a contest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plugins.awards.mentions.mention import (
    QUOTES,
    Mention,
    closing_quote,
    head,
    title_of,
    words_of,
)
from plugins.awards.mentions.numerals import number_before, number_span
from plugins.awards.tokens import Token

_LONGEST = 18
_REACH = 30
# "đạt giải cao", "trao giải cho": words that begin no name.
_NO_NAME = frozenset(
    [
        "cho", "và", "của", "tại", "trong", "ở", "từ", "với", "cao", "các", "những", "cấp",
        "quốc", "này", "đó", "trên", "theo", "về", "là", "có", "thì", "khi", "vào", "lần", "năm",
        "cùng", "do", "để", "đã", "sẽ", "được", "mà", "nào", "gì", "nhiều", "thứ", "tỉnh", "huyện",
        "khu", "thi", "đấu", "hạng", "ngay", "sau", "trước", "bằng", "như", "thưởng", "chính",
        "không", "chưa", "cũng", "lớn", "tương", "nội", "môn", "đợt", "mùa", "tổng",
    ]
)  # fmt: skip
# What groups prizes rather than names one: "Giải tập thể: 01 giải Nhất …".
_GROUPING = frozenset({"tập thể", "cá nhân", "đồng đội", "nhóm", "đơn vị", "đội"})
# A name in lower case is one only if it ends in praise.
_PRAISE = frozenset(
    [
        "nhất", "đẹp", "hay", "tượng", "tạo", "vọng", "chọn", "cách", "trào", "đoàn", "năng",
        "hiến", "giỏi", "tình", "độc", "đáo",
    ]
)  # fmt: skip
_CLAUSE = frozenset(",;:-–—+*•·(.…!?|")
_LINKS = frozenset({"và", "còn", "cùng"})
_ADVERBS = frozenset({"riêng", "thêm", "đồng", "các", "những", "một"})
# How many words may stand between a verb and the prize, and how far back a verb still counts.
_STEPS = 6
_BACK = 60
# A name ends before one of these; the word that leads to the winner may come later.
_SOFT = frozenset({"với", "trong", "tại", "của", "trị", "do", "vì", "ở", "dành", "năm", "theo"})


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where a name ends, and by what: ``kind`` is to, belong, colon, dash, and, or end."""

    end: int
    place: int
    kind: str
    verbs: bool = False


def read_named(tokens: Sequence[Token], place: int) -> Mention | None:
    """Read the prize with a name that "giải" at ``place`` begins."""
    lead, counted = _lead(tokens, place)
    first = place + 1
    if first < len(tokens) and tokens[first].fold == "phụ":
        first += 1
    if not lead or first >= len(tokens):
        return None
    if tokens[first].fold == "thưởng":
        return _named_award(tokens, place, first + 1) if lead in ("give", "receive") else None
    quoted = _quoted(tokens, first)
    if quoted is not None:
        begin, end, last = first + 1, quoted, quoted + 1
        stop = _stop(tokens, last, last)
    else:
        stop = _stop(tokens, first, first)
        begin, end = first, stop.end if stop else first
        last = end
    if stop is None or not _is_named(tokens, begin, end):
        return None
    if quoted is None and not _looks_like_name(tokens, begin, stop, counted=counted):
        return None
    name = words_of(tokens, begin, end)
    if lead == "clause" and stop.kind == "and" and _is_given(tokens, place):
        lead = "give"
    if not _leads(tokens, lead, stop, name, counted=counted):
        return None
    return Mention(title_of("giai-thuong"), f"giải {name}", place, last)


def _named_award(tokens: Sequence[Token], place: int, at: int) -> Mention | None:
    """Read "Giải thưởng “X”": a title by itself."""
    end = _quoted(tokens, at) if at < len(tokens) else None
    if end is None or not _is_named(tokens, at + 1, end):
        return None
    title = title_of("giai-thuong")
    name = f"{title.name} {words_of(tokens, at + 1, end)}"
    return Mention(replace(title, name=name), None, place, end + 1)


def _quoted(tokens: Sequence[Token], at: int) -> int | None:
    """The place of the mark that ends a name in quotation marks at ``at``."""
    if tokens[at].text not in QUOTES:
        return None
    end = closing_quote(tokens, at, _LONGEST)
    return end if end is not None and end > at + 1 else None


def _lead(tokens: Sequence[Token], place: int) -> tuple[str, bool]:
    """What stands before: a verb ("give", "receive"), a new "clause", or nothing that fits."""
    at, counted = place, False
    for _ in range(_STEPS):
        if at == 0:
            break
        span = number_before(tokens, at)
        if span is not None:
            at, counted = at - span[1], True
        elif tokens[at - 1].text in QUOTES or tokens[at - 1].fold in _ADVERBS:
            at -= 1
        else:
            break
    if at == 0 or tokens[at - 1].text in _CLAUSE or tokens[at - 1].fold in _LINKS:
        return "clause", counted
    verb = head(tokens, at - 1)
    if verb.has("receive"):
        return "receive", counted
    return ("give" if verb.has("give") else ""), counted


def _is_given(tokens: Sequence[Token], place: int) -> bool:
    """Whether a verb earlier in the sentence gives: "trao giải Nhất cho A; giải X và giải Y …"."""
    return any(token.has("give") for token in tokens[max(0, place - _BACK) : place])


def _stop(tokens: Sequence[Token], first: int, at: int) -> _Stop | None:
    """Scan from ``at`` for what ends the name that begins at ``first``."""
    soft, verbs, limit = -1, False, min(len(tokens), first + _REACH)
    while at < limit:
        token = tokens[at]
        end = soft if soft >= 0 else at
        kind = _kind_of_stop(tokens, at, started=at > first)
        if kind == "end" and token.text == "," and soft >= 0:
            kind = ""
        if kind:
            return _Stop(end, at, kind, verbs)
        if token.text in "([" and token.brackets:
            soft = end
            while at < limit and tokens[at].brackets:
                at += 1
            continue
        if soft < 0 and at > first and _is_soft(tokens, at):
            soft = at
        verbs = verbs or (soft < 0 and token.has("give", "receive", "passive"))
        at += 1
    return _Stop(soft if soft >= 0 else at, at, "end", verbs) if at >= len(tokens) else None


def _kind_of_stop(tokens: Sequence[Token], at: int, *, started: bool) -> str:
    token = tokens[at]
    kind = ""
    if token.inside:
        kind = ""
    elif token.has("belong", "to"):
        kind = "belong" if token.has("belong") else "to"
    elif token.text == ":":
        kind = "colon"
    elif token.text in ",;.!?…" or token.fold == "giải":
        kind = "end"
    elif token.text in "-–—" and _wins(tokens, at + 1):
        kind = "dash"
    elif started and token.fold in _LINKS and _is_prize(tokens, at + 1):
        kind = "and"
    return kind


def _is_prize(tokens: Sequence[Token], at: int) -> bool:
    """Whether another prize follows, perhaps with its number."""
    span = number_span(tokens, at)
    at += span[1] if span else 0
    return at < len(tokens) and tokens[at].fold == "giải"


def _is_soft(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text in QUOTES or token.fold in _SOFT:
        return True
    return token.fold == "có" and number_span(tokens, at + 1) is not None


def _is_named(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether the tokens may be a name at all: no contest, no other award in it."""
    if not 0 < end - begin <= _LONGEST:
        return False
    first = tokens[begin]
    dated = first.kind == "number" and first.quotes and end - begin > 2  # noqa: PLR2004
    if (
        not (first.kind == "word" or dated)
        or first.fold in _NO_NAME
        or any(t.title for t in tokens[begin:end])
    ):
        return False
    return not first.has("campaign") or first.fold == "phong"


def _looks_like_name(tokens: Sequence[Token], begin: int, stop: _Stop, *, counted: bool) -> bool:
    """Whether words without quotation marks are told as a name."""
    last = tokens[stop.end - 1].fold
    if stop.verbs and last != "nhất":
        return False
    if last in _PRAISE or words_of(tokens, begin, stop.end).casefold() in _GROUPING:
        return True
    return tokens[begin].capital or (counted and stop.end - begin > 1)


def _leads(tokens: Sequence[Token], lead: str, stop: _Stop, name: str, *, counted: bool) -> bool:
    """Whether the words around a name say that somebody won it."""
    if name.casefold() in _GROUPING:
        after = stop.place + tokens[stop.place].length if stop.place < len(tokens) else stop.place
        won = (
            stop.end == stop.place
            and stop.kind in ("to", "belong", "colon")
            and _wins(tokens, after)
        )
        return won or (lead == "receive" and stop.kind == "end" and not counted)
    if stop.kind == "colon" and groups(tokens, stop.place + 1):
        return False
    if lead != "clause" or counted:
        return True
    return stop.kind in ("belong", "to", "colon", "dash")


def groups(tokens: Sequence[Token], at: int) -> bool:
    """Whether prizes follow a colon: "Giải cá nhân: 01 giải Nhất", "… : có 1 giải A"."""
    if at < len(tokens) and tokens[at].fold in ("có", "gồm"):
        at += 1
    span = number_span(tokens, at)
    at += span[1] if span else 0
    return at < len(tokens) and _begins_prize(tokens[at])


def _begins_prize(token: Token) -> bool:
    return token.fold == "giải" or (token.has("prize") and len(token.text) > 1)


def _wins(tokens: Sequence[Token], at: int) -> bool:
    """Whether who won may begin at ``at``."""
    if at >= len(tokens) or groups(tokens, at):
        return False
    token = tokens[at]
    return (
        token.capital
        or bool(token.level)
        or token.has("honorific", "determiner", "author", "wrapper", "position")
        or number_span(tokens, at) is not None
    )
