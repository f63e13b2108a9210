"""Persons on the honour roll: who is one, and where the page of each stands, if there are any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, count

from plugins.model import Award
from plugins.portal.addresses import ROLL_PERSONS, slug
from plugins.portal.contexts import Honour, person_key
from plugins.portal.roll import lists, showing


def person_paths(awards: Iterable[Award]) -> dict[tuple[str, str], str]:
    """Return the addresses of the persons of ``awards``, which come oldest first.

    Two names that differ in marks only would have one address; the later one gets a number.
    """
    paths: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for award in awards:
        for recipient in award.recipients:
            key = person_key(recipient)
            if key is None or key in paths:
                continue
            name = f"{slug(recipient.name)}-{key[1]}"
            numbered = (f"{name}-{number}" for number in count(2))
            free = next(one for one in chain([name], numbered) if one not in taken)
            taken.add(free)
            paths[key] = f"{ROLL_PERSONS}{free}/"
    return paths


def by_person(honours: Iterable[Honour]) -> Mapping[tuple[str, str], tuple[Honour, ...]]:
    """Return the honours of each person, each showing that person only."""
    return lists(
        (key, showing(honour, (person_key(one) == key for one in honour.award.recipients)))
        for honour in honours
        for key in dict.fromkeys(map(person_key, honour.award.recipients))
        if key
    )
