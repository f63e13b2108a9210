"""Award lists as articles tell them: a sentence, lists, a table, the prizes of a contest."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bench.words import FAMILY, GIVEN, MIDDLE, POSITIONS

CERTIFICATE, DIPLOMA, PRIZE = "giay-khen", "bang-khen", "giai-thuong"
# What the peers, who have no vocabulary, call the titles.
NAMES = {CERTIFICATE: "Giấy khen", DIPLOMA: "Bằng khen", PRIZE: "Giải thưởng"}


@dataclass(frozen=True, slots=True)
class AwardList:
    """A list in Markdown, and the slugs of the award titles that it gives."""

    text: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a list is made from; ``names`` are those of units that may win."""

    issuer: str
    day: date
    decision: int
    names: tuple[str, ...]
    chance: random.Random

    @property
    def decided(self) -> str:
        """The decision as articles cite it."""
        return f"Quyết định số {self.decision}/QĐ-UBND ngày {self.day:%d/%m/%Y}"

    def people(self, number: int) -> list[str]:
        """Return the names of a man and a woman in turn, each once."""
        found: dict[str, None] = {}
        while len(found) < number:
            found[person(self.chance, len(found) % 2)] = None
        return list(found)

    def position(self) -> str:
        """Return a person's position."""
        return self.chance.choice(POSITIONS)

    def units(self, number: int) -> list[str]:
        """Return the names of units, each once."""
        return self.chance.sample(self.names, number)


def person(chance: random.Random, sex: int) -> str:
    """Return the name of an invented person: a man's for 0, a woman's for 1."""
    return " ".join(chance.choice(names) for names in (FAMILY, MIDDLE[sex], GIVEN[sex]))


def award_list(occasion: Occasion, turn: int) -> AwardList:
    """Return one of the shapes, in turn."""
    return _SHAPES[turn % len(_SHAPES)](occasion)


def _sentence(occasion: Occasion) -> AwardList:
    units = occasion.units(6)
    text = (
        f"{occasion.issuer} ban hành {occasion.decided} tặng Giấy khen cho 06 tập thể "
        f"có thành tích xuất sắc, gồm: {'; '.join(units[:-1])} và {units[-1]}."
    )
    return AwardList(text, (CERTIFICATE,))


def _bullets(occasion: Occasion) -> AwardList:
    units = occasion.units(5)
    items = "\n".join(f"- {name};" for name in units[:-1]) + f"\n- {units[-1]}."
    text = (
        f"Theo {occasion.decided} của {occasion.issuer}, 05 tập thể được tặng Bằng khen vì có "
        f"thành tích xuất sắc trong cải cách hành chính:\n\n{items}"
    )
    return AwardList(text, (DIPLOMA,))


def _persons(occasion: Occasion) -> AwardList:
    people = zip(occasion.people(6), occasion.units(6), strict=True)
    items = ";\n".join(
        f"{number}. {'Ông' if number % 2 else 'Bà'} {name}, {occasion.position()} {unit}"
        for number, (name, unit) in enumerate(people, start=1)
    )
    text = f"{occasion.issuer} đã ký {occasion.decided} tặng Giấy khen cho 06 cá nhân:\n\n{items}."
    return AwardList(text, (CERTIFICATE,))


def _table(occasion: Occasion) -> AwardList:
    people = zip(occasion.people(8), occasion.units(8), strict=True)
    rows = "\n".join(
        f"| {number} | {name} | {occasion.position()} | {unit} |"
        for number, (name, unit) in enumerate(people, start=1)
    )
    text = (
        f"Danh sách 08 cá nhân được tặng Giấy khen (kèm theo {occasion.decided} của "
        f"{occasion.issuer}):\n\n| STT | Họ và tên | Chức vụ | Đơn vị |\n|---|---|---|---|\n{rows}"
    )
    return AwardList(text, (CERTIFICATE,))


def _prizes(occasion: Occasion) -> AwardList:
    first, *others = occasion.units(6)
    text = (
        "Kết thúc hội thi, Ban Tổ chức công bố kết quả:\n\n"
        f"- Giải Nhất: {first};\n"
        f"- Giải Nhì: {others[0]} và {others[1]};\n"
        f"- Giải Ba: {others[2]}, {others[3]} và {others[4]}."
    )
    return AwardList(text, (PRIZE,))


_SHAPES: tuple[Callable[[Occasion], AwardList], ...] = (
    _sentence,
    _bullets,
    _persons,
    _table,
    _prizes,
)
