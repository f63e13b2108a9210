"""Badges of the Party by years of membership: "Huy hiệu 30 năm tuổi Đảng", "65 năm tuổi Đảng"."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.awards.mentions.mention import QUOTES, Mention, after_quotes, only_joins, title_of
from plugins.awards.mentions.named_titles import with_name
from plugins.awards.mentions.numerals import number_before
from plugins.awards.tokens import Token
from plugins.model import AwardTitle

BADGES = ("huy-hieu", "huy-hieu-dang")
_PARTY = "huy-hieu-dang"
_OLDEST = 100
_WIDEST = 4
_MOST = 12
_LINKS = frozenset({"loại", "mức", "các", "hạng"})
# What may follow "Huy hiệu 40 năm" where "tuổi Đảng" is left out.
_AFTER = frozenset(",;:.()-–—|") | QUOTES | {"và"}


def read_badge(tokens: Sequence[Token], title: AwardTitle, place: int, last: int) -> list[Mention]:
    """Read a badge at ``place``: one mention for each number of years, else one as it stands."""
    at = after_quotes(tokens, last)
    while at < len(tokens) and tokens[at].fold in _LINKS:
        at += 1
    years, end = _chain(tokens, at)
    if not years:
        named, after = with_name(tokens, title, last)
        return [Mention(named, None, place, after)]
    party = title_of(_PARTY)
    found = [Mention(party, _rank(years[0][0]), place, years[0][1])]
    for number, stop in years[1:]:
        found.append(
            Mention(
                party, _rank(number), after_quotes(tokens, found[-1].last + 1), stop, joint=True
            )
        )
    found[-1].last = end
    return found


def read_years(
    tokens: Sequence[Token],
    place: int,
    found: Sequence[Mention],
    told: AwardTitle | None = None,
) -> list[Mention]:
    """Read "65 năm tuổi Đảng" behind a badge told before: "01 đồng chí 65 năm tuổi Đảng"."""
    title = found[-1].title if found else told
    if title is None or title.slug != _PARTY or tokens[place].kind != "number":
        return []
    years, end = _chain(tokens, place)
    said = [token.fold for token in tokens[place + 1 : end]]
    if len(years) != 1 or "đảng" not in said:
        return []
    joins = bool(found) and only_joins(tokens, found[-1].last, place)
    if not joins and not _counts_members(tokens, place) and not _counted_after(tokens, end):
        return []
    mention = Mention(title_of(_PARTY), _rank(years[0][0]), place, end, joint=joins)
    return [mention]


def _rank(years: str) -> str:
    return f"{years} năm tuổi Đảng"


def _counts_members(tokens: Sequence[Token], place: int) -> bool:
    """Whether "01 đồng chí", ";" or ":" stands before."""
    if place and tokens[place - 1].text in ";:([":
        return True
    for at in range(place - 1, max(-1, place - _WIDEST), -1):
        cue = tokens[at].cues.get("count")
        if cue is not None and cue.value == "individual":
            return at + tokens[at].length == place and number_before(tokens, at) is not None
    return False


def _counted_after(tokens: Sequence[Token], end: int) -> bool:
    """Whether "có 24 đảng viên" follows."""
    return (
        end + 1 < len(tokens)
        and tokens[end].fold in ("có", ":", "(")
        and tokens[end + 1].kind == "number"
    )


def _chain(tokens: Sequence[Token], at: int) -> tuple[list[tuple[str, int]], int]:
    """The years of "60, 55 và 50 năm tuổi Đảng", each with its end, and the end of all."""
    years: list[tuple[str, int]] = []
    while at < len(tokens) and len(years) < _MOST and _is_years(tokens[at]):
        years.append((tokens[at].text, at + 1))
        at += 1
        if at < len(tokens) and tokens[at].fold in ("năm", "tuổi"):
            end = at + (tokens[at].fold == "năm")
            while end < len(tokens) and tokens[end].fold in ("tuổi", "đảng"):
                end += 1
            years[-1] = (years[-1][0], end)
            following = after_quotes(tokens, end)
            if not (_joins(tokens, following) and _is_years(tokens[following + 1])):
                return _told(tokens, years, at, end)
            if not _told(tokens, years, at, end)[0]:
                return [], at
            at = following
        if not _joins(tokens, at):
            break
        at = after_quotes(tokens, at + 1)
    # Numbers that end in no "năm" are something else.
    whole = [year for year in years if tokens[year[1] - 1].kind != "number"]
    return (whole, whole[-1][1]) if whole else ([], at)


def _joins(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at].fold in (",", "và", "/")


def _is_years(token: Token) -> bool:
    return token.kind == "number" and "." not in token.text and 0 < int(token.text) < _OLDEST


def _told(
    tokens: Sequence[Token], years: list[tuple[str, int]], at: int, end: int
) -> tuple[list[tuple[str, int]], int]:
    """The years, unless "năm" goes on to something else: "Huy hiệu 20 năm công tác"."""
    bare = end == at + 1
    if bare and end < len(tokens):
        token = tokens[end]
        if token.fold not in _AFTER and not token.has("to", "belong", "passive", "lead-in"):
            return [], at
    return years, end
