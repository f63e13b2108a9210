"""The output plan: every file of the site, known before the first is written."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from plugins.portal.contexts import PageInfo


class CollisionError(Exception):
    """Two parts of the site want the same address."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered from a template with the names that the template declares.

    ``text`` is the path of the article whose text is its ``body``, if it is an article's.
    """

    info: PageInfo
    template: str
    context: Mapping[str, Any] = field(hash=False)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A file whose bytes are made by a function: a feed, the sitemap.

    ``basis`` is all that ``make`` draws on beside the settings. Of what shows ``texts`` of
    articles (the paths of their sources), nothing else changes when a text does.
    """

    make: Callable[[], bytes] = field(compare=False, repr=False)
    basis: Any
    texts: tuple[str, ...] = ()


def packed(content: bytes) -> Made:
    """Return a file whose bytes are there already; they are held packed."""
    small = zlib.compress(content, level=1)
    return Made(partial(zlib.decompress, small), small)


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that is published as it is."""

    source: Path


Output = Page | Made | Copy
Later = Callable[[], Page]


class Plan:
    """All outputs by their path below the output folder; each path has one origin.

    A large site has so many pages that most are planned to be made later, each time they are asked
    for: nobody holds them.
    """

    def __init__(self) -> None:
        self._outputs: dict[str, Output | Later] = {}
        self._origins: dict[str, str] = {}
        self._groups: dict[str, str] = {}
        self._pages: list[str] = []
        self._unlisted: set[str] = set()

    def add(self, address: str, output: Output, origin: str, group: str = "") -> None:
        """Plan ``output`` at ``address`` ("/tin/x/" or "/rss.xml"); ``origin`` is for messages.

        Outputs of one ``group`` are made one after the other, since they share what they draw on.

        Raises:
            CollisionError: something else is planned there, without regard to case.
        """
        path = self._enter(address, output, origin)
        if isinstance(output, Page):
            self._pages.append(path)
            if not output.info.listed:
                self._unlisted.add(path)
        if group:
            self._groups[path] = group

    def page(
        self,
        info: PageInfo,
        template: str,
        context: Mapping[str, Any],
        origin: str,
        *,
        group: str = "",
        text: str = "",
    ) -> None:
        """Plan a page at its own address."""
        self.add(info.path, Page(info, template, context, text), origin, group)

    def later(self, address: str, make: Later, origin: str) -> None:
        """Plan a listed page that ``make`` makes each time it is asked for."""
        self._pages.append(self._enter(address, make, origin))

    def _enter(self, address: str, output: Output | Later, origin: str) -> str:
        path = file_path(address)
        folded = path.casefold()
        # Nearly all paths are in lower case: then one string does for both.
        other = self._origins.setdefault(path if folded == path else folded, origin)
        if path in self._outputs or other != origin:
            raise CollisionError(f"{address}: vừa là {other}, vừa là {origin}.")
        self._outputs[path] = output
        return path

    def __getitem__(self, path: str) -> Output:
        return _made(self._outputs[path])

    def group(self, path: str) -> str:
        """Return the group of an output, "" if it stands by itself."""
        return self._groups.get(path, "")

    def __iter__(self) -> Iterator[tuple[str, Output]]:
        return ((path, _made(one)) for path, one in self._outputs.items())

    def __len__(self) -> int:
        return len(self._outputs)

    @property
    def paths(self) -> Collection[str]:
        """The paths of all outputs."""
        return self._outputs.keys()

    @property
    def addresses(self) -> list[str]:
        """The addresses of all pages."""
        return [_address(path) for path in self._pages]

    @property
    def listed(self) -> list[str]:
        """The addresses of the pages that search engines may know."""
        return [_address(path) for path in self._pages if path not in self._unlisted]

    def __contains__(self, address: str) -> bool:
        return file_path(address) in self._outputs


def _made(output: Output | Later) -> Output:
    return output if isinstance(output, Page | Made | Copy) else output()


def _address(path: str) -> str:
    """Return the address that a file serves: what :func:`file_path` was asked for."""
    return f"/{path.removesuffix('index.html')}"


def file_path(address: str) -> str:
    """Return the file that serves an address, relative to the output folder.

    >>> file_path("/tin/2020/")
    'tin/2020/index.html'
    """
    return address.lstrip("/") + ("index.html" if address.endswith("/") else "")
