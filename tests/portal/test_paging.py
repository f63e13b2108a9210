from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from plugins.portal.paging import first_page, paginate


def pages(count: int, size: int) -> list[tuple[str, list[int]]]:
    """Return (path, items) of a listing whose items are numbered from the oldest, 1."""
    items = list(range(count, 0, -1))
    return [(page.path, list(page.items)) for page in paginate(items, "/tin/", size)]


def test_pages_are_numbered_from_the_oldest() -> None:
    assert pages(7, 2) == [
        ("/tin/", [7, 6, 5]),
        ("/tin/trang/2/", [4, 3]),
        ("/tin/trang/1/", [2, 1]),
    ]


def test_an_empty_listing_has_a_page() -> None:
    assert pages(0, 5) == [("/tin/", [])]


@given(st.integers(0, 300), st.integers(1, 12))
def test_a_new_item_changes_no_old_page(count: int, size: int) -> None:
    before, after = dict(pages(count, size)), dict(pages(count + 1, size))
    before.pop("/tin/")
    assert {path: after[path] for path in before} == before


@given(st.integers(0, 300), st.integers(1, 12))
def test_every_item_stands_once_newest_first(count: int, size: int) -> None:
    listed = [item for _, items in pages(count, size) for item in items]
    assert listed == list(range(count, 0, -1))
    assert pages(count, size)[0][1] == list(first_page(range(count, 0, -1), size))


@given(st.integers(0, 300), st.integers(1, 12))
def test_the_first_page_has_less_than_two_pages_worth(count: int, size: int) -> None:
    first = pages(count, size)[0][1]
    assert min(count, size) <= len(first) < 2 * size


def test_neighbours_lead_from_end_to_end() -> None:
    listing = list(paginate(range(50, 0, -1), "/tin/", 3))
    assert listing[0].pagination.newer is None
    assert listing[-1].pagination.older is None
    for newer, older in itertools.pairwise(listing):
        assert newer.pagination.older == older.path
        assert older.pagination.newer == newer.path
    middle = [(link.label, link.current) for link in listing[8].pagination.pages]
    assert middle == [
        ("Mới nhất", False),
        ("10", False),
        ("9", False),
        ("8", True),
        ("7", False),
        ("6", False),
        ("1", False),
    ]
