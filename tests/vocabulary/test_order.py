from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.vocabulary import sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["An", "Ăn", "Ân", "Ba", "Dân", "Đan", "Em", "Êm"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "mai"],
        # A word's end comes before any letter, a tone only after all letters.
        ["Xã An Bình", "Xã Ánh Dương", "Xã Ăn Lạc", "Xã Dân Hòa", "Xã Đại Yên"],
        ["Xã Hòa An", "Xã Hoa Bình"],
        ["Phòng Nội vụ", "Phòng Tài chính", "Phòng Tài chính - Kế hoạch", "Phòng Tư pháp"],
        ["bao", "Bao", "bảo"],
    ],
)
def test_order(ordered: list[str]) -> None:
    shuffled = ordered[::-1]
    assert sorted(shuffled, key=sort_key) == ordered


@given(st.text(), st.text())
def test_equal_keys_only_for_equal_text(one: str, two: str) -> None:
    assert (sort_key(one) == sort_key(two)) == (one == two)
