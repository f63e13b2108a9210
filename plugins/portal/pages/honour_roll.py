"""The honour roll: all conferred awards by year, by unit and by title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from plugins.model import Unit
from plugins.portal.contexts import Honour, HonourGroup, PageInfo, PageLink, Term
from plugins.portal.outputs import Plan
from plugins.portal.site import Site

ROLL = "/bang-vang/"
VIEWS = {
    ROLL: ("Theo năm", "Bảng vàng"),
    f"{ROLL}don-vi/": ("Theo đơn vị", "Bảng vàng theo đơn vị"),
    f"{ROLL}danh-hieu/": ("Theo danh hiệu", "Bảng vàng theo danh hiệu"),
}


def plan_honour_roll(site: Site, plan: Plan) -> None:
    """Plan the three views of the roll."""
    groups = {
        ROLL: _by_year(site.honours),
        f"{ROLL}don-vi/": _by_unit(site),
        f"{ROLL}danh-hieu/": _by_title(site),
    }
    recipients = [one for honour in site.honours for one in honour.award.recipients]
    totals = {
        "awards": len(site.honours),
        "recipients": len(recipients),
        "units": len({one.resolved for one in recipients if one.resolved}),
    }
    for path, (_, heading) in VIEWS.items():
        info = PageInfo(
            title=heading.replace("Bảng vàng", "Bảng vàng khen thưởng"),
            description="Tập thể, cá nhân được khen thưởng, kèm quyết định và câu trích từ bài.",
            path=path,
            section=ROLL,
        )
        context = {
            "heading": heading,
            "views": tuple(PageLink(label, at, at == path) for at, (label, _) in VIEWS.items()),
            "groups": tuple(groups[path]),
            "totals": totals,
        }
        plan.page(info, "bang_vang.html", context, heading.lower())


def _by_year(honours: Iterable[Honour]) -> Iterator[HonourGroup]:
    years: defaultdict[int, list[Honour]] = defaultdict(list)
    for honour in honours:
        years[honour.year].append(honour)
    for year in sorted(years, reverse=True):
        yield HonourGroup(f"Năm {year}", f"nam-{year}", tuple(years[year]))


def _by_unit(site: Site) -> Iterator[HonourGroup]:
    for term in site.terms.get("unit", {}).values():
        honours = site.honours_by_term.get(("unit", term.slug), ())
        if honours:
            focused = tuple(replace(honour, focus=term.slug) for honour in honours)
            yield _group(term, focused)


def _by_title(site: Site) -> Iterator[HonourGroup]:
    for term in site.terms.get("award", {}).values():
        honours = site.honours_by_term.get(("award", term.slug), ())
        if honours:
            yield _group(term, honours)


def _group(term: Term, honours: tuple[Honour, ...]) -> HonourGroup:
    """Name a unit that ended with its last day, since another may have taken its name."""
    until = term.facts.until if isinstance(term.facts, Unit) else None
    label = f"{term.name} (đến {until:%d/%m/%Y})" if until else term.name
    return HonourGroup(label, term.slug, honours, term)
