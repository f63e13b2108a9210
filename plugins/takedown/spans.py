"""Spans of a text and what stands in their place; the places of evidence move with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from plugins.model import Evidence

# What readers see instead; written here and nowhere else.
NAME = "(đã gỡ tên)"
POSITION = "(đã gỡ chức vụ)"


class Span(NamedTuple):
    """``text[start:end]`` is to be replaced by ``instead``."""

    start: int
    end: int
    instead: str = NAME


def replaced(text: str, spans: Sequence[Span]) -> str:
    """Return ``text`` with disjoint spans, in order, replaced."""
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], span.instead]
        at = span.end
    return "".join([*parts, text[at:]])


def shifted(evidence: Evidence, spans: Sequence[Span], plain: str) -> Evidence:
    """Return where ``evidence`` stands in ``plain``, the text after the replacement.

    Evidence that ends within a span takes all that stands in its place.
    """
    start = _moved(evidence.start, spans, at_end=False)
    end = max(start, _moved(evidence.end, spans, at_end=True))
    return replace(evidence, quote=plain[start:end], start=start, end=end)


def _moved(place: int, spans: Sequence[Span], *, at_end: bool) -> int:
    grown = 0
    for span in spans:
        if place <= span.start:
            break
        if place < span.end:
            return span.start + grown + (len(span.instead) if at_end else 0)
        grown += len(span.instead) - (span.end - span.start)
    return place + grown
