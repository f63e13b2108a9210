"""Prizes planned beside prizes given."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.campaigns import count_prizes
from plugins.model import (
    Award,
    Declared,
    Document,
    Evidence,
    PlannedPrize,
    Recipient,
    RecipientKind,
)
from plugins.vocabulary import load

QUOTE = Evidence("x", 0, 1)
DECISION = Document("Quyết định", "58/QĐ-UBND", date(2021, 1, 11))


def award(
    title: str,
    *names: str,
    rank: str | None = None,
    kind: RecipientKind = "collective",
    document: Document | None = None,
    **declared: int,
) -> Award:
    found = load().award_title(title)
    assert found is not None
    return Award(
        title=found,
        evidence=(QUOTE,),
        rank=rank,
        document=document,
        declared=Declared(**declared),
        recipients=tuple(Recipient(name, kind, QUOTE) for name in names),
    )


def prize(rank: str, *names: str) -> Award:
    return award("Giải thưởng", *names, rank=rank)


FIRST = PlannedPrize("Phòng, ban", "giải Nhất", 1)
TOWNS = PlannedPrize("Xã, thị trấn", "giải Nhất", 1)
SECOND = PlannedPrize("Xã, thị trấn", "giải Nhì", 2)
TEAMS = PlannedPrize("Tập thể", "Giấy khen", 6)
PERSONS = PlannedPrize("Cá nhân", "Giấy khen", 15)
ODD = PlannedPrize("Cá nhân", "khen theo Nghị định", 8)


@pytest.mark.parametrize(
    ("planned", "awards", "counts"),
    [
        ([FIRST, TOWNS], [], [("giải Nhất", 2, 0, 2)]),
        (
            [FIRST, TOWNS],
            [prize("giải Nhất", "A"), prize("giải nhất", "B")],
            [("giải Nhất", 2, 2, 0)],
        ),
        ([SECOND], [prize("giải Nhì", "A")], [("giải Nhì", 2, 1, 1)]),
        ([SECOND], [prize("giải Nhì", "A"), prize("giải Nhì", "A")], [("giải Nhì", 2, 1, 1)]),
        ([SECOND], [prize("giải Nhì", "A", "B", "C")], [("giải Nhì", 2, 3, 0)]),
        (
            [TEAMS, PERSONS],
            [award("Giấy khen", collectives=6, individuals=14, document=DECISION)],
            [("Giấy khen", 6, 6, 0), ("Giấy khen", 15, 14, 1)],
        ),
        (
            [TEAMS],
            [award("Giấy khen", "A", "B", document=DECISION)] * 2,
            [("Giấy khen", 6, 2, 4)],
        ),
        ([PERSONS], [award("Giấy khen", "A", document=DECISION)], [("Giấy khen", 15, 0, 15)]),
        ([ODD], [award("Giấy khen", "A")], [("khen theo Nghị định", 8, 0, 8)]),
    ],
)  # fmt: skip
def test_planned_beside_given(
    planned: list[PlannedPrize], awards: list[Award], counts: list[tuple[str, int, int, int]]
) -> None:
    found, _ = count_prizes(planned, awards)
    assert [(one.prize, one.planned, one.given, one.open) for one in found] == counts


def test_groups_of_one_prize_are_named_together() -> None:
    found, _ = count_prizes([FIRST, TOWNS, SECOND], [])
    assert [one.groups for one in found] == [("Phòng, ban", "Xã, thị trấn"), ("Xã, thị trấn",)]


def test_what_no_plan_foresaw_stands_apart() -> None:
    awards = [prize("giải Nhất", "A"), award("Bằng khen", collectives=2, document=DECISION)]
    _, beyond = count_prizes([FIRST], awards)
    assert [(one.prize, one.given) for one in beyond] == [("Bằng khen", 2)]


def test_words_that_name_no_title_are_said_to_be_unknown() -> None:
    found, _ = count_prizes([ODD, TEAMS, FIRST], [])
    assert [one.known for one in found] == [False, True, True]
