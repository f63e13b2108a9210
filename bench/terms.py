"""The units and campaigns of the corpus: a few that much is told of, and a long tail."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from bench.words import DEPARTMENTS, FIRST, OFFICES, SECOND, THEMES

UNITS = 200
CAMPAIGNS = 40
PROVINCE = "Vàm Thao"  # no province of this name exists
DISTRICTS = 18
FIRST_YEAR = 2018
CAMPAIGNS_A_YEAR = 5
_STEEPNESS = 0.9  # of the law of Zipf: the first unit has about an eighth of all articles


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; ``parent`` is the slug of the unit above."""

    name: str
    kind: str
    parent: str | None = None

    @property
    def slug(self) -> str:
        """The unit's address."""
        return slug(self.name)

    @property
    def local(self) -> bool:
        """Whether it is a place with a people's committee, and no office."""
        return self.kind != "cơ quan"

    @property
    def in_text(self) -> str:
        """The name within a sentence: "xã Đông Mỹ", "Sở Nội vụ …"."""
        return self.name[0].lower() + self.name[1:] if self.local else self.name


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign with its days; ``unit`` is the slug of the unit that runs it."""

    name: str
    unit: str
    start: date
    end: date

    @property
    def slug(self) -> str:
        """The campaign's address."""
        return slug(self.name)


def slug(text: str) -> str:
    """Return ``text`` in ``[a-z0-9-]``: "Xã Đông Mỹ" is ``xa-dong-my``."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    kept = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in plain
                   if not unicodedata.combining(sign))  # fmt: skip
    return "-".join(kept.split())


def places(chance: random.Random, number: int) -> list[str]:
    """Return the names of communes, each once."""
    names = [f"Xã {first} {second}" for first in FIRST for second in SECOND]
    return chance.sample(names, number)


def make_units(chance: random.Random) -> list[Unit]:
    """Return :data:`UNITS` units: a province, its departments, districts, offices, communes.

    Those that much is told of come first.
    """
    province = Unit(f"Tỉnh {PROVINCE}", "tỉnh")
    towns = [name.removeprefix("Xã ") for name in places(chance, UNITS)]
    districts = [Unit(f"Huyện {name}", "huyện", province.slug) for name in towns[:DISTRICTS]]
    departments = [
        Unit(f"{name} tỉnh {PROVINCE}", "cơ quan", province.slug) for name in DEPARTMENTS
    ]
    offices = [
        Unit(f"{name} huyện {town}", "cơ quan", district.slug)
        for district, town in zip(districts, towns, strict=False)
        for name in OFFICES
    ]
    upper = [province, *departments, *districts]
    left = UNITS - len(upper) - len(offices)
    communes = [
        Unit(f"Xã {name}", "xã", districts[number % DISTRICTS].slug)
        for number, name in enumerate(towns[DISTRICTS : DISTRICTS + left])
    ]
    lower = offices + communes
    chance.shuffle(lower)
    return upper + lower


def make_campaigns(units: list[Unit]) -> list[Campaign]:
    """Return :data:`CAMPAIGNS` campaigns over eight years, five each November; one lasts longer."""
    found = []
    for number in range(CAMPAIGNS):
        year, turn = divmod(number, CAMPAIGNS_A_YEAR)
        start = date(FIRST_YEAR + year, 11, 1)
        years = 1 if turn else 3
        theme = THEMES[number % len(THEMES)]
        found.append(
            Campaign(
                name=f"Phong trào “{theme}” đợt {number + 1}",
                unit=units[turn * 3].slug,
                start=start,
                end=start.replace(year=start.year + years) - timedelta(days=1),
            )
        )
    return found


def tail_weights(number: int) -> list[float]:
    """Return cumulative weights of ``number`` things: few large, many small."""
    return list(accumulate(1 / (rank + 1) ** _STEEPNESS for rank in range(number)))
