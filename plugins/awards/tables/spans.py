"""Spans of a cell: its lines, the parts of a line, and what they say without marks around."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.vocabulary import unmask

Span = tuple[int, int]

_AROUND = " \t\n\u00a0,.:;-–—+*•_/&"
_LIST_MARK = re.compile(r"\s*(?:\d{1,3}[.)]|[-–+*•])\s*")
# Between the names of a cell; brackets stand apart.
_BETWEEN = re.compile(r"[(),&+/]|\svà\s|\s[-–—]\s", re.I)


def lines(plain: str, cell: Span) -> Iterator[Span]:
    """The lines of a cell; one that lists several recipients has one a line, or ";"."""
    start = cell[0]
    for place in range(cell[0], cell[1] + 1):
        if place == cell[1] or plain[place] in "\n;":
            mark = _LIST_MARK.match(plain, start, place)
            span = stripped(plain, mark.end() if mark else start, place)
            if span[0] < span[1]:
                yield span
            start = place + 1


def pieces(plain: str, line: Span) -> Iterator[Span]:
    """The parts of a line between commas, "và" and the like; a bracket is a part of its own."""
    spans, start, depth = [], line[0], 0
    for match in _BETWEEN.finditer(plain, *line):
        mark = match.group()
        if mark == ")":
            depth = max(0, depth - 1)
            if not depth:
                spans.append((start, match.end()))
                start = match.end()
        elif not depth:
            spans.append((start, match.start()))
            start = match.start() if mark == "(" else match.end()
        depth += mark == "("
    for span in (*spans, (start, line[1])):
        kept = stripped(plain, *span)
        if kept[0] < kept[1]:
            yield kept


def stripped(plain: str, start: int, end: int) -> Span:
    """The span without space and marks at its ends."""
    while start < end and plain[start] in _AROUND:
        start += 1
    while end > start and plain[end - 1] in _AROUND:
        end -= 1
    return start, end


def said(plain: str, span: Span) -> str:
    """The words of a span with single spaces."""
    return unmask(" ".join(plain[span[0] : span[1]].split()))
