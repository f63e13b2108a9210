"""The honour roll's indexes and sums, each made in one pass over the honours."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TypeVar

from plugins.model import Award, Recipient, RecipientKind, Unit
from plugins.portal.addresses import ROLL_CAMPAIGNS, ROLL_TITLES, ROLL_UNITS
from plugins.portal.contexts import Honour, HonourGroup, HonourYear, Term
from plugins.portal.wording import day
from plugins.registry import Registry

# The facets that are closed lists: what a recipient is and what an award rests on, with the last
# part of the page's address and its name.
KINDS: Mapping[RecipientKind, tuple[str, str]] = {
    "collective": ("tap-the", "Tập thể"),
    "individual": ("ca-nhan", "Cá nhân"),
    "household": ("ho-gia-dinh", "Hộ gia đình"),
}
FAMILIES = {
    "law": ("theo-luat", "Theo Luật Thi đua, khen thưởng"),
    "contest": ("hoi-thi", "Giải hội thi, cuộc thi"),
    "other": ("khac", "Khen thưởng khác"),
}

Key = TypeVar("Key", bound=Hashable)


def unit_label(term: Term) -> str:
    """Name a unit that ended with its last day, since another may have taken its name."""
    until = term.facts.until if isinstance(term.facts, Unit) else None
    return f"{term.name} (đến {day(until)})" if until else term.name


@dataclass(frozen=True)
class Roll:
    """Conferred awards, newest first, by what a reader may look for. Every list keeps the order."""

    honours: tuple[Honour, ...]
    units: Mapping[str, Term]
    registry: Registry

    @cached_property
    def by_year(self) -> Mapping[int, tuple[Honour, ...]]:
        """The honours of each year."""
        return lists((honour.year, honour) for honour in self.honours)

    @cached_property
    def by_title(self) -> Mapping[str, tuple[Honour, ...]]:
        """The honours of each title, by the title's slug."""
        return lists((honour.award.title.slug, honour) for honour in self.honours)

    @cached_property
    def by_family(self) -> Mapping[str, tuple[Honour, ...]]:
        """The honours of each family of titles."""
        return lists((honour.award.title.family, honour) for honour in self.honours)

    @cached_property
    def by_campaign(self) -> Mapping[str, tuple[Honour, ...]]:
        """The honours told in stories of each campaign, by the campaign's slug."""
        return lists(
            (term.slug, honour)
            for honour in self.honours
            for term in honour.story.terms.get("campaign", ())
        )

    @cached_property
    def by_kind(self) -> Mapping[RecipientKind, tuple[Honour, ...]]:
        """The honours of each kind of recipient, each showing recipients of that kind only."""
        return lists(
            (kind, showing(honour, [one.kind == kind for one in honour.award.recipients]))
            for honour in self.honours
            for kind in kinds_of(honour.award)
        )

    @cached_property
    def by_unit(self) -> Mapping[str, tuple[Honour, ...]]:
        """The honours of each unit and of all units below it, each showing their recipients only.

        A person's honour counts for the unit that the person works for, and for those above it
        that existed on the day: a commune has been below a district, and no longer is.
        """
        return lists(pair for honour in self.honours for pair in self._by_unit(honour))

    def _by_unit(self, honour: Honour) -> Iterator[tuple[str, Honour]]:
        """Give the units that an honour is told of, each with the honour as it stands there."""
        # Many units share the recipients of a unit below them: they share what shows these, too.
        shared: dict[frozenset[int], Honour] = {}
        for unit, numbers in self._places(honour).items():
            only = frozenset(numbers)
            if only not in shared:
                shared[only] = _only(honour, only)
            yield unit, shared[only]

    @cached_property
    def own(self) -> Mapping[str, tuple[Honour, ...]]:
        """The honours of each unit without those of units below it."""
        return lists(
            (unit, replace(honour, focus=unit))
            for honour in self.honours
            for unit in dict.fromkeys(one.resolved for one in honour.award.recipients)
            if unit
        )

    @cached_property
    def predecessors(self) -> Mapping[str, tuple[str, ...]]:
        """The units that each unit follows, also through others, that have honours of their own."""
        found = {}
        for unit in self.units:
            before = self.registry.line_before(unit)
            if honoured := tuple(one for one in before if one in self.own and one in self.units):
                found[unit] = honoured
        return found

    @property
    def unit_pages(self) -> tuple[Term, ...]:
        """The units with a page on the roll."""
        return tuple(term for name, term in self.units.items() if self.has_page(name))

    def has_page(self, unit: str) -> bool:
        """Tell whether a unit has honours of its own, below it or inherited: a page on the roll."""
        return unit in self.units and (unit in self.by_unit or unit in self.predecessors)

    def path_of(self, term: Term) -> str:
        """Return the address of a term's list on the roll, "" where it has none."""
        if term.taxonomy.key == "unit" and self.has_page(term.slug):
            return f"{ROLL_UNITS}{term.slug}/"
        if term.taxonomy.key == "award" and term.slug in self.by_title:
            return f"{ROLL_TITLES}{term.slug}/"
        if term.taxonomy.key == "campaign" and term.slug in self.by_campaign:
            return f"{ROLL_CAMPAIGNS}{term.slug}/"
        return ""

    def inherited(self, unit: str, most: int) -> tuple[HonourGroup, ...]:
        """Return the newest honours of each unit that a unit follows; they stay with that one."""
        return tuple(
            HonourGroup(
                unit_label(term := self.units[before]),
                before,
                self.own[before][:most],
                term,
                path=self.path_of(term),
                total=len(self.own[before]),
            )
            for before in self.predecessors.get(unit, ())
        )

    @cached_property
    def parents(self) -> Mapping[str, tuple[str, ...]]:
        """Each unit with honours, and the units with honours it is directly below, or was.

        One in between without honours of its time is skipped.
        """
        found = {}
        for name in (name for name in self.units if name in self.by_unit):
            unit = self.registry.units[name]
            above = (up.slug for up in self.registry.ancestors(name))
            nearest = next((up for up in above if self._shown(up)), None)
            former = unit.former_parent if self._shown(unit.former_parent or "") else None
            found[name] = tuple(up for up in (nearest, former) if up)
        return found

    @cached_property
    def parts(self) -> Mapping[str | None, tuple[Term, ...]]:
        """The units with honours by the unit above them, in Vietnamese order; ``None``: no unit."""
        parts: defaultdict[str | None, list[Term]] = defaultdict(list)
        for name, parents in self.parents.items():
            for parent in parents or (None,):
                parts[parent].append(self.units[name])
        return {parent: tuple(terms) for parent, terms in parts.items()}

    def above(self, unit: str) -> tuple[str, ...]:
        """Return the units with honours that a unit is below, or was before the reform of 2025."""
        return tuple(sorted(up for up in self.registry.above(unit) if self._shown(up)))

    def _shown(self, unit: str) -> bool:
        return unit in self.by_unit and unit in self.units

    def _places(self, honour: Honour) -> dict[str, set[int]]:
        """Return the numbers of an honour's recipients by unit, and by every unit above theirs."""
        places: defaultdict[str, set[int]] = defaultdict(set)
        for number, recipient in enumerate(honour.award.recipients, start=1):
            if recipient.resolved:
                places[recipient.resolved].add(number)
                for up in self._lines[recipient.resolved]:
                    if up.lives(honour.date):
                        places[up.slug].add(number)
        return places

    @cached_property
    def _lines(self) -> Mapping[str, tuple[Unit, ...]]:
        """The units above each unit that received something."""
        received = {one.resolved for honour in self.honours for one in honour.award.recipients}
        return {
            name: tuple(up for one in self.registry.above(name) if (up := self.registry.unit(one)))
            for name in received
            if name
        }


