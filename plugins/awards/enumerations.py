"""Cut a list in running text into recipients: the heart of the extractor.

Separators are ";" where there is one, else "," and the final "và". Neither counts inside brackets,
quotation marks or a known name ("Sở Văn hóa, Thể thao và Du lịch"). Whether a comma begins a new
recipient is decided by what stands after it: a person, a unit, a name whose type the one before
shares, or only more words about the same recipient.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from plugins.awards.collectives import (
    PLACES,
    Prefix,
    is_code,
    prefix_of,
    read_collective,
    starts_unit,
    trim,
)
from plugins.awards.persons import read_office_holder, read_person, starts_person
from plugins.awards.sentences import Sentence
from plugins.awards.tokens import Token
from plugins.model import Evidence, Recipient

_WEAK = frozenset({",", "+", "&", "•", "▪", "◦", "●"})
# The levels of places: what "trường A, xã B" may name as a parent.
_PARENTS = (3, 5, 6, 7, 8)


@dataclass(slots=True)
class Listing:
    """What was read from a list, and what could not be."""

    recipients: list[Recipient] = field(default_factory=list)
    unread: list[Evidence] = field(default_factory=list)
    unnamed: int = 0


@dataclass(slots=True)
class _Piece:
    """Tokens that state one recipient: ``first`` to ``last`` (excluded)."""

    first: int
    last: int
    joined: bool = False  # by "và", not by a comma


def read_list(sentence: Sentence, first: int, last: int, shared: Prefix | None = None) -> Listing:
    """Read the recipients listed by the tokens from ``first`` to ``last`` (excluded).

    ``shared`` is the type that the words before the list give to all of it ("các bệnh viện: A, B").
    """
    listing, prefix, person = Listing(), shared, False
    strong = any(
        sentence.tokens[n].text == ";" and _separates(sentence.tokens[n])
        for n in range(first, last)
    )
    segments = (
        _split(sentence.tokens, first, last, frozenset({";"})) if strong else [_Piece(first, last)]
    )
    for segment in segments:
        end = _reason(sentence.tokens, segment.first, segment.last)
        for piece in _pieces(sentence, segment.first, end, prefix, person=person):
            recipient = _read(sentence, piece, prefix)
            if recipient is None:
                _leave(sentence, piece, listing)
                continue
            listing.recipients.append(recipient)
            person = recipient.kind == "individual"
            if not person:
                start, _ = trim(sentence.tokens, piece.first, piece.last)
                prefix = _next_prefix(prefix, prefix_of(sentence, start, piece.last))
    return listing


def _next_prefix(prefix: Prefix | None, own: Prefix | None) -> Prefix | None:
    if own is None or (prefix and own.words.casefold() == prefix.last):
        return prefix
    return own


def _separates(token: Token) -> bool:
    return not (token.brackets or token.quotes or token.inside)


def _split(tokens: list[Token], first: int, last: int, marks: frozenset[str]) -> list[_Piece]:
    pieces, start = [], first
    for place in range(first, last):
        if tokens[place].text in marks and _separates(tokens[place]):
            pieces.append(_Piece(start, place))
            start = place + 1
    pieces.append(_Piece(start, last))
    return [piece for piece in pieces if piece.first < piece.last]


def _reason(tokens: list[Token], first: int, last: int) -> int:
    """Where a clause that tells why, when or what for ends the list."""
    for place in range(first + 1, last):
        token = tokens[place]
        if token.has("reason") and not token.brackets and not token.quotes and not token.capital:
            return place
    return last


def _pieces(
    sentence: Sentence, first: int, last: int, prefix: Prefix | None, *, person: bool
) -> list[_Piece]:
    """Cut at every comma and "và" after which a new recipient begins."""
    tokens = sentence.tokens
    pieces: list[_Piece] = []
    current = _Piece(first, first)
    person = person or starts_person(tokens, trim(tokens, first, last)[0], last)
    shared = prefix
    place = first
    while place < last:
        token = tokens[place]
        is_and = token.fold in ("và", "cùng") and token.length == 1
        if (token.text in _WEAK or is_and) and _separates(token) and place > current.first:
            after = place + 1
            if after < last and tokens[after].fold == "và":
                after += 1
            start, _ = trim(tokens, after, last)
            if start < last:
                shared = _running(sentence, current.first, place, shared)
                if _begins(tokens, current.first, start, last, shared, joined=is_and):
                    current.last = place
                    pieces.append(current)
                    current = _Piece(after, after, joined=is_and)
                    place = after
                    continue
        place += 1
    current.last = last
    pieces.append(current)
    return [piece for piece in pieces if piece.first < piece.last]


def _running(sentence: Sentence, first: int, last: int, shared: Prefix | None) -> Prefix | None:
    start, _ = trim(sentence.tokens, first, last)
    return _next_prefix(shared, prefix_of(sentence, start, last))


def _begins(
    tokens: list[Token], current: int, at: int, last: int, shared: Prefix | None, *, joined: bool
) -> bool:
    """Whether a new recipient begins at ``at``, where the one before began at ``current``."""
    current, _ = trim(tokens, current, at)
    if tokens[at].has("honorific") and starts_person(tokens, at, last):
        return True
    if _names_person(tokens, current, at, shared):
        # After a person come office and unit; only another name goes on with the list.
        return starts_person(tokens, at, last)
    if tokens[current].has("position"):
        return starts_person(tokens, at, last) or (
            tokens[at].has("position") and _holds_name(tokens, at, last)
        )
    if starts_unit(tokens, at):
        return not _is_parent(tokens, current, at, last)
    if shared is None:
        return starts_person(tokens, at, last)
    return _shares(tokens[at], shared, joined=joined)


def _shares(token: Token, shared: Prefix, *, joined: bool) -> bool:
    """Whether a name without a type takes that of the one before: "UBND xã A, B và C".

    "Phòng Y tế và Dân số" may be one office, so "và" parts only names that can stand alone.
    """
    if token.kind == "number" or token.has("field", "office"):
        return True
    return token.capital and (shared.local or not joined)


def _names_person(tokens: list[Token], first: int, last: int, shared: Prefix | None) -> bool:
    """In a run of units that share a type, "Hoàng Diệu" is one of them, and no person."""
    if shared is not None and not tokens[first].has("honorific"):
        return False
    return starts_person(tokens, first, last)


def _holds_name(tokens: list[Token], at: int, last: int) -> bool:
    """Whether the piece that begins with an office at ``at`` holds a surname before its end."""
    for place in range(at + 1, min(last, at + 24)):
        if tokens[place].text in ",;":
            break
        if tokens[place].has("surname") and tokens[place].capital:
            return True
    return False


def _is_parent(tokens: list[Token], current: int, at: int, last: int) -> bool:
    """Whether ", xã B" after "Trường A" says where it is, and lists nothing new."""
    own, level = tokens[current].level, tokens[at].level
    if not own or level not in _PARENTS or level <= own:
        return False
    # "UBND" and its like have places for names: what follows them is read from the place.
    inner = current + tokens[current].length
    if inner < at and tokens[inner].level:
        own = max(own if own in PLACES else 0, tokens[inner].level)
    return level > own


def _read(sentence: Sentence, piece: _Piece, prefix: Prefix | None) -> Recipient | None:
    tokens = sentence.tokens
    first, last = trim(tokens, piece.first, piece.last)
    if first >= last:
        return None
    if _names_person(tokens, first, last, prefix) and (
        person := read_person(sentence, first, last)
    ):
        return person
    if tokens[first].has("position") and (holder := read_office_holder(sentence, first, last)):
        return holder
    return read_collective(sentence, first, last, prefix)


def _leave(sentence: Sentence, piece: _Piece, listing: Listing) -> None:
    first, last = trim(sentence.tokens, piece.first, piece.last)
    if first < last and sentence.tokens[first].has("position") and sentence.tokens[first].capital:
        # "Cục trưởng Cục Thú y": a person told by the office alone.
        listing.unnamed += 1
    if first < last and (sentence.tokens[first].capital or is_code(sentence.tokens[first])):
        listing.unread.append(sentence.quote(first, last))
