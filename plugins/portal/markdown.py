"""Markdown as authors write it here, to HTML.

Beside CommonMark's usual marks there are tables, footnotes and pictures with caption and credit.
HTML in the text is a fault. Links and pictures are noted on the way, so that they can be checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

import markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor

from plugins.model import Picture
from plugins.portal import layout
from plugins.portal.headings import HeadingIds
from plugins.portal.hyperlinks import fault_of, is_internal, plain_target
from plugins.portal.inline import ADDRESS_LENGTH, Bounded, RawHtml, TooMuchError
from plugins.portal.paragraphs import PlainParagraph
from plugins.portal.sanitiser import removed
from plugins.portal.serialising import LineBreaks, Unescape, to_html
from plugins.sources.bounds import NESTING, number

PICTURE_PREFIX = "anh/"
_TOO_DEEP = f"định dạng lồng nhau quá {NESTING} cấp. Viết gọn lại."
_DEEPEST = 3 * NESTING  # elements; a level of a list is a list, an item and a paragraph


@dataclass(slots=True)
class Findings:
    """What the body of one file refers to, and what is wrong with it (message, words to find)."""

    links: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)


class BodyReader:
    """Turns the bodies of many files into HTML with one Markdown instance."""

    def __init__(self, pictures: Mapping[str, Picture], prefix: str) -> None:
        self._tree = _Tree(pictures, prefix)
        self._markdown = markdown.Markdown(
            extensions=[
                "tables",
                "sane_lists",
                FootnoteExtension(BACKLINK_TITLE="Trở lại chỗ có chú thích %d"),
                _Ours(self._tree),
            ],
            output_format="html",
        )
        self._markdown.serializer = to_html
        # They are walked through for every block: a plain row of them is ready at once.
        parser: Any = self._markdown.parser
        parser.blockprocessors = tuple(parser.blockprocessors)

    def read(self, body: str) -> tuple[str, Findings]:
        """Return the HTML of a body and what was found in it. Links carry the site's prefix."""
        findings = self._tree.findings = Findings()
        if fault := layout.tab_fault(body):
            findings.faults.append(fault)
        self._markdown.reset()
        try:
            html: str = self._markdown.convert(body)
        except TooMuchError as error:
            findings.faults.append((error.message, error.words))
        except (RecursionError, AssertionError):
            # The block parser asserts that it has not reached the end of the stack.
            findings.faults.append((_TOO_DEEP, ""))
        else:
            part = None if findings.faults else removed(html)
            if part is not None:
                message = (
                    f"phần “{part[:80]}” không được phép có trong trang. Viết lại bằng Markdown."
                )
                findings.faults.append((message, part))
            return html, findings
        self._tree.findings.links.clear()
        return "<p></p>", findings  # not empty: that would be one more fault


class _Ours(Extension):
    def __init__(self, tree: _Tree) -> None:
        super().__init__()
        self._tree = tree

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - Markdown's name
        md.preprocessors.deregister("html_block")
        md.parser.blockprocessors.register(PlainParagraph(md.parser), "plain", 200)
        md.inlinePatterns.register(RawHtml(md, self._tree.note), "html", 90)
        md.treeprocessors.register(Bounded(md), "inline", 20)
        md.treeprocessors.register(LineBreaks(md), "prettify", 10)
        md.treeprocessors.register(HeadingIds(md), "headings", 5)  # when the inline marks are read
        md.treeprocessors.register(Unescape(md), "unescape", 0)
        md.treeprocessors.register(self._tree, "bang-vang", -1)  # when all escapes are undone


