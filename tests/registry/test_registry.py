from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest

from plugins.model import Award, Evidence, Recipient, Unit
from plugins.registry import Registry, resolve_award
from plugins.vocabulary import load


def unit(slug: str, name: str, kind: str = "xã", **more: Any) -> Unit:
    return Unit(slug=slug, name=name, kind=kind, **more)


REGISTRY = Registry(
    [
        unit("ha-noi", "Thành phố Hà Nội", "thành phố trực thuộc trung ương", aliases=("Hà Nội",)),
        unit("chuong-my", "Huyện Chương Mỹ", "huyện", parent="ha-noi"),
        unit("thanh-oai", "Huyện Thanh Oai", "huyện", parent="ha-noi"),
        unit("dai-yen", "Xã Đại Yên", parent="chuong-my"),
        unit("tu-phap-cm", "Phòng Tư pháp huyện Chương Mỹ", "cơ quan", parent="chuong-my"),
        unit("tu-phap-to", "Phòng Tư pháp huyện Thanh Oai", "cơ quan", parent="thanh-oai"),
        unit("tien-giang", "Tỉnh Tiền Giang", "tỉnh"),
        unit("chau-thanh-tg", "Huyện Châu Thành", "huyện", parent="tien-giang"),
        unit("chau-thanh", "Huyện Châu Thành", "huyện"),
        unit("dong-xuan", "Xã Đông Xuân"),
        unit("dong-xuan-2", "Xã Đồng Xuân"),
        unit("hoa-binh", "Xã Hòa Bình"),
        unit("quang-bi-cu", "Xã Quảng Bị", parent="chuong-my", until=date(2025, 6, 30)),
        unit("quang-bi", "Xã Quảng Bị", parent="ha-noi", since=date(2025, 7, 1)),
    ]
)


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("Xã Đại Yên", (), "dai-yen"),
        ("UBND xã Đại Yên", (), "dai-yen"),
        ("Ủy ban nhân dân xã Đại Yên", (), "dai-yen"),
        ("Uỷ ban  nhân dân XÃ ĐẠI YÊN", (), "dai-yen"),
        ("Hà Nội", (), "ha-noi"),
        # Only its own district calls it so.
        ("Phòng Tư pháp", ("chuong-my",), "tu-phap-cm"),
        ("Phòng Tư pháp huyện", ("thanh-oai",), "tu-phap-to"),
        ("Phòng Tư pháp", ("dai-yen",), "tu-phap-cm"),
        ("Phòng Tư pháp", (), None),
        ("Phòng Tư pháp", ("tien-giang",), None),
        # Two units of one name: only the parent tells.
        ("Huyện Châu Thành", (), None),
        ("Huyện Châu Thành", ("tien-giang",), "chau-thanh-tg"),
        ("Xã Đông Xuân", (), "dong-xuan"),
        ("Xã Đồng Xuân", (), "dong-xuan-2"),
        ("Xã Hoà Bình", (), "hoa-binh"),
        (unicodedata.normalize("NFD", "Xã Hòa Bình"), (), "hoa-binh"),
        ("Xã Dong Xuan", (), None),
        ("Xã", (), None),
        ("", (), None),
    ],
)
def test_a_name_resolves_only_where_one_unit_fits(
    text: str, context: tuple[str, ...], expected: str | None
) -> None:
    found = REGISTRY.resolve(text, context)
    assert (found.slug if found else None) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2022, 12, 19), "quang-bi-cu"), (date(2025, 7, 1), "quang-bi"), (None, None)],
)
def test_a_name_means_the_unit_that_lived_that_day(on: date | None, expected: str | None) -> None:
    found = REGISTRY.resolve("Xã Quảng Bị", (), on)
    assert (found.slug if found else None) == expected


def test_units_above_and_below() -> None:
    assert [one.slug for one in REGISTRY.ancestors("dai-yen")] == ["chuong-my", "ha-noi"]
    assert [one.slug for one in REGISTRY.children("ha-noi")] == [
        "chuong-my",
        "thanh-oai",
        "quang-bi",
    ]


def test_a_cycle_of_parents_ends() -> None:
    registry = Registry([unit("a", "Xã A", parent="b"), unit("b", "Xã B", parent="a")])
    assert [one.slug for one in registry.ancestors("a")] == ["b"]


def test_persons_resolve_to_where_they_work() -> None:
    evidence = Evidence("x", 0, 1)
    title = load().award_titles[0]
    award = Award(
        title=title,
        evidence=(evidence,),
        recipients=(
            Recipient("Xã Đại Yên", "collective", evidence),
            Recipient("Bùi Thu Hà", "individual", evidence, unit="Phòng Tư pháp"),
            Recipient("Đại Yên", "individual", evidence),
        ),
    )
    resolved = resolve_award(award, REGISTRY, ["chuong-my"], date(2022, 12, 22))
    assert [one.resolved for one in resolved.recipients] == ["dai-yen", "tu-phap-cm", None]
