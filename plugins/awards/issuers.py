"""Who confers an award. Who hands it over ("trao", "thừa ủy quyền") need not be the one."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.awards.sentences import Sentence
from plugins.awards.tokens import Token
from plugins.documents import organisation

# Offices that sign and hand over for the head of a body, and never confer.
_NEVER = frozenset({"phó", "nguyên", "ủy", "thứ", "chuyên", "cán", "công", "viên", "nhân", "đội"})
# Heads that a text may name without their body where it is clear which is meant.
_HEADS = frozenset({"chủ tịch", "giám đốc", "tổng giám đốc", "hiệu trưởng", "viện trưởng"})
# Bodies that are named in small letters: "được tỉnh tặng", "nhà trường tặng Giấy khen".
_LOCAL = frozenset(
    {"tỉnh", "huyện", "xã", "phường", "quận", "thị xã", "thành phố", "đặc khu", "nhà trường"}
)
# Before these an office is a place or only somebody's: "tại UBND xã", "theo báo cáo của Sở".
_ELSEWHERE = frozenset({"tại", "ở", "cho", "thuộc", "với", "từ", "đến", "tới"})
_REPORTS = frozenset({"cáo", "nghị", "kiến", "diện", "biểu", "hiện", "viên", "tạo"})
# What may stand between the office and its verb.
_BETWEEN_WORDS = """
    đã vừa mới cũng còn lại có ra ban hành ký quyết định tiến hành tổ chức lễ xét thống nhất và các
    trân trọng long kịp thời được vinh dự biểu dương tuyên khen thưởng trao tặng công nhận đồng ý
"""
_BETWEEN = frozenset(_BETWEEN_WORDS.split())
_LONGEST = 24
# How far before its verb a subject is looked for, in tokens.
_FAR = 160


def issuer_at(sentence: Sentence, place: int) -> tuple[str | None, int]:
    """The office named from ``place`` on, and the place after it.

    Two offices that confer together stay as told ("A và B"). The place after it is moved on also
    over an office that never confers.
    """
    tokens = sentence.tokens
    end = _end_of(sentence, place)
    if end == place:
        return _local_at(sentence, place)
    if not _confers(tokens, place, end):
        return None, end
    joined = _joined(sentence, end)
    return _told(sentence, place, joined), joined


def issuer_before(sentence: Sentence, first: int, verb: int) -> str | None:
    """The last office named between ``first`` and the verb, as the subject of the sentence.

    After an award that stands before ``first`` only an office right before the verb counts: others
    are who got that award.
    """
    tokens, opens = sentence.tokens, first == 0
    first = max(first, verb - _FAR)
    for place in range(first, verb):
        if tokens[place].has("presenter") and not tokens[place].brackets:
            return presented_for(sentence, place)
    after = next(
        (n for n in range(verb - 1, first - 1, -1) if _parts_clauses(tokens[n])), first - 1
    )
    place, found = after + 1, None
    while place < verb:
        if not _may_begin(sentence, place):
            place += 1
            continue
        name, end = issuer_at(sentence, place)
        if name is None and end <= verb and _signs_for(tokens, place, end, verb):
            name = _told(sentence, place + 1, end)
        subject = name is not None and end <= verb and _may_govern(tokens, place)
        if subject and (opens or _opens_anew(tokens, (place, end), after + 1, verb)):
            found = name
        place = max(end, place + 1)
    return found or _local_before(sentence, after + 1, verb)


def _signs_for(tokens: Sequence[Token], place: int, end: int, verb: int) -> bool:
    """Whether a deputy signs for the head: "Phó Chủ tịch UBND tỉnh A ký Quyết định tặng"."""
    signs = any(token.fold == "ký" for token in tokens[end:verb])
    return signs and tokens[place].fold == "phó" and end > place + 1


def issuer_between(sentence: Sentence, first: int, last: int) -> str | None:
    """The office between "được" and "tặng": "được (đồng chí) Chủ tịch huyện tặng"."""
    for place in range(first, min(last, first + _LONGEST)):
        if sentence.tokens[place].inside or sentence.tokens[place].brackets:
            continue
        name, end = issuer_at(sentence, place)
        if name is not None and end <= last:
            return name
        if end > place:
            return None
    return None


def subject_of(sentence: Sentence, first: int, place: int) -> str | None:
    """The office right before what is told at ``place``: "Bộ Công an còn quyết định | thưởng"."""
    tokens = sentence.tokens
    last = place
    while last > first and tokens[last - 1].fold in _BETWEEN:
        last -= 1
    if any(token.has("passive", "receive") for token in tokens[last:place]):
        return None
    for at in range(max(first, last - _LONGEST), last):
        if _may_begin(sentence, at) and _may_govern(tokens, at):
            name, end = issuer_at(sentence, at)
            if name is not None and end >= last:
                return name
    return None


def presented_for(sentence: Sentence, place: int) -> str | None:
    """Who is stood for by a presenter: "thừa ủy quyền của | Chủ tịch nước"."""
    tokens = sentence.tokens
    at = place + tokens[place].length
    while at < len(tokens) and tokens[at].fold in ("của", "lãnh", "đạo"):
        at += 1
    return issuer_at(sentence, at)[0] if at < len(tokens) else None


def _end_of(sentence: Sentence, place: int) -> int:
    """Where the name of the office that begins at ``place`` ends."""
    tokens = sentence.tokens
    end = organisation(tokens, place) if place < len(tokens) else place
    if end == place:
        return place
    end = _without_person(sentence, place, end)
    while end > place + 1 and tokens[end - 1].text in ".,-–":
        end -= 1
    return end


def _joined(sentence: Sentence, end: int) -> int:
    """Where a second office ends that confers together with the first: "A và B tặng"."""
    tokens = sentence.tokens
    if end + 1 >= len(tokens) or tokens[end].fold not in ("và", "cùng"):
        return end
    second = _end_of(sentence, end + 1)
    if second == end + 1 or not _confers(tokens, end + 1, second):
        return end
    at = second
    while at < len(tokens) and tokens[at].fold in _BETWEEN:
        if tokens[at].has("give") or tokens[at].title is not None:
            break
        at += 1
    closed = at == len(tokens) or tokens[at].has("give", "to") or tokens[at].title is not None
    return second if closed or tokens[at].text in ".;:)" else end


def _confers(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether this is a body or its head, not a deputy, an employee or an office of somebody."""
    head = tokens[first]
    if not head.has("position"):
        return True
    if head.fold in _NEVER and " ".join(_folds(tokens, first, head.length)) != "nhà trường":
        return False
    bare = last - first <= head.length
    apart = first > 0 and tokens[first - 1].text in ",-–(" and not _opens_clause(tokens, first)
    return not bare or (" ".join(_folds(tokens, first, head.length)) in _HEADS and not apart)


