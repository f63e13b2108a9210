"""The second net: HTML that is more than our Markdown makes is refused, never mended in silence."""

from __future__ import annotations

import nh3
from lxml import html as parser

_GLOBAL = {"id", "class"}
_PLAIN = (
    *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "br"),
    *("table", "thead", "tbody", "tr", "td", "figure", "figcaption"),
    *("code", "em", "strong", "sup", "small"),
)
ALLOWED: dict[str, set[str]] = {
    **dict.fromkeys(_PLAIN, _GLOBAL),
    "a": {*_GLOBAL, "href", "title"},
    "div": {*_GLOBAL, "role", "tabindex", "aria-label"},
    "img": {"src", "alt", "width", "height", "loading"},
    "th": {*_GLOBAL, "scope"},
}
SCHEMES = {"http", "https", "mailto", "tel"}
_CLEANER = nh3.Cleaner(
    tags=set(ALLOWED),
    attributes=ALLOWED,
    url_schemes=SCHEMES,
    link_rel=None,
    strip_comments=True,
    clean_content_tags={"script", "style"},
)


def removed(html: str) -> str | None:
    """Return the first part of ``html`` that the allow-list would take out, or ``None``."""
    clean = _CLEANER.clean(html)
    if clean == html:
        return None
    before, after = _pieces(html), _pieces(clean)
    for one, other in zip(before, after, strict=False):
        if one != other:
            return one
    return before[len(after)] if len(before) > len(after) else None


def _pieces(html: str) -> list[str]:
    """Tags with their attributes in order and texts, as a parser of HTML reads them."""
    pieces = []
    for element in parser.fragment_fromstring(html, create_parent="div").iter():
        attributes = "".join(f' {key}="{value}"' for key, value in sorted(element.attrib.items()))
        pieces += [f"<{element.tag}{attributes}>", element.text or "", element.tail or ""]
    return pieces
