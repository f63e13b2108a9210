"""Is an award told as given, earlier, proposed or planned?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.awards.sentences import Sentence
from plugins.awards.tokens import Token
from plugins.model import AwardStatus

# The first that is found decides: a proposal that will be sent is a proposal.
_ROLES: tuple[tuple[str, AwardStatus], ...] = (
    ("proposed", "proposed"),
    ("planned", "planned"),
    ("regulation", "planned"),
    ("background", "background"),
)
# A cue of the vocabulary with this value speaks of an award only right before its verb.
_WEAK = "weak"
_NEAR = 3
# How far before an award a cue is looked for, in tokens.
_REACH = 120
# After these, a word of voting tells an outcome: "kết quả bình xét", "qua bình xét".
_OUTCOMES = frozenset({"quả", "qua", "sau", "sở", "đợt", "hội"})
_VOTES = frozenset({"bình", "bỏ", "biểu", "xét", "họp", "xem", "lấy"})
_DECIDES = frozenset({"quyết", "ký", "ban"})
# "nỗ lực phấn đấu, được tặng …" strives for nothing that is still to come.
_STRIVING = frozenset({"lực", "trình", "tâm", "thần", "sự", "gắng"})
_MANY = frozenset({"nhiều", "hàng", "không", "hàng loạt", "vô"})
# "đang được đề nghị", "được đưa ra xem xét": said of the award after it is named.
_AFTER = re.compile(
    r"\bđược (?:(?:đưa ra )?(?:xem xét|xét)|đề nghị|đề xuất|trình)\b"
    r"|\bchờ (?:xét|phê duyệt|quyết định)\b",
    re.IGNORECASE,
)
# Honours of many years: "năm 2016 được …, năm 2019 được …", "… của các cấp".
_YEARS = re.compile(
    r"\bnăm (\d{4}),? (?:\w+ ){0,3}?(?:được|nhận|đạt|đón nhận|vinh dự|đoạt|giành)\b", re.IGNORECASE
)
_LIFE = re.compile(
    r"(?<!kỷ niệm )\b(?:\d+|mươi|mười|chục|nhiều|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|một)"
    r"\s+năm\s+(?:tham gia|công tác|gắn bó|cống hiến|giữ|hoạt động|làm|đứng lớp|trong nghề|cầm"
    r"|theo|tuổi nghề)",
    re.IGNORECASE,
)
# "có 15 lượt tập thể được tặng …": a sum over a year or more.
_TURNS = re.compile(r"\bcó\s[^.;:]*\blượt\s+(?:tập thể|cá nhân|đơn vị)\b", re.IGNORECASE)
# "17 năm qua, 80 tập thể … đã nhận": likewise.
_YEARS_PAST = re.compile(
    r"\b(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều|những) năm qua\b", re.IGNORECASE
)
_LEVELS = re.compile(r"^[\s,“”\"]*(?:các loại\s+)?của các (?:cấp|bộ|ban|ngành)\b", re.IGNORECASE)
_SO_OFTEN = 2
_PRAISES = frozenset({"khen", "thưởng", "biểu", "dương", "động", "viên", "tuyên", "tôn", "vinh"})
_WINDOW = 60
_YEARS_APART = 300


def status_of(sentence: Sentence, before: int) -> AwardStatus:
    """The status of an award named before token ``before``, by the words that lead up to it."""
    places = sentence.first_cues
    for role, status in _ROLES:
        first = places.get(role, before)
        near = max(first, before - _REACH)
        if first < before and _holds(sentence.tokens, role, near, before):
            return status
    # An aim speaks of the whole sentence wherever it stands: "khen thưởng kịp thời".
    if "aim" in places and not _past(sentence.tokens, places["aim"]):
        return "planned"
    if _is_cumulative(sentence, before):
        return "background"
    return "proposed" if _asked_after(sentence, before) else "conferred"


def speaks_of(sentence: Sentence, role: str) -> bool:
    """Whether the sentence holds a cue of this role anywhere outside brackets and quotes."""
    first = sentence.first_cues.get(role)
    return first is not None and _holds(sentence.tokens, role, first, len(sentence.tokens))


def _holds(tokens: Sequence[Token], role: str, first: int, before: int) -> bool:
    """Whether a cue of the role between two places speaks of the award told after it."""
    for place in range(first, before):
        token = tokens[place]
        if not token.has(role) or token.brackets or token.quotes:
            continue
        if role == "background":
            if token.cues[role].value != _WEAK or _verb_follows(tokens, place):
                return True
        elif not _is_outcome(tokens, place) and not _decided(tokens, place, before):
            return True
    return False


def _verb_follows(tokens: Sequence[Token], place: int) -> bool:
    after = place + tokens[place].length
    for token in tokens[after : after + _NEAR]:
        if token.text in ",;":
            return False
        if token.has("passive", "receive", "give"):
            return True
    return False


def _is_outcome(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word of voting or striving only tells how it came to the award."""
    before = tokens[place - 1].fold if place else ""
    if tokens[place].fold in _VOTES:
        return before in _OUTCOMES
    if tokens[place].fold == "phấn":
        after = tokens[place + 2].fold if place + 2 < len(tokens) else ""
        return before in _STRIVING or after in (",", ".", "và", "trong", "vươn")
    return False


