"""What an author's reference to another record means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from sys import intern

from plugins.registry import NameIndex, Registry
from plugins.sources import Problems, Ref, closest

_SHOWN = 12  # addresses in a message


@dataclass(frozen=True, slots=True)
class Names:
    """Finds the one record that a reference means; ``what`` is what staff call such records."""

    what: str
    slugs: frozenset[str]
    find_slugs: Callable[[str, date | None], Sequence[str]]
    spellings: Sequence[str]

    def find(
        self, ref: Ref | None, path: str, problems: Problems, on: date | None = None
    ) -> str | None:
        """Return the slug that ``ref`` means, or note why there is none.

        Of several records of one name, only those count that lived on the day ``on``.
        """
        if ref is None:
            return None
        if ref.text in self.slugs:
            return intern(ref.text)
        found = self.find_slugs(ref.text, on)
        if len(found) == 1:
            return found[0]
        if found:
            message = (
                f"“{ref.text}” là tên của nhiều {self.what}. "
                f"Ghi rõ một trong các địa chỉ: {', '.join(found[:_SHOWN])}"
                f"{'…' if len(found) > _SHOWN else ''}."
            )
        else:
            hint = closest(ref.text, self.spellings) or " Khai báo trước, hoặc sửa lại tên."
            message = f"chưa có {self.what} “{ref.text}”.{hint}"
        problems.add(path, ref.line, message)
        return None

    def find_all(
        self, refs: Iterable[Ref], path: str, problems: Problems, on: date | None = None
    ) -> tuple[str, ...]:
        """Return the slugs that ``refs`` mean, each once."""
        slugs = (self.find(ref, path, problems, on) for ref in refs)
        return tuple(dict.fromkeys(slug for slug in slugs if slug))


def names_of_units(registry: Registry) -> Names:
    """Return the names of all units, with those of their people's committees.

    A unit with a file goes before those that only the gazetteer knows.
    """

    def slugs(text: str, on: date | None) -> list[str]:
        named = registry.named(text)
        living = [unit for unit in named if unit.lives(on)] or named
        return [unit.slug for unit in living if unit.slug in registry.units] or [
            unit.slug for unit in living
        ]

    return Names("đơn vị", frozenset(registry.units), slugs, registry.unit_names)


def names_of(what: str, entries: Iterable[tuple[str, Iterable[str]]]) -> Names:
    """Return the names of records given as (slug, names)."""
    index, slugs = NameIndex(), set()
    for slug, spellings in entries:
        slugs.add(slug)
        index.add(slug, spellings)
    return Names(what, frozenset(slugs), lambda text, _on: index.find(text), index.names)
