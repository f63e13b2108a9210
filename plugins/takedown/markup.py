"""Names in HTML: across inline elements, line breaks and the cells of a row, and in attributes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from plugins.awards import Text
from plugins.awards.writing import tree, written
from plugins.takedown.finder import Finder, Found
from plugins.takedown.spans import Span, replaced

if TYPE_CHECKING:
    from bs4 import Tag
    from bs4.element import NavigableString, PageElement

_INLINE = frozenset(
    "a abbr b cite code em i mark s small span strong sub sup time u".split()  # noqa: SIM905
)
Attribute = Callable[[str, str], str]


def find_in_text(text: Text, finder: Finder) -> list[Found]:
    """Return the names in a text that was read from HTML.

    A name goes on over a line break within its paragraph, and over cells of a row that it fills
    ("Họ và tên đệm", "Tên"); never from one paragraph or item into the next.
    """
    found = finder.find(text.plain)
    if not found:
        return found
    nodes = tree(text.html)[1] if text.html else []
    ends = [start + len(node) for node, start in nodes]
    return [one for one in found if _is_one(text.plain, nodes, ends, one)]


def _is_one(
    plain: str, nodes: Sequence[tuple[NavigableString, int]], ends: Sequence[int], found: Found
) -> bool:
    """Whether everything between the ends of what was found belongs together."""
    place = bisect_right(ends, found.start)
    while place + 1 < len(nodes) and nodes[place + 1][1] < found.end:
        here, after = nodes[place][0], nodes[place + 1][0]
        gap = plain[ends[place] : nodes[place + 1][1]]
        if gap == "\t" and not _fills(plain, found):
            return False
        if gap == "\n" and _block_of(here) is not _block_of(after):
            return False
        place += 1
    return True


def _fills(plain: str, found: Found) -> bool:
    before = plain[: found.start].rstrip(" ")
    after = plain[found.end :].lstrip(" ")
    return before[-1:] in ("", "\t", "\n") and after[:1] in ("", "\t", "\n")


def _block_of(node: PageElement) -> Tag | None:
    parent = node.parent
    while parent is not None and parent.name in _INLINE:
        parent = parent.parent
    return parent


def rewrite(text: Text, spans: Sequence[Span], attribute: Attribute) -> str:
    """Return the HTML of ``text`` with ``spans`` of its plain text replaced.

    What stands in place of a span goes where the span begins; elements that it leaves empty go
    with it, but for those that a link may lead to. ``attribute`` gives the new value of each
    attribute from its name and value.

    Raises:
        ValueError: the text was not read from HTML.
    """
    if text.html is None:
        raise ValueError("Chỉ viết lại được văn bản đọc từ HTML.")
    soup, nodes = tree(text.html)
    _drop_breaks(nodes, spans)
    starts = [start for _, start in nodes]
    parts: dict[int, list[Span]] = {}
    for span in spans:
        place = max(bisect_right(starts, span.start) - 1, 0)
        instead = span.instead
        while place < len(nodes) and starts[place] < span.end:
            node, start = nodes[place]
            begin, end = max(span.start - start, 0), min(span.end - start, len(node))
            if begin < end:
                parts.setdefault(place, []).append(Span(begin, end, instead))
                instead = ""
            place += 1
    for place, inner in parts.items():
        _put(nodes[place][0], replaced(str(nodes[place][0]), inner))
    for element in soup.find_all(True):
        for name, value in list(element.attrs.items()):
            if isinstance(value, str):
                element[name] = attribute(name, value)
    return written(soup)


def _drop_breaks(nodes: Sequence[tuple[NavigableString, int]], spans: Sequence[Span]) -> None:
    starts = [start for _, start in nodes]
    for span in spans:
        first = max(bisect_right(starts, span.start) - 1, 0)
        last = bisect_right(starts, span.end - 1) - 1
        if first >= last:
            continue
        breaks: list[PageElement] = []
        element = nodes[first][0].next_element
        while element is not None and element is not nodes[last][0]:
            if getattr(element, "name", None) == "br":
                breaks.append(element)
            element = element.next_element
        for element in breaks:
            element.extract()


def _put(node: NavigableString, text: str) -> None:
    if text:
        node.replace_with(text)
        return
    parent = node.parent
    node.extract()
    while parent is not None and parent.name in _INLINE and not parent.contents:
        if parent.get("id"):
            return
        above = parent.parent
        parent.extract()
        parent = above