def _opens_clause(tokens: Sequence[Token], place: int) -> bool:
    """Whether what stands before the comma before ``place`` is no person's name."""
    return place < 2 or not (tokens[place - 2].capital or tokens[place - 2].text == ")")  # noqa: PLR2004


def _folds(tokens: Sequence[Token], first: int, length: int) -> list[str]:
    return [token.fold for token in tokens[first : first + length]]


def _told(sentence: Sentence, first: int, last: int) -> str:
    return " ".join(sentence.quote(first, last).quote.split())


def _local_at(sentence: Sentence, place: int) -> tuple[str | None, int]:
    """A body in small letters right at ``place``, with the name of the locality if told."""
    tokens = sentence.tokens
    if place >= len(tokens):
        return None, place
    length = tokens[place].length
    if tokens[place].capital or " ".join(_folds(tokens, place, length)) not in _LOCAL:
        return None, place
    end = place + length
    while end < len(tokens) and tokens[end].capital and tokens[end].title is None:
        end += 1
    return _told(sentence, place, end), end


def _local_before(sentence: Sentence, first: int, verb: int) -> str | None:
    """A body in small letters that is the subject of the verb: "Cuối buổi lễ, nhà trường tặng"."""
    tokens = sentence.tokens
    last = verb
    while last > first and tokens[last - 1].fold in _BETWEEN:
        last -= 1
    for place in range(max(first, last - 4), last):
        opens = place == first or tokens[place - 1].text in ",:" or tokens[place - 1].fold == "này"
        if opens and not tokens[place].inside:
            name, end = _local_at(sentence, place)
            if name is not None and end == last:
                return name
    return None


def _may_begin(sentence: Sentence, place: int) -> bool:
    token = sentence.tokens[place]
    return bool(token.capital and not token.brackets and not token.inside) and not _in_number(
        sentence, place
    )


def _parts_clauses(token: Token) -> bool:
    return token.text == ";" and not (token.brackets or token.quotes)


def _may_govern(tokens: Sequence[Token], place: int) -> bool:
    """Whether the office from ``place`` on may be the subject of a verb."""
    before = tokens[place - 1] if place else None
    if before is not None and before.fold in _ELSEWHERE:
        return False
    if before is not None and before.fold == "của":
        return not any(token.fold in _REPORTS for token in tokens[max(0, place - 3) : place - 1])
    return True


def _opens_anew(tokens: Sequence[Token], name: tuple[int, int], start: int, verb: int) -> bool:
    """Whether an office begins a new statement where an award was told before it."""
    place, end = name
    before = tokens[place - 1] if place else None
    begins = place == start or (before is not None and before.text in ",.:–-")
    begins = begins or (before is not None and before.fold in ("và", "còn", "riêng", "này"))
    return begins and all(token.fold in _BETWEEN or token.fold == "," for token in tokens[end:verb])


def _in_number(sentence: Sentence, place: int) -> bool:
    """Whether the token is a part of a document's number: UBND in "742/QĐ-UBND"."""
    before = sentence.tokens[place - 1] if place else None
    if before is None:
        return False
    if before.text in "-/" and before.end == sentence.tokens[place].start:
        return True
    # "17/QĐ - UBND", with spaces.
    return before.text == "-" and place > 1 and sentence.tokens[place - 2].fold == "qđ"


def _without_person(sentence: Sentence, first: int, last: int) -> int:
    """Leave out the name of the office-holder: "Chủ tịch UBND huyện | Trần Văn An"."""
    tokens = sentence.tokens
    for place in range(first + 1, last - 2):
        name = tokens[place : place + 3]
        if name[0].has("surname") and all(
            t.capital and not t.inside and t.length == 1 for t in name
        ):
            return place
    return last
