"""Markdown as authors write it here, to HTML.

Beside CommonMark's usual marks there are tables, footnotes and pictures with caption and credit.
HTML in the text is text. Links and pictures are noted on the way, so that they can be checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

import markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor

from plugins.model import Picture
from plugins.portal.addresses import slug

PICTURE_PREFIX = "anh/"
_OUTSIDE = ("https://", "http://", "mailto:", "tel:", "#")


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
                TocExtension(marker="", slugify=_heading_id),
                _Ours(self._tree),
            ],
            output_format="html",
        )

    def read(self, body: str) -> tuple[str, Findings]:
        """Return the HTML of a body and what was found in it. Links carry the site's prefix."""
        self._tree.findings = Findings()
        self._markdown.reset()
        html: str = self._markdown.convert(body)
        return html, self._tree.findings


def _heading_id(text: str, _separator: str) -> str:
    return "muc-" + slug(text)


class _Ours(Extension):
    def __init__(self, tree: _Tree) -> None:
        super().__init__()
        self._tree = tree

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - Markdown's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(self._tree, "bang-vang", 1)


class _Tree(Treeprocessor):
    """Figures, tables that scroll, links of the site; runs when all inline marks are read."""

    def __init__(self, pictures: Mapping[str, Picture], prefix: str) -> None:
        super().__init__()
        self._pictures = pictures
        self._prefix = prefix
        self.findings = Findings()

    def run(self, root: ElementTree.Element) -> None:
        tables = 0
        for parent in root.iter():
            for position, child in enumerate(list(parent)):
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
                self.findings.faults.append(
                    ("đề mục trong bài bắt đầu bằng “##”; “#” dành cho tiêu đề bài.", words)
                )
            elif element.tag == "img" and element.get("width") is None:
                message = "ảnh phải đứng riêng một đoạn: để trống một dòng trước và sau."
                self.findings.faults.append((message, element.get("src", "")))

    def _figure(self, image: ElementTree.Element, tail: str | None) -> ElementTree.Element:
        source = image.get("src", "")
        picture = self._pictures.get(source.removeprefix(PICTURE_PREFIX))
        figure = ElementTree.Element("figure")
        figure.tail = tail
        if picture is None or not source.startswith(PICTURE_PREFIX):
            message = (
                f"không có ảnh “{source}”. Viết ![](anh/tên-ảnh) với ảnh có trong content/anh."
            )
            self.findings.faults.append((message, source))
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
        target = element.get("href", "")
        if target.startswith("/") and not target.startswith("//"):
            self.findings.links.append(target)
            element.set("href", self._prefix + target)
        elif not target.startswith(_OUTSIDE):
            message = (
                f"đường dẫn “{target}” không dùng được. Trang khác của cổng viết như "
                "/don-vi/huyen-thanh-oai/; trang ngoài bắt đầu bằng https://."
            )
            self.findings.faults.append((message, target))


def _is_lone_image(paragraph: ElementTree.Element) -> bool:
    image = paragraph[0]
    around = (paragraph.text or "") + (image.tail or "")
    return image.tag == "img" and not around.strip()


def _scrolling(table: ElementTree.Element, number: int) -> ElementTree.Element:
    """Wrap a table so that a wide one scrolls by itself, by keyboard too."""
    for cell in table.iter("th"):
        cell.set("scope", "col")
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
