"""Does a comma begin a new recipient, or only go on about the one before?

Every comma and "và" of a list gets a margin: above zero it parts, below zero it joins, and the
further from zero the surer. Where the text says how many recipients there are and the sum differs,
the least sure ones give way. Nothing else is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.awards.collectives import PLACES, Prefix
from plugins.awards.openings import Opening
from plugins.awards.tokens import Token

# A margin up to this much gives way to a count.
_UNSURE = 3
_LONGEST_UNIT = 24
# Those who are no place and no office of anybody.
_TEAMS = frozenset({"nhóm", "đội", "tổ", "tập thể", "câu lạc bộ", "clb", "lớp"})
# How many tokens a number may take before its measure: "29", ",", "15".
_LONGEST_SCORE = 4
_MEASURES = frozenset({"điểm", "tuổi", "bài", "phiếu", "lần", "giây", "phút", "triệu", "đồng"})
# The levels of what "trường A, xã B" may name as a parent.
_PARENTS = (3, 5, 6, 7, 8)


@dataclass(slots=True)
class Separator:
    """A place where the list may be cut: one piece ends at ``place``, the next begins ``after``."""

    place: int
    after: int
    margin: int

    @property
    def parts(self) -> bool:
        """Whether a new recipient begins after it."""
        return self.margin > 0


@dataclass(slots=True)
class Side:
    """What stands on one side of a separator."""

    opening: Opening
    at: int
    said: bool = False  # of a person: an office or a unit has been told


def settle(separators: Sequence[Separator], pieces: int, count: int | None) -> None:
    """Let the least sure separators give way until ``count`` pieces remain, if they can.

    ``pieces`` is the number of pieces that cannot be joined, such as those between semicolons.
    """
    if count is None:
        return
    excess = pieces + sum(separator.parts for separator in separators) - count
    giving_way = sorted(
        (s for s in separators if s.parts == (excess > 0) and abs(s.margin) <= _UNSURE),
        key=lambda s: (abs(s.margin), -s.place),
    )
    if 0 < abs(excess) <= len(giving_way):
        for separator in giving_way[: abs(excess)]:
            separator.margin = -1 if excess > 0 else 1


def part_siblings(tokens: Sequence[Token], separators: Sequence[Separator]) -> None:
    """Part what would be two parents of one kind: "Đội 2, Công an phường A, Công an phường B"."""
    for one, other in pairwise(separators):
        first, second = tokens[one.after], tokens[other.after]
        same = first.level and first.fold == second.fold and first.level == second.level
        if same and not one.parts and not other.parts:
            one.margin = other.margin = 1


def margin(
    tokens: list[Token],
    left: Side,
    right: Side,
    shared: Prefix | None,
    *,
    joined: bool,
    segmented: bool,
    single: bool,
) -> int:
    """How surely a new recipient begins on the right.

    ``joined`` is true for "và"; ``segmented`` where semicolons part the list already; ``single``
    where the whole is an item of a list, which mostly states one.
    """
    if left.opening in (Opening.PERSON, Opening.HOLDER, Opening.OFFICE):
        return _after_person(tokens, left, right, joined=joined)
    match right.opening:
        case Opening.PERSON:
            return 8 if tokens[right.at].has("honorific") else 5
        case Opening.HOLDER:
            return 5
        case Opening.OFFICE:
            return 1 if tokens[right.at].capital else -3
        case Opening.UNIT:
            return _between_units(tokens, left, right, joined=joined, segmented=segmented)
        case Opening.NUMBER:
            shares = shared and left.opening in (Opening.UNIT, Opening.NUMBER)
            return 6 if shares and not measures(tokens, right.at) else -4
        case Opening.FIELD:
            if not shared or (not shared.explicit and (segmented or single)):
                return -4
            return 4 if shared.explicit else _UNSURE
        case Opening.NAME:
            alone = single and not (shared and (shared.local or shared.explicit))
            return -4 if alone else _bare_name(left, shared, joined=joined)
        case Opening.WORDS:
            return -6


def measures(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is a score or an age, not the number of a unit: "29,15 điểm"."""
    for token in tokens[at : at + _LONGEST_SCORE]:
        if token.kind != "number" and token.text != ",":
            return token.fold in _MEASURES
    return False


def after_dash(tokens: list[Token], left: Side, right: Side) -> int:
    """How surely a dash with spaces round it begins a new recipient: mostly it does not."""
    if right.opening is Opening.PERSON and tokens[right.at].has("honorific"):
        return 3
    units = left.opening is right.opening is Opening.UNIT
    one, other = tokens[left.at], tokens[right.at]
    if units and one.capital and one.fold == other.fold and one.level == other.level:
        return 1  # "THCS Hòa Bình - THCS Tân Lập"
    return -2 if units and tokens[right.at].capital else -6


def _after_person(tokens: list[Token], left: Side, right: Side, *, joined: bool) -> int:
    """After a person come office and unit; only another name goes on with the list."""
    match right.opening:
        case Opening.PERSON:
            return 8
        case Opening.HOLDER:
            return 5 if left.said or left.opening is not Opening.PERSON else -3
        case Opening.UNIT if joined and tokens[right.at].capital:
            return 2 if left.said else -1
        case Opening.UNIT if joined and tokens[right.at].fold in _TEAMS:
            return 2  # "Nguyễn Văn A và nhóm Sao Mai"
        case _:
            return -6


def _bare_name(left: Side, shared: Prefix | None, *, joined: bool) -> int:
    """Whether a name without a type takes that of the one before: "UBND xã A, B và C".

    "Phòng Y tế và Dân số" may be one office, so "và" parts only names that can stand alone.
    """
    if left.opening is Opening.NAME:
        taken = shared is not None and not (shared.local or shared.explicit)
        return _UNSURE if taken else 4  # "Chi cục Quản lý chất lượng, Chế biến và Phát triển"
    if shared is None:
        return -3
    if shared.local:
        return 5
    return -2 if joined else 3


def _between_units(
    tokens: list[Token], left: Side, right: Side, *, joined: bool, segmented: bool
) -> int:
    one, other = tokens[left.at], tokens[right.at]
    if left.opening is not Opening.UNIT or joined:
        return 5
    if _has_parent(tokens, left.at, right.at):
        return 5
    if _is_parent(tokens, left.at, right.at):
        return -4
    if one.fold == other.fold and one.level == other.level:
        return 5  # "Tiểu đoàn 4, Tiểu đoàn 6"
    inner, outer = one.cues.get("inner"), other.cues.get("outer")
    if inner and outer and not tokens[right.at].inside:
        # A ward of a hospital surely; an office and a school stand side by side more often.
        close = inner.value in outer.value
        return -3 if close else 1
    return 3 if segmented else 5


def _has_parent(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a unit has its parent already: "Đội 5 thuộc Phòng A", "Đội 2 - Phòng B"."""
    return any(
        tokens[place].fold in ("thuộc", "của")
        or (tokens[place].text in "-–" and tokens[place + 1].level > 0)
        for place in range(max(first + 1, last - _LONGEST_UNIT), last - 1)
    )


def _is_parent(tokens: Sequence[Token], current: int, at: int) -> bool:
    """Whether ", xã B" after "Trường A" says where it is, and lists nothing new."""
    own, level = tokens[current].level, tokens[at].level
    if not own or level not in _PARENTS or level <= own:
        return False
    # "UBND" and its like have places for names: what follows them is read from the place.
    inner = current + tokens[current].length
    if inner < at and tokens[inner].level:
        own = max(own if own in PLACES else 0, tokens[inner].level)
    return level > own
