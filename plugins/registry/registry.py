"""The registered units and campaigns and how they hang together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from plugins.model import Campaign, Unit
from plugins.registry.gazetteer import Entry, Gazetteer
from plugins.registry.localities import COMMITTEES, LOCALITIES, bare, read_locality, spelt_out
from plugins.registry.names import NameIndex
from plugins.vocabulary import fold, sort_key


class Registry:
    """Units and campaigns by slug and by name, with the relations between units.

    ``units`` are those that files describe. The ``gazetteer`` knows every unit of government
    besides; ``links`` gives the slugs of its entries that a file describes, by the entry's id.
    """

    def __init__(
        self,
        units: Iterable[Unit] = (),
        campaigns: Iterable[Campaign] = (),
        gazetteer: Gazetteer | None = None,
        links: Mapping[str, str] | None = None,
    ) -> None:
        self.units: Mapping[str, Unit] = {unit.slug: unit for unit in units}
        self.campaigns: Mapping[str, Campaign] = {one.slug: one for one in campaigns}
        self._gazetteer = gazetteer
        self._links = dict(links or {})
        self._found: dict[str, Unit] = {}
        self._entries: dict[str, str] = {}
        self._above: dict[str, frozenset[str]] = {}
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
        parent = self.unit(unit.parent)
        if parent is None:
            return
        for name in (unit.name, *unit.aliases):
            folded, tail = fold(name), f" {fold(parent.name)}"
            if folded.endswith(tail):
                short = folded.removesuffix(tail)
                yield short
                yield f"{short} {fold(parent.kind)}"

    def with_campaigns(self, campaigns: Iterable[Campaign]) -> Registry:
        """Return a registry of the same units with these campaigns."""
        return Registry(self.units.values(), campaigns, self._gazetteer, self._links)

    def with_units(self, slugs: Iterable[str]) -> Registry:
        """Return a registry whose own units are those of ``slugs``, from files or not."""
        units = [unit for slug in slugs if (unit := self.unit(slug))]
        links = self._links | {
            self._entries[unit.slug]: unit.slug for unit in units if unit.slug in self._entries
        }
        return Registry(units, self.campaigns.values(), self._gazetteer, links)

    def described(self, entry: Entry) -> Unit:
        """Return the unit that the gazetteer alone would make of an entry."""
        return self._as_unit(entry, self._address(entry))

    def unit(self, slug: str | None) -> Unit | None:
        """Return a unit by its slug, from the files or from the gazetteer."""
        if slug is None:
            return None
        if (unit := self.units.get(slug) or self._found.get(slug)) or self._gazetteer is None:
            return unit
        entry = self._gazetteer.of_slug(slug)
        return self._known(entry) if entry and self._address(entry) == slug else None

    def children(self, slug: str) -> tuple[Unit, ...]:
        """Return the units with a file directly below a unit, in Vietnamese order."""
        return tuple(self.units[child] for child in self._children.get(slug, ()))

    def ancestors(self, slug: str) -> tuple[Unit, ...]:
        """Return the units above a unit, nearest first; a cycle ends where it closes."""
        path: list[Unit] = []
        unit = self.unit(slug)
        while unit and unit.parent and (unit := self.unit(unit.parent)):
            if unit.slug == slug or unit in path:
                break
            path.append(unit)
        return tuple(path)

    def predecessors(self, slug: str) -> tuple[str, ...]:
        """Return the slugs of the units that a unit followed directly, in Vietnamese order."""
        return tuple(dict.fromkeys(self._predecessors.get(slug, ())))

    def line_before(self, slug: str) -> tuple[str, ...]:
        """Return the slugs of all units that a unit followed, also through others."""
        found: dict[str, None] = {}
        waiting = list(self.predecessors(slug))
        while waiting:
            before = waiting.pop(0)
            if before not in found and before != slug:
                found[before] = None
                waiting += self.predecessors(before)
        return tuple(found)

    @cached_property
    def _predecessors(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for unit in sorted(self.units.values(), key=lambda one: sort_key(one.name)):
            for successor in unit.successors:
                found[successor].append(unit.slug)
            found[unit.slug] += unit.predecessors
        return found

    def full_name(self, slug: str) -> str:
        """Return a unit's name with those above it: "Xã Nam Cát, huyện Nam Đàn, tỉnh Nghệ An"."""
        places = (up.name[:1].lower() + up.name[1:] for up in self.ancestors(slug))
        return ", ".join((self._sure(slug).name, *places))

    def above(self, slug: str) -> frozenset[str]:
        """Return the slugs of all units above a unit, before the reform of 2025 or after it."""
        if slug not in self._above:
            found: set[str] = set()
            waiting = [slug]
            while waiting:
                unit = self._sure(waiting.pop())
                for parent in map(self.unit, (unit.parent, unit.former_parent)):
                    if parent and parent.slug not in found:
                        found.add(parent.slug)
                        waiting.append(parent.slug)
            self._above[slug] = frozenset(found)
        return self._above[slug]

    def campaigns_above(self, slug: str) -> frozenset[str]:
        """Return the slugs of all campaigns that a campaign is part of."""
        found: set[str] = set()
        campaign = self.campaigns.get(slug)
        while campaign and campaign.parent and campaign.parent not in found:
            found.add(campaign.parent)
            campaign = self.campaigns.get(campaign.parent)
        return frozenset(found)

    def named(self, text: str) -> tuple[Unit, ...]:
        """Return the units that ``text`` names anywhere: by slug, name, alias or committee.

        Units above it that the text names as well ("xã Đại Yên, huyện Chương Mỹ") must fit.
        """
        if unit := self.unit(text):
            return (unit,)
        whole = [self.units[slug] for slug in self._unit_names.find(text)]
        locality = read_locality(text)
        found = {unit.slug: unit for unit in whole}
        if not whole or not locality.above:
            for slug in self._unit_names.find(locality.name):
                found.setdefault(slug, self.units[slug])
            for entry in self._gazetteer.named(locality.name) if self._gazetteer else ():
                found.setdefault(self._address(entry), self._known(entry))
        return tuple(
            unit
            for unit in found.values()
            if unit in whole or all(self._is_within(unit, name) for name in locality.above)
        )

    def find(
        self, text: str, context: Iterable[str] = (), on: date | None = None
    ) -> tuple[Unit, ...]:
        """Return the units that ``text`` may mean in news about the units ``context``.

        Names below the units of the context come first, then those below the units above them,
        then all; a unit of government of another province only if the text names its place. With
        ``on`` only units that lived that day count: a commune of 2022 is not the one that took
        over its name in 2025.
        """
        context = tuple(dict.fromkeys(context))
        above = {up for one in self._only(context) for up in self.above(one)}
        named = [unit for unit in self.named(text) if unit.lives(on)]
        for scope in (context, above):
            local = {slug for one in scope for slug in self._local_names_of(one, text)}
            near = {unit.slug for unit in named if self._is_near(unit.slug, scope)}
            found = [self._sure(slug) for slug in sorted(local | near)]
            if found := [unit for unit in found if unit.lives(on)]:
                return tuple(found)
        # Where the news has a place of its own, a bare name means none of another province.
        placed = any(self._sure(one).kind in LOCALITIES for one in above.union(self._only(context)))
        far = placed and not read_locality(text).above
        return tuple(unit for unit in named if unit.slug in self.units or not far)

    def resolve(
        self, text: str, context: Iterable[str] = (), on: date | None = None
    ) -> Unit | None:
        """Return the unit that ``text`` means, where :meth:`find` finds exactly one.

        A wrong name on an honour roll is worse than a missing one.
        """
        found = self.find(text, context, on)
        return found[0] if len(found) == 1 else None

    @property
    def unit_names(self) -> list[str]:
        """Every spelling of every unit with a file, for suggestions."""
        return self._unit_names.names

    def _only(self, slugs: Iterable[str]) -> list[str]:
        """Return those of ``slugs`` that are units'."""
        return [slug for slug in slugs if self.unit(slug)]

    def _local_names_of(self, slug: str, text: str) -> tuple[str, ...]:
        return self._local_names[slug].find(text) if slug in self._local_names else ()

    def _is_near(self, slug: str, scope: Iterable[str]) -> bool:
        """Whether a unit is one of ``scope`` or below one."""
        above = self.above(slug)
        return any(one == slug or one in above for one in scope)

    def _is_within(self, unit: Unit, name: str) -> bool:
        """Whether a unit above ``unit`` has this folded name, with its kind or without."""
        for slug in self.above(unit.slug):
            up = self._sure(slug)
            if name in (spelt_out(up.name), bare(up.name), *map(fold, up.aliases)):
                return True
        return False

    def _sure(self, slug: str) -> Unit:
        unit = self.unit(slug)
        if unit is None:
            raise KeyError(slug)
        return unit

    def _address(self, entry: Entry) -> str:
        """The slug of an entry; one that a file took for another unit gets the code added."""
        if linked := self._links.get(entry.id):
            return linked
        return f"{entry.slug}-{entry.id[1:]}" if entry.slug in self.units else entry.slug

    def _known(self, entry: Entry) -> Unit:
        slug = self._address(entry)
        if unit := self.units.get(slug) or self._found.get(slug):
            return unit
        unit = self._found[slug] = self._as_unit(entry, slug)
        self._entries[slug] = entry.id
        return unit

    def _as_unit(self, entry: Entry, slug: str) -> Unit:
        gazetteer = self._gazetteer
        assert gazetteer is not None  # noqa: S101
        parents = [self._address(gazetteer.entry(parent)) for parent in entry.parents]
        return Unit(
            slug=slug,
            name=entry.name,
            kind=entry.kind,
            parent=parents[0] if parents else None,
            former_parent=parents[1] if len(parents) > 1 else None,
            since=entry.since,
            until=entry.until,
            successors=tuple(self._address(gazetteer.entry(one)) for one in entry.successors),
            codes=entry.codes,
        )


def spellings(unit: Unit) -> Iterator[str]:
    """Give all names of a unit that mean it anywhere."""
    for name in (unit.name, *unit.aliases):
        yield name
        if unit.kind in LOCALITIES:
            yield spelt_out(name)
            for committee in COMMITTEES:
                yield f"{committee} {name}"
