"""Paragraphs known at a glance, so that no other reader of blocks is asked for them."""

from __future__ import annotations

from xml.etree import ElementTree

from markdown.blockprocessors import ParagraphProcessor


class PlainParagraph(ParagraphProcessor):
    """Reads blocks of one line that begins with a letter: no mark of a block begins with one."""

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        """Whether a block can only be a paragraph."""
        return block[:1].isalpha() and "\n" not in block