def _decided(tokens: Sequence[Token], place: int, before: int) -> bool:
    """Whether it was decided after all: "sau khi xem xét, Chủ tịch đã quyết định tặng"."""
    return any(
        tokens[n].fold in ("đã", "vừa")
        and (tokens[n + 1].fold in _DECIDES or tokens[n + 1].has("give"))
        for n in range(place + 1, min(before - 1, place + _REACH // 2))
    )


def _past(tokens: Sequence[Token], place: int) -> bool:
    """Whether an aim was reached ("đã kịp thời khen thưởng"), or is none ("kịp thời cứu em")."""
    if place > 0 and tokens[place - 1].fold in ("đã", "vừa", "được"):
        return True
    if tokens[place].fold != "kịp" or tokens[place].length > len(("kịp", "thời")):
        return False
    around = [*tokens[max(0, place - 2) : place], *tokens[place + 2 : place + 4]]
    return not any(token.fold in _PRAISES for token in around)


def _asked_after(sentence: Sentence, before: int) -> bool:
    """Whether the words right after an award say that it is asked for."""
    start = sentence.tokens[before - 1].end
    end = min(sentence.end, start + _WINDOW)
    match = _AFTER.search(sentence.plain, start, end)
    return match is not None and ";" not in sentence.plain[start : match.start()]


def _is_cumulative(sentence: Sentence, before: int) -> bool:
    """Whether honours of many years are summed up."""
    tokens, plain = sentence.tokens, sentence.plain
    first = _mention_start(tokens, before)
    if first and tokens[first - 1].fold in _MANY and tokens[first - 1].kind == "word":
        return True
    if _LEVELS.match(plain[tokens[before - 1].end : tokens[before - 1].end + _WINDOW]):
        return True
    counted = first and tokens[first - 1].kind == "number"
    lead = plain[sentence.start : min(tokens[first].start, sentence.start + _WINDOW * 2)]
    if _YEARS_PAST.search(lead):
        return True
    if _TURNS.search(lead) or (counted and _LIFE.search(lead)):
        return True
    start, end = tokens[first].start - _YEARS_APART, tokens[first].start + _YEARS_APART
    near = _YEARS.finditer(plain, max(sentence.start, start), min(sentence.end, end))
    years = {match[1] for match in near}
    return len(years) >= _SO_OFTEN


def _mention_start(tokens: Sequence[Token], before: int) -> int:
    """The token with which the award that ends at ``before`` begins."""
    for place in range(before - 1, max(-1, before - 12), -1):
        if not tokens[place].inside and (tokens[place].title or tokens[place].fold == "giải"):
            return place
    return before - 1
