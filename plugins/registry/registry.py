"""The registered units and campaigns and how they hang together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from plugins.model import Campaign, Unit
from plugins.registry.names import NameIndex
from plugins.vocabulary import fold, sort_key

# A people's committee acts for its locality; an honour to one is an honour to the other.
_LOCALITIES = frozenset(
    {
        "tỉnh",
        "thành phố trực thuộc trung ương",
        "huyện",
        "quận",
        "thị xã",
        "thành phố thuộc tỉnh",
        "xã",
        "phường",
        "thị trấn",
        "đặc khu",
    }
)
_COMMITTEES = ("UBND", "Ủy ban nhân dân")


class Registry:
    """Units and campaigns by slug and by name, with the relations between units."""

    def __init__(self, units: Iterable[Unit] = (), campaigns: Iterable[Campaign] = ()) -> None:
        self.units: Mapping[str, Unit] = {unit.slug: unit for unit in units}
        self.campaigns: Mapping[str, Campaign] = {one.slug: one for one in campaigns}
        self._unit_names = NameIndex()
        self._local_names: defaultdict[str, NameIndex] = defaultdict(NameIndex)
        self._children: defaultdict[str, list[str]] = defaultdict(list)
        for unit in sorted(self.units.values(), key=lambda one: sort_key(one.name)):
            self._unit_names.add(unit.slug, spellings(unit))
            if unit.parent:
                self._children[unit.parent].append(unit.slug)
                self._local_names[unit.parent].add(unit.slug, self._short_names(unit))

    def _short_names(self, unit: Unit) -> Iterator[str]:
        """Give the names that mean ``unit`` only in its parent's news.

        "Phòng Tư pháp huyện Chương Mỹ" is there called "Phòng Tư pháp" or "Phòng Tư pháp huyện".
        """
        parent = self.units.get(unit.parent or "")
        if parent is None:
            return
        for name in (unit.name, *unit.aliases):
            folded, tail = fold(name), f" {fold(parent.name)}"
            if folded.endswith(tail):
                short = folded.removesuffix(tail)
                yield short
                yield f"{short} {fold(parent.kind)}"

    def children(self, slug: str) -> tuple[Unit, ...]:
        """Return the units directly below a unit, in Vietnamese order."""
        return tuple(self.units[child] for child in self._children.get(slug, ()))

    def ancestors(self, slug: str) -> tuple[Unit, ...]:
        """Return the units above a unit, nearest first; a cycle ends where it closes."""
        path: list[Unit] = []
        unit = self.units.get(slug)
        while unit and unit.parent and (unit := self.units.get(unit.parent)):
            if unit.slug == slug or unit in path:
                break
            path.append(unit)
        return tuple(path)

    def named(self, text: str) -> tuple[Unit, ...]:
        """Return the units that ``text`` names anywhere: by slug, name, alias or committee."""
        slugs = dict.fromkeys(self._unit_names.find(text))
        if text in self.units:
            slugs = {text: None}
        return tuple(self.units[slug] for slug in slugs)

    def resolve(
        self, text: str, context: Iterable[str] = (), on: date | None = None
    ) -> Unit | None:
        """Return the unit that ``text`` means in news about the units ``context``, if one fits.

        Names below the units of the context come first, then those below their parents, then
        all. Where a step has several candidates the text stays unresolved: a wrong name on an
        honour roll is worse than a missing one. With ``on`` only units that lived that day count:
        a commune of 2022 is not the one that took over its name in 2025.
        """
        context = tuple(context)
        above = [up.slug for one in context for up in self.ancestors(one)]
        candidates = (
            {slug for one in scope for slug in self._below(one, text)} for scope in (context, above)
        )
        for slugs in (*candidates, {unit.slug for unit in self.named(text)}):
            found = [self.units[slug] for slug in slugs if _lives(self.units[slug], on)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _below(self, slug: str, text: str) -> set[str]:
        found = set(self._local_names[slug].find(text)) if slug in self._local_names else set()
        for named in self._unit_names.find(text):
            if named == slug or self.units[named].parent == slug:
                found.add(named)
        return found

    @property
    def unit_names(self) -> list[str]:
        """Every spelling of every unit, for suggestions."""
        return self._unit_names.names


def _lives(unit: Unit, on: date | None) -> bool:
    if on is None:
        return True
    return (unit.since is None or unit.since <= on) and (unit.until is None or on <= unit.until)


def spellings(unit: Unit) -> Iterator[str]:
    """Give all names of a unit that mean it anywhere."""
    for name in (unit.name, *unit.aliases):
        yield name
        if unit.kind in _LOCALITIES:
            for committee in _COMMITTEES:
                yield f"{committee} {name}"
