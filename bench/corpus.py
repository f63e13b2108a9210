"""A seeded corpus: as many plausible articles as wanted, always the same for one seed.

Each article is made from the seed and its own number, so that a corpus is written as it is made
and none of it is held.
"""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bench.lists import PRIZE, AwardList, Occasion, award_list, person
from bench.prose import Blanks, body_text
from bench.terms import Campaign, Unit, make_campaigns, make_units, slug, tail_weights
from bench.words import AWARD_TITLES, CONTEST_TITLES, KINDS, SUMMARIES, TITLES

FIRST, LAST = datetime(2018, 11, 1, 8), datetime(2026, 10, 31, 17)
AWARDS_EVERY = 5
SECOND_UNITS, WITHOUT_CAMPAIGN = 0.25, 0.5  # shares of the articles


@dataclass(frozen=True, slots=True)
class Piece:
    """One article. ``units`` and ``campaign`` are terms, ``awards`` slugs of award titles."""

    number: int
    title: str
    date: datetime
    kind: str
    summary: str
    author: str
    units: tuple[Unit, ...]
    campaign: Campaign | None
    awards: tuple[str, ...]
    body: str

    @property
    def slug(self) -> str:
        """The article's address and permanent id."""
        return f"{slug(self.title)[:60].strip('-')}-{self.number}"

    @property
    def folder(self) -> str:
        """Where the article stands, in all trees."""
        return f"tin/{self.date:%Y/%m}"


class Corpus:
    """``size`` articles about the same units and campaigns; iterate to make them, oldest first."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self.size = size
        self._seed = seed
        self.units = make_units(random.Random(seed))
        self.campaigns = make_campaigns(self.units)
        self._weights = tail_weights(len(self.units))
        self._names = tuple(unit.name for unit in self.units if unit.kind in ("xã", "cơ quan"))
        self._places = tuple(unit.in_text for unit in self.units if unit.kind == "xã")

    def __iter__(self) -> Iterator[Piece]:
        return (self.piece(number) for number in range(self.size))

    def piece(self, number: int) -> Piece:
        """Return one article."""
        chance = random.Random(self._seed * 1_000_003 + number)
        moment = self._moment(number, chance)
        units = self._units(chance)
        told = self._awards(number, units[0], moment.date(), chance)
        blanks = Blanks(chance, units[0].name, moment, chance.choice(self._places))
        kind, titles = _kind(told, chance)
        return Piece(
            number=number,
            title=blanks.fill(chance.choice(titles)),
            date=moment,
            kind=kind,
            summary=blanks.fill(chance.choice(SUMMARIES)),
            author=person(chance, chance.randrange(2)),
            units=units,
            campaign=self._campaign(moment.date(), chance),
            awards=told.titles if told else (),
            body=body_text(blanks, told, chance),
        )

    def _moment(self, number: int, chance: random.Random) -> datetime:
        whole = (LAST - FIRST).total_seconds()
        seconds = whole * (number + chance.random()) / self.size
        day = (FIRST + timedelta(seconds=seconds)).replace(second=0, microsecond=0)
        return day.replace(hour=chance.randrange(7, 18))

    def _units(self, chance: random.Random) -> tuple[Unit, ...]:
        """One unit, or two in every fourth article."""
        picked = (self._pick(chance) for _ in range(1 + (chance.random() < SECOND_UNITS)))
        return tuple(dict.fromkeys(picked))

    def _pick(self, chance: random.Random) -> Unit:
        return self.units[bisect_left(self._weights, chance.random() * self._weights[-1])]

    def _campaign(self, day: date, chance: random.Random) -> Campaign | None:
        """Half of all articles belong to a campaign of their day, most to the first of these."""
        if chance.random() < WITHOUT_CAMPAIGN:
            return None
        running = [one for one in self.campaigns if one.start <= day <= one.end]
        return running[int(len(running) * chance.random() ** 2)]

    def _awards(
        self, number: int, unit: Unit, day: date, chance: random.Random
    ) -> AwardList | None:
        if number % AWARDS_EVERY:
            return None
        issuer = f"{'Chủ tịch UBND' if unit.local else 'Thủ trưởng'} {unit.in_text}"
        occasion = Occasion(issuer, day, number + 1, self._names, chance)
        return award_list(occasion, number // AWARDS_EVERY)


def _kind(told: AwardList | None, chance: random.Random) -> tuple[str, tuple[str, ...]]:
    """Return the kind of an article and the titles that it may have."""
    if told is None:
        return chance.choice(KINDS), TITLES
    if PRIZE in told.titles:
        return "hội thi", CONTEST_TITLES
    return "khen thưởng", AWARD_TITLES
