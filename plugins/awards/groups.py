"""Groups of recipients: "16 tập thể gồm: A, B; 21 cá nhân", with or without the names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from plugins.awards.collectives import Prefix, prefix_of
from plugins.awards.counts import KEYS, count_at
from plugins.awards.enumerations import NOTHING, Expected, read_list
from plugins.awards.mentions import number_at, number_span
from plugins.awards.persons import starts_person
from plugins.awards.sentences import Sentence
from plugins.awards.tokens import Token
from plugins.model import Evidence, Recipient

# How long an unknown counted noun may be, and what is told of those who are named after it.
_LONGEST_NOUN = 7
_LONGEST_CLAUSE = 24


@dataclass(slots=True)
class Group:
    """Counts by kind, as the fields of ``Declared`` are called, and the names given."""

    declared: dict[str, int] = field(default_factory=dict)
    recipients: list[Recipient] = field(default_factory=list)
    unread: list[Evidence] = field(default_factory=list)
    unnamed: int = 0

    def __bool__(self) -> bool:
        return bool(self.declared or self.recipients or self.unnamed)

    def add(self, other: Group) -> None:
        """Take in another group; its counts give way to those already there."""
        self.declared = {**other.declared, **self.declared}
        self.recipients += other.recipients
        self.unread += other.unread
        self.unnamed += other.unnamed


def read_group(sentence: Sentence, first: int, last: int, *, expected: Expected = NOTHING) -> Group:
    """Read counts and lists from the tokens from ``first`` to ``last`` (excluded)."""
    tokens, group, place = sentence.tokens, Group(), first
    shared = expected.shared
    pending: dict[str, int] = {}
    uncounted: int | None = None
    while place < last:
        token = tokens[place]
        if token.has("nested") and place > first:
            names = nested_names(tokens, place, last)
            if names is None:
                break
            place = names
            continue
        if (counted := count_at(tokens, place)) is not None:
            number, key, after = counted
            group.declared[key] = group.declared.get(key, 0) + number
            pending[key] = pending.get(key, 0) + number
            noun = place + (number_span(tokens, place) or (0, 1))[1]
            shared = _shared(sentence, noun) or _type_of(sentence, noun, after)
            if after < last and tokens[after].fold == "khác":
                named = sum(KEYS[r.kind] == key for r in group.recipients)
                group.declared[key] += named  # "ông A, bà B cùng 15 cá nhân khác"
            place, found = _lead(tokens, noun, after, last)
            if not found or count_at(tokens, place):
                continue  # "53 gương, gồm 18 tập thể và 35 cá nhân"
        elif (unknown := _unknown_count(tokens, place, last)) is not None:
            uncounted, place = unknown
        elif (lead := _named_later(tokens, place, last)) is not None:
            place = lead
            continue
        elif _skipped(tokens, place):
            shared = _shared(sentence, place) or shared
            place += token.length
            continue
        end = _next_count(tokens, place, last)
        persons = set(pending) == {"individuals"} if pending else expected.persons
        listing = read_list(
            sentence,
            place,
            end,
            Expected(
                shared,
                sum(pending.values()) or uncounted or expected.count,
                persons=persons,
                bare=expected.bare or (bool(pending) and not persons),
                single=expected.single,
            ),
        )
        if listing.recipients:
            if uncounted is not None and (kind := _kind_of(listing.recipients)):
                group.declared[kind] = group.declared.get(kind, 0) + uncounted
            pending.clear()
            uncounted = None
        group.recipients += listing.recipients
        group.unread += listing.unread
        group.unnamed += listing.unnamed
        place = end
    return group


def _unknown_count(tokens: list[Token], place: int, last: int) -> tuple[int, int] | None:
    """Read "3 hòa giải viên: A, B, C", whose noun is unknown: the count and where names begin."""
    number = number_at(tokens, place)
    if number is None or number < 2:  # noqa: PLR2004
        return None
    for at in range(place + 1, min(last, place + _LONGEST_NOUN)):
        token = tokens[at]
        if token.text == ":" or leads_to_names(tokens, at, last):
            return (number, at + token.length) if at > place + 1 else None
        if token.kind != "word" or token.capital or token.has("to", "give"):
            return None
    return None


def _kind_of(recipients: Sequence[Recipient]) -> str | None:
    """The field of ``Declared`` that counts these recipients, if they are all of one kind."""
    kinds = {recipient.kind for recipient in recipients}
    return KEYS[kinds.pop()] if len(kinds) == 1 else None


def _named_later(tokens: list[Token], place: int, last: int) -> int | None:
    """Where the names begin after "các đơn vị phá án gồm": only common words before."""
    if not tokens[place].has("determiner"):
        return None
    noun = place + tokens[place].length
    if noun >= last or tokens[noun].capital or not tokens[noun].has("wrapper", "count"):
        return None
    for at in range(noun, min(last, noun + _LONGEST_CLAUSE)):
        token = tokens[at]
        if token.text == ":" and tokens[noun].level and at == noun + tokens[noun].length:
            return None  # "các bệnh viện: A, B" gives its type to the names
        if at > noun and (token.text == ":" or leads_to_names(tokens, at, last)):
            return at + token.length
        if token.text in ",;" or (token.capital and not token.inside):
            return None
    return None


def nested_names(tokens: list[Token], place: int, last: int) -> int | None:
    """Where the names begin after "trong đó có:"; None where parts are only counted."""
    after = place + tokens[place].length
    while after < last and (tokens[after].text == ":" or tokens[after].fold == "có"):
        after += 1
    named = after < last and (tokens[after].capital or tokens[after].has("honorific"))
    return after if named and not count_at(tokens, after) else None


def _shared(sentence: Sentence, noun: int) -> Prefix | None:
    """The type that a noun gives to the names after it: "các bệnh viện: A, B", "7 phòng gồm A"."""
    tokens = sentence.tokens
    after = noun + tokens[noun].length
    if not tokens[noun].level or after >= len(tokens):
        return None
    if tokens[after].text != ":" and not tokens[after].has("lead-in"):
        return None
    prefix = prefix_of(sentence, noun, after)
    return prefix and prefix.for_all()


def _type_of(sentence: Sentence, noun: int, after: int) -> Prefix | None:
    """The type that a counted noun gives to names right after it: "hai tổ Kênh N3, Kênh N5"."""
    tokens = sentence.tokens
    named = after < len(tokens) and tokens[after].capital and not tokens[after].level
    if not (tokens[noun].level and named):
        return None
    prefix = prefix_of(sentence, noun, after)
    return prefix and prefix.for_all()


def _skipped(tokens: list[Token], place: int) -> bool:
    """Whether the token at ``place`` only leads up to names."""
    token = tokens[place]
    if (
        token.text in ",;:.-–—+*•"
        or token.has("lead-in", "to", "belong", "determiner", "author")
        or token.fold == "và"
    ):
        return True
    # "các bệnh viện: A, B": the noun is remembered by _shared.
    plural = bool(token.level or token.has("count", "wrapper")) and not token.capital
    after = place + token.length
    if after + 1 < len(tokens) and tokens[after].text == ",":
        after += 1
    return (
        plural
        and after < len(tokens)
        and (tokens[after].text == ":" or tokens[after].has("lead-in"))
    )


def _lead(tokens: list[Token], noun: int, place: int, last: int) -> tuple[int, bool]:
    """Go on from a counted noun to the list that belongs to it, or to the next count."""
    if place < last and (
        tokens[place].text in "+•"
        or starts_person(tokens, place, last)
        or (tokens[noun].level and tokens[place].capital and not tokens[place].level)
    ):
        return place, True  # "02 cá nhân + Ông A", "hai em Nguyễn Văn A và …", "hai tổ Kênh N3, …"
    for at in range(place, last):
        token = tokens[at]
        if token.brackets:
            continue
        if token.text == ":" or token.has("author") or leads_to_names(tokens, at, last):
            return at + token.length, True
        if at > place and count_at(tokens, at) and _separated(tokens, at):
            return at, False
        if token.has("nested"):
            return at, False
    return last, False


def leads_to_names(tokens: list[Token], at: int, last: int) -> bool:
    """Whether a word leads to names; "là" only if a name, a person or "các …" follows."""
    token = tokens[at]
    if not token.has("lead-in"):
        return False
    after = at + token.length
    return token.fold != "là" or (
        after < last
        and (
            tokens[after].capital
            or tokens[after].has("honorific", "determiner", "wrapper")
            or (bool(tokens[after].level) and after + 1 < last and tokens[after + 1].capital)
            or starts_person(tokens, after, last)
        )
    )


def _next_count(tokens: list[Token], place: int, last: int) -> int:
    for at in range(place + 1, last):
        counts = not tokens[at].brackets and _separated(tokens, at) and count_at(tokens, at)
        if counts and not _in_series(tokens, at):
            return at
        if tokens[at].has("nested") and not tokens[at].brackets:
            return at
    return last


def _in_series(tokens: list[Token], at: int) -> bool:
    """Whether a number goes on with numbers: "tổ dân phố số 2, 5 và | 11 phường A"."""
    if at < 2 or tokens[at].kind != "number" or tokens[at - 2].kind != "number":  # noqa: PLR2004
        return False
    noun = at + 1
    after = noun + tokens[noun].length if noun < len(tokens) else noun
    place = after < len(tokens) and tokens[noun].level > 0 and tokens[after].capital
    return place or noun == len(tokens) or not tokens[noun].has("count")


def _separated(tokens: list[Token], at: int) -> bool:
    before = tokens[at - 1]
    return before.text in ",;:." or before.fold in ("và", "có", "cùng", "cho", "là", "gồm", "với")
