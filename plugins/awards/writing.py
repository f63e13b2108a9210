"""The tree of the HTML that a text was read from, to be changed and written out again.

The parser's library is loaded when the first tree is asked for: few builds need it, and it takes a
tenth of a second.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from plugins.awards.text import Html

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import NavigableString
    from bs4.formatter import HTMLFormatter


def tree(html: Html) -> tuple[BeautifulSoup, list[tuple[NavigableString, int]]]:
    """Return a tree of the HTML, and its text nodes in NFC with their places in the plain text."""
    from bs4 import BeautifulSoup  # noqa: PLC0415
    from bs4.element import NavigableString, PreformattedString  # noqa: PLC0415

    # Parsed with the same division round it as when it was read.
    soup = BeautifulSoup(f"<div>{html.source}</div>", "lxml")
    texts = [
        node
        for node in soup.descendants
        if isinstance(node, NavigableString) and not isinstance(node, PreformattedString)
    ]
    nodes = []
    for node, place in zip(texts, html.places, strict=True):
        if place is None:
            continue
        normal = unicodedata.normalize("NFC", node)
        kept = node if normal == node else NavigableString(normal)
        if kept is not node:
            node.replace_with(kept)
        if place >= 0:
            nodes.append((kept, place))
    return soup, nodes


def written(soup: BeautifulSoup) -> str:
    """Return the HTML without the division that the reader put round it."""
    from bs4.element import NavigableString, Tag  # noqa: PLC0415

    style, body = _style(), soup.body or soup
    parts = []
    for place, child in enumerate(body.contents):
        if isinstance(child, Tag):
            inner = place == 0
            parts.append(
                child.decode_contents(formatter=style) if inner else child.decode(formatter=style)
            )
        elif isinstance(child, NavigableString):
            parts.append(child.output_ready(style))
    return "".join(parts)


@lru_cache(maxsize=1)
def _style() -> HTMLFormatter:
    """As browsers write it: no slash in void elements, letters as letters."""
    from bs4.dammit import EntitySubstitution  # noqa: PLC0415
    from bs4.formatter import HTMLFormatter  # noqa: PLC0415

    return HTMLFormatter(
        entity_substitution=EntitySubstitution.substitute_xml, void_element_close_prefix=""
    )
