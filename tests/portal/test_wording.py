"""How awards, documents and counts are worded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from plugins.model import (
    Award,
    AwardTitle,
    Declared,
    Document,
    Evidence,
    Family,
    Recipient,
    RecipientKind,
)
from plugins.portal.wording import award_name, day, declared, document_name, listed

AWARD = Award(AwardTitle("x", "Tên gọi", "law", ""), (Evidence("x", 0, 1),))


@pytest.mark.parametrize(
    ("family", "rank", "name"),
    [
        ("law", None, "Tên gọi"),
        ("law", "hạng Nhất", "Tên gọi hạng Nhất"),
        ("contest", "giải Nhì", "Giải Nhì"),
        ("contest", None, "Tên gọi"),
        ("ranking", "thứ 3", "Tên gọi: thứ 3"),
    ],
)
def test_awards_are_named(family: Family, rank: str | None, name: str) -> None:
    assert award_name(replace(AWARD, title=replace(AWARD.title, family=family), rank=rank)) == name


@pytest.mark.parametrize(
    ("counts", "contest", "words"),
    [
        (Declared(), False, ""),
        (Declared(collectives=16, individuals=1329), False, "16 tập thể, 1.329 cá nhân"),
        (Declared(households=2, total=2), False, "2 hộ gia đình"),
        (Declared(total=12), False, "12 tập thể, cá nhân"),
        (Declared(total=12), True, "12 giải"),
    ],
)
def test_declared_counts_are_told(counts: Declared, contest: bool, words: str) -> None:
    assert declared(counts, contest) == words


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ([], ""),
        (["individual"], "1 cá nhân"),
        (
            ["household", "individual", "collective", "individual"],
            "1 tập thể, 2 cá nhân, 1 hộ gia đình",
        ),
    ],
)
def test_listed_recipients_are_counted(kinds: list[RecipientKind], words: str) -> None:
    assert listed(Recipient("x", kind, Evidence("x", 0, 1)) for kind in kinds) == words


def test_days_have_two_digits_and_months_too() -> None:
    assert day(date(2022, 3, 4)) == "04/03/2022"


def test_documents_are_named() -> None:
    document = Document("Quyết định", "9080/QĐ-UBND", date(2022, 12, 19))
    assert document_name(document) == "Quyết định số 9080/QĐ-UBND ngày 19/12/2022"
    assert document_name(document, dated=False) == "Quyết định số 9080/QĐ-UBND"
    assert document_name(replace(document, date=None)) == "Quyết định số 9080/QĐ-UBND"
