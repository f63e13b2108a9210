"""The last steps from Markdown's tree to HTML, as Markdown does them, without what we never need.

Our trees hold elements and texts alone: no comments, no namespaces, no attributes without a value.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

import markdown
from markdown.serializers import RE_AMP
from markdown.treeprocessors import PrettifyTreeprocessor, UnescapeTreeprocessor

_CODE = frozenset({"code", "pre"})
_VOID = frozenset({"br", "hr", "img"})


class LineBreaks(PrettifyTreeprocessor):
    """Puts each block on a line of its own."""

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self._blocks = frozenset(md.block_level_elements)

    def _prettifyETree(self, elem: Element) -> None:  # noqa: N802 - Markdown's name
        """Break the lines within a block and after it."""
        blocks = self._blocks
        if elem.tag in blocks and elem.tag not in _CODE and len(elem):
            if elem[0].tag in blocks and not (elem.text and elem.text.strip()):
                elem.text = "\n"
            for child in elem:
                if child.tag in blocks:
                    self._prettifyETree(child)
        if not (elem.tail and elem.tail.strip()):
            elem.tail = "\n"


class Unescape(UnescapeTreeprocessor):
    """Undoes escapes, where the source has any."""

    def run(self, root: Element) -> None:
        """Look through the tree if there is a backslash in the text that it was made of."""
        if any("\\" in line for line in self.md.lines):  # type: ignore[attr-defined]
            super().run(root)


def to_html(root: Element) -> str:
    """Return a tree as HTML, its attributes in the order of their names."""
    parts: list[str] = []
    _write(root, parts)
    return "".join(parts)


def _write(element: Element, parts: list[str]) -> None:
    tag = element.tag
    attributes = "".join(
        [f' {name}="{_escaped(value, quoted=True)}"' for name, value in sorted(element.items())]
    )
    parts.append(f"<{tag}{attributes}>")
    if element.text:
        parts.append(_escaped(element.text))
    for child in element:
        _write(child, parts)
    if tag not in _VOID:
        parts.append(f"</{tag}>")
    if element.tail:
        parts.append(_escaped(element.tail))


def _escaped(text: str, *, quoted: bool = False) -> str:
    """Return a text as it stands in HTML; an entity in it stays one."""
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace('"', "&quot;") if quoted and '"' in text else text
