"""A small dataset with every type of column and what formats stumble over."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from plugins.datasets import Column, Dataset, Table

VIETNAM = timezone(timedelta(hours=7))
_WORDS = ("Tên", "Name", "Tên như ghi.", "Name as written.")

PLACES: Table[dict[str, Any]] = Table(
    "places",
    "Nơi",
    "Places",
    "Mỗi dòng một nơi.",
    "One place a row.",
    (
        Column("id", "text", lambda one: one["id"], *_WORDS, required=True, brittle=True),
        Column("name", "text", lambda one: one.get("name"), *_WORDS),
        Column("above", "text", lambda one: one.get("above"), *_WORDS, refers="places"),
        Column(
            "kind",
            "text",
            lambda one: one.get("kind", "commune"),
            *_WORDS,
            required=True,
            choices={"commune": "xã", "district": "huyện"},
        ),
        Column("people", "integer", lambda one: one.get("people"), *_WORDS),
        Column("area", "number", lambda one: one.get("area"), *_WORDS),
        Column("open", "boolean", lambda one: one.get("open", False), *_WORDS, required=True),
        Column("since", "date", lambda one: one.get("since"), *_WORDS),
        Column("changed", "moment", lambda one: one.get("changed"), *_WORDS),
        Column("others", "list", lambda one: one.get("others", ()), *_WORDS),
        Column("url", "url", lambda one: one.get("url"), *_WORDS),
    ),
)
RECORDS: tuple[dict[str, Any], ...] = (
    {
        "id": "01",
        "name": "Huyện Chương Mỹ",
        "kind": "district",
        "people": 347_000,
        "area": Decimal("237.4"),
    },
    {
        "id": "04",
        "name": "Xã Đại Yên",
        "above": "01",
        "area": Decimal("1.2E+1"),
        "open": True,
        "since": date(1894, 1, 2),
        "others": ("Đại Yên", "Đại-Yên; cũ"),
        "url": "https://bang-vang.example/don-vi/xa-dai-yen/",
    },
    {
        "id": "1-2",
        "name": '=1+1, "hai"\nhai dòng',
        "above": "01",
        "since": date(2022, 12, 19),
        "changed": datetime(2022, 12, 22, 16, 38, tzinfo=VIETNAM),
    },
    {"id": "5", "name": "@x"},
    {"id": "6", "name": "-2"},
    {"id": "7", "name": "+84 24"},
    {"id": "8", "name": "'=x", "others": ("=1", "2")},
    {"id": "9", "name": "#N/A"},
    {"id": "10", "name": " 9.080 "},
)


@pytest.fixture
def dataset() -> Dataset:
    return Dataset(
        name="mau",
        title="Dữ liệu mẫu",
        title_en="Sample data",
        about="Vài nơi.",
        about_en="Some places.",
        home="https://bang-vang.example/du-lieu/",
        publisher="Ban biên tập",
        version="2026.11.20+1a2b3c4d",
        tables=(PLACES.filled(RECORDS),),
    )
