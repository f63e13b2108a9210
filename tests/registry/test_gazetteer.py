from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from plugins.model import OfficialCode, Unit
from plugins.registry import LOCALITIES, Registry, completed, link, load_gazetteer
from plugins.vocabulary import fold

GAZETTEER = load_gazetteer()
REGISTRY = Registry(gazetteer=GAZETTEER)


def unit(slug: str, name: str, kind: str, **more: Any) -> Unit:
    return Unit(slug=slug, name=name, kind=kind, **more)


# ---------------------------------------------------------------- the data


def test_the_whole_country_before_and_after_the_reform() -> None:
    before = [entry for entry in GAZETTEER if entry.old_code]
    after = [entry for entry in GAZETTEER if entry.new_code]
    levels = {level: [one.id[0] for one in before].count(level) for level in "pd"}
    assert levels == {"p": 63, "d": 696}
    assert len(before) - 63 - 696 == 10_035
    assert sum(entry.id[0] == "p" for entry in after) == 34
    assert sum(entry.id[0] == "n" for entry in after) == 3_321


def test_every_row_holds_together() -> None:
    slugs, ids = set(), {entry.id for entry in GAZETTEER}
    for entry in GAZETTEER:
        assert entry.kind in LOCALITIES, entry
        assert {*entry.parents, *entry.successors} <= ids, entry
        assert bool(entry.successors) == (not entry.new_code), entry
        assert bool(entry.parents) == (entry.id[0] != "p"), entry
        assert entry in GAZETTEER.named(entry.name), entry
        assert entry in GAZETTEER.of_code(entry.codes[0].value), entry
        slugs.add(entry.slug)
        assert len(entry.slug) <= 80
    assert len(slugs) == len(GAZETTEER)


def test_only_living_units_follow() -> None:
    for entry in GAZETTEER:
        assert all(GAZETTEER.entry(heir).new_code for heir in entry.successors)


@pytest.mark.parametrize(
    ("name", "until", "heirs"),
    [
        ("Thị trấn Chúc Sơn", date(2025, 6, 30), ["Phường Chương Mỹ"]),
        ("Thị trấn Xuân Mai", date(2025, 6, 30), ["Xã Xuân Mai"]),
        ("Thị trấn Kim Bài", date(2025, 6, 30), ["Xã Thanh Oai"]),
        ("Tỉnh Bến Tre", date(2025, 6, 30), ["Tỉnh Vĩnh Long"]),
        ("Đặc khu Côn Đảo", None, []),
    ],
)
def test_what_became_of_a_unit(name: str, until: date | None, heirs: list[str]) -> None:
    (entry,) = GAZETTEER.named(name)
    assert entry.until == until
    assert [GAZETTEER.entry(heir).name for heir in entry.successors] == heirs


def test_a_province_that_goes_on_has_two_codes_with_their_periods() -> None:
    found = REGISTRY.resolve("Tỉnh Lào Cai")
    assert found is not None
    assert found.until is None
    assert found.codes == (
        OfficialCode("10", None, date(2025, 6, 30)),
        OfficialCode("15", date(2025, 7, 1), None),
    )


def test_a_commune_that_the_reform_left_alone_is_one_unit_with_two_parents() -> None:
    lasting = [one for one in GAZETTEER if one.id[0] == "n" and one.old_code]
    assert len(lasting) > 100
    entry = lasting[0]
    found = REGISTRY.unit(entry.slug)
    assert found is not None
    assert (found.since, found.until) == (None, None)
    assert found.parent != found.former_parent
    assert {found.parent, found.former_parent} <= REGISTRY.above(entry.slug)


# ---------------------------------------------------------------- resolution


