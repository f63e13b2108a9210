"""Cut a list in running text into recipients: the heart of the extractor.

";" parts where there is one; commas and "và" part by what stands on their two sides, never inside
brackets, quotation marks or a known name ("Sở Văn hóa, Thể thao và Du lịch"). A count that the text
gives decides between readings that are equally good.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from plugins.awards.collectives import (
    Prefix,
    begins_name,
    is_code,
    prefix_of,
    read_collective,
    trim,
)
from plugins.awards.openings import Opening, opening
from plugins.awards.persons import read_office_holder, read_person
from plugins.awards.segments import AND, DASHES, PLURAL, Segment, segments_of, separates, skip_work
from plugins.awards.sentences import Sentence, whole
from plugins.awards.separators import (
    Separator,
    Side,
    after_dash,
    margin,
    measures,
    part_siblings,
    settle,
)
from plugins.awards.suffixes import lend_parents
from plugins.awards.tokens import Token
from plugins.model import Evidence, Recipient
from plugins.vocabulary import fold

# No sentence that people write lists more than this many words.
_LONGEST_LIST = 20_000
_HONORIFICS = 6  # how many of them may stand before a name
_AUTHORITY = 5  # from this level on a number after a name is no part of it
_MONEY = frozenset({"triệu", "tỷ", "nghìn", "ngàn", "đồng", "suất"})
_YEAR = 4  # digits
_SEVERAL = frozenset({"các", "hai", "ba", "những"})


@dataclass(slots=True)
class Listing:
    """What was read from a list, and what could not be."""

    recipients: list[Recipient] = field(default_factory=list)
    unread: list[Evidence] = field(default_factory=list)
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class Expected:
    """What the words before a list say of it.

    ``shared`` is the type that they give to all of it ("các bệnh viện: A, B"), ``count`` how many
    recipients they announce, ``persons`` whether these are all persons, ``bare`` whether a name of
    no known type is a unit ("Giải Nhất thuộc về Sao Mai"), ``single`` whether it is an item of a
    list, which mostly states one recipient.
    """

    shared: Prefix | None = None
    count: int | None = None
    persons: bool = False
    bare: bool = False
    single: bool = False


NOTHING = Expected()


def read_list(sentence: Sentence, first: int, last: int, expected: Expected = NOTHING) -> Listing:
    """Read the recipients listed by the tokens from ``first`` to ``last`` (excluded)."""
    if last - first > _LONGEST_LIST:
        return Listing(unread=[sentence.quote(first, first + 1)])
    segments = segments_of(sentence, first, last)
    if _counts_by_unit(sentence.tokens, segments):
        return Listing()
    prefix, person = expected.shared, expected.persons
    for segment in segments:
        prefix, person = _find_separators(
            sentence, segment, _carried(segment, prefix), expected, len(segments) > 1, person
        )
    settle([s for seg in segments for s in seg.separators], len(segments), expected.count)
    listing, prefix = Listing(), expected.shared
    read: list[tuple[Recipient, bool]] = []
    for segment in segments:
        prefix = _carried(segment, prefix)
        for piece in _pieces(segment):
            told = replace(expected, persons=segment.persons)
            recipients = _read(sentence, *piece, prefix, told, listing)
            read += [(recipient, piece[0] == segment.first) for recipient in recipients]
            if any(recipient.kind == "individual" for recipient in recipients):
                prefix = segment.prefix  # a type is shared up to the next person
            else:
                at, _ = trim(sentence.tokens, *piece)
                prefix = _next_prefix(sentence, at, piece[1], prefix)
    listing.recipients = lend_parents(read)
    return listing


def _carried(segment: Segment, prefix: Prefix | None) -> Prefix | None:
    """The type with which a part begins: a place's type is shared across semicolons, others not."""
    shared = prefix if prefix is not None and (prefix.local or prefix.explicit) else None
    return segment.prefix or shared


