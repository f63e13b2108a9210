"""Prizes by rank: "giải Nhất", "giải 3", "giải A", "giải Nhất, Nhì, Ba toàn đoàn"."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.awards.mentions.mention import QUOTES, Mention, after_quotes, title_of
from plugins.awards.mentions.named_prizes import groups, read_named
from plugins.awards.mentions.numerals import number_before, number_span
from plugins.awards.tokens import Token

_LETTERS = frozenset("ABCD")
_ROMAN = frozenset({"i", "ii", "iii"})
_SEPARATORS = frozenset({",", "và", "/", "&", "hoặc"})
_DASHES = frozenset("-–—")
# "giải 3 triệu đồng" is money, "giải tư pháp" no fourth prize: what may not follow a rank.
_NOT_AFTER: dict[str, frozenset[str]] = {
    "Tư": frozenset({"pháp", "vấn", "nhân", "tưởng", "liệu", "thục"}),
    "Đồng": frozenset({"đội", "hành", "chí", "nghiệp", "bào", "hạng", "diễn", "ca"}),
    "Bạc": frozenset({"tỷ", "màu", "đãi"}),
    "phụ": frozenset({"nữ", "huynh", "đạo", "trách", "tùng"}),
    "Xuất sắc": frozenset({"nhất"}),
    "Nhất": frozenset({"quán", "định", "là", "trí", "thống"}),
}
# The most words that a row of ranks has: "nhất, nhì, ba, tư, năm".
_LONGEST_ROW = 10
_MEASURES = frozenset(
    [
        "triệu", "nghìn", "ngàn", "tỷ", "đồng", "năm", "tháng", "ngày", "lần", "điểm", "giờ",
        "phút", "vòng", "trận", "bài", "câu", "môn", "nội", "phần", "mùa", "%", "/", ".",
    ]
)  # fmt: skip
_CLOSE = 14


def read_prizes(tokens: Sequence[Token], place: int) -> list[Mention]:
    """Read the prizes that "giải" at ``place`` begins: one mention for each rank or name."""
    found: list[Mention] = []
    at = after_quotes(tokens, place + 1)
    if at < len(tokens) and tokens[at].text == ":" and at > 0:
        at = after_quotes(tokens, at + 1)
    while at < len(tokens) and (rank := _rank(tokens, at, first=not found)):
        end = at + tokens[at].length
        found.append(
            Mention(title_of("giai-thuong"), rank, at if found else place, end, joint=bool(found))
        )
        at = _next(tokens, end)
    if not found:
        named = read_named(tokens, place)
        found = [named] if named else []
    else:
        _whole_team(tokens, found)
    return _counted(tokens, place, found)


def read_team_rank(tokens: Sequence[Token], place: int) -> list[Mention]:
    """Read "Nhất toàn đoàn" and "nhất, nhì, ba toàn đoàn" without the noun "giải"."""
    ranks, at = [], place
    limit = min(len(tokens), place + _LONGEST_ROW)
    while at < limit and tokens[at].has("prize") and tokens[at].kind == "word":
        ranks.append(at)
        at += 1
        if at < len(tokens) and tokens[at].fold in (",", "và") and not _is_whole_team(tokens, at):
            at += 1
    if not ranks or at != ranks[-1] + 1 or not _is_whole_team(tokens, at):
        return []
    first = place
    while first and tokens[first - 1].fold in ("hạng", "đồng"):
        first -= 1
    found = []
    for number, rank in enumerate(ranks):
        begin = rank if number else first
        end = rank + 3 if rank == ranks[-1] else rank + 1
        name = f"giải {tokens[rank].cues['prize'].value} toàn đoàn"
        found.append(Mention(title_of("giai-thuong"), name, begin, end, joint=bool(number)))
    return found


def count_after(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """The number of prizes told behind one, and where it ends: "(02 giải)", ": 2 giải".

    Works count as prizes ("– 3 tác phẩm"); persons and units do not, these are who got them.
    """
    at = after_quotes(tokens, place)
    if at >= len(tokens):
        return None
    lead = tokens[at].text if tokens[at].kind == "mark" else tokens[at].fold
    if lead not in ("(", ":", "-", "–", "—", "có", "gồm"):
        return None
    at += 1
    if at < len(tokens) and tokens[at].fold in ("có", "gồm"):
        at += 1
    span = number_span(tokens, at)
    if span is None:
        return None
    end = _after_noun(tokens, at + span[1], lead)
    if end is None or lead != "(":
        return (span[0], end) if end else None
    for close in range(end, min(len(tokens), end + _CLOSE)):
        if tokens[close].text == ")":
            return span[0], close + 1
    return None


def _after_noun(tokens: Sequence[Token], at: int, lead: str) -> int | None:
    """The place after "giải" or "tác phẩm" behind a number; a bare number ends a clause."""
    if at >= len(tokens):
        return at if lead == ":" else None
    token = tokens[at]
    if token.fold == "giải" and token.length == 1:
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        return None if after is not None and after.has("prize") else at + 1
    cue = token.cues.get("count")
    if cue is not None and cue.value == "total" and not token.fold.startswith(("tập", "cá")):
        return at + token.length
    bare = {"(": ")", ":": ";,."}.get(lead, "")
    return at if token.text in bare else None


def _next(tokens: Sequence[Token], at: int) -> int:
    """Step over what joins two ranks; a dash only where no name can follow."""
    if at + 1 >= len(tokens):
        return len(tokens)
    if tokens[at].fold in _SEPARATORS:
        return after_quotes(tokens, at + 1)
    if tokens[at].text in _DASHES and tokens[at + 1].has("prize"):
        after = tokens[at + 2] if at + 2 < len(tokens) else None
        return at if after is not None and after.capital and not after.cues else at + 1
    return len(tokens)


def _rank(tokens: Sequence[Token], at: int, *, first: bool) -> str | None:
    token = tokens[at]
    cue = token.cues.get("prize")
    if cue is None or token.inside or token.text.startswith("0"):
        return None
    if (cue.value in _LETTERS or token.fold in _ROMAN) and not token.text.isupper():
        return None
    after = at + token.length
    if after >= len(tokens):
        ends = first or token.kind == "word"
    else:
        ends = _is_complete(tokens, at, after) and (first or _goes_on(token, tokens[after]))
    return f"giải {cue.value}" if ends else None


def _is_complete(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Whether the word is the whole rank, and no part of "giải tư pháp" or "giải 3 triệu"."""
    token, following = tokens[at], tokens[after]
    value = token.cues["prize"].value
    if following.fold in _NOT_AFTER.get(value, ()):
        return False
    if token.kind == "number":
        return following.fold not in _MEASURES and not following.has("count")
    return value != "phụ" or not _bears_name(tokens, after)


