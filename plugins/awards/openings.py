"""What begins at a place in a list: a person, an office, a unit, a bare name, or more words."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from plugins.awards.collectives import Prefix, begins_name, starts_unit
from plugins.awards.persons import SHORTEST_NAME, looks_like_name, starts_person
from plugins.awards.tokens import Token

# How far the name of an office-holder may stand after the office, in tokens.
_REACH = 24
# Types of unit that are named after persons: "Trường THCS Lê Lợi, Quang Trung".
_NAMED_AFTER_PERSONS = frozenset(
    {"trường", "thcs", "thpt", "tiểu học", "mầm non", "mẫu giáo", "phường", "xã"}
)


class Opening(Enum):
    """How the words that may state a recipient begin."""

    PERSON = auto()  # a name, perhaps after honorifics
    HOLDER = auto()  # an office, and the name of who holds it further on
    OFFICE = auto()  # an office alone
    UNIT = auto()  # a type of unit, or a code
    NUMBER = auto()
    NAME = auto()  # capitalised words of no known kind
    FIELD = auto()  # a field of work, as in "Sở Văn hóa, | Thể thao và Du lịch"
    WORDS = auto()


def opening(
    tokens: list[Token], at: int, last: int, shared: Prefix | None = None, *, persons: bool = False
) -> Opening:
    """Say what begins at ``at``.

    ``shared`` is the type that a run of units shares: under it, "Quang Trung" is a school and no
    person. ``persons`` is true where the text has said that persons are listed.
    """
    token = tokens[at]
    if token.has("honorific") and starts_person(tokens, at, last):
        return Opening.PERSON
    if starts_person(tokens, at, last) and not _is_named_after(shared):
        return Opening.PERSON
    if (
        persons
        and not token.level
        and token.fold != "thứ"
        and looks_like_name(tokens, at, last) >= SHORTEST_NAME
    ):
        return Opening.PERSON
    if token.has("position"):
        return Opening.HOLDER if _holds_name(tokens, at, last) else Opening.OFFICE
    if starts_unit(tokens, at):
        return Opening.NAME if begins_name(tokens, at, shared) else Opening.UNIT
    if token.kind == "number":
        return Opening.NUMBER
    if token.has("field", "office"):
        return Opening.FIELD
    return Opening.NAME if token.capital else Opening.WORDS


def _is_named_after(shared: Prefix | None) -> bool:
    return shared is not None and (
        shared.local
        or shared.explicit
        or any(shared.last.startswith(word) for word in _NAMED_AFTER_PERSONS)
    )


def _holds_name(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether the piece that begins with an office at ``at`` holds a surname before its end."""
    for place in range(at + 1, min(last, at + _REACH)):
        if tokens[place].text in ",;":
            break
        if tokens[place].has("surname") and tokens[place].capital and not tokens[place].inside:
            return True
    return False
