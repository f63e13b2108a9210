"""What is known at a glance for a paragraph is what all readers of blocks would make of it."""

from __future__ import annotations

import markdown
from hypothesis import given
from hypothesis import strategies as st

from plugins.portal.paragraphs import PlainParagraph

EXTENSIONS = ["tables", "sane_lists", "footnotes"]
PIECES = st.sampled_from(
    [
        *("\n", "\n\n", "chữ", "Đ", "a", " ", "    ", "  \n", "|", "| - | - |", "---", "===", "#"),
        *("- ", "* ", "+ ", "1. ", "1) ", "> ", "[^1]", "[^1]: ", "[a]: /b", "[a]", "`", "*", ":"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_paragraphs_are_what_they_were(body: str) -> None:
    plain = markdown.Markdown(extensions=EXTENSIONS)
    plain.parser.blockprocessors.register(PlainParagraph(plain.parser), "plain", 200)
    assert plain.convert(body) == markdown.markdown(body, extensions=EXTENSIONS)
