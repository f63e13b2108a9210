"""The data that the filter of the honour roll reads: an index and a file for each year.

The index says which units there are and where the years' files lie, each address with the hash of
its content. A year's file stands by itself: what its honours share (articles, issuers, units, …)
is listed once and meant by its place in the list.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Hashable, Sequence
from typing import Any

from plugins.model import Recipient, Unit
from plugins.portal.addresses import ROLL
from plugins.portal.contexts import Honour
from plugins.portal.outputs import Plan, packed
from plugins.portal.roll import FAMILIES, KINDS, kinds_of, unit_label
from plugins.portal.site import Site
from plugins.portal.wording import award_name, declared, document_name

DATA = f"{ROLL}du-lieu.json"
_KIND_NUMBERS = {kind: number for number, kind in enumerate(KINDS)}


def plan_roll_data(site: Site, plan: Plan) -> None:
    """Plan the index and the files of all years."""
    prefix, roll = site.settings.prefix, site.roll
    years = []
    for year, honours in roll.by_year.items():
        path = f"{ROLL}du-lieu/{year}.json"
        content = _encoded(year_data(honours))
        version = hashlib.sha256(content).hexdigest()[:8]
        years.append([year, f"{prefix}{path}?v={version}", len(honours)])
        plan.add(path, packed(content), f"dữ liệu bảng vàng {year}")
    units = [
        _trimmed(name, unit_label(term), term.path, roll.above(name), *_life(term.facts))
        for name, term in roll.units.items()
        if name in roll.parents
    ]
    index = _encoded({"prefix": prefix, "years": years, "units": units})
    plan.add(DATA, packed(index), "mục lục dữ liệu bảng vàng")


def year_data(honours: Sequence[Honour]) -> dict[str, Any]:
    """Return the honours of one year as plain values; what is empty is left out."""
    year = _Year()
    rows = [year.row(honour) for honour in honours]
    families = {family: name for family, (name, _) in FAMILIES.items()}
    return {
        "titles": [(name, label, families[family]) for name, label, family in year.titles],
        "issuers": list(year.issuers),
        "units": list(year.units),
        "campaigns": list(year.campaigns),
        "articles": list(year.articles),
        "honours": rows,
    }


class _Places(dict[Any, int]):
    """Values in the order of their first use."""

    def of(self, value: Hashable) -> int:
        """Return the place of ``value``."""
        return self.setdefault(value, len(self))


class _Year:
    """What the honours of a year share, while their rows are made."""

    def __init__(self) -> None:
        self.articles, self.issuers, self.units = _Places(), _Places(), _Places()
        self.titles, self.campaigns = _Places(), _Places()

    def row(self, honour: Honour) -> dict[str, Any]:
        award, story, title = honour.award, honour.story, honour.award.title
        row = {
            "name": award_name(award),
            "title": self.titles.of((title.slug, title.name, title.family)),
            "date": honour.date.isoformat(),
            "issuer": self.issuers.of(award.issuer) if award.issuer else None,
            "document": document_name(award.document, dated=False) if award.document else None,
            "decision": honour.decision.path if honour.decision else None,
            "decided": award.date is not None or None,
            "inferred": (award.document and award.document.date_inferred) or None,
            "campaigns": [
                self.campaigns.of((term.slug, term.name, term.path))
                for term in story.terms.get("campaign", ())
            ],
            "article": self.articles.of((story.article.path, story.article.title)),
            "number": honour.number,
            "declared": declared(award.declared, title.family == "contest"),
            "notes": honour.list_notes,
            "reviewed": award.review == "reviewed" or None,
            "kinds": [_KIND_NUMBERS[kind] for kind in kinds_of(award)],
            "recipients": [self._recipient(one) for one in award.recipients],
        }
        return {key: value for key, value in row.items() if value not in (None, "", [], ())}

    def _recipient(self, one: Recipient) -> list[Any]:
        unit = self.units.of(one.resolved) if one.resolved else None
        return _trimmed(one.name, _KIND_NUMBERS[one.kind], unit, one.position, one.unit)


def _life(unit: Unit) -> list[str | None]:
    return [day.isoformat() if day else None for day in (unit.since, unit.until)]


def _trimmed(*values: Any) -> list[Any]:
    found = list(values)
    while found[-1] is None:
        found.pop()
    return found


def _encoded(values: Any) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
