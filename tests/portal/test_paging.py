from __future__ import annotations

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from plugins.portal.contexts import Link
from plugins.portal.paging import ListingPage, first_page, paginate


def day(number: int) -> date:
    return date(2024, 1, 1) + timedelta(days=number)


def listed(count: int, size: int) -> list[ListingPage[int]]:
    """Return a listing whose items are numbered from the oldest, 1; each is of its own day."""
    return list(paginate(range(count, 0, -1), "/tin/", size, day))


def pages(count: int, size: int) -> list[tuple[str, list[int]]]:
    return [(page.path, list(page.items)) for page in listed(count, size)]


def test_pages_are_numbered_from_the_oldest() -> None:
    assert pages(7, 2) == [
        ("/tin/", [7, 6, 5]),
        ("/tin/trang/2/", [4, 3]),
        ("/tin/trang/1/", [2, 1]),
    ]


def test_an_empty_listing_has_a_page() -> None:
    assert pages(0, 5) == [("/tin/", [])]


@given(st.integers(0, 300), st.integers(1, 12))
def test_a_new_item_changes_the_first_page_and_its_new_neighbours_only(
    count: int, size: int
) -> None:
    """Not only the items: all that a page says of itself and of the others."""
    before = {page.path: page for page in listed(count, size)}
    after = {page.path: page for page in listed(count + 1, size)}
    changed = {path for path, page in before.items() if after[path] != page}
    split = len(after) - len(before)
    neighbour = {f"/tin/trang/{len(before) - 1}/"} if split and len(before) > 1 else set()
    assert changed == {"/tin/"} | neighbour
    assert all(after[path].items == before[path].items for path in neighbour)


@given(st.integers(0, 300), st.integers(1, 12))
def test_every_item_stands_once_newest_first(count: int, size: int) -> None:
    found = [item for _, items in pages(count, size) for item in items]
    assert found == list(range(count, 0, -1))
    assert pages(count, size)[0][1] == list(first_page(range(count, 0, -1), size))


@given(st.integers(0, 300), st.integers(1, 12))
def test_the_first_page_has_less_than_two_pages_worth(count: int, size: int) -> None:
    first = pages(count, size)[0][1]
    assert min(count, size) <= len(first) < 2 * size


def test_neighbours_lead_from_end_to_end() -> None:
    listing = listed(50, 3)
    assert listing[0].pagination.newer is None
    assert listing[-1].pagination.older is None
    for newer, older in itertools.pairwise(listing):
        assert newer.pagination.older == older.path
        assert older.pagination.newer == newer.path


@given(st.integers(0, 300), st.integers(1, 12))
def test_both_ends_can_be_reached_from_every_page(count: int, size: int) -> None:
    listing = listed(count, size)
    for page in listing[:-1]:
        around = page.pagination
        reached = {link.path for link in (*around.pages, around.oldest) if link}
        assert {listing[0].path, listing[-1].path, page.path, around.older} <= reached


def test_a_page_shows_itself_between_its_neighbours() -> None:
    around = listed(50, 3)[8].pagination
    middle = [(link.label, link.current) for link in around.pages]
    assert middle == [("Mới nhất", False), ("9", False), ("8", True), ("7", False)]
    assert around.oldest is not None
    assert around.oldest.label == "1"
    near = listed(50, 3)[-3].pagination
    assert [link.label for link in near.pages] == ["Mới nhất", "4", "3", "2", "1"]
    assert near.oldest is None


def test_every_page_but_the_newest_says_which_it_is() -> None:
    newest, *_, oldest = (page.pagination.place for page in listed(7, 2))
    assert newest == ""
    assert oldest == "Trang 1, từ 02/01/2024 đến 03/01/2024."
    assert listed(2, 1)[-1].pagination.place == "Trang 1, ngày 02/01/2024."
    *_, undated = paginate([2, 1], "/tin/", 1, lambda _: None)
    assert undated.pagination.place == "Trang 1."


def test_every_page_but_the_newest_stands_below_its_listing() -> None:
    above, own = Link("Bảng vàng", "/bang-vang/"), Link("Giấy khen", "/bang-vang/giay-khen/")
    newest, *_, oldest = (page.crumbs(above, listing=own) for page in listed(7, 2))
    assert newest == (above,)
    assert oldest == (above, own)
