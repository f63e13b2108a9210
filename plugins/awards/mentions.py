"""Where a sentence names an award: a title of the vocabulary, a prize, a party badge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from plugins.awards.tokens import Token
from plugins.model import AwardTitle
from plugins.vocabulary import load

_HONOUR = "danh hiệu vinh dự nhà nước"
_BADGES = ("huy-hieu", "huy-hieu-dang")
_LETTERS = frozenset("ABCD")
_LONGEST_PRIZE = 16
_LONGEST_NUMBER = 7
QUOTES = frozenset("“”\"'‘’«»")


@dataclass(slots=True)
class Mention:
    """An award named by the tokens from ``first`` to ``last`` (excluded).

    ``count`` is the number before it ("03 giải khuyến khích"). ``joint`` is true where it only adds
    to the one before ("giải Nhất, Nhì", "Bằng khen và Giấy khen").
    """

    title: AwardTitle
    rank: str | None
    first: int
    last: int
    count: int | None = None
    joint: bool = False

    @property
    def generic(self) -> bool:
        """Whether the form of commendation is left unnamed."""
        return self.title.group == "khác"


def mentions(tokens: Sequence[Token]) -> list[Mention]:
    """Return the awards named in ``tokens``, in order. Those in brackets are asides."""
    found: list[Mention] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        read = None if token.brackets or token.inside else _read(tokens, place, found)
        if read is None:
            place += 1
            continue
        for mention in read:
            _count(tokens, mention)
            if found and mention.count is None:
                mention.joint = mention.joint or _only_joins(tokens, found[-1].last, mention.first)
            found.append(mention)
        place = max(place + 1, found[-1].last)
    return found


def number_at(tokens: Sequence[Token], place: int) -> int | None:
    """The number at ``place``, in digits or a word; no part of a fraction, date or ordinal."""
    if not 0 <= place < len(tokens):
        return None
    token = tokens[place]
    beside = [tokens[n].text for n in (place - 1, place + 1) if 0 <= n < len(tokens)]
    before = tokens[place - 1].fold if place else ""
    if "/" in beside or before in ("thứ", "số", "hạng", "giải", "tháng", "ngày", "năm"):
        return None
    if token.kind == "number":
        # "Điều 5", "12,5": no counts.
        digits = token.text.replace(".", "")
        return int(digits) if len(digits) <= _LONGEST_NUMBER else None
    cue = token.cues.get("number")
    return int(cue.value) if cue else None


def _read(tokens: Sequence[Token], place: int, found: list[Mention]) -> list[Mention] | None:
    token = tokens[place]
    if token.fold == "giải" and not token.cues and not token.title:
        return _prizes(tokens, place)
    if token.fold == "hạng" and found and found[-1].rank and found[-1].title.ranks:
        # "hạng Nhì, hạng Ba": the title is said once.
        rank = _class(tokens, place)
        if rank and _only_joins(tokens, found[-1].last, place):
            return [Mention(found[-1].title, rank[0], place, rank[1], joint=True)]
    if token.title is None:
        return None
    last = place + token.length
    if token.title.group == _HONOUR and _is_form_of_address(tokens, place, last):
        return None
    read = _badge if token.title.slug in _BADGES else _ranked
    return [read(tokens, token.title, place, last)]


def _ranked(tokens: Sequence[Token], title: AwardTitle, place: int, last: int) -> Mention:
    rank = _class(tokens, last) if title.ranks else None
    return Mention(title, rank[0], place, rank[1]) if rank else Mention(title, None, place, last)


def _class(tokens: Sequence[Token], place: int) -> tuple[str, int] | None:
    """Read "hạng Ba", "hạng 3" at ``place``, quotation marks before it stepped over."""
    while place < len(tokens) and tokens[place].text in QUOTES:
        place += 1
    if place + 1 >= len(tokens) or tokens[place].fold != "hạng":
        return None
    cue = tokens[place + 1].cues.get("prize")
    return (f"hạng {cue.value}", place + 2) if cue else None


def _prizes(tokens: Sequence[Token], place: int) -> list[Mention] | None:
    """Read "giải Nhất", "giải A", "giải Nhất, Nhì, Ba": one mention for each rank."""
    found: list[Mention] = []
    at = place + 1
    while at < len(tokens) and tokens[at].text in QUOTES:
        at += 1
    while at < len(tokens) and (rank := _prize(tokens, at, first=not found)):
        end = at + tokens[at].length
        found.append(Mention(_contest(), rank, at if found else place, end, joint=bool(found)))
        at = end
        if at + 1 < len(tokens) and tokens[at].fold in (",", "và"):
            at += 1
    return found or _named_prize(tokens, place)


def _named_prize(tokens: Sequence[Token], place: int) -> list[Mention] | None:
    """Read "01 giải Thuyết trình hay nhất cho …": a prize with a name of its own.

    Only with a number before it, since "giải" begins much else, and only up to the word that leads
    to who got it or to the next number.
    """
    if number_at(tokens, place - 1) is None:
        return None
    for at in range(place + 1, min(len(tokens), place + _LONGEST_PRIZE)):
        token = tokens[at]
        if (
            token.has("to", "belong")
            or token.text in ".,;:"
            or (token.fold == "và" and number_at(tokens, at + 1))
        ):
            named = (
                at > place + 1
                and not tokens[place + 1].has("count")
                and tokens[place + 1].fold != "thưởng"
            )
            rank = " ".join(t.text for t in tokens[place:at])
            return [Mention(_contest(), rank, place, at)] if named else None
    return None


def _prize(tokens: Sequence[Token], at: int, *, first: bool) -> str | None:
    cue = tokens[at].cues.get("prize")
    if cue is None or tokens[at].inside:
        return None
    if cue.value in _LETTERS and not tokens[at].capital:
        return None
    counts = at + 1 < len(tokens) and tokens[at + 1].has("count")
    # "giải 3" is a rank, "giải nhì, 3 …" and "giải nhì, ba cá nhân" go on with a number.
    if not first and (
        counts
        or tokens[at].kind == "number"
        or (tokens[at + 1 : at + 2] and tokens[at + 1].fold == "giải")
    ):
        return None
    return f"giải {cue.value}"


def _badge(tokens: Sequence[Token], title: AwardTitle, place: int, last: int) -> Mention:
    """Read "Huy hiệu 30 năm tuổi Đảng", "Huy hiệu Đảng 55 năm"; else a badge as it stands."""
    at = last
    while at < len(tokens) and tokens[at].text in QUOTES:
        at += 1
    if at + 1 < len(tokens) and tokens[at].kind == "number" and tokens[at + 1].fold == "năm":
        end = at + 2
        while end < len(tokens) and tokens[end].fold in ("tuổi", "đảng"):
            end += 1
        badge = load().award_title("huy-hieu-dang")
        return Mention(badge or title, f"{tokens[at].text} năm tuổi Đảng", place, end)
    return Mention(title, None, place, last)


def _is_form_of_address(tokens: Sequence[Token], place: int, last: int) -> bool:
    """Whether a title is borne, not given: "Nghệ nhân Ưu tú Lò Văn Páo nói …"."""
    if last >= len(tokens) or not (tokens[last].capital and tokens[last].has("surname")):
        return False
    return not place or tokens[place - 1].fold not in ("hiệu", "tặng")


def _count(tokens: Sequence[Token], mention: Mention) -> None:
    at = mention.first - 1
    while at >= 0 and tokens[at].text in QUOTES:
        at -= 1
    number = number_at(tokens, at)
    if number is not None and not mention.joint:
        mention.count, mention.first = number, at


def _only_joins(tokens: Sequence[Token], first: int, last: int) -> bool:
    between = [token.fold for token in tokens[first:last] if token.text not in QUOTES]
    return bool(between) and all(
        fold in (",", "và", "/", "danh", "hiệu", "hoặc", "&", "kèm", "cùng") for fold in between
    )


@lru_cache(maxsize=1)
def _contest() -> AwardTitle:
    title = load().award_title("giai-thuong")
    if title is None:
        raise LookupError("the vocabulary has no title giai-thuong")
    return title
