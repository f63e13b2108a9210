"""The events of a parser that reads a fragment of HTML, with each text node in one piece."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

_KEPT = frozenset({"pre", "textarea"})  # elements that keep their white space
_SPACES = " \n\t\f\r"


class Events:
    """Takes the parser's events; who follows them says what is done at each.

    White space between two tags is one space or one line's end, but for elements that keep it. One
    object reads one text after another.
    """

    def __init__(self) -> None:
        # The stubs ask for bytes too, which the parser gives for no text.
        self._parser = etree.HTMLParser(target=self)  # type: ignore[arg-type]
        self._data: list[str] = []
        self._kept = 0

    def feed(self, html: str) -> None:
        """Read a fragment, with a division round it."""
        self._data.clear()
        self._kept = 0
        # The parser would put bare text into a paragraph of its own: a division keeps it as it is.
        self._parser.feed(f"<div>{html}</div>")
        self._parser.close()

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Do what is to be done where an element begins."""
        raise NotImplementedError

    def finish(self, tag: str) -> None:
        """Do what is to be done where an element ends."""
        raise NotImplementedError

    def text(self, text: str) -> None:
        """Do what is to be done with a text node."""
        raise NotImplementedError

    def remark(self, text: str) -> None:
        """Do what is to be done with a comment."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        if self._data:
            self._end_text()
        self._kept += tag in _KEPT
        self.begin(tag, attributes)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if self._data:
            self._end_text()
        self._kept -= tag in _KEPT
        self.finish(tag)

    def data(self, text: str) -> None:
        """Take a piece of a text node."""
        self._data.append(text)

    def comment(self, text: str) -> None:
        """Take a comment; it parts two text nodes."""
        self._end_text()
        self.remark(text)

    def pi(self, _target: str, _text: str) -> None:
        """Pass over an instruction; it parts two text nodes."""
        self._end_text()

    def doctype(self, _name: str, _public: str, _system: str) -> None:
        """Pass over a declaration."""
        self._end_text()

    def close(self) -> None:
        """Take the end of the document."""
        self._end_text()

    def _end_text(self) -> None:
        if not self._data:
            return
        text = "".join(self._data)
        self._data.clear()
        if not self._kept and not text.strip(_SPACES):
            text = "\n" if "\n" in text else " "
        self.text(text)