def _goes_on(token: Token, following: Token) -> bool:
    """Whether a further rank is one; "giải Nhì, ba cá nhân" and "giải Nhì, Ba Đình" hold none."""
    if token.kind == "number" or following.has("count", "tens") or following.fold == "giải":
        return False
    return not (token.capital and following.capital and not following.cues)


def _bears_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name follows "giải phụ": in quotation marks, or with a capital."""
    token = tokens[at]
    if token.text in QUOTES:
        return True
    after = at + token.length
    person = token.has("honorific") and after < len(tokens) and tokens[after].capital
    known = token.level or person or token.has("surname", "position", "wrapper", "place")
    return token.capital and not known


def _is_whole_team(tokens: Sequence[Token], at: int) -> bool:
    return [token.fold for token in tokens[at : at + 2]] == ["toàn", "đoàn"]


def _whole_team(tokens: Sequence[Token], found: Sequence[Mention]) -> None:
    """Give "toàn đoàn" behind a run of ranks to all of them."""
    if _is_whole_team(tokens, found[-1].last):
        found[-1].last += 2
        for mention in found:
            mention.rank = f"{mention.rank} toàn đoàn"


def _counted(tokens: Sequence[Token], place: int, found: list[Mention]) -> list[Mention]:
    """Take in what stands right around the prizes; none where they are told as not given."""
    last = found[-1].last if found else place
    if not found or _denied(tokens, place, last):
        return []
    if found[-1].rank == "giải phụ" and _is_colon(tokens, last) and groups(tokens, last + 1):
        return []  # "Các giải phụ: giải Phong cách …"
    if place and tokens[place - 1].fold == "đồng" and number_before(tokens, place - 1) is None:
        found[0].first -= 1
    if len(found) == 1 and (counted := count_after(tokens, last)):
        found[0].count, found[0].last = counted
    return found


def _is_colon(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text == ":"


def _denied(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether there is no such prize: "không có giải Nhất", "Giải C: không có"."""
    before = [token.fold for token in tokens[max(0, first - 2) : first]]
    if "không" in before or before == ["chưa", "có"]:
        return True
    after = [token.fold for token in tokens[last : last + 2]]
    return after in ([":", "không"], ["không", "có"], ["-", "không"], ["–", "không"])
