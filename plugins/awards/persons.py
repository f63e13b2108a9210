"""Read one person: honorifics, name, position, unit, in the orders that news use."""

from __future__ import annotations

from plugins.awards.sentences import Sentence
from plugins.awards.tokens import Token
from plugins.model import Evidence, Recipient
from plugins.vocabulary import unmask

# The fewest and the most words a name has: "Công Tằng Tôn Nữ Diệu Hiền".
SHORTEST_NAME, _LONGEST = 2, 6
_LONGEST_OCCUPATION = 4
_APOSTROPHES = "’'ʼ"
# Second words that only names of persons have, whatever the surname before them.
_MIDDLE = frozenset({"thị", "văn", "a"})
# Types of unit that begin what follows a name even without a mark between: "Trần Văn An Sở Y tế".
_TYPES = frozenset({"ubnd", "phòng", "trường", "sở", "bộ", "huyện", "tỉnh", "quận", "tp"})
# What "trưởng" and "phó" head.
_TYPE_WORDS = frozenset({"phòng", "ban", "thôn", "khoa", "phận", "xóm", "ấp", "bản", "khối"})
_MARKS = frozenset({",", "-", "–", "—", ":", ";", "(", ")", "."})
# "của", "thuộc", "đến từ": what may stand between a name or an office and the unit.
_LINKS = frozenset(
    {
        "của",
        "thuộc",
        "đến",
        "từ",
        "đơn",
        "vị",
        "công",
        "tác",
        "ở",
        "là",
        "hiện",
        "ngụ",
        "trú",
        "cùng",
    }
)
_ADDRESSES = frozenset({"ông", "bà", "anh", "chị", "em", "cô", "thầy", "chí"})
# "(SN 1990)", "(sinh năm 1990)", "(bút danh Hoài An)": what is no office either.
_AGE = frozenset({"sn", "sinh", "bút", "ngoài", "bên", "thứ"})
# A place named after a person: "Trường Nguyễn Thị Minh Khai", "phường Lê Lợi".
_NAMED_AFTER = frozenset(
    [
        "trường", "phường", "đường", "phố", "quỹ", "học", "thcs", "thpt", "nguyễn",
        "non", "chữ", "th", "đại", "viện", "xã", "thôn", "ấp", "mang", "tên", "giải", "chợ", "cầu",
        "sông", "núi", "công", "viên", "bản", "làng", "xóm", "khu", "tổ", "huyện", "tỉnh", "quận",
        "thành", "tp", "bến", "cảng", "hồ", "đèo", "họ", "hiệu", "thưởng", "khóm", "trấn",
    ]
)  # fmt: skip


def starts_person(tokens: list[Token], at: int, last: int) -> bool:
    """Whether a person's name, perhaps after honorifics, begins at ``at``."""
    name = _after_honorifics(tokens, at, last)
    if name == at and _after_occupation(tokens, at, last):
        return True
    if name >= last or not tokens[name].capital:
        return False
    if name > at:
        if tokens[at].has("honorific") and any(mark in tokens[name].text for mark in _APOSTROPHES):
            return True  # "ông K’Brèo": one word is a whole name
        if not tokens[at].has("honorific") and _name_end(tokens, name, last) - name < SHORTEST_NAME:
            return False  # "Trưởng phòng Đăng ký kinh doanh" is an office
        return not tokens[name].level or tokens[name].has("surname")
    if tokens[at].has("place"):
        return False
    if tokens[at].inside or not (tokens[at].has("surname") or _has_middle_name(tokens, at, last)):
        return False
    return looks_like_name(tokens, at, last) >= SHORTEST_NAME


def looks_like_name(tokens: list[Token], at: int, last: int) -> int:
    """The length of the capitalised words at ``at`` if they may be a name, else 0."""
    length = _name_end(tokens, at, last) - at
    return length if SHORTEST_NAME <= length <= _LONGEST else 0


