"""The text of one article: sentences with their blanks filled, put together."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime

from bench.lists import AwardList, person
from bench.words import FIELDS, HEADINGS, ITEMS, PLANS, ROLES, SENTENCES

SMALLEST, USUAL, LARGEST = 2000, 2700, 4000  # bytes of a body; the head adds about 500
PLAIN_LEADS = 0.4  # the share of articles that cite no document at their head


class Blanks(dict[str, object]):
    """What fills the blanks of sentences: some things the same in all, others made when asked."""

    def __init__(self, chance: random.Random, unit: str, moment: datetime, place: str) -> None:
        super().__init__(unit=unit, place=place, month=moment.month, year=moment.year)
        self._chance = chance

    def __missing__(self, blank: str) -> object:
        return _MADE[blank](self._chance)

    def fill(self, sentence: str) -> str:
        """Return ``sentence`` without blanks."""
        return sentence.format_map(self)


_MADE: dict[str, Callable[[random.Random], object]] = {
    "n": lambda chance: chance.randrange(20, 900),
    "m": lambda chance: chance.randrange(12, 60),
    "k": lambda chance: chance.randrange(2, 12),
    "p": lambda chance: chance.randrange(61, 99),
    "field": lambda chance: chance.choice(FIELDS),
    "role": lambda chance: chance.choice(ROLES),
    "person": lambda chance: person(chance, chance.randrange(2)),
}


def body_text(blanks: Blanks, told: AwardList | None, chance: random.Random) -> str:
    """Return Markdown of about the wanted size: paragraphs, headings, lists, documents cited."""
    size = chance.triangular(SMALLEST, LARGEST, USUAL)
    parts = [_lead(blanks, chance), *([told.text] if told else [])]
    written = sum(len(part.encode()) for part in parts)
    while written < size:
        part = _part(len(parts), blanks, chance)
        parts.append(part)
        written += len(part.encode()) + 2
    return "\n\n".join(parts) + "\n"


def _lead(blanks: Blanks, chance: random.Random) -> str:
    """Return a first paragraph; most cite a document that others cite too."""
    lead = _sentences(2, blanks, chance)
    if chance.random() < PLAIN_LEADS:
        return lead
    kind, mark = chance.choice(PLANS)
    day = f"{chance.randrange(1, 28):02}/{chance.randrange(1, 13):02}/{blanks['year']}"
    cited = f"{kind} số {chance.randrange(1, 40)}/{mark} ngày {day} của UBND tỉnh"
    return f"Thực hiện {cited}, {blanks['unit']} đã giao việc đến từng bộ phận. {lead}"


def _part(position: int, blanks: Blanks, chance: random.Random) -> str:
    """Return a heading in every fourth place, now and then a list, else a paragraph."""
    if position % 4 == 2:
        return f"## {chance.choice(HEADINGS)}"
    if position % 6 == 4:
        return "\n".join(f"- {blanks.fill(item)}" for item in chance.sample(ITEMS, 3))
    return _sentences(chance.randrange(2, 4), blanks, chance)


def _sentences(number: int, blanks: Blanks, chance: random.Random) -> str:
    return " ".join(map(blanks.fill, chance.sample(SENTENCES, number)))
