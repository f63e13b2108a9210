"""HTML into blocks. The soup is kept, so that evidence can be marked without parsing again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

import markdown
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from plugins.awards.lines import furniture, list_mark
from plugins.awards.text import Block, Html, Text

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    [
        "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "table", "thead", "tbody",
        "tfoot", "tr", "td", "th", "caption", "figure", "figcaption", "blockquote",
        "section", "article", "aside", "header", "footer", "main", "address", "pre",
        "br", "hr", "form", "fieldset",
    ]
)  # fmt: skip
_UNREAD = frozenset(
    [
        "script", "style", "template", "noscript", "select", "textarea", "svg", "math",
        "iframe", "object",
    ]
)  # fmt: skip
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)


def read_markdown(source: str) -> Text:
    """Return the body of a Markdown file (front matter is left out) in blocks."""
    body = _FRONT_MATTER.sub("", source.replace("\r\n", "\n").removeprefix("\ufeff"), count=1)
    return read_html(markdown.markdown(body, extensions=["tables", "sane_lists"]))


def read_html(html: str) -> Text:
    """Return the body of an article, a fragment of HTML, in blocks."""
    # The parser would put bare text into a paragraph of its own: a division keeps it as it is.
    soup = BeautifulSoup(f"<div>{html}</div>", "lxml")
    return _Reader(soup).read()


class _Reader:
    """Walks the tree once and gathers text nodes into blocks."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self._soup = soup
        self._parts: list[str] = []
        self._length = 0
        self._nodes: list[tuple[NavigableString, int]] = []
        self._blocks: list[Block] = []
        self._waiting: list[NavigableString | str] = []
        self._context = Block("paragraph", 0, 0)
        self._cells: list[tuple[int, int]] | None = None
        self._lists: list[tuple[str, int]] = []
        self._tables = 0
        self._over = False

    def read(self) -> Text:
        for element, entering in _walk(self._soup):
            if isinstance(element, Tag):
                if element.name in _BLOCKS:
                    self._boundary(element, entering=entering)
            elif isinstance(element, NavigableString):
                self._waiting.append(_normal(element))
        self._flush()
        return Text("".join(self._parts), tuple(self._blocks), Html(self._soup, tuple(self._nodes)))

    def _boundary(self, tag: Tag, *, entering: bool) -> None:
        if self._cells is not None and tag.name not in ("td", "th", "tr", "table"):
            # Blocks inside a cell only start a new line of it.
            self._waiting.append("\n")
            return
        if tag.name in ("td", "th"):
            self._cell(entering=entering)
        elif tag.name == "tr":
            self._row(entering=entering)
        else:
            self._flush()
            self._enter(tag) if entering else self._leave(tag)

    def _enter(self, tag: Tag) -> None:
        if tag.name in ("ul", "ol"):
            self._lists.append((tag.name, 0))
        elif tag.name == "table":
            self._tables += 1
        elif tag.name == "li":
            kind, number = self._lists.pop() if self._lists else ("ul", 0)
            self._lists.append((kind, number + 1))
            mark = f"{number + 1}." if kind == "ol" else "-"
            self._context = Block("item", 0, 0, depth=len(self._lists), mark=mark)
        elif tag.name in _HEADINGS:
            self._context = Block("heading", 0, 0, depth=int(tag.name[1]))

    def _leave(self, tag: Tag) -> None:
        if tag.name in ("ul", "ol") and self._lists:
            self._lists.pop()
        self._context = Block("paragraph", 0, 0, depth=len(self._lists))

    def _flush(self) -> None:
        """Close the block that is being gathered, if there is anything in it."""
        span = self._write("\n")
        if span is None:
            return
        plain, start, end = "".join(self._parts[span[2] :]), span[0], span[1]
        kind = furniture(plain.strip())
        self._over = kind == "tail" or (self._over and kind != "annex")
        block = replace(self._context, start=start, end=end)
        mark, at = list_mark(plain, len(plain) - len(plain.lstrip()), len(plain.rstrip()))
        if mark and block.kind != "heading":
            block = replace(block, kind="item", mark=mark, start=start + at)
        if kind == "noise" or self._over:
            block = replace(block, kind="noise")
        self._blocks.append(block)
        self._context = replace(self._context, kind="paragraph", mark="")

    def _cell(self, *, entering: bool) -> None:
        if entering:
            self._waiting.clear()
        elif self._cells is not None:
            span = self._write("\t")
            self._cells.append(span[:2] if span else (self._length, self._length))

    def _row(self, *, entering: bool) -> None:
        if entering:
            self._flush()
            self._cells = []
            return
        if self._cells and any(start < end for start, end in self._cells):
            cells = tuple(self._cells)
            start = min(a for a, b in cells if a < b)
            self._blocks.append(Block("row", start, cells[-1][1], cells=cells, table=self._tables))
        self._cells = None
        self._waiting.clear()

    def _write(self, after: str) -> tuple[int, int, int] | None:
        """Append what waits to the plain text; its start, its end, and its first part's index."""
        waiting, self._waiting = self._waiting, []
        if not any(piece.strip() for piece in waiting):
            return None
        start, first = self._length, len(self._parts)
        for piece in waiting:
            if isinstance(piece, NavigableString):
                self._nodes.append((piece, self._length))
            self._parts.append(str(piece))
            self._length += len(piece)
        end = self._length
        self._parts.append(after)
        self._length += len(after)
        return start, end, first


def _walk(soup: BeautifulSoup) -> Iterator[tuple[PageElement, bool]]:
    """Elements in document order, each tag on entering and on leaving; no recursion."""
    stack: list[tuple[PageElement, bool]] = [(soup, True)]
    while stack:
        element, entering = stack.pop()
        if isinstance(element, PreformattedString):
            continue  # comments and their like
        yield element, entering
        if entering and isinstance(element, Tag) and element.name not in _UNREAD:
            stack.append((element, False))
            stack.extend((child, True) for child in reversed(element.contents))


def _normal(node: NavigableString) -> NavigableString:
    """The node in NFC; the tree is changed where it was not."""
    text = unicodedata.normalize("NFC", node)
    if text == node:
        return node
    fresh = NavigableString(text)
    node.replace_with(fresh)
    return fresh
