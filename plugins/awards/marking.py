"""Mark evidence in the HTML that it was read from.

A mark never leaves its text node, so it crosses no element: a sentence with a link in it gets
several marks, of which the first has the id. Where two awards rest on one sentence it is marked
once, and an empty span anchors the second.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plugins.awards.markup import Markup, escaped
from plugins.awards.text import Text
from plugins.model import Award

Span = tuple[int, int]
_CLOSING = "</mark>"


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
    markup = Markup(text.html)
    layers = _layers(len(text.plain), awards, markup.ids)
    for number, words, start in markup.texts:
        marked = "".join(_pieces(words, start, *layers))
        if marked:
            markup.pieces[number] = marked
    return "".join(markup.pieces)


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


def _pieces(text: str, start: int, sentences: _Layer, names: _Layer) -> Iterator[str]:
    """What replaces a text node; nothing if no evidence lies in it."""
    layers = (sentences, names)
    inside = list(_within(sentences.spans, start, start + len(text)))
    at = start
    for first, last in inside:
        yield escaped(text[at - start : first - start])
        yield _opening(sentences, first)
        inner = first
        for a, b in _within(names.spans, first, last):
            yield from _words(text, start, (inner, a), layers)
            yield _opening(names, a)
            yield _anchors(layers, a)
            yield from _words(text, start, (a, b), layers)
            yield _CLOSING
            inner = b
        yield from _words(text, start, (inner, last), layers)
        yield _CLOSING
        at = last
    if inside:
        yield escaped(text[at - start :])


def _within(spans: list[Span], start: int, end: int) -> Iterator[Span]:
    """The parts of ``spans`` that lie between ``start`` and ``end``."""
    place = bisect_right(spans, start, key=lambda span: span[1])
    while place < len(spans) and spans[place][0] < end:
        yield max(spans[place][0], start), min(spans[place][1], end)
        place += 1


def _opening(layer: _Layer, place: int) -> str:
    """A mark; the first award that begins here gives its id, others an empty anchor in it."""
    waiting = layer.ids.get(place)
    identity = f' id="{waiting.pop(0)}"' if waiting else ""
    return f'<mark class="{layer.name}"{identity}>{_anchors((layer,), place)}'


def _words(text: str, start: int, span: Span, layers: tuple[_Layer, ...]) -> Iterator[str]:
    """The text of a span, with an empty anchor for each id still to be placed in it."""
    at, end = span
    for place in sorted({place for layer in layers for place in layer.between(at, end)}):
        yield escaped(text[at - start : place - start])
        yield _anchors(layers, place)
        at = place
    yield escaped(text[at - start : end - start])


def _anchors(layers: tuple[_Layer, ...], place: int) -> str:
    waiting = [identity for layer in layers for identity in layer.ids.pop(place, [])]
    return "".join([f'<span id="{identity}"></span>' for identity in waiting])
