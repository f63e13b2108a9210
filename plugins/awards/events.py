"""The events of a parser that reads a fragment of HTML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from lxml import etree


class Target(Protocol):
    """What takes the parser's events."""

    def start(self, tag: str, attributes: Mapping[str, str], /) -> None:
        """Take the beginning of an element."""

    def end(self, tag: str, /) -> None:
        """Take the end of an element."""

    def data(self, text: str, /) -> None:
        """Take a piece of a text node."""

    def comment(self, text: str, /) -> None:
        """Take a comment."""

    def pi(self, target: str, text: str, /) -> None:
        """Take an instruction."""

    def doctype(self, name: str, public: str, system: str, /) -> None:
        """Take a declaration."""

    def close(self) -> None:
        """Take the end of the document."""


def parser_for(target: Target) -> etree.HTMLParser:
    """Return a parser that gives its events to ``target``; it reads one text after another."""
    # The stubs ask for bytes too, which the parser gives for no text.
    return etree.HTMLParser(target=target)  # type: ignore[arg-type]


def feed(parser: etree.HTMLParser, html: str) -> None:
    """Read a fragment, with a division round it."""
    # The parser would put bare text into a paragraph of its own: a division keeps it as it is.
    parser.feed(f"<div>{html}</div>")
    parser.close()
