"""The yearbook of each year: all its honours by title and issuer, to be read and to be printed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from plugins.portal.addresses import ROLL, year_path
from plugins.portal.contexts import (
    Facet,
    Findable,
    Honour,
    HonourGroup,
    Link,
    PageInfo,
    PageLink,
    YearbookPart,
)
from plugins.portal.outputs import Plan
from plugins.portal.roll import FAMILIES
from plugins.portal.site import Site
from plugins.portal.wording import upper_first
from plugins.vocabulary import fold, load, sort_key
from plugins.vocabulary.order import SortKey

# A year with more honours than this has a page for each month.
LARGEST = 400
NO_ISSUER = "Bài không nêu cấp khen thưởng"


def plan_yearbooks(site: Site, plan: Plan) -> None:
    """Plan the page of each year with honours."""
    rankings = Counter(honour.year for honour in site.rankings)
    years = tuple(site.roll.by_year)
    for place, (year, honours) in enumerate(site.roll.by_year.items()):
        near = years[max(place - 1, 0) : place + 2]
        links = tuple(PageLink(str(one), year_path(one), one == year) for one in near)
        months = _months(year, honours) if len(honours) > LARGEST else {}
        facets = tuple(
            Facet(f"Tháng {month}", str(month), _month_path(year, month), len(found))
            for month, found in months.items()
        )
        heading = f"Bảng vàng năm {year}"
        crumbs = (Link("Bảng vàng", ROLL),)
        context = {
            "heading": heading,
            "year": year,
            "totals": _totals(honours) | {"rankings": rankings[year]},
            "months": facets,
            "parts": () if months else _parts(honours),
            "years": links,
        }
        info = _info(heading, year_path(year), crumbs)
        found_as = replace(info, findable=Findable("Bảng vàng"))
        plan.page(found_as, "yearbook.html", context, heading.lower())
        for month, found in months.items():
            heading = f"Bảng vàng tháng {month} năm {year}"
            month_context = context | {
                "heading": heading,
                "totals": _totals(found) | {"rankings": 0},
                "months": (),
                "parts": _parts(found),
                "years": (),
            }
            above = (*crumbs, Link(f"Năm {year}", year_path(year)))
            info = _info(heading, _month_path(year, month), above)
            plan.page(info, "yearbook.html", month_context, heading.lower())


def _info(heading: str, path: str, crumbs: tuple[Link, ...]) -> PageInfo:
    return PageInfo(
        title=heading,
        description=f"{heading}: khen thưởng xếp theo danh hiệu và cấp khen thưởng, in được.",
        path=path,
        section=ROLL,
        crumbs=crumbs,
    )


def _month_path(year: int, month: int) -> str:
    return f"{year_path(year)}{month:02}/"


def _months(year: int, honours: Sequence[Honour]) -> dict[int, tuple[Honour, ...]]:
    """Return the honours of each month of ``year``, in the year's order."""
    months: defaultdict[int, list[Honour]] = defaultdict(list)
    for honour in honours:
        months[honour.date.month].append(honour)
    return {month: tuple(months[month]) for month in sorted(months)}


def _totals(honours: Sequence[Honour]) -> dict[str, int]:
    kinds = Counter(one.kind for honour in honours for one in honour.award.recipients)
    return {
        "awards": len(honours),
        "collectives": kinds["collective"],
        "individuals": kinds["individual"],
        "households": kinds["household"],
    }


def _parts(honours: Sequence[Honour]) -> tuple[YearbookPart, ...]:
    """Sort by title, in the order of the vocabulary, then by issuer, then oldest first."""
    families = list(FAMILIES)
    order = {title.slug: place for place, title in enumerate(load().award_titles)}
    by_title: defaultdict[str, list[Honour]] = defaultdict(list)
    for honour in sorted(honours, key=lambda honour: honour.date):
        by_title[honour.award.title.slug].append(honour)
    titles = {name: found[0].award.title for name, found in by_title.items()}
    ordered = sorted(titles, key=lambda one: (families.index(titles[one].family), order[one]))
    return tuple(
        YearbookPart(titles[name].name, name, len(by_title[name]), _issuers(name, by_title[name]))
        for name in ordered
    )


def _issuers(title: str, honours: Sequence[Honour]) -> tuple[HonourGroup, ...]:
    by_issuer: defaultdict[str, list[Honour]] = defaultdict(list)
    for honour in honours:
        by_issuer[fold(honour.award.issuer or "")].append(honour)
    named = ((found[0].award.issuer or NO_ISSUER, found) for found in by_issuer.values())
    return tuple(
        HonourGroup(upper_first(label), f"{title}_{place}", tuple(found))
        for place, (label, found) in enumerate(sorted(named, key=_issuer_order), start=1)
    )


def _issuer_order(issuer: tuple[str, list[Honour]]) -> tuple[bool, SortKey]:
    return issuer[0] == NO_ISSUER, sort_key(issuer[0])
