"""The last steps to HTML are Markdown's own, to the letter."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.portal.inline import Bounded
from plugins.portal.serialising import LineBreaks, Unescape, to_html

_EXTENSIONS = ["tables", "sane_lists", "footnotes"]
_PIECES = (
    *("từ", " ", "\n", "\n\n", "    ", "  \n", "- ", "1. ", "## ", "> ", "| a | b |", "|---|:-:|"),
    *("**", "_", "`", "\\*", "\\\\", "&", "&amp;", "&#9;", '"', "<", ">", "<ab@c.vn>", "---"),
    *('[a](/b?c=1&d=2 "e")', "![x](y)", "[^1]", "[^1]: chú thích", "\n[r]: /s 'T'", "[r]"),
)


def _ours() -> markdown.Markdown:
    ours = markdown.Markdown(extensions=_EXTENSIONS, output_format="html")
    ours.treeprocessors.register(Bounded(ours), "inline", 20)
    ours.treeprocessors.register(LineBreaks(ours), "prettify", 10)
    ours.treeprocessors.register(Unescape(ours), "unescape", 0)
    ours.serializer = to_html
    return ours


@pytest.fixture(scope="module")
def pair() -> tuple[markdown.Markdown, markdown.Markdown]:
    theirs = markdown.Markdown(extensions=_EXTENSIONS, output_format="html")
    for one in (theirs, ours := _ours()):
        one.preprocessors.deregister("html_block")
        one.inlinePatterns.deregister("html")
    return theirs, ours


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_any_text(pair: tuple[markdown.Markdown, markdown.Markdown], text: str) -> None:
    theirs, ours = pair
    assert ours.reset().convert(text) == theirs.reset().convert(text)