class _Tree(Treeprocessor):
    """Figures, tables that scroll, links of the site; runs when all inline marks are read."""

    def __init__(self, pictures: Mapping[str, Picture], prefix: str) -> None:
        super().__init__()
        self._pictures = pictures
        self._prefix = prefix
        self.findings = Findings()

    def note(self, message: str, words: str) -> None:
        """Note what is wrong with the body, and words to find the place by."""
        self.findings.faults.append((message, words))

    def run(self, root: ElementTree.Element) -> None:
        """Finish the tree.

        Raises:
            TooMuchError: it is too deep, or its addresses are too long.
        """
        _check_depth(root)
        tables = 0
        for parent in root.iter():
            for position, child in enumerate(list(parent) if len(parent) else ()):
                if child.tag == "p" and len(child) == 1 and _is_lone_image(child):
                    parent[position] = self._figure(child[0], child.tail)
                elif child.tag == "table" and parent.get("class") != "table-scroll":
                    tables += 1
                    parent[position] = _scrolling(child, tables)
        for element in root.iter():
            if element.tag == "a":
                self._link(element)
            elif element.tag == "h1":
                words = "".join(element.itertext())
                self.note("đề mục trong bài bắt đầu bằng “##”; “#” dành cho tiêu đề bài.", words)
            elif element.tag in ("p", "li"):
                self._check_layout(element)
            elif element.tag == "img" and element.get("width") is None:
                message = "ảnh phải đứng riêng một đoạn: để trống một dòng trước và sau."
                self.note(message, element.get("src", ""))

    def _check_layout(self, element: ElementTree.Element) -> None:
        """Look for marks of lists and tables in the text of a paragraph or item."""
        fault = layout.fault_of(element.text or "")
        for child in element:
            fault = fault or layout.fault_of(child.tail or "")
        if fault:
            self.note(*fault)

    def _figure(self, image: ElementTree.Element, tail: str | None) -> ElementTree.Element:
        source = image.get("src", "")
        picture = self._pictures.get(source.removeprefix(PICTURE_PREFIX))
        figure = ElementTree.Element("figure")
        figure.tail = tail
        if picture is None or not source.startswith(PICTURE_PREFIX):
            message = (
                f"không có ảnh “{source}”. Viết ![](anh/tên-ảnh) với ảnh có trong content/anh."
            )
            self.note(message, source)
            return figure
        self.findings.pictures.append(source.removeprefix(PICTURE_PREFIX))
        ElementTree.SubElement(
            figure,
            "img",
            {
                "src": f"{self._prefix}/anh/{picture.file}",
                "alt": picture.alt,
                "width": str(picture.width),
                "height": str(picture.height),
                "loading": "lazy",
            },
        )
        caption = ElementTree.SubElement(figure, "figcaption")
        caption.text = f"{picture.caption} "
        credit = ElementTree.SubElement(caption, "small")
        credit.text = f"{picture.credit} · {picture.licence}"
        return figure

    def _link(self, element: ElementTree.Element) -> None:
        target = plain_target(element.get("href", ""))
        if len(target) > ADDRESS_LENGTH:
            message = f"đường dẫn dài quá {number(ADDRESS_LENGTH)} ký tự. Viết gọn lại."
            self.note(message, target[:40])
        elif fault := fault_of(target):
            self.note(fault, target)
        elif is_internal(target):
            self.findings.links.append(target)
            element.set("href", self._prefix + target)
        else:
            element.set("href", target)


def _check_depth(root: ElementTree.Element) -> None:
    """Refuse a tree that is too deep for what walks it by recursion; itself goes level by level."""
    level = [root]
    for _ in range(_DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return
    raise TooMuchError(_TOO_DEEP, "")


def _is_lone_image(paragraph: ElementTree.Element) -> bool:
    image = paragraph[0]
    around = (paragraph.text or "") + (image.tail or "")
    return image.tag == "img" and not around.strip()


def _scrolling(table: ElementTree.Element, number: int) -> ElementTree.Element:
    """Wrap a table so that a wide one scrolls by itself, by keyboard too."""
    for cell in table.iter():
        if cell.tag == "th":
            cell.set("scope", "col")
        # No style stands in a page: the content security policy forbids it.
        if alignment := cell.attrib.pop("style", ""):
            cell.set("class", alignment.replace("text-align: ", "align-").rstrip(";"))
    box = ElementTree.Element(
        "div",
        {
            "class": "table-scroll",
            "role": "region",
            "tabindex": "0",
            "aria-label": f"Bảng {number}",
        },
    )
    box.tail, table.tail = table.tail, None
    box.append(table)
    return box
