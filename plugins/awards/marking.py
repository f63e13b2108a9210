"""Mark evidence in the HTML that it was read from.

A mark never leaves its text node, so it crosses no element: a sentence with a link in it gets
several marks, of which the first has the id. Where two awards rest on one sentence it is marked
once, and an empty span anchors the second.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plugins.awards.text import Text
from plugins.awards.writing import tree, written
from plugins.model import Award

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

Span = tuple[int, int]


@dataclass(slots=True)
class _Layer:
    """Disjoint spans of one class of mark, and the ids by the place where each begins."""

    name: str
    spans: list[Span] = field(default_factory=list)
    ids: dict[int, list[str]] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)

    def between(self, start: int, end: int) -> list[int]:
        """The places of ids strictly between two places."""
        low, high = bisect_right(self.places, start), bisect_left(self.places, end)
        return [place for place in self.places[low:high] if place in self.ids]


def mark(text: Text, awards: Sequence[Award]) -> str:
    """Return the HTML of ``text`` with the evidence of ``awards`` marked."""
    if text.html is None:
        raise ValueError("Chỉ đánh dấu được văn bản đọc từ HTML.")
    soup, nodes = tree(text.html)
    taken = {str(tag["id"]) for tag in soup.find_all(id=True)}
    sentences, names = _layers(len(text.plain), awards, taken)
    for node, start in nodes:
        pieces = list(_pieces(soup, str(node), start, sentences, names))
        if pieces:
            node.replace_with(*pieces)
    return written(soup)


def _layers(length: int, awards: Sequence[Award], taken: set[str]) -> tuple[_Layer, _Layer]:
    sentences, names = _Layer("evidence"), _Layer("evidence-name")
    for number, award in enumerate(awards, 1):
        for count, evidence in enumerate(award.evidence, 1):
            identity = f"can-cu-{number}" if count == 1 else f"can-cu-{number}-c{count}"
            _add(sentences, (evidence.start, min(evidence.end, length)), identity, taken)
        for count, recipient in enumerate(award.recipients, 1):
            span = (recipient.evidence.start, min(recipient.evidence.end, length))
            _add(names, span, f"can-cu-{number}-{count}", taken)
    # A name outside every sentence that was kept is evidence by itself.
    sentences.spans = _union([*sentences.spans, *names.spans])
    names.spans = _disjoint(names.spans)
    for layer in (sentences, names):
        layer.places = sorted(layer.ids)
    return sentences, names


def _add(layer: _Layer, span: Span, identity: str, taken: set[str]) -> None:
    if 0 <= span[0] < span[1]:
        layer.spans.append(span)
        if identity not in taken:
            layer.ids.setdefault(span[0], []).append(identity)


def _union(spans: list[Span]) -> list[Span]:
    """Overlapping spans as one; those that only touch stay two."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _disjoint(spans: list[Span]) -> list[Span]:
    """Of spans that overlap only the first, and of two that start together the longer."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _pieces(
    soup: BeautifulSoup, text: str, start: int, sentences: _Layer, names: _Layer
) -> Iterator[Tag | str]:
    """What replaces a text node; nothing if no evidence lies in it."""
    layers = (sentences, names)
    inside = list(_within(sentences.spans, start, start + len(text)))
    at = start
    for first, last in inside:
        if first > at:
            yield text[at - start : first - start]
        element = _element(soup, sentences, first)
        inner = first
        for a, b in _within(names.spans, first, last):
            _append(soup, element, text, start, (inner, a), layers)
            named = _element(soup, names, a)
            _anchors(soup, named, layers, a)
            _append(soup, named, text, start, (a, b), layers)
            element.append(named)
            inner = b
        _append(soup, element, text, start, (inner, last), layers)
        yield element
        at = last
    if inside and at < start + len(text):
        yield text[at - start :]


def _within(spans: list[Span], start: int, end: int) -> Iterator[Span]:
    """The parts of ``spans`` that lie between ``start`` and ``end``."""
    place = bisect_right(spans, start, key=lambda span: span[1])
    while place < len(spans) and spans[place][0] < end:
        yield max(spans[place][0], start), min(spans[place][1], end)
        place += 1


def _element(soup: BeautifulSoup, layer: _Layer, place: int) -> Tag:
    """A mark; the first award that begins here gives its id, others an empty anchor in it."""
    element = soup.new_tag("mark", attrs={"class": layer.name})
    if waiting := layer.ids.get(place):
        element["id"] = waiting.pop(0)
    _anchors(soup, element, (layer,), place)
    return element


def _append(  # noqa: PLR0917
    soup: BeautifulSoup,
    element: Tag,
    text: str,
    start: int,
    span: Span,
    layers: tuple[_Layer, ...],
) -> None:
    """Append the text of a span, with an empty anchor for each id still to be placed in it."""
    at, end = span
    for place in sorted({place for layer in layers for place in layer.between(at, end)}):
        element.append(text[at - start : place - start])
        _anchors(soup, element, layers, place)
        at = place
    if at < end:
        element.append(text[at - start : end - start])


def _anchors(soup: BeautifulSoup, element: Tag, layers: tuple[_Layer, ...], place: int) -> None:
    for layer in layers:
        for identity in layer.ids.pop(place, []):
            element.append(soup.new_tag("span", attrs={"id": identity}))
