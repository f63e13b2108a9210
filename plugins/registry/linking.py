"""Which entry of the gazetteer a unit with a file of its own is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from plugins.model import Unit
from plugins.registry.gazetteer import LAST_DAY, REFORM, Entry, Gazetteer
from plugins.registry.localities import LOCALITIES
from plugins.vocabulary import fold


@dataclass(slots=True)
class Links:
    """The slugs of entries that files describe, and the entries by those slugs."""

    slugs: dict[str, str] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)


def link(units: Iterable[Unit], gazetteer: Gazetteer) -> Links:
    """Tie units to entries where exactly one fits by code, or by name, kind, life and parent.

    What does not fit anywhere, or in several places, stays as its file describes it.
    """
    by_slug = {unit.slug: unit for unit in units}
    links = Links()
    for unit in sorted(by_slug.values(), key=lambda one: _depth(one, by_slug)):
        found = [one for one in _candidates(unit, gazetteer) if _fits(unit, one, links, gazetteer)]
        if len(found) == 1 and found[0].id not in links.slugs:
            links.slugs[found[0].id] = unit.slug
            links.entries[unit.slug] = found[0]
    return links


def completed(unit: Unit, known: Unit) -> Unit:
    """Return ``unit`` with what its file leaves open filled in from the gazetteer's ``known``."""
    return replace(
        unit,
        parent=unit.parent or known.parent,
        former_parent=known.former_parent,
        since=unit.since or known.since,
        until=unit.until or known.until,
        successors=unit.successors or known.successors,
        codes=known.codes,
    )


def _depth(unit: Unit, units: Mapping[str, Unit]) -> int:
    """How many parents a unit has, so that a parent is tied before its children."""
    depth, seen = 0, {unit.slug}
    while unit.parent and (up := units.get(unit.parent)) and up.slug not in seen:
        depth, unit = depth + 1, up
        seen.add(up.slug)
    return depth


def _candidates(unit: Unit, gazetteer: Gazetteer) -> Iterable[Entry]:
    if unit.kind not in LOCALITIES:
        return ()
    if unit.codes:
        return [
            entry
            for entry in gazetteer.of_code(unit.codes[0].value)
            if fold(entry.name) == fold(unit.name)
        ]
    return gazetteer.named(unit.name)


def _fits(unit: Unit, entry: Entry, links: Links, gazetteer: Gazetteer) -> bool:
    if entry.kind != unit.kind:
        return False
    # A unit that began with the reform is not the one that had its name before, and the reverse.
    if unit.since and unit.since >= REFORM and entry.since is None:
        return False
    if unit.until and unit.until <= LAST_DAY and entry.until is None:
        return False
    if unit.parent is None or unit.parent not in links.entries:
        return True
    parent = links.entries[unit.parent]
    return parent.id in {up.id for up in gazetteer.above(entry)}
