"""Units without a file: the sentence that says what they are."""

from __future__ import annotations

import pytest

from plugins.portal.units import described
from plugins.registry import Registry, load_gazetteer

REGISTRY = Registry(gazetteer=load_gazetteer())


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("huyện Cô Tô, tỉnh Quảng Ninh", "Huyện thuộc tỉnh Quảng Ninh, hoạt động đến hết ngày"),
        ("thành phố Hạ Long, tỉnh Quảng Ninh", "Thành phố thuộc tỉnh Quảng Ninh, hoạt động"),
    ],
)
def test_a_unit_is_described_by_its_kind_and_place(name: str, sentence: str) -> None:
    [unit] = REGISTRY.find(name)
    assert described(unit, REGISTRY).startswith(sentence)