def kinds_of(award: Award) -> Iterator[RecipientKind]:
    """Give the kinds of recipient that an award lists, or declares without listing them."""
    listed = {recipient.kind for recipient in award.recipients}
    declared: Mapping[RecipientKind, int | None] = {
        "collective": award.declared.collectives,
        "individual": award.declared.individuals,
        "household": award.declared.households,
    }
    for kind in KINDS:
        if kind in listed or declared[kind]:
            yield kind


def by_kind(
    recipients: Iterable[tuple[int, Recipient]],
) -> list[tuple[str, list[tuple[int, Recipient]]]]:
    """Sort numbered recipients under the names of their kinds; no kind without any is named."""
    found: dict[RecipientKind, list[tuple[int, Recipient]]] = {kind: [] for kind in KINDS}
    for one in recipients:
        found[one[1].kind].append(one)
    return [(KINDS[kind][1], numbered) for kind, numbered in found.items() if numbered]


def history(honours: Iterable[Honour]) -> tuple[HonourYear, ...]:
    """Count the recipients that ``honours`` show by year and kind, oldest year first.

    Years between the first and the last without any are there too, with zeros.
    """
    counts = Counter(
        (honour.year, recipient.kind) for honour in honours for _, recipient in honour.recipients
    )
    years = sorted({year for year, _ in counts})
    if not years:
        return ()
    return tuple(
        HonourYear(
            year,
            counts[year, "collective"],
            counts[year, "individual"],
            counts[year, "household"],
        )
        for year in range(years[0], years[-1] + 1)
    )


def showing(honour: Honour, wanted: Iterable[bool]) -> Honour:
    """Return ``honour`` with those of its recipients only that are ``wanted``, told in order."""
    return _only(honour, frozenset(number for number, yes in enumerate(wanted, 1) if yes))


def _only(honour: Honour, numbers: frozenset[int]) -> Honour:
    """Return ``honour`` with the recipients of these numbers; itself, where these are all."""
    if len(numbers) == len(honour.award.recipients):
        return honour
    return replace(honour, only=_first(numbers))


@lru_cache(maxsize=10_000)
def _first(numbers: frozenset[int]) -> frozenset[int]:
    """Return the first of all sets of the same numbers: few numbers make up most of them."""
    return numbers


def lists(pairs: Iterable[tuple[Key, Honour]]) -> dict[Key, tuple[Honour, ...]]:
    """Return the honours of each key, in the order they come in."""
    found: defaultdict[Key, list[Honour]] = defaultdict(list)
    for key, honour in pairs:
        found[key].append(honour)
    return {key: tuple(honours) for key, honours in found.items()}
