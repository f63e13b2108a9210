"""The honour roll's indexes and sums."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from plugins.model import Article, Award, Document, Evidence, Recipient, RecipientKind
from plugins.portal.contexts import Honour, HonourYear, Story
from plugins.portal.roll import by_kind, history
from plugins.portal.texts import Body, held
from plugins.sources.dates import VIETNAM
from plugins.vocabulary import load

WORDS = Evidence("x", 0, 1)
GIAY_KHEN = "giay-khen"


def recipient(name: str, kind: RecipientKind = "collective", unit: str = "") -> Recipient:
    return Recipient(name, kind, WORDS, resolved=unit or None)


def honour(
    *recipients: Recipient, year: int = 2024, title: str = GIAY_KHEN, number: int = 1
) -> Honour:
    """An honour of a story of that year; ``title`` is a title's slug."""
    article = Article(
        id=f"bai-{year}",
        slug=f"bai-{year}",
        source_path="bai.md",
        title="Bài",
        date=datetime(year, 5, 6, tzinfo=VIETNAM),
        kind="tin",
        summary="Tóm tắt.",
        terms={},
    )
    kind = load().award_title(title)
    assert kind is not None
    document = Document("quyết định", "1/QĐ-UBND", date(year, 5, 1))
    award = Award(kind, (WORDS,), document=document, recipients=recipients)
    return Honour(award, Story(article, held(Body("", "<p>x</p>", "<p>x</p>")), {}), number, {})


@pytest.mark.parametrize(
    ("honours", "years"),
    [
        ([], ()),
        ([honour()], ()),
        ([honour(recipient("Xã A"))], (HonourYear(2024, 1),)),
        (
            [
                honour(recipient("Bà B", "individual"), recipient("Hộ C", "household"), year=2022),
                honour(recipient("Xã A"), recipient("Xã B"), year=2020),
                honour(recipient("Ông D", "individual"), year=2022, number=2),
            ],
            (HonourYear(2020, 2), HonourYear(2021), HonourYear(2022, 0, 2, 1)),
        ),
    ],
)
def test_history(honours: list[Honour], years: tuple[HonourYear, ...]) -> None:
    assert history(honours) == years
    assert [year.total for year in history(honours)] == [year.total for year in years]


def test_history_counts_only_who_is_shown() -> None:
    shared = honour(recipient("Xã A", unit="xa-a"), recipient("Xã B", unit="xa-b"))
    focused = Honour(shared.award, shared.story, 1, {}, focus="xa-a")
    numbered = Honour(shared.award, shared.story, 1, {}, only=frozenset({2}))
    assert history([focused]) == history([numbered]) == (HonourYear(2024, 1),)
    assert [one.name for _, one in numbered.recipients] == ["Xã B"]
    assert [one.name for one in numbered.others] == ["Xã A"]


def test_recipients_stand_under_the_names_of_their_kinds() -> None:
    numbered = [(1, recipient("A", "individual")), (2, recipient("B")), (4, recipient("C"))]
    found = [(label, [number for number, _ in of_kind]) for label, of_kind in by_kind(numbered)]
    assert found == [("Tập thể", [2, 4]), ("Cá nhân", [1])]