def _after_occupation(tokens: list[Token], at: int, last: int) -> int | None:
    """Where the name begins after what a person does: "thợ hàn Trần Đức Mạnh"."""
    for place in range(at, min(last, at + _LONGEST_OCCUPATION + 1)):
        token = tokens[place]
        if token.capital:
            if place == at or tokens[place - 1].fold in _NAMED_AFTER or token.inside:
                return None
            sure = token.has("surname") and looks_like_name(tokens, place, last) > SHORTEST_NAME
            return place if sure or _has_middle_name(tokens, place, last) else None
        if token.kind != "word" or not _may_be_occupation(token):
            return None
    return None


def _may_be_occupation(token: Token) -> bool:
    if token.fold in _LINKS or token.fold in ("và", "các", "cho"):
        return False
    return not token.cues or token.inside or token.has("position", "honorific", "surname")


def _has_middle_name(tokens: list[Token], at: int, last: int) -> bool:
    """Whether the middle word tells a person, whatever the surname: "Tao Thị Ón", "Vàng A Chứ"."""
    return (
        at + 2 < last
        and tokens[at].level == 0
        and tokens[at + 1].fold in _MIDDLE
        and tokens[at + 1].capital
        and tokens[at + 2].capital
        and not tokens[at + 1].inside
    )


def read_person(sentence: Sentence, first: int, last: int) -> Recipient | None:
    """Read the person that the tokens from ``first`` to ``last`` state, name first."""
    tokens = sentence.tokens
    start = _after_honorifics(tokens, first, last)
    if start == first and (after := _after_occupation(tokens, first, last)):
        start = after
    end = _name_end(tokens, start, last)
    whole = any(mark in tokens[start].text for mark in _APOSTROPHES) if start < last else False
    if not (1 if whole else SHORTEST_NAME) <= end - start <= _LONGEST:
        return None
    position, unit = _office(sentence, end, last)
    named = tokens[first].has("position") or not tokens[first].has("honorific")
    if position is None and start > first and named:
        position = _phrase(sentence, first, start)
    return _person(sentence, start, end, position, unit)


def read_office_holder(sentence: Sentence, first: int, last: int) -> Recipient | None:
    """Read "Giám đốc Sở Nội vụ Trần Văn An": office, unit, and the name at the end."""
    tokens = sentence.tokens
    while last > first and (tokens[last - 1].text in _MARKS or tokens[last - 1].brackets):
        last -= 1
    if first >= last or not tokens[first].has("position"):
        return None
    start = last
    while start > first + 1 and tokens[start - 1].capital and last - start < _LONGEST:
        start -= 1
    # The name begins with the first surname of the capitalised words that end the piece.
    for place in range(start, last - 1):
        if tokens[place].has("surname") and not tokens[place].inside:
            if tokens[place - 1].fold in _NAMED_AFTER:
                return None
            position, unit = _office(sentence, first, place)
            return _person(sentence, place, last, position, unit)
    return None


def _person(
    sentence: Sentence, start: int, end: int, position: str | None, unit: str | None
) -> Recipient:
    evidence = sentence.quote(start, end)
    return Recipient(_clean(evidence), "individual", evidence, position=position, unit=unit)


def _after_honorifics(tokens: list[Token], at: int, last: int) -> int:
    """Step over "ông", "đồng chí", "PGS.TS.", "Đại tá": as many as stand there."""
    start = at
    while at < last and not tokens[at].inside:
        token = tokens[at]
        following = tokens[at + token.length] if at + token.length < last else None
        if at > start and token.text == "Ông" and tokens[at - 1].fold in _ADDRESSES:
            break  # "bà Ông Thị Liên": a surname
        if token.has("honorific") and not (
            token.has("surname")
            and token.capital
            and at == start
            and following is not None
            and following.capital
            and len(token.text) > 1
            and not token.text.isupper()
        ):
            at += token.length
        elif (
            at > start
            and token.text in ".,:"
            and following
            and (following.has("honorific") or (following.capital and token.text != ","))
        ):
            at += 1
        elif token.title is not None and token.title.group == "danh hiệu vinh dự nhà nước":
            at += token.length
        elif (
            token.has("position")
            and following is not None
            and ((following.has("surname") and following.capital) or following.has("position"))
        ):
            at += token.length  # "Bác sĩ Vũ Thị Lan", "nguyên điều dưỡng Vũ Thị Lan"
        else:
            break
    return at


