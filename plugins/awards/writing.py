"""A copy of the HTML that a text was read from, to be changed and written out again."""

from __future__ import annotations

import copy

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EntitySubstitution
from bs4.element import NavigableString, PageElement
from bs4.formatter import HTMLFormatter

from plugins.awards.text import Html

# As browsers write it: no slash in void elements, letters as letters.
_HTML = HTMLFormatter(
    entity_substitution=EntitySubstitution.substitute_xml, void_element_close_prefix=""
)


def duplicate(html: Html) -> tuple[BeautifulSoup, list[tuple[NavigableString, int]]]:
    """Return a copy of the tree, and its text nodes, each with its place in the plain text."""
    soup = copy.copy(html.soup)
    starts = {id(node): start for node, start in html.nodes}
    twins = zip(html.soup.find_all(string=True), soup.find_all(string=True), strict=True)
    nodes = [
        (twin, starts[id(original)])
        for original, twin in twins
        if id(original) in starts and isinstance(twin, NavigableString)
    ]
    return soup, nodes


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
