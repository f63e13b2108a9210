"""The ways into the honour roll: each facet with its page and its number of honours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from plugins.portal.addresses import (
    ROLL_CAMPAIGNS,
    ROLL_FAMILIES,
    ROLL_KINDS,
    ROLL_TITLES,
    ROLL_UNITS,
    year_path,
)
from plugins.portal.contexts import Facet, FacetGroup, Term
from plugins.portal.roll import FAMILIES, KINDS, unit_label
from plugins.portal.site import Site

# Of a facet with many values the roll's first page shows as many.
SHOWN = 8


class Facets:
    """All facets of a site's honour roll."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._roll = site.roll

    @cached_property
    def years(self) -> tuple[Facet, ...]:
        """The years with honours, newest first."""
        years = sorted(self._roll.by_year.items(), reverse=True)
        return tuple(Facet(str(y), str(y), year_path(y), len(found)) for y, found in years)

    @cached_property
    def titles(self) -> tuple[Facet, ...]:
        """The titles with honours, in Vietnamese order."""
        by_title = self._roll.by_title
        return tuple(
            Facet(term.name, name, self._roll.path_of(term), len(by_title[name]))
            for name, term in self._site.terms.get("award", {}).items()
            if name in by_title
        )

    @cached_property
    def titles_by_family(self) -> tuple[FacetGroup, ...]:
        """The same under the families' names."""
        terms = self._site.terms.get("award", {})
        groups = (
            FacetGroup(
                label,
                tuple(one for one in self.titles if terms[one.value].facts.family == family),
                f"{ROLL_FAMILIES}{name}/",
            )
            for family, (name, label) in FAMILIES.items()
        )
        return tuple(group for group in groups if group.facets)

    @cached_property
    def campaigns(self) -> tuple[Facet, ...]:
        """The campaigns with honours, in Vietnamese order."""
        by_campaign = self._roll.by_campaign
        return tuple(
            Facet(term.name, name, self._roll.path_of(term), len(by_campaign[name]))
            for name, term in self._site.terms.get("campaign", {}).items()
            if name in by_campaign
        )

    @cached_property
    def families(self) -> Mapping[str, Facet]:
        """The families, rankings apart, by the last part of their address."""
        return {
            name: Facet(
                label, name, f"{ROLL_FAMILIES}{name}/", len(self._roll.by_family.get(family, ()))
            )
            for family, (name, label) in FAMILIES.items()
        }

    @cached_property
    def kinds(self) -> Mapping[str, Facet]:
        """The kinds of recipient, likewise."""
        return {
            name: Facet(label, name, f"{ROLL_KINDS}{name}/", len(self._roll.by_kind.get(k, ())))
            for k, (name, label) in KINDS.items()
        }

    def units(self, terms: Iterable[Term], *, deep: bool = False) -> tuple[Facet, ...]:
        """Return the facets of units, each with those below it if ``deep``."""
        return tuple(
            Facet(
                unit_label(term),
                term.slug,
                self._roll.path_of(term),
                len(self._roll.by_unit.get(term.slug, ())),
                self.units(self._roll.parts.get(term.slug, ()), deep=True) if deep else (),
            )
            for term in terms
        )

    @cached_property
    def unit_tree(self) -> tuple[Facet, ...]:
        """All units with honours, each below its parent."""
        return self.units(self._roll.parts.get(None, ()), deep=True)

    @property
    def ways_in(self) -> tuple[FacetGroup, ...]:
        """What the roll's first page offers: all of a short facet, the largest of a long one."""
        tops = self.units(self._roll.parts.get(None, ()))[:SHOWN]
        titles, campaigns = _largest(self.titles), _largest(self.campaigns)
        return (
            FacetGroup("Năm", self.years),
            FacetGroup("Đối tượng được khen", tuple(self.kinds.values())),
            FacetGroup("Loại khen thưởng", tuple(self.families.values())),
            FacetGroup("Đơn vị", tops, ROLL_UNITS, "Tất cả đơn vị"),
            FacetGroup("Danh hiệu", titles, ROLL_TITLES, "Tất cả danh hiệu"),
            FacetGroup("Phong trào", campaigns, ROLL_CAMPAIGNS, "Tất cả phong trào"),
        )

    @property
    def choices(self) -> dict[str, tuple[Facet, ...]]:
        """What the filter's lists offer; units come with its data."""
        return {
            "years": self.years,
            "kinds": tuple(self.kinds.values()),
            "families": tuple(self.families.values()),
            "titles": self.titles,
            "campaigns": self.campaigns,
        }


def _largest(facets: tuple[Facet, ...]) -> tuple[Facet, ...]:
    """Return those with most honours; facets in equal number keep their order."""
    return tuple(sorted(facets, key=lambda one: -one.count)[:SHOWN])
