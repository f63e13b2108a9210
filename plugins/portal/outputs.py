"""The output plan: every file of the site, known before the first is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that is published as it is."""

    source: Path


Output = Page | Made | Copy


class Plan:
    """All outputs by their path below the output folder; each path has one origin."""

    def __init__(self) -> None:
        self._outputs: dict[str, Output] = {}
        self._origins: dict[str, str] = {}
        self._groups: dict[str, str] = {}

    def add(self, address: str, output: Output, origin: str, group: str = "") -> None:
        """Plan ``output`` at ``address`` ("/tin/x/" or "/rss.xml"); ``origin`` is for messages.

        Outputs of one ``group`` are made one after the other, since they share what they draw on.

        Raises:
            CollisionError: something else is planned there, without regard to case.
        """
        path = file_path(address)
        other = self._origins.setdefault(path.casefold(), origin)
        if path in self._outputs or other != origin:
            raise CollisionError(f"{address}: vừa là {other}, vừa là {origin}.")
        self._outputs[path] = output
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

    def __getitem__(self, path: str) -> Output:
        return self._outputs[path]

    def group(self, path: str) -> str:
        """Return the group of an output, "" if it stands by itself."""
        return self._groups.get(path, "")

    def __iter__(self) -> Iterator[tuple[str, Output]]:
        return iter(self._outputs.items())

    def __len__(self) -> int:
        return len(self._outputs)

    @property
    def addresses(self) -> list[str]:
        """The addresses of all pages."""
        return [one.info.path for one in self._outputs.values() if isinstance(one, Page)]

    def __contains__(self, address: str) -> bool:
        return file_path(address) in self._outputs


def file_path(address: str) -> str:
    """Return the file that serves an address, relative to the output folder.

    >>> file_path("/tin/2020/")
    'tin/2020/index.html'
    """
    return address.lstrip("/") + ("index.html" if address.endswith("/") else "")
