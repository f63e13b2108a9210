"""The ids of headings, which links within an article lead to."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from xml.etree import ElementTree

from markdown.extensions.toc import remove_fnrefs, render_inner_html, strip_tags, unique
from markdown.treeprocessors import Treeprocessor

from plugins.portal.addresses import slug

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MARKUP = re.compile("[&<>\x02]")


class HeadingIds(Treeprocessor):
    """Gives each heading an id of its own, made of its words.

    Markdown's own extension makes a table of contents too, and renders every heading for it.
    """

    def run(self, root: ElementTree.Element) -> None:
        """Set the ids; a second heading of the same words is told apart by a number."""
        elements = list(root.iter())
        used = {element.attrib["id"] for element in elements if "id" in element.attrib}
        for element in elements:
            if element.tag in _HEADINGS and "id" not in element.attrib:
                element.set("id", unique(_heading_id(self._words(element)), used))

    def _words(self, heading: ElementTree.Element) -> str:
        text = heading.text or ""
        if len(heading) or _MARKUP.search(text):
            inner = render_inner_html(remove_fnrefs(heading), self.md)
            return html.unescape(strip_tags(inner))
        return " ".join(text.split())


@lru_cache(maxsize=1024)
def _heading_id(text: str) -> str:
    return "muc-" + slug(text)
