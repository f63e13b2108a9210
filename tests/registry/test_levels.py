from __future__ import annotations

from datetime import date

import pytest

from plugins.model import Unit
from plugins.registry import Registry, is_level, unit_of_level

ENDED = date(2025, 6, 30)
REGISTRY = Registry(
    [
        Unit("ha-noi", "Thành phố Hà Nội", "thành phố trực thuộc trung ương"),
        Unit("thanh-oai", "Huyện Thanh Oai", "huyện", parent="ha-noi", until=ENDED),
        Unit("chuong-my", "Huyện Chương Mỹ", "huyện", parent="ha-noi", until=ENDED),
        Unit("phong", "Phòng Nội vụ huyện Thanh Oai", "cơ quan", parent="thanh-oai"),
    ]
)


@pytest.mark.parametrize(
    ("level", "context", "slug"),
    [
        ("huyện", ["thanh-oai"], "thanh-oai"),
        ("huyện", ["phong"], "thanh-oai"),
        ("Thành phố", ["phong"], "ha-noi"),
        ("huyện", ["thanh-oai", "phong"], "thanh-oai"),
        ("huyện", ["thanh-oai", "chuong-my"], None),
        ("huyện", ["ha-noi"], None),
        ("huyện", ["khong-co"], None),
        ("xã", ["thanh-oai"], None),
    ],
)
def test_a_level_means_the_one_unit_of_it(level: str, context: list[str], slug: str | None) -> None:
    unit = unit_of_level(REGISTRY, level, context, date(2020, 1, 1))
    assert (unit.slug if unit else None) == slug


def test_a_unit_that_has_ended_issues_nothing() -> None:
    assert unit_of_level(REGISTRY, "huyện", ["thanh-oai"], date(2025, 7, 1)) is None


def test_a_level_is_a_word_without_a_name() -> None:
    assert is_level("Thành phố")
    assert not is_level("huyện Thanh Oai")
