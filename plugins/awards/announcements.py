"""Decisions told of before they are cited: "Chủ tịch xã ký hai quyết định khen thưởng: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.awards.issuers import issuer_at, issuer_before
from plugins.awards.scope import Outline, sentences_of
from plugins.awards.sentences import Sentence
from plugins.awards.text import Block
from plugins.documents import Day, days

_PLURAL = re.compile(
    r"\b(?:các|những|hai|ba|bốn|năm|sáu|bảy|tám|\d{1,2})\s+(?P<noun>quyết định)\b(?!\s+số\b)",
    re.IGNORECASE,
)
# What every one of these has, and few words begin with: it is looked for first.
_NOUN = re.compile(r"[qQ](?i:uyết định)")
# Who does one of these with decisions has made them; who reads them out may be anybody.
_MAKES = frozenset({"ký", "hành", "ra", "có"})
_READS = frozenset({"bố", "trao"})
_REACH = 12


@dataclass(frozen=True, slots=True)
class Announcement:
    """Who makes the decisions that are cited after ``place``, and when."""

    block: int
    place: int
    issuer: str | None
    day: Day | None

    def covers(self, lines: Outline, block: int) -> bool:
        """Whether it speaks of a decision cited after it in a block."""
        return block == self.block or lines.intro[block] == self.block


def announcements(lines: Outline, published: date | None) -> list[Announcement]:
    """The announcements of a text in order."""
    return [
        found
        for number, block in enumerate(lines.text.blocks)
        if block.kind != "noise" and _tells(lines.text.plain, block)
        for sentence in sentences_of(lines, number)
        for found in _read(sentence, number, published)
    ]


def _tells(plain: str, block: Block) -> bool:
    found = _NOUN.search(plain, block.start, block.end)
    return found is not None and _PLURAL.search(plain, block.start, block.end) is not None


def _read(sentence: Sentence, number: int, published: date | None) -> Iterator[Announcement]:
    match = _PLURAL.search(sentence.plain, sentence.start, sentence.end)
    if match is None:
        return
    tokens = sentence.tokens
    noun = next((n for n, t in enumerate(tokens) if t.start >= match.start("noun")), len(tokens))
    issuer = _of(sentence, noun) or _maker(sentence, noun)
    day = next(days(sentence.plain, sentence.start, match.start(), published=published), None)
    if issuer:
        yield Announcement(number, match.start(), issuer, day)


def _of(sentence: Sentence, noun: int) -> str | None:
    """Read "các quyết định khen thưởng của | Giám đốc Công an tỉnh"."""
    for place in range(noun, min(len(sentence.tokens), noun + _REACH)):
        if sentence.tokens[place].fold == "của":
            return issuer_at(sentence, place + 1)[0]
        if sentence.tokens[place].text in ",;:.":
            break
    return None


def _maker(sentence: Sentence, noun: int) -> str | None:
    tokens = sentence.tokens
    verb = next(
        (n for n in range(noun - 1, max(-1, noun - 5), -1) if tokens[n].fold in _MAKES | _READS),
        None,
    )
    if verb is None:
        return None
    before = tokens[:verb]
    person = any(t.has("honorific") or t.fold in ("diện", "phó", "trưởng") for t in before)
    if tokens[verb].fold in _READS and person:
        return None
    return issuer_before(sentence, 0, verb)
