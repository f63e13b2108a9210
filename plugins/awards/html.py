"""HTML into blocks, as a parser gives it, element by element: no tree is made to be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

import markdown

from plugins.awards.events import Events
from plugins.awards.lines import furniture, list_mark
from plugins.awards.text import Block, BlockKind, Html, Text

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
    reader = _SPARE.pop() if _SPARE else _Reader()
    text = reader.read(html)
    _SPARE.append(reader)
    return text


class _Reader(Events):
    """Gathers text nodes into blocks, of one text after another."""

    def read(self, html: str) -> Text:
        """Return a fragment of HTML in blocks."""
        self._begin()
        self.feed(html)
        self._flush()
        return Text("".join(self._parts), tuple(self._blocks), Html(html, tuple(self._places)))

    def _begin(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._places: list[int | None] = []
        self._blocks: list[Block] = []
        self._waiting: list[tuple[str, int]] = []
        self._context: tuple[BlockKind, int, str] = ("paragraph", 0, "")
        self._cells: list[tuple[int, int]] | None = None
        self._lists: list[tuple[str, int]] = []
        self._tables = 0
        self._unread = 0
        self._over = False

    def begin(self, tag: str, _attributes: Mapping[str, str]) -> None:
        """Enter an element that parts blocks."""
        if self._unread or tag in _UNREAD:
            self._unread += 1
        elif tag in _BLOCKS:
            self._boundary(tag, entering=True)

    def finish(self, tag: str) -> None:
        """Leave it."""
        if self._unread:
            self._unread -= 1
        elif tag in _BLOCKS:
            self._boundary(tag, entering=False)

    def text(self, text: str) -> None:
        """Let a text node wait for its block, in NFC."""
        if self._unread:
            self._places.append(None)
            return
        self._waiting.append((unicodedata.normalize("NFC", text), len(self._places)))
        self._places.append(-1)

    def _boundary(self, tag: str, *, entering: bool) -> None:
        if self._cells is not None and tag not in ("td", "th", "tr", "table"):
            # Blocks inside a cell only start a new line of it.
            self._waiting.append(("\n", -1))
        elif tag in ("td", "th"):
            self._cell(entering=entering)
        elif tag == "tr":
            self._row(entering=entering)
        else:
            self._flush()
            self._enter(tag) if entering else self._leave(tag)

    def _enter(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._lists.append((tag, 0))
        elif tag == "table":
            self._tables += 1
        elif tag == "li":
            kind, number = self._lists.pop() if self._lists else ("ul", 0)
            self._lists.append((kind, number + 1))
            mark = f"{number + 1}." if kind == "ol" else "-"
            self._context = ("item", len(self._lists), mark)
        elif tag in _HEADINGS:
            self._context = ("heading", int(tag[1]), "")

    def _leave(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        self._context = ("paragraph", len(self._lists), "")

    def _flush(self) -> None:
        """Close the block that is being gathered, if there is anything in it."""
        plain = self._write("\n") if self._waiting else ""
        if not plain:
            return
        end = self._length - 1
        start = end - len(plain)
        found = furniture(plain.strip())
        self._over = found == "tail" or (self._over and found != "annex")
        kind, depth, mark = self._context
        written, at = list_mark(plain, len(plain) - len(plain.lstrip()), len(plain.rstrip()))
        if written and kind != "heading":
            kind, mark, start = "item", written, start + at
        if found == "noise" or self._over:
            kind = "noise"
        self._blocks.append(Block(kind, start, end, depth, mark))
        self._context = ("paragraph", depth, "")

    def _cell(self, *, entering: bool) -> None:
        if entering:
            self._waiting.clear()
        elif self._cells is not None:
            plain = self._write("\t")
            end = self._length - 1 if plain else self._length
            self._cells.append((end - len(plain), end))

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

    def _write(self, after: str) -> str:
        """Append what waits to the plain text, and a mark after it; nothing if it is all space."""
        waiting, self._waiting = self._waiting, []
        plain = "".join([piece for piece, _ in waiting])
        if not plain or plain.isspace():
            return ""
        at = self._length
        for piece, number in waiting:
            if number >= 0:
                self._places[number] = at
            at += len(piece)
        self._parts += (plain, after)
        self._length = at + 1
        return plain


# Readers that are free: a new parser takes a fifth of the time that a text does.
_SPARE: list[_Reader] = []