def _counts_by_unit(tokens: list[Token], segments: list[Segment]) -> bool:
    """Whether the list only says how many each has: "Bộ Công Thương 5; Bộ Y tế 9; …"."""
    counts = 0
    for segment in segments:
        at, end = trim(tokens, segment.first, segment.last)
        if end - at > 1 and tokens[end - 1].kind == "number" and tokens[at].level >= _AUTHORITY:
            counts += 1
    return counts > 1


def inside_brackets(sentence: Sentence, first: int, last: int) -> Sentence | None:
    """The words in the first brackets between two tokens, as a sentence of their own."""
    tokens = sentence.tokens
    start = next((n for n in range(first, last) if tokens[n].text == "("), None)
    if start is None or not tokens[start].brackets:
        return None
    depth = tokens[start].brackets
    end = next(
        (
            n
            for n in range(start + 1, last)
            if tokens[n].text == ")" and tokens[n].brackets == depth
        ),
        None,
    )
    if end is None or end == start + 1:
        return None
    return whole(sentence.plain, sentence.block, tokens[start + 1].start, tokens[end - 1].end)


def _next_prefix(sentence: Sentence, at: int, last: int, prefix: Prefix | None) -> Prefix | None:
    """The type that names after this unit share: its own, unless it only repeats the one before."""
    if at >= last or begins_name(sentence.tokens, at, prefix):
        return prefix
    own = prefix_of(sentence, at, last)
    if own is None or (prefix and (fold(own.words) == prefix.last or prefix.holds(own))):
        return prefix
    return own


def _find_separators(  # noqa: PLR0917
    sentence: Sentence,
    segment: Segment,
    prefix: Prefix | None,
    expected: Expected,
    segmented: bool,
    person: bool,
) -> tuple[Prefix | None, bool]:
    """Give a segment its separators with their margins; return the type and kind it ends in."""
    tokens, last = sentence.tokens, segment.last
    start, _ = trim(tokens, segment.first, last)
    if start >= last:
        return prefix, person
    honoured = tokens[start - 1] if start else tokens[start]
    persons = segment.persons or expected.persons or _addresses_several(tokens[start], honoured)
    segment.persons = persons
    left = Side(opening(tokens, start, last, prefix, persons=persons), start)
    place = start
    while place < last:
        after, joined = _separator_at(tokens, place, last)
        if not after:
            place += 1
            continue
        at, _ = trim(tokens, after, last)
        at = skip_work(tokens, at, last)
        if at >= last:
            break
        prefix = _next_prefix(sentence, left.at, place, prefix)
        running = None if _is_person(left) else prefix
        right = Side(opening(tokens, at, last, running, persons=persons), at)
        if place - left.at <= _HONORIFICS and _only_addresses(tokens, left.at, place):
            place = at  # "TTƯT, BSCKI Phạm Thị An"
            continue
        if tokens[place].text in DASHES:
            surely = after_dash(tokens, left, right)
        else:
            surely = margin(
                tokens,
                left,
                right,
                running,
                joined=joined,
                segmented=segmented,
                single=expected.single,
            )
        separator = Separator(place, after, surely)
        segment.separators.append(separator)
        if separator.parts:
            prefix = segment.prefix if _is_person(right) else prefix
            left = right
        else:
            left.said = left.said or right.opening in (Opening.OFFICE, Opening.UNIT, Opening.WORDS)
        place = at if at > place else place + 1
    person = _is_person(left)
    part_siblings(tokens, segment.separators)
    return _next_prefix(sentence, left.at, last, prefix), person


def _is_person(side: Side) -> bool:
    return side.opening in (Opening.PERSON, Opening.HOLDER)


def _addresses_several(token: Token, before: Token) -> bool:
    """Whether persons are addressed together: "các anh Lê Văn An, Đàng Năng Hòa"."""
    return token.has("honorific") and (
        before.has("determiner", "number") or (token.length > 1 and token.fold in _SEVERAL)
    )


def _only_addresses(tokens: list[Token], first: int, last: int) -> bool:
    return all(token.has("honorific") for token in tokens[first:last] if not token.inside)


