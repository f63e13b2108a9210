"""Fingerprints are equal where the values are, and differ where these do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.incremental.fingerprint import UNPRINTED, Fingerprints


@dataclass(frozen=True, slots=True)
class Point:
    x: Any
    y: Any = None
    make: Callable[[], Any] | None = field(default=None, metadata=UNPRINTED)


@dataclass(frozen=True)
class Named:
    name: str
    size: int = 0

    @property
    def basis(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Made:
    make: Callable[[], Any]
    basis: Any


@dataclass(frozen=True)
class Empty:
    pass


leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters(codec=None))
    | st.binary()
    | st.dates()
    | st.datetimes()
    | st.decimals(allow_nan=False)
)
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner).map(tuple)
        | st.dictionaries(st.text(), inner)
        | st.frozensets(st.text())
        | st.builds(Point, inner, inner)
    ),
)


def of(*found: Any) -> bytes:
    return Fingerprints().of(*found)


def written(value: Any) -> str:
    """Write a value so that equal texts mean equal values of equal types, in equal order."""
    if isinstance(value, frozenset):
        return f"{{{sorted(map(repr, value))}}}"
    if isinstance(value, tuple):
        return f"({','.join(map(written, value))})"
    if isinstance(value, dict):
        return f"[{','.join(f'{k!r}={written(v)}' for k, v in value.items())}]"
    if isinstance(value, Point):
        return f"P<{written(value.x)},{written(value.y)}>"
    return repr(value)


@given(values, values)
def test_equal_where_and_only_where_the_values_are(one: Any, other: Any) -> None:
    assert of(one) == of(one)
    assert (of(one) == of(other)) == (written(one) == written(other))


@given(st.lists(st.text()), st.lists(st.text()))
def test_no_two_sequences_read_alike(one: list[str], other: list[str]) -> None:
    assert (of(*one) == of(*other)) == (one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        (1, "1"),
        (None, "-"),
        ((), None),
        (("a", "b"), ("ab",)),
        ((("a",), "b"), ("a", ("b",))),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (date(2024, 5, 6), datetime(2024, 5, 6)),
        (datetime(2024, 5, 6, tzinfo=UTC), datetime(2024, 5, 6)),
        (Decimal(1), 1),
        (Point(1, 2), (1, 2)),
        (Point(1), Point(1, 0)),
        (Path("a"), "a"),
        (b"a", "a"),
        (of, written),
    ],
)
def test_what_is_not_the_same_differs(one: Any, other: Any) -> None:
    assert of(one) != of(other)


def test_what_is_left_out_or_stands_for_the_rest() -> None:
    assert of(Point(1, 2, dict)) == of(Point(1, 2, list))
    assert of(Named("a", 1)) == of(Named("a", 2)) != of(Named("b", 1))
    assert of(Made(dict, ("a",))) == of(Made(list, ("a",))) != of(Made(dict, ("b",)))
    assert of(Empty()) == of(Empty())


def test_an_object_that_is_met_again_is_known() -> None:
    fingerprints = Fingerprints()
    point = Point(Point("a"), ["b"])
    assert fingerprints.of(point, point) == fingerprints.of(Point(Point("a"), ["b"]), point)
    # A new object in the memory of an old one must not be taken for that.
    assert len({fingerprints.of(Point(number)) for number in range(1000)}) == 1000


@pytest.mark.parametrize("value", [lambda: 1, partial(of, 1), object(), iter(())])
def test_what_may_differ_unseen_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="no fingerprint"):
        of(value)
