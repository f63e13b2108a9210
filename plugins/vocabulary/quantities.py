"""Numbers with their unit of measure, as Vietnamese writes them: "98,4%", "120.000 trang"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from plugins.model import Quantity
from plugins.vocabulary.fold import fold
from plugins.vocabulary.loader import load

# A comma begins the decimals and a dot parts thousands: "1.512,5". A dot before one or two figures
# can only be a slip for the comma: "98.4%". What must not match: a day ("31/7"), a document's
# number ("9080/QĐ-UBND"), a code ("PC45").
NUMBER = re.compile(
    r"(?<![\w.,/–-])"
    r"(?:[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]{1,12}(?:,[0-9]+|\.[0-9]{1,2}(?![0-9]))?)"
    r"(?![\w/–-]|[.,][0-9])"
)
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
# The rest of a quantity: "%", " trang", " buổi/tháng", " lần mỗi năm".
_PER = re.compile(r"\s*/\s*")
_LONGEST_UNIT = 40
# Figures and marks; more words after "%"; a comparator: "95% trở lên".
_NO_UNIT = re.compile(r"[\d.,;:()]|%(?!\Z|/)|\btrở (?:lên|xuống)\b")


def number(text: str) -> Decimal | None:
    """Return the number that ``text`` is.

    >>> number("1.512,5"), number("98.4"), number("một")
    (Decimal('1512.5'), Decimal('98.4'), None)
    """
    if not NUMBER.fullmatch(text):
        return None
    if _THOUSANDS.fullmatch(text):
        text = text.replace(".", "")
    return Decimal(text.replace(",", "."))


def quantity(text: str) -> Quantity | None:
    """Return the quantity that the whole of ``text`` is; ``None`` if it is none.

    >>> quantity("2 buổi mỗi tháng")
    Quantity(number=Decimal('2'), unit='buổi/tháng', text='2 buổi mỗi tháng')
    """
    text = " ".join(text.split())
    found = NUMBER.match(text)
    value = number(found.group()) if found else None
    if found is None or value is None:
        return None
    factor, rest = _multiplied(text[found.end() :])
    unit = measure(rest)
    return Quantity(value * factor, unit, text) if unit is not None else None


def measure(text: str) -> str | None:
    """Return a unit of measure as it is compared, ``None`` where ``text`` cannot be one.

    >>> measure("phần trăm"), measure("lần mỗi năm"), measure("ki-lô-mét")
    ('%', 'lần/năm', 'km')
    """
    parts = [fold(part) for part in _PER.split(text)]
    words = parts[0].split()
    per = [place for place, word in enumerate(words) if word in _words("per") and place]
    if len(parts) == 1 and per and per[-1] + 1 < len(words):
        parts = [" ".join(words[: per[-1]]), " ".join(words[per[-1] + 1 :])]
    names = _words("measure")
    unit = "/".join(names.get(part, part) for part in parts)
    return None if _NO_UNIT.search(unit) or len(unit) > _LONGEST_UNIT else unit


def quantities(text: str, unit: str, start: int, end: int) -> Iterator[tuple[int, int, Quantity]]:
    """Give the figures of ``text[start:end]`` that are measured in ``unit``, with their places."""
    for found in NUMBER.finditer(text, start, end):
        value = number(found.group())
        tail = text[found.end() : min(end, found.end() + 2 * _LONGEST_UNIT)]
        factor, rest = _multiplied(tail)
        size = _unit_length(rest, unit)
        if value is not None and size:
            last = found.end() + len(tail) - len(rest) + size
            written = text[found.start() : last]
            yield found.start(), last, Quantity(value * factor, unit, " ".join(written.split()))


def _unit_length(text: str, unit: str) -> int:
    """Return how much of ``text`` says ``unit``, 0 where it goes on otherwise."""
    for spelling in _spellings(unit):
        match = re.match(rf"\s*{spelling}(?!\w)", text, re.IGNORECASE)
        if match and (
            "/" in unit or not re.match(rf"\s*(?:/|{_either('per')})\s*\w", text[match.end() :])
        ):
            return match.end()
    return 0


@lru_cache(maxsize=256)
def _spellings(unit: str) -> tuple[str, ...]:
    """Regular expressions for the ways to write a unit of measure."""
    names = _words("measure")
    ways = []
    for part in unit.split("/"):
        words = [word for word, name in names.items() if name == part] or [part]
        ways.append("(?:" + "|".join(map(re.escape, words)) + ")")
    return (rf"(?:\s*/\s*|\s+{_either('per')}\s+)".join(ways).replace(r"\ ", r"\s+"),)


def _multiplied(text: str) -> tuple[Decimal, str]:
    """Split "triệu đồng" into a factor and the rest."""
    match = re.match(rf"\s*({_either('multiplier')})(?!\w)", text)
    return (Decimal(_words("multiplier")[match[1]]), text[match.end() :]) if match else (_ONE, text)


_ONE = Decimal(1)


@lru_cache(maxsize=8)
def _either(role: str) -> str:
    return "(?:" + "|".join(map(re.escape, _words(role))) + ")"


@lru_cache(maxsize=8)
def _words(role: str) -> dict[str, str]:
    return {
        fold(word): cue.value
        for cue in load().target_cues
        if cue.role == role
        for word in cue.words
    }