def _separator_at(tokens: list[Token], place: int, last: int) -> tuple[int, bool]:
    """The place after a weak separator and whether it is "và"; 0 where none stands."""
    token = tokens[place]
    joined = token.fold in AND and not token.capital
    if not separates(token) or place + 1 >= last:
        return 0, False
    spaced = (
        place > 0 and tokens[place - 1].end < token.start and token.end < tokens[place + 1].start
    )
    if not (joined or token.text == "," or (spaced and token.text in "&-–—")):
        return 0, False
    if token.text == "," and tokens[place - 1].kind == "number" and measures(tokens, place + 1):
        return 0, False  # "29,15 điểm"
    after = place + token.length
    if after < last and tokens[after].fold == "và":
        return after + 1, True
    return after, joined


def _pieces(segment: Segment) -> list[tuple[int, int]]:
    pieces, start = [], segment.first
    for separator in segment.separators:
        if separator.parts:
            pieces.append((start, separator.place))
            start = separator.after
    pieces.append((start, segment.last))
    return [piece for piece in pieces if piece[0] < piece[1]]


def _read(  # noqa: PLR0917
    sentence: Sentence,
    first: int,
    last: int,
    prefix: Prefix | None,
    expected: Expected,
    listing: Listing,
) -> list[Recipient]:
    """Read one piece: mostly one recipient, or those in the brackets after "các tập thể"."""
    tokens = sentence.tokens
    if several := _in_brackets(sentence, first, last):
        return several
    start, end = trim(tokens, first, last)
    start = skip_work(tokens, start, end)
    end = _before_money(tokens, start, end)
    recipient: Recipient | None = None
    if start < end:
        kind = opening(tokens, start, end, prefix, persons=expected.persons)
        if kind is Opening.PERSON:
            recipient = read_person(sentence, start, end)
        elif kind is Opening.HOLDER:
            recipient = read_office_holder(sentence, start, end)
        if recipient is None and kind is not Opening.OFFICE:
            recipient = read_collective(
                sentence, start, end, prefix, bare=expected.bare, single=expected.single
            )
    if recipient is None:
        _leave(sentence, first, last, listing)
        return []
    return [recipient]


def _before_money(tokens: list[Token], first: int, last: int) -> int:
    """Where a name ends before a sum or a year: "Ban chuyên án | 30 triệu đồng", "| năm 2022"."""
    for place in range(first, last - 1):
        token, following = tokens[place], tokens[place + 1]
        sum_ = token.kind == "number" and following.fold in _MONEY
        year = token.text == "năm" and following.kind == "number" and len(following.text) == _YEAR
        if sum_ or (year and place > first + 1):
            bare = place == first + tokens[first].length and not tokens[first].capital
            return first if bare else place
    return last


def _in_brackets(sentence: Sentence, first: int, last: int) -> list[Recipient]:
    """Read "các tập thể của Bộ (Phòng 4, Phòng 5 thuộc C45, A70)", names in brackets."""
    tokens = sentence.tokens
    noun = first
    while noun < last and (tokens[noun].text in ",;" or tokens[noun].has("determiner")):
        noun += tokens[noun].length
    if not noun or tokens[noun - 1].fold not in PLURAL:
        return []
    if noun >= last or not tokens[noun].has("wrapper", "count") or tokens[noun].capital:
        return []
    inner = inside_brackets(sentence, noun, last)
    if inner is None:
        return []
    listing = read_list(inner, 0, len(inner.tokens))
    return listing.recipients if len(listing.recipients) > 1 and not listing.unread else []


def _leave(sentence: Sentence, first: int, last: int, listing: Listing) -> None:
    first, last = trim(sentence.tokens, first, last)
    if first < last and sentence.tokens[first].has("position") and sentence.tokens[first].capital:
        # "Cục trưởng Cục Thú y": a person told by the office alone.
        listing.unnamed += 1
    if first < last and (sentence.tokens[first].capital or is_code(sentence.tokens[first])):
        listing.unread.append(sentence.quote(first, last))
