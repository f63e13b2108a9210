"""The tree of the HTML that a text was read from, to be changed and written out again."""

from __future__ import annotations

import unicodedata

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EntitySubstitution
from bs4.element import NavigableString, PageElement, PreformattedString
from bs4.formatter import HTMLFormatter

from plugins.awards.text import Html

# As browsers write it: no slash in void elements, letters as letters.
_HTML = HTMLFormatter(
    entity_substitution=EntitySubstitution.substitute_xml, void_element_close_prefix=""
)


def tree(html: Html) -> tuple[BeautifulSoup, list[tuple[NavigableString, int]]]:
    """Return a tree of the HTML, and its text nodes in NFC with their places in the plain text."""
    # Parsed with the same division round it as when it was read.
    soup = BeautifulSoup(f"<div>{html.source}</div>", "lxml")
    found = (
        node for node in soup.find_all(string=True) if not isinstance(node, PreformattedString)
    )
    nodes = [
        (_normal(node), place)
        for node, place in zip(list(found), html.places, strict=True)
        if place is not None and isinstance(node, NavigableString)
    ]
    return soup, [(node, place) for node, place in nodes if place >= 0]


def _normal(node: NavigableString) -> NavigableString:
    """The node in NFC; the tree is changed where it was not."""
    text = unicodedata.normalize("NFC", node)
    if text == node:
        return node
    fresh = NavigableString(text)
    node.replace_with(fresh)
    return fresh


def written(soup: BeautifulSoup) -> str:
    """Return the HTML without the division that the reader put round it."""
    body = soup.body or soup
    parts = []
    for place, child in enumerate(body.contents):
        if place == 0 and isinstance(child, Tag):
            parts.append(child.decode_contents(formatter=_HTML))
        else:
            parts.append(
                child.decode(formatter=_HTML) if isinstance(child, Tag) else _escaped(child)
            )
    return "".join(parts)


def _escaped(child: PageElement) -> str:
    return child.output_ready(_HTML) if isinstance(child, NavigableString) else ""
