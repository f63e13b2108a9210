"""Dates as Vietnamese news write them: day first, the year often left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

# "11/9/2019", "2-2-2021", "2.2.2021", "19/12": day first, one mark throughout, year of four digits.
# A following digit or mark with a digit would make it part of something longer.
_SHORT = (
    r"(?P<d>\d{1,2})\s?(?P<mark>[/.\-])\s?(?P<m>\d{1,2})(?:\s?(?P=mark)\s?(?P<y>\d{4}))?(?![\d/])"
)
# "19 tháng 12 năm 2022", "19 tháng 12".
_LONG = r"(?P<D>\d{1,2})\s+tháng\s+(?P<M>\d{1,2})(?:\s+năm\s+(?P<Y>\d{4}))?(?!\d)"
# Only "ngày" (day) before it makes two numbers a date: "29/44 đơn vị" is none.
# The pattern begins with one set of letters, to which the engine skips.
_DAY = re.compile(rf"[nN](?<!\w.)(?i:gày\s*(?:{_LONG}|{_SHORT}))")
# A page's own date line may leave "ngày" out, but then gives the year.
_DATELINE = re.compile(
    r"(?<![\d/])(?P<d>\d{1,2})(?P<mark>[/.\-])(?P<m>\d{1,2})(?P=mark)(?P<y>\d{4})(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date in a text, at its place; ``value`` is ``None`` where the year cannot be known."""

    start: int
    end: int
    value: date | None
    inferred: bool = False


def days(
    text: str, start: int = 0, end: int | None = None, *, published: date | None = None
) -> Iterator[Day]:
    """Yield the dates introduced by "ngày"; a missing year is taken from ``published``."""
    for match in _DAY.finditer(text, start, len(text) if end is None else end):
        day, month = int(match["D"] or match["d"]), int(match["M"] or match["m"])
        year = match["Y"] or match["y"]
        if year:
            yield Day(match.start(), match.end(), _date(int(year), month, day))
        else:
            value = _latest(day, month, published) if published else None
            yield Day(match.start(), match.end(), value, inferred=value is not None)


def dateline(text: str, start: int = 0, end: int | None = None) -> date | None:
    """Return the first full date of ``text[start:end]``, with or without "ngày"."""
    for pattern in (_DATELINE, _DAY):
        for match in pattern.finditer(text, start, len(text) if end is None else end):
            groups = match.groupdict()
            year, month = groups.get("Y") or groups["y"], groups.get("M") or groups["m"]
            if year and (
                value := _date(int(year), int(month), int(groups.get("D") or groups["d"]))
            ):
                return value
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _latest(day: int, month: int, published: date) -> date | None:
    """The last such day that is not after ``published``: news tell what has happened."""
    value = _date(published.year, month, day)
    if value is None or value <= published:
        return value
    return _date(published.year - 1, month, day)
