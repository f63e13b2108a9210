"""Bars as SVG, in groups; each group has its own scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, LEFT, RIGHT = 720, 170, 70
BAR, GAP, HEADING = 14, 4, 30
_COLOURS = ("#8a1a1c", "#35607a", "#7a7a7a", "#a8a8a8")


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its name; ``value`` is written at its end."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Group:
    """Bars that are compared with each other."""

    heading: str
    bars: tuple[Bar, ...]


def chart(title: str, groups: Sequence[Group]) -> str:
    """Return the chart as an SVG document; what it shows is also in its text."""
    colours = {name: _COLOURS[number % len(_COLOURS)] for number, name in enumerate(_names(groups))}
    parts: list[str] = []
    top = 40
    for group in groups:
        top += HEADING
        parts.append(f'<text x="12" y="{top - 8}" class="heading">{escape(group.heading)}</text>')
        largest = max(bar.value for bar in group.bars) or 1
        for bar in group.bars:
            parts.append(_bar(bar, top, bar.value / largest, colours[bar.name]))
            top += BAR + GAP
    height = top + 12
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="title"><title id="title">{escape(title)}</title>\n'
        "<style>text { font: 12px system-ui, sans-serif; fill: #1b1b1b } "
        ".heading { font-weight: 600 } .name { text-anchor: end }</style>\n"
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>\n'
        f'<text x="12" y="24" class="heading">{escape(title)}</text>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _names(groups: Sequence[Group]) -> list[str]:
    return list(dict.fromkeys(bar.name for group in groups for bar in group.bars))


def _bar(bar: Bar, top: int, share: float, colour: str) -> str:
    length = max(share * (WIDTH - LEFT - RIGHT), 1)
    base = top + BAR - 3
    return (
        f'<text x="{LEFT - 8}" y="{base}" class="name">{escape(bar.name)}</text>'
        f'<rect x="{LEFT}" y="{top}" width="{length:.1f}" height="{BAR}" fill="{colour}"/>'
        f'<text x="{LEFT + length + 6:.1f}" y="{base}">{bar.value:,.2f} s</text>'
    )
