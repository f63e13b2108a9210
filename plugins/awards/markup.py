"""HTML cut where a parser cuts it: markup written as browsers write it, and the texts between.

No tree is made: the parser's events are written as they come.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from plugins.awards.events import feed, parser_for
from plugins.awards.html import KEPT, SPACES
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


class Markup:
    """The pieces of a text's HTML in order.

    ``texts`` has, for each text that was read, its number among ``pieces``, the text in NFC, and
    where it stands in the plain text; ``ids`` are those that elements have.
    """

    def __init__(self, html: Html) -> None:
        self.pieces: list[str] = []
        self.texts: list[tuple[int, str, int]] = []
        self.ids: set[str] = set()
        self._places = iter(html.places)
        self._data: list[str] = []
        self._open: list[str] = []
        self._begun = self._kept = 0
        feed(parser_for(self), html.source)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        self._end_text()
        self._kept += tag in KEPT
        self._begun += 1
        if self._begun <= _AROUND:
            self._open.append("")
            return
        self._open.append(tag)
        self.ids.update(value for name, value in attributes.items() if name == "id")
        told = "".join([f" {name}={_quoted(attributes[name])}" for name in sorted(attributes)])
        self.pieces.append(f"<{tag}{told}>")

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        self._end_text()
        self._kept -= tag in KEPT
        if self._open.pop() and tag not in _VOID:
            self.pieces.append(f"</{tag}>")

    def data(self, text: str) -> None:
        """Take a piece of a text node."""
        self._data.append(text)

    def comment(self, text: str) -> None:
        """Take a comment."""
        self._end_text()
        self.pieces.append(f"<!--{text}-->")

    def pi(self, _target: str, _text: str) -> None:
        """Pass over an instruction, which has no place in an article."""
        self._end_text()

    def doctype(self, _name: str, _public: str, _system: str) -> None:
        """Pass over a declaration, which has no place in an article."""
        self._end_text()

    def close(self) -> None:
        """Take the end of the document."""
        self._end_text()

    def _end_text(self) -> None:
        if not self._data:
            return
        text = "".join(self._data)
        self._data.clear()
        if not self._kept and not text.strip(SPACES):
            text = "\n" if "\n" in text else " "
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
