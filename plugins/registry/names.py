"""Which records a spelling may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from plugins.vocabulary import fold


class NameIndex:
    """Maps spellings, compared by :func:`fold`, to slugs; one spelling may mean several."""

    def __init__(self) -> None:
        self._slugs: defaultdict[str, list[str]] = defaultdict(list)
        self._names: dict[str, str] = {}

    def add(self, slug: str, spellings: Iterable[str]) -> None:
        """Let each of ``spellings`` mean ``slug``."""
        for spelling in spellings:
            slugs = self._slugs[fold(spelling)]
            self._names.setdefault(fold(spelling), spelling)
            if slug not in slugs:
                slugs.append(slug)

    def find(self, text: str) -> tuple[str, ...]:
        """Return the slugs that ``text`` may mean, in the order they were added."""
        return tuple(self._slugs.get(fold(text), ()))

    @property
    def names(self) -> list[str]:
        """All spellings, as first written."""
        return list(self._names.values())
