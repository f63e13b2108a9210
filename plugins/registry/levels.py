"""Units that a text names by their level alone: "huyện", "Thành phố"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plugins.model import Unit
from plugins.registry.localities import LOCALITIES, level
from plugins.registry.registry import Registry
from plugins.vocabulary import fold

_LEVELS = frozenset(map(level, LOCALITIES))


def is_level(text: str) -> bool:
    """Whether ``text`` is the word for a level and names no unit."""
    return fold(text) in _LEVELS


def unit_of_level(
    registry: Registry, word: str, context: Iterable[str], on: date | None = None
) -> Unit | None:
    """Return the unit that ``word`` means in news about the units ``context``, if one fits.

    It is one of them or above them, and lived on the day ``on``.
    """
    slugs = {up for slug in context if registry.unit(slug) for up in (slug, *registry.above(slug))}
    kinds = {kind for kind in LOCALITIES if level(kind) == fold(word)}
    units = [unit for slug in sorted(slugs) if (unit := registry.unit(slug))]
    found = [unit for unit in units if unit.kind in kinds and unit.lives(on)]
    return found[0] if len(found) == 1 else None
