"""Margins between the parts of a list, and how a declared count settles them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.awards.separators import Separator, settle

MARGINS = st.lists(st.integers(-8, 8).filter(bool), max_size=12)


def _separators(margins: list[int]) -> list[Separator]:
    return [Separator(2 * n, 2 * n + 1, margin) for n, margin in enumerate(margins)]


def _pieces(separators: list[Separator]) -> int:
    return 1 + sum(separator.parts for separator in separators)


def test_the_least_sure_gives_way() -> None:
    separators = _separators([5, 1, 3, -6])
    settle(separators, 1, 3)
    assert [separator.parts for separator in separators] == [True, False, True, False]


def test_what_is_joined_parts_where_too_few_are_named() -> None:
    separators = _separators([5, -2, -6])
    settle(separators, 1, 3)
    assert [separator.parts for separator in separators] == [True, True, False]


def test_sure_margins_do_not_give_way() -> None:
    separators = _separators([5, 6])
    settle(separators, 1, 2)
    assert _pieces(separators) == 3


@given(MARGINS)
def test_nothing_is_settled_without_a_count(margins: list[int]) -> None:
    separators = _separators(margins)
    settle(separators, 1, None)
    assert [separator.margin for separator in separators] == margins


@given(MARGINS, st.integers(1, 15))
def test_a_count_is_met_or_nothing_changes(margins: list[int], count: int) -> None:
    separators = _separators(margins)
    settle(separators, 1, count)
    unchanged = [separator.margin for separator in separators] == margins
    assert unchanged or _pieces(separators) == count
