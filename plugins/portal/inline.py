"""What stands within paragraphs, cells and items: bounded before it is read, HTML told apart.

Python-Markdown looks for the end of every bracket and backtick to the end of the text, again for
each mark: without bounds, some hundred kilobytes of ``[`` take hours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

import markdown
from markdown import treeprocessors
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from plugins.sources.bounds import NESTING, number

TEXT_LENGTH = 20_000
TEXT_MARKS = 2_000
MARKS = 30_000
UNCLOSED = 20
ADDRESS_LENGTH = 2_000
FOOTNOTES = 500

_MARKS = re.compile(r"\*+|_+|`+|[\[<&\\(]")
# What an inline pattern begins with, or stands for what one has read; and a break of the line.
_INLINE = re.compile(r"[*_`\[<&\\\x02]")
_BREAK = "  \n"
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)", re.DOTALL)
_ELEMENTS = (
    "a abbr address applet area article aside audio b base basefont bdi bdo bgsound big blink "
    "blockquote body br button canvas caption center cite code col colgroup data datalist dd del "
    "details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame "
    "frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex "
    "kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter "
    "nav nobr noembed noframes noscript object ol optgroup option output p param picture "
    "plaintext portal pre progress q rp rt ruby s samp script search section select slot small "
    "source span strike strong style sub summary sup svg table tbody td template textarea tfoot "
    "th thead time title tr track tt u ul var video wbr xmp"
)
# A known element, closed or not where its name is no letter; anything with an attribute, a hyphen
# or a colon; comments, declarations, instructions. "a < b", "<3" and "<tên đơn vị>" are text.
_HTML = (
    rf"(?is:</?(?:{'|'.join(sorted(_ELEMENTS.split(), key=len, reverse=True))})(?=[\s/>])[^<>]*>"
    rf"|</?(?:{'|'.join(name for name in _ELEMENTS.split() if len(name) > 2)})(?=[\s/>]|$)"  # noqa: PLR2004
    r"|<[a-z][\w:-]*[\s/][^<>]*?[a-z]=[^<>]*>?|</?[a-z]+[-:][\w:-]*(?:\s[^<>]*)?>|<!--|<![a-z\[]|<\?[a-z])"
)

Note = Callable[[str, str], None]


class TooMuchError(Exception):
    """A text that would take too long; ``words`` are some of its own, to find it by."""

    def __init__(self, message: str, words: str) -> None:
        super().__init__(message)
        self.message, self.words = message, words


class Bounded(treeprocessors.InlineProcessor):
    """Reads the marks in texts, but refuses texts that are too long or have too many of them.

    Most texts have no marks at all: these it makes atomic, so that no pattern looks at them.
    """

    def run(
        self, tree: ElementTree.Element, ancestors: list[str] | None = None
    ) -> ElementTree.Element:
        """Look at every text of the tree, then read the marks if there are any.

        Raises:
            TooMuchError: a text is out of bounds.
        """
        return super().run(tree, ancestors) if self._has_marks(tree) else tree

    def _has_marks(self, tree: ElementTree.Element) -> bool:
        self._check_addresses()
        marks = notes = marked = 0
        for element in tree.iter():
            for part in ("text", "tail"):
                text = getattr(element, part)
                if not text or isinstance(text, AtomicString):
                    continue
                if not _INLINE.search(text) and _BREAK not in text:
                    marks += _checked(text, text.count("("))
                    setattr(element, part, AtomicString(text))
                else:
                    marked += 1
                    marks += _checked(text, len(_MARKS.findall(text)))
                    notes += text.count("[^")
                if notes > FOOTNOTES:
                    message = f"bài có quá {FOOTNOTES} chú thích. Tách thành nhiều bài."
                    raise TooMuchError(message, _words(text))
                if marks > MARKS:
                    raise TooMuchError(
                        f"bài có quá {number(MARKS)} dấu định dạng (như * _ ` [ <). "
                        "Bỏ bớt, hoặc tách thành nhiều bài.",
                        _words(text),
                    )
        return marked > 0

    def _check_addresses(self) -> None:
        for address, title in self.md.references.values() if self.md else ():
            if len(address) + len(title or "") > ADDRESS_LENGTH:
                message = f"đường dẫn dài quá {number(ADDRESS_LENGTH)} ký tự. Viết gọn lại."
                raise TooMuchError(message, address[:40])


def _checked(text: str, marks: int) -> int:
    """Return the number of marks of one text.

    Raises:
        TooMuchError: it is out of bounds.
    """
    if len(text) > TEXT_LENGTH:
        raise TooMuchError(
            f"đoạn văn dài {number(len(text))} ký tự; nhiều nhất {number(TEXT_LENGTH)}. "
            "Tách thành nhiều đoạn, cách nhau một dòng trống.",
            _words(text),
        )
    if marks > TEXT_MARKS:
        raise TooMuchError(
            f"đoạn văn có quá {number(TEXT_MARKS)} dấu định dạng (như * _ ` [ <). "
            "Bỏ bớt, hoặc tách thành nhiều đoạn.",
            _words(text),
        )
    if marks > UNCLOSED:
        _check_pairs(text)
    return marks


def _check_pairs(text: str) -> None:
    rest = text.replace("\\`", "")
    if rest.count("`") > UNCLOSED:
        left = len(re.findall("`+", _CODE.sub("", rest)))
        if left > UNCLOSED:
            raise TooMuchError(f"đoạn văn có {left} dấu ` không thành cặp. Xóa bớt.", _words(text))
    for opening, closing in ("[]", "()"):
        depth = deepest = 0
        for sign in text:
            depth = max(depth + (sign == opening) - (sign == closing), 0)
            deepest = max(deepest, depth)
        if depth > UNCLOSED:
            message = (
                f"đoạn văn có {depth} dấu {opening} mà thiếu dấu {closing}. Thêm hoặc xóa bớt."
            )
            raise TooMuchError(message, _words(text))
        if deepest > NESTING:
            message = f"dấu {opening} lồng nhau quá {NESTING} cấp. Viết gọn lại."
            raise TooMuchError(message, _words(text))


def _words(text: str) -> str:
    return text.strip().split("\n")[0][:200]


class RawHtml(InlineProcessor):
    """HTML that an author typed is text; the author is told."""

    def __init__(self, md: markdown.Markdown, note: Note) -> None:
        super().__init__(_HTML, md)
        self._note = note

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[None, None, None]:
        """Note the tag and leave it as it stands."""
        tag = m.group().split("\x02")[0].split("\n")[0]
        self._note(
            f"không dùng được thẻ HTML “{tag[:80]}”. "
            "Viết bằng Markdown, hoặc đặt trong dấu `…` nếu muốn hiện nguyên văn.",
            tag,
        )
        return None, None, None
