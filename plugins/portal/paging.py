"""Listings in pages whose addresses stay: numbered from the oldest end.

A new article changes the first page only; page 7 of a listing keeps its articles for ever. The
first page, at the listing's own address, takes what is left: less than
two pages' worth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from plugins.portal.contexts import PageLink, Pagination

Item = TypeVar("Item")

NEIGHBOURS = 2  # pages shown on each side of the current one


@dataclass(frozen=True, slots=True)
class ListingPage(Generic[Item]):
    """One page of a listing; ``number`` is 0 for the newest, which has the listing's address."""

    path: str
    number: int
    items: Sequence[Item]
    pagination: Pagination


def first_page(items: Sequence[Item], size: int) -> Sequence[Item]:
    """Return what the first page of a listing of ``items`` holds."""
    return items[: len(items) - _full_pages(items, size) * size]


def _full_pages(items: Sequence[Item], size: int) -> int:
    return max(len(items) // size - 1, 0)


def paginate(items: Sequence[Item], path: str, size: int) -> Iterator[ListingPage[Item]]:
    """Split ``items`` (newest first) into pages, newest first; at least one, even if empty."""
    full = _full_pages(items, size)
    first = len(first_page(items, size))
    numbers = [0, *range(full, 0, -1)]
    paths = [path if number == 0 else f"{path}trang/{number}/" for number in numbers]
    for position, number in enumerate(numbers):
        start = 0 if position == 0 else first + (position - 1) * size
        end = first if position == 0 else start + size
        yield ListingPage(paths[position], number, items[start:end], _links(paths, position))


def _links(paths: list[str], current: int) -> Pagination:
    last = len(paths) - 1
    near = range(max(current - NEIGHBOURS, 0), min(current + NEIGHBOURS, last) + 1)
    return Pagination(
        newer=paths[current - 1] if current else None,
        older=paths[current + 1] if current < last else None,
        pages=tuple(
            PageLink(
                str(len(paths) - position) if position else "Mới nhất",
                paths[position],
                position == current,
            )
            for position in sorted({0, last, *near})
            if last
        ),
    )