def _name_end(tokens: list[Token], start: int, last: int) -> int:
    """The end of the run of capitalised words that is the name."""
    at = start
    while at < last and at - start <= _LONGEST and tokens[at].capital and not tokens[at].brackets:
        known = tokens[at].has("position", "unit") and tokens[at].length > 1
        if known and not tokens[at].has("surname"):
            break
        if at - start >= SHORTEST_NAME and (known or tokens[at].fold in _TYPES):
            break
        at += 1
    return at


def _office(sentence: Sentence, first: int, last: int) -> tuple[str | None, str | None]:
    """Position and unit in what follows the name: ", Hiệu trưởng Trường B", " (huyện A)"."""
    tokens = sentence.tokens
    unit = next(
        (
            place
            for place in range(first, last)
            if tokens[place].level
            and not tokens[place].inside
            and not _part_of_office(tokens, place)
        ),
        last,
    )
    head = _after_age(tokens, first, unit)
    if unit == last and head < last and tokens[head].has("position"):
        # "Chủ tịch HĐQT Sao Mai": what follows the office is the unit, even if of no known type.
        after = head + tokens[head].length
        unit = after if after < last and tokens[after].capital else last
    words = _phrase(sentence, unit, last)
    if words and (len(words.split()) == 1 or _completes(tokens, head, unit)):
        # "Bí thư Đoàn Thanh niên phường", "Trưởng thôn Trại Hạ": the office names its unit.
        return _phrase(sentence, head, last), None
    return _phrase(sentence, head, unit), words


def _after_age(tokens: list[Token], first: int, last: int) -> int:
    """Step over marks and links, and over "(32 tuổi," or "(98 điểm)", which is no office."""
    head = first
    while head < last:
        token = tokens[head]
        if token.text in _MARKS or _links(tokens, head):
            head += 1
        elif token.kind == "number" or token.fold in _AGE:
            while head < last and tokens[head].text not in ",);-–":
                head += 1
        else:
            break
    return head


def _links(tokens: list[Token], place: int) -> bool:
    """Whether a word only links: the "công" of "công tác tại", not that of "công chức"."""
    if tokens[place].fold == "công":
        return place + 1 < len(tokens) and tokens[place + 1].fold == "tác"
    return tokens[place].fold in _LINKS


def _completes(tokens: list[Token], head: int, unit: int) -> bool:
    """Whether an office ends in a type of unit whose bare name is what follows: "Trưởng phòng"."""
    if not head < unit or tokens[unit].level:
        return False
    return tokens[head].has("position") and tokens[unit - 1].fold in _TYPE_WORDS


def _part_of_office(tokens: list[Token], place: int) -> bool:
    """Whether the unit is a part of the word for the office: "Trưởng ban", "Bí thư chi bộ"."""
    return (
        not tokens[place].capital
        and tokens[place].level <= 1
        and place + 1 < len(tokens)
        and (not tokens[place + 1].capital and tokens[place + 1].kind != "number")
    )


def _phrase(sentence: Sentence, first: int, last: int) -> str | None:
    tokens = sentence.tokens
    while last > first and (tokens[last - 1].text in _MARKS or _links(tokens, last - 1)):
        if tokens[last - 1].text == ")" and any(t.text == "(" for t in tokens[first : last - 1]):
            break
        last -= 1
    return _clean(sentence.quote(first, last)) if first < last else None


def _clean(evidence: Evidence) -> str:
    return unmask(" ".join(evidence.quote.split()))
