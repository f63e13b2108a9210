"""Read awards from articles: blocks → tokens → shapes → awards, each with its evidence.

The public verbs stand in the order in which a text travels through them.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from plugins.awards.assemble import Extraction, assemble
from plugins.awards.html import read_html, read_markdown
from plugins.awards.marking import mark
from plugins.awards.plain import read_text
from plugins.awards.text import Block, Text
from plugins.model import Award, Document, Evidence

__all__ = [
    "LONGEST",
    "Block",
    "Extraction",
    "Text",
    "annotate",
    "extract",
    "read_html",
    "read_markdown",
    "read_text",
]


# No article has more characters: a bound on the work that any text can make.
LONGEST = 50_000
# How much of an unread rest is quoted.
_SHOWN = 80


def extract(
    text: Text,
    *,
    published: datetime.date | None = None,
    headline: str = "",
    cited: Sequence[Document] | None = None,
) -> Extraction:
    """Return the awards that ``text`` tells, in its order, and the places left unread.

    Args:
        text: what one of the ``read_…`` functions returned.
        published: gives the year to dates without one; else the page's own date line does.
        headline: the article's title, if it is not part of the text. It only helps to judge what
            is given and what is proposed: evidence always stands in the text.
        cited: the citations of documents in the text for this day of publication, where they
            are known already.

    No article is longer than ``LONGEST`` characters; what stands behind them is left unread.
    """
    if len(text.plain) <= LONGEST:
        return assemble(text, published, headline, cited)
    read = assemble(text.head(LONGEST), published, headline)
    rest = text.plain[LONGEST : LONGEST + _SHOWN]
    unread = Evidence(rest, LONGEST, LONGEST + len(rest))
    return replace(read, unread=(*read.unread, unread))


def annotate(text: Text, awards: Sequence[Award]) -> str:
    """Return the HTML that ``text`` was read from, with the evidence of ``awards`` marked.

    Award number n (from 1) is anchored at ``can-cu-n``, its recipient j at ``can-cu-n-j``.

    Raises:
        ValueError: the text was not read from HTML.
    """
    return mark(text, awards)