@pytest.mark.parametrize(
    ("text", "context", "on", "expected"),
    [
        ("UBND TT. Xuân Mai", (), None, "thi-tran-xuan-mai-chuong-my-ha-noi"),
        ("xã Đại Yên, huyện Chương Mỹ", (), None, "xa-dai-yen-chuong-my-ha-noi"),
        ("xã Đại Yên, TP. Hà Nội", (), None, "xa-dai-yen-chuong-my-ha-noi"),
        ("xã Đại Yên, tỉnh Nghệ An", (), None, None),
        ("Hà Nội", (), None, "thanh-pho-ha-noi"),
        # Ten districts of one name: only the place tells.
        ("huyện Châu Thành", (), None, None),
        ("huyện Châu Thành, tỉnh Tiền Giang", (), None, "huyen-chau-thanh-tien-giang"),
        ("huyện Châu Thành", ("tinh-tien-giang",), None, "huyen-chau-thanh-tien-giang"),
        # A commune of the same district, then of the same province, never of another.
        ("xã Bích Hòa", ("huyen-thanh-oai-ha-noi",), None, "xa-bich-hoa-thanh-oai-ha-noi"),
        ("xã Bích Hòa", ("huyen-chuong-my-ha-noi",), None, "xa-bich-hoa-thanh-oai-ha-noi"),
        ("xã Bích Hòa", ("huyen-nam-dan-nghe-an",), None, None),
        (
            "xã Bích Hòa, huyện Thanh Oai",
            ("huyen-nam-dan-nghe-an",),
            None,
            "xa-bich-hoa-thanh-oai-ha-noi",
        ),
        # One name before and after the reform.
        ("xã Dân Hòa", ("thanh-pho-ha-noi",), date(2022, 5, 1), "xa-dan-hoa-thanh-oai-ha-noi"),
        ("xã Dân Hòa", ("thanh-pho-ha-noi",), date(2025, 7, 1), "xa-dan-hoa-ha-noi"),
        ("xã Dân Hòa", ("thanh-pho-ha-noi",), None, None),
        # An office is not its locality.
        ("Công an xã Đại Yên", (), None, None),
        ("Đại Yên", (), None, None),
    ],
)
def test_any_unit_of_government_resolves_where_one_fits(
    text: str, context: tuple[str, ...], on: date | None, expected: str | None
) -> None:
    found = REGISTRY.resolve(text, context, on)
    assert (found.slug if found else None) == expected


def test_what_is_ambiguous_tells_its_candidates() -> None:
    assert len(REGISTRY.find("huyện Châu Thành")) == 10


# ---------------------------------------------------------------- units with a file

FILES = [
    unit("ha-noi", "Thành phố Hà Nội", "thành phố trực thuộc trung ương"),
    unit("thanh-oai", "Huyện Thanh Oai", "huyện", parent="ha-noi"),
    unit("dan-hoa-cu", "Xã Dân Hòa", "xã", parent="thanh-oai", until=date(2025, 6, 30)),
    unit("dan-hoa", "Xã Dân Hòa", "xã", parent="ha-noi", since=date(2025, 7, 1)),
    unit("chau-thanh", "Huyện Châu Thành", "huyện"),
    unit("chau-thanh-tg", "Huyện Châu Thành", "huyện", codes=(OfficialCode("821"),)),
    unit("phong", "Phòng Nội vụ huyện Thanh Oai", "cơ quan", parent="thanh-oai"),
    unit("lac", "Xã Không Có Thật", "xã", parent="ha-noi"),
]


def test_a_file_is_tied_to_the_one_entry_that_it_means() -> None:
    links = link(FILES, GAZETTEER)
    assert {slug: entry.id for slug, entry in links.entries.items()} == {
        "ha-noi": "p01",
        "thanh-oai": "d278",
        "dan-hoa-cu": GAZETTEER.named("Xã Dân Hòa")[0].id,
        "dan-hoa": "n10180",
        "chau-thanh-tg": "d821",
    }
    assert GAZETTEER.entry(links.entries["dan-hoa-cu"].id).until


def test_the_gazetteer_completes_a_file_and_never_contradicts_it() -> None:
    links = link(FILES, GAZETTEER)
    registry = Registry(FILES, gazetteer=GAZETTEER, links=links.slugs)
    district = completed(FILES[1], registry.described(links.entries["thanh-oai"]))
    assert (district.parent, district.until) == ("ha-noi", date(2025, 6, 30))
    assert district.codes[0].value == "278"
    assert "dan-hoa" in district.successors
    own = completed(
        unit("x", "Huyện Thanh Oai", "huyện", until=date(2025, 2, 28), successors=("y",)), district
    )
    assert (own.until, own.successors) == (date(2025, 2, 28), ("y",))


def test_units_with_a_file_take_the_place_of_their_entries() -> None:
    links = link(FILES, GAZETTEER)
    registry = Registry(FILES, gazetteer=GAZETTEER, links=links.slugs)
    found = registry.resolve("xã Bích Hòa", ("thanh-oai",))
    assert found is not None
    assert found.parent == "thanh-oai"
    assert registry.unit("huyen-thanh-oai-ha-noi") is None
    assert [one.slug for one in registry.named("huyện Thanh Oai")] == ["thanh-oai"]


def test_names_fold_as_everywhere() -> None:
    for entry in list(GAZETTEER)[::97]:
        assert entry in GAZETTEER.named(entry.name.upper())
        assert fold(entry.name) == fold(GAZETTEER.entry(entry.id).name)
