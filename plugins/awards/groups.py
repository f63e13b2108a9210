"""Groups of recipients: "16 tập thể gồm: A, B; 21 cá nhân", with or without the names."""

from __future__ import annotations

from dataclasses import dataclass, field

from plugins.awards.collectives import PLACES, Prefix
from plugins.awards.enumerations import read_list
from plugins.awards.mentions import number_at
from plugins.awards.sentences import Sentence
from plugins.awards.tokens import Token
from plugins.model import Evidence, Recipient

_KEYS = {
    "collective": "collectives",
    "individual": "individuals",
    "household": "households",
    "total": "total",
}


@dataclass(slots=True)
class Group:
    """Counts by kind, as the fields of ``Declared`` are called, and the names given."""

    declared: dict[str, int] = field(default_factory=dict)
    recipients: list[Recipient] = field(default_factory=list)
    unread: list[Evidence] = field(default_factory=list)
    unnamed: int = 0

    def __bool__(self) -> bool:
        return bool(self.declared or self.recipients or self.unnamed)


def read_group(sentence: Sentence, first: int, last: int) -> Group:
    """Read counts and lists from the tokens from ``first`` to ``last`` (excluded)."""
    tokens, group, place = sentence.tokens, Group(), first
    shared: Prefix | None = None
    while place < last:
        token = tokens[place]
        if token.has("nested") and place > first:
            break
        if (counted := count_at(tokens, place)) is not None:
            number, key, after = counted
            group.declared[key] = group.declared.get(key, 0) + number
            shared = _shared(sentence, place + 1)
            place, found = _lead(tokens, after, last)
            if not found:
                continue
        elif _skipped(tokens, place):
            shared = _shared(sentence, place) or shared
            place += token.length
            continue
        end = _next_count(tokens, place, last)
        listing = read_list(sentence, place, end, shared)
        group.recipients += listing.recipients
        group.unread += listing.unread
        group.unnamed += listing.unnamed
        place = end
    return group


def count_at(tokens: list[Token], place: int) -> tuple[int, str, int] | None:
    """Read "16 tập thể" at ``place``: the number, its field, and the place after the noun."""
    number = number_at(tokens, place)
    if number is None or place + 1 >= len(tokens):
        return None
    cue = tokens[place + 1].cues.get("count")
    if cue is None or tokens[place + 1].inside:
        return None
    return number, _KEYS[cue.value], place + 1 + tokens[place + 1].length


def _shared(sentence: Sentence, noun: int) -> Prefix | None:
    """The type that a noun gives to the names after it: "các bệnh viện: A, B", "7 phòng gồm A"."""
    tokens = sentence.tokens
    after = noun + tokens[noun].length
    if not tokens[noun].level or after >= len(tokens):
        return None
    if tokens[after].text != ":" and not tokens[after].has("lead-in"):
        return None
    words = " ".join(token.text for token in tokens[noun:after])
    return Prefix(words, words.casefold(), local=tokens[noun].level in PLACES)


def _skipped(tokens: list[Token], place: int) -> bool:
    """Whether the token at ``place`` only leads up to names."""
    token = tokens[place]
    if (
        token.text in ",;:.-–—+*•"
        or token.has("lead-in", "to", "belong", "determiner")
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


def _lead(tokens: list[Token], place: int, last: int) -> tuple[int, bool]:
    """Go on from a counted noun to the list that belongs to it, or to the next count."""
    for at in range(place, last):
        token = tokens[at]
        if token.brackets:
            continue
        if token.text == ":" or (token.has("lead-in") and token.fold != "là"):
            return at + token.length, True
        if at > place and count_at(tokens, at) and _separated(tokens, at):
            return at, False
        if token.has("nested"):
            return at, False
    return last, False


def _next_count(tokens: list[Token], place: int, last: int) -> int:
    for at in range(place + 1, last):
        if not tokens[at].brackets and _separated(tokens, at) and count_at(tokens, at):
            return at
        if tokens[at].has("nested") and not tokens[at].brackets:
            return at
    return last


def _separated(tokens: list[Token], at: int) -> bool:
    before = tokens[at - 1]
    return before.text in ",;:." or before.fold in ("và", "có", "cùng", "cho", "là", "gồm", "với")
