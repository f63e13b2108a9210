"""Titles that carry a name ("Kỷ niệm chương “Vì sự nghiệp …”"), and titles that are no award.

"Nghệ nhân Ưu tú" before a person's name is a form of address, "phong trào “Đơn vị tiên tiến”" a
campaign.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plugins.awards.mentions.mention import (
    QUOTES,
    Mention,
    before_quotes,
    closing_quote,
    head,
    title_of,
    words_of,
)
from plugins.awards.mentions.numerals import number_span
from plugins.awards.slips import begins_place
from plugins.awards.tokens import Token
from plugins.model import AwardTitle
from plugins.vocabulary import load

_LONGEST = 18
OTHER_TITLE = "danh-hieu-khac"
_HONOUR = "danh hiệu vinh dự nhà nước"
# "vì sự nghiệp giáo dục" names a badge, "vì đã có thành tích" and "vì sự đóng góp" are reasons.
_CAUSES = frozenset(
    [
        "sự nghiệp", "sự phát triển", "sự tiến bộ", "sự bình đẳng", "thế hệ trẻ", "sức khỏe",
        "giai cấp", "an ninh", "chủ quyền", "nghĩa vụ", "cộng đồng", "biển đảo", "hòa bình",
        "tình hữu",
    ]
)  # fmt: skip
# What ends a name without quotation marks.
_ENDS = frozenset({"của", "năm", "lần", "đợt", "trong", "tại", "nhân", "do", "kèm", "từ", "đến"})
_GIVEN = frozenset({"phong tặng", "truy tặng", "được phong tặng", "được truy tặng"})


def with_name(tokens: Sequence[Token], title: AwardTitle, last: int) -> tuple[AwardTitle, int]:
    """The title with the name that follows at ``last``, and where that ends."""
    if not title.named or last >= len(tokens):
        return title, last
    begin, end, after = last, None, last
    if tokens[last].text in QUOTES:
        end = closing_quote(tokens, last, _LONGEST)
        begin, after = last + 1, (end or last) + 1
        if end is not None and not tokens[begin].capital and tokens[begin].fold != "vì":
            end = None
    elif _begins_name(tokens, last):
        end = after = _end(tokens, last)
    if end is None or end <= begin:
        return title, last
    name = words_of(tokens, begin, end)
    full = f"{title.name} {name[0].upper()}{name[1:]}"
    return load().award_title(full) or replace(title, name=full), after


def read_quoted_title(tokens: Sequence[Token], at: int) -> list[Mention]:
    """Read “Công chức tận tâm” behind "danh hiệu": a title that only its quotation marks tell."""
    if at < 2 or [token.fold for token in tokens[at - 2 : at]] != ["danh", "hiệu"]:  # noqa: PLR2004
        return []
    end = closing_quote(tokens, at, _LONGEST)
    if end is None or end <= at + 1 or any(t.title or t.fold == "giải" for t in tokens[at:end]):
        return []
    name = words_of(tokens, at + 1, end)
    title = replace(title_of(OTHER_TITLE), name=f"{name[0].upper()}{name[1:]}")
    return [Mention(title, None, at, end + 1)]


def is_address(tokens: Sequence[Token], title: AwardTitle, place: int, last: int) -> bool:
    """Whether an honorific title is borne, not given: "Nghệ nhân Ưu tú Lò Văn Páo nói …"."""
    if title.group != _HONOUR:
        return False
    before = before_quotes(tokens, place)
    verb = head(tokens, before) if before >= 0 else None
    if before >= 0 and tokens[before].fold == "hiệu":
        return False
    given = verb is not None and verb.has("give", "receive")
    if tokens[place].text.isupper() and last == place + 1:
        # "NGƯT Chung Thị Bích": an abbreviation is nearly always borne.
        return not given or _names_person(tokens, last)
    if not _names_person(tokens, last):
        return False
    spoken = " ".join(t.fold for t in tokens[max(0, before - 1) : before + 1])
    return not any(spoken.endswith(words) for words in _GIVEN)


def is_campaign(tokens: Sequence[Token], title: AwardTitle, place: int, last: int) -> bool:
    """Whether a title only names a campaign, a contest or a village."""
    if not title.group.startswith("danh hiệu"):
        return False
    before = before_quotes(tokens, place)
    if before >= 0 and (head(tokens, before).has("campaign") or tokens[before].fold == "dựng"):
        return True
    # "thôn Văn Hóa": all but the type in capitals is a name.
    token = tokens[place]
    rest = [t for t in tokens[place + 1 : last] if t.kind == "word"]
    return not token.capital and begins_place(token.fold) and all(t.capital for t in rest)


def _begins_name(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.fold == "vì":
        return " ".join(t.fold for t in tokens[at + 1 : at + 3]) in _CAUSES or (
            " ".join(t.fold for t in tokens[at + 1 : at + 4]) in _CAUSES
        )
    if not token.capital or token.inside or token.text.isupper():
        return False
    if token.level or token.has("honorific", "surname", "place", "issuer", "determiner", "wrapper"):
        return False
    # "Kỷ niệm chương Chiến sĩ Trường Sa cho …" needs the word that leads on.
    end = _end(tokens, at)
    return end < len(tokens) and tokens[end].has("to", "belong")


def _end(tokens: Sequence[Token], first: int) -> int:
    for at in range(first + 1, min(len(tokens), first + _LONGEST)):
        token = tokens[at]
        ends = token.text in ",;:.()!?…" or token.text in QUOTES or token.fold in _ENDS
        if token.inside and not ends:
            continue
        if ends or token.has("to", "belong", "give", "receive", "passive"):
            return at
        counted = number_span(tokens, at)
        if counted or (token.has("honorific") and at + 1 < len(tokens) and _is_word(tokens, at)):
            return at
    return min(len(tokens), first + _LONGEST)


def _is_word(tokens: Sequence[Token], at: int) -> bool:
    """Whether an honorific is one here: a name with a capital follows."""
    return not tokens[at].capital and tokens[at + 1].capital


def _names_person(tokens: Sequence[Token], at: int) -> bool:
    """Whether a person's name stands at ``at``, perhaps behind further honorifics."""
    while at < len(tokens) and tokens[at].text in ",.-":
        # "TTƯT, BSCKI Phạm Thị Diễm": the comma joins two forms of address.
        if at + 1 >= len(tokens) or not tokens[at + 1].has("honorific"):
            return tokens[at].text == "." and at + 1 < len(tokens) and tokens[at + 1].capital
        at += 1 + tokens[at + 1].length
    if at >= len(tokens) or not tokens[at].capital:
        return False
    token = tokens[at]
    if token.has("surname"):
        return True
    known = token.level or token.title or token.has("place", "give", "receive", "to", "belong")
    if known or (token.text.isupper() and len(token.text) > 1):
        return False
    return at + 1 < len(tokens) and tokens[at + 1].capital
