"""Ranks of a contest without the word for a prize: "Nhất: Thôn 3; Nhì: Thôn 1", "quán quân"."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.awards.mentions.mention import Mention, title_of
from plugins.awards.tokens import Token

_OPENS = frozenset(";:,.-–—*•+|")
# How far after "nhất" its "nhì" may stand.
_REACH = 60
# Champions and runners-up, as two words.
_CHAMPIONS = {("quán", "quân"): "Quán quân", ("á", "quân"): "Á quân"}


def read_bare_rank(tokens: Sequence[Token], place: int) -> list[Mention]:
    """Read a rank at ``place`` that stands for a prize; an empty list where none does."""
    token = tokens[place]
    following = tokens[place + 1].fold if place + 1 < len(tokens) else ""
    if name := _CHAMPIONS.get((token.fold, following)):
        return [Mention(title_of("giai-thuong"), name, place, place + 2)]
    cue = token.cues.get("prize")
    counted = place > 0 and tokens[place - 1].kind == "number"
    opens = place == 0 or tokens[place - 1].text in _OPENS or counted
    if cue is None or token.kind != "word" or not opens or len(cue.value) == 1:
        return []
    end, rank = place + token.length, f"giải {cue.value}"
    if [t.fold for t in tokens[end : end + 2]] == ["toàn", "đoàn"]:
        end, rank = end + 2, f"{rank} toàn đoàn"
    if place and _is_counted(tokens, place, end):
        return [Mention(title_of("giai-thuong"), rank, place, end)]
    headed = end < len(tokens) and tokens[end].text == ":" and token.capital and not counted
    if headed or _in_a_row(tokens, place, end):
        return [Mention(title_of("giai-thuong"), rank, place, end)]
    return []


def _is_counted(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether prizes are counted in a row: "8 Nhì, 12 Ba, 25 Khuyến khích"."""
    closed = end == len(tokens) or tokens[end].text in ",;.)" or tokens[end].fold == "và"
    return tokens[place].capital and tokens[place - 1].kind == "number" and closed


def _in_a_row(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether ranks with their winners stand in a row: "nhất Thôn 3, nhì Thôn 1"."""
    if end >= len(tokens) or not _names(tokens[end]):
        return False
    first = max(0, place - _REACH)
    ranks = set()
    for at in range(first, min(len(tokens), place + _REACH)):
        cue, after = tokens[at].cues.get("prize"), at + tokens[at].length
        opens = at == 0 or tokens[at - 1].text in _OPENS
        if cue and opens and after < len(tokens) and _names(tokens[after]):
            ranks.add(cue.value)
    return {"Nhất", "Nhì"} <= ranks


def _names(token: Token) -> bool:
    return token.capital and (bool(token.level) or token.has("surname", "honorific"))
