"""HTML cut where a parser cuts it: markup written as browsers write it, and the texts between.

No tree is made: the parser's events are written as they come.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from plugins.awards.events import Events
from plugins.awards.text import Html

_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
_RAW = frozenset({"script", "style"})
# Elements that begin first and are not the text's own: html, body, and the reader's division.
_AROUND = 3


def escaped(text: str) -> str:
    """Return a text as it stands between tags."""
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


class Markup(Events):
    """The pieces of a text's HTML in order.

    ``texts`` has, for each text that was read, its number among ``pieces``, the text in NFC, and
    where it stands in the plain text; ``ids`` are those that elements have.
    """

    def __init__(self, html: Html) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.texts: list[tuple[int, str, int]] = []
        self.ids: set[str] = set()
        self._places = iter(html.places)
        self._open: list[str] = []
        self._begun = 0
        self.feed(html.source)

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Write the tag that begins an element."""
        self._begun += 1
        if self._begun <= _AROUND:
            self._open.append("")
            return
        self._open.append(tag)
        self.ids.update(value for name, value in attributes.items() if name == "id")
        told = "".join([f" {name}={_quoted(attributes[name])}" for name in sorted(attributes)])
        self.pieces.append(f"<{tag}{told}>")

    def finish(self, tag: str) -> None:
        """Write the tag that ends it."""
        if self._open.pop() and tag not in _VOID:
            self.pieces.append(f"</{tag}>")

    def remark(self, text: str) -> None:
        """Write a comment."""
        self.pieces.append(f"<!--{text}-->")

    def text(self, text: str) -> None:
        """Write a text node."""
        place = next(self._places)
        if place is not None:
            text = unicodedata.normalize("NFC", text)
            if place >= 0:
                self.texts.append((len(self.pieces), text, place))
        self.pieces.append(text if self._open[-1] in _RAW else escaped(text))


def _quoted(value: str) -> str:
    value = escaped(value)
    if '"' not in value:
        return f'"{value}"'
    return f"'{value}'" if "'" not in value else '"' + value.replace('"', "&quot;") + '"'
