from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model import Document
from plugins.portal.joining import Source, join

DAY = date(2024, 3, 2)


def source(
    number: str,
    day: date | None = None,
    issuer: str | None = None,
    place: str = "bai",
    told: date | None = date(2024, 5, 6),
    *,
    kind: str = "Quyết định",
    unit: str = "huyen-a",
    campaign: str = "",
    inferred: bool = False,
) -> Source:
    document = Document(kind, number, day, issuer, inferred)
    campaigns = (campaign,) if campaign else ()
    return Source(document, place, told, campaigns, (unit,), place)


A = "UBND huyện Tân An"
B = "UBND huyện Bình Minh"


@pytest.mark.parametrize(
    ("sources", "documents"),
    [
        # the same in full; one of them without its issuer
        ([source("12/QĐ-UBND", DAY, A), source("12/QĐ-UBND", DAY, A)], 1),
        ([source("12/QĐ-UBND", DAY, A), source("12/QĐ-UBND", DAY)], 1),
        ([source("04/QĐ-UBND", DAY, A), source("4/qđ-ubnd", DAY, "Chủ tịch " + A)], 1),
        # a bare number, with the day or without
        ([source("9080/QĐ-UBND", DAY, A), source("9080", DAY)], 1),
        ([source("9080/QĐ-UBND", DAY, A), source("9080")], 1),
        ([source("9080"), source("9080/QĐ-UBND", DAY, A)], 1),
        # a kind that is not said
        ([source("12/QĐ-UBND", DAY, A), source("12/QĐ-UBND", DAY, kind="Văn bản")], 1),
        # an inferred year may be another
        (
            [
                source("12/QĐ-UBND", DAY, A),
                source("12", date(2025, 3, 2), A, told=date(2025, 5, 1), inferred=True),
            ],
            1,
        ),
        # two fit: neither is taken
        ([source("12/QĐ-UBND", DAY, A), source("12/QĐ-STP", DAY, "Sở Tư pháp"), source("12")], 3),
        # … but the one of the campaign is
        (
            [
                source("12/QĐ-UBND", DAY, A, campaign="thi-dua"),
                source("12/QĐ-STP", DAY, "Sở Tư pháp"),
                source("12", campaign="thi-dua"),
            ],
            2,
        ),
        # contradictions
        ([source("12/QĐ-UBND", DAY, A), source("12/QĐ-UBND", DAY, B)], 2),
        ([source("12/QĐ-UBND", DAY, A), source("12/QĐ-UBND", date(2024, 3, 12), A)], 2),
        ([source("12/QĐ-UBND", DAY), source("12/KH-UBND", DAY, kind="Kế hoạch")], 2),
        # nothing shared but the number
        ([source("12/QĐ-UBND", DAY, A), source("12", unit="huyen-b")], 2),
        # numbers begin anew each year, and nothing is cited before it is issued
        ([source("12/QĐ-UBND", DAY, A), source("12/QĐ-UBND", told=date(2027, 5, 1))], 2),
        ([source("12/QĐ-UBND", DAY, A), source("12/QĐ-UBND", told=date(2024, 2, 1))], 2),
        ([source("12/QĐ-UBND"), source("12/QĐ-UBND", told=date(2026, 5, 1))], 2),
        # laws and decrees have the year in their number
        (
            [
                source("98/2023/NĐ-CP", kind="Nghị định", unit="huyen-a"),
                source("98/2023/NĐ-CP", kind="Nghị định", unit="huyen-b", told=date(2026, 1, 1)),
            ],
            1,
        ),
        # "UBND huyện" may be either, "Sở Nội vụ" the one of the province
        ([source("12/QĐ-UBND", DAY, A), source("12/QĐ-UBND", DAY, "UBND huyện")], 1),
        ([source("12/QĐ-UBND", DAY, A), source("12/QĐ-UBND", DAY, "UBND tỉnh")], 2),
    ],
)
def test_what_is_one_document(sources: list[Source], documents: int) -> None:
    assert len(join(sources)) == documents


def test_an_entry_gains_what_a_later_citation_says() -> None:
    (entry,) = join([source("9080", DAY), source("9080/QĐ-UBND", issuer=A, place="hai")])
    told = entry.document
    assert (told.number, told.date, told.issuer) == ("9080/QĐ-UBND", DAY, A)
    assert {one.place for one in entry.sources} == {"bai", "hai"}


SOURCES = st.builds(
    source,
    st.sampled_from(["12", "12/QĐ-UBND", "012/QĐ-UBND", "12/KH-UBND", "7/2023/NĐ-CP"]),
    st.sampled_from([None, DAY, date(2024, 3, 12), date(2023, 3, 2)]),
    st.sampled_from([None, A, B, "UBND huyện"]),
    st.text("abcdef", min_size=4, max_size=4),
    st.sampled_from([date(2024, 5, 6), date(2023, 5, 6), None]),
    unit=st.sampled_from(["huyen-a", "huyen-b"]),
    campaign=st.sampled_from(["", "thi-dua"]),
)


@given(st.lists(SOURCES, max_size=12, unique_by=lambda one: one.place), st.randoms())
def test_each_citation_is_entered_once_whatever_the_order(
    sources: list[Source], random: object
) -> None:
    shuffled = sorted(sources, key=lambda _: random.random())  # type: ignore[attr-defined]
    told, again = join(sources), join(shuffled)
    assert sorted(one.place for entry in told for one in entry.sources) == sorted(
        one.place for one in sources
    )
    assert [entry.sources for entry in told] == [entry.sources for entry in again]
