"""Listings in pages whose addresses stay: numbered from the oldest end.

A new article changes the first page only; page 7 of a listing keeps its articles for ever, and with
them every byte. The first page, at the listing's own address, takes what is left: less than two
pages' worth. Only it may tell of the listing as a whole. When it has become two, the page before
them gets a newer neighbour; no other page leads to a neighbour's neighbour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from plugins.portal.contexts import Link, PageLink, Pagination
from plugins.portal.wording import day

Item = TypeVar("Item")
Dated = Callable[[Item], date | None]


@dataclass(frozen=True, slots=True)
class ListingPage(Generic[Item]):
    """One page of a listing; ``number`` is 0 for the newest, which has the listing's address."""

    path: str
    number: int
    items: Sequence[Item]
    pagination: Pagination

    def crumbs(self, *above: Link, listing: Link) -> tuple[Link, ...]:
        """Return the way to the page: every page but the newest stands below its listing."""
        return (*above, listing) if self.number else above


def first_page(items: Sequence[Item], size: int) -> Sequence[Item]:
    """Return what the first page of a listing of ``items`` holds."""
    return items[: len(items) - _full_pages(items, size) * size]


def _full_pages(items: Sequence[Item], size: int) -> int:
    return max(len(items) // size - 1, 0)


def paginate(
    items: Sequence[Item], path: str, size: int, dated: Dated[Item]
) -> Iterator[ListingPage[Item]]:
    """Split ``items`` (newest first) into pages, newest first; at least one, even if empty.

    ``dated`` returns the day of an item, if it has one.
    """
    full = _full_pages(items, size)
    first = len(first_page(items, size))
    numbers = [0, *range(full, 0, -1)]
    paths = [path if number == 0 else f"{path}trang/{number}/" for number in numbers]
    for position, number in enumerate(numbers):
        start = 0 if position == 0 else first + (position - 1) * size
        end = first if position == 0 else start + size
        shown = items[start:end]
        place = _place(number, dated(shown[-1]), dated(shown[0])) if number else ""
        yield ListingPage(paths[position], number, shown, _links(paths, position, place))


def _place(number: int, first: date | None, last: date | None) -> str:
    """Say which page it is and what days it has: both stay as they are."""
    if first is None or last is None:
        return f"Trang {number}."
    if day(first) == day(last):
        return f"Trang {number}, ngày {day(first)}."
    return f"Trang {number}, từ {day(first)} đến {day(last)}."


def _links(paths: list[str], current: int, place: str) -> Pagination:
    last = len(paths) - 1
    far = last > current + 2
    near = range(max(current - 1, 0), current + 2 if far else last + 1)
    return Pagination(
        newer=paths[current - 1] if current else None,
        older=paths[current + 1] if current < last else None,
        pages=tuple(_link(paths, one, current) for one in sorted({0, *near}) if last),
        oldest=_link(paths, last, current) if far else None,
        place=place,
    )


def _link(paths: list[str], position: int, current: int) -> PageLink:
    label = str(len(paths) - position) if position else "Mới nhất"
    return PageLink(label, paths[position], position == current)
