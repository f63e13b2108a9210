"""The honour roll: its first page, the indexes of its facets, and a list for each facet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plugins.portal.addresses import ROLL, ROLL_CAMPAIGNS, ROLL_TITLES, ROLL_UNITS
from plugins.portal.contexts import FacetGroup, Honour, Link, PageInfo, Term
from plugins.portal.outputs import Plan
from plugins.portal.pages.yearbook import plan_yearbooks
from plugins.portal.paging import paginate
from plugins.portal.persons import by_person
from plugins.portal.roll import FAMILIES, KINDS, history, unit_label
from plugins.portal.roll_data import DATA, plan_roll_data
from plugins.portal.roll_facets import Facets
from plugins.portal.site import Site

CRUMB = Link("Bảng vàng", ROLL)
NEWEST = 10
# Of each predecessor; its own page has them all.
SHOWN_INHERITED = 10
RANKINGS = f"{ROLL}xep-hang/"


def plan_honour_roll(site: Site, plan: Plan) -> None:
    """Plan all pages below ``/bang-vang/`` and the data that the filter loads."""
    facets = Facets(site)
    _plan_first(site, plan, facets)
    _plan_indexes(plan, facets)
    lists = _Lists(site, plan, facets)
    lists.facets()
    lists.rankings()
    for term in site.roll.unit_pages:
        lists.unit(term)
    if site.settings.person_pages:
        lists.persons()
    plan_yearbooks(site, plan)
    plan_roll_data(site, plan)


def _plan_first(site: Site, plan: Plan, facets: Facets) -> None:
    recipients = [one for honour in site.honours for one in honour.award.recipients]
    info = PageInfo(
        title="Bảng vàng khen thưởng",
        description="Tập thể, cá nhân được khen thưởng, kèm quyết định và câu trích từ bài.",
        path=ROLL,
        section=ROLL,
    )
    context = {
        "totals": {
            "awards": len(site.honours),
            "recipients": len(recipients),
            "units": len({one.resolved for one in recipients if one.resolved}),
            "rankings": len(site.rankings),
        },
        "groups": facets.ways_in,
        "honours": site.honours[:NEWEST],
        "choices": facets.choices,
        "data": DATA,
    }
    plan.page(info, "bang_vang.html", context, "bảng vàng")


def _plan_indexes(plan: Plan, facets: Facets) -> None:
    indexes = {
        ROLL_UNITS: ("Bảng vàng theo đơn vị", "Đơn vị cấp trên gồm cả các đơn vị trực thuộc."),
        ROLL_TITLES: (
            "Bảng vàng theo danh hiệu",
            "Danh hiệu thi đua, hình thức khen thưởng và giải hội thi, cuộc thi.",
        ),
        ROLL_CAMPAIGNS: (
            "Bảng vàng theo phong trào",
            "Khen thưởng được công bố trong tin, bài về từng phong trào.",
        ),
    }
    groups = {
        ROLL_UNITS: (FacetGroup("", facets.unit_tree),),
        ROLL_TITLES: facets.titles_by_family,
        ROLL_CAMPAIGNS: (FacetGroup("", facets.campaigns),),
    }
    for path, (heading, intro) in indexes.items():
        info = PageInfo(
            title=heading,
            description=intro,
            path=path,
            section=ROLL,
            crumbs=(CRUMB,),
        )
        context = {"heading": heading, "intro": intro, "groups": groups[path]}
        plan.page(info, "facets.html", context, heading.lower())


class _Lists:
    """Plans the pages of one list of honours after the other."""

    def __init__(self, site: Site, plan: Plan, facets: Facets) -> None:
        self._site = site
        self._plan = plan
        self._facets = facets

    def facets(self) -> None:
        """Plan the lists of titles, campaigns, families and kinds of recipient."""
        facets, roll = self._facets, self._site.roll
        for key, index, found, lists in (
            ("award", Link("Danh hiệu", ROLL_TITLES), facets.titles, roll.by_title),
            ("campaign", Link("Phong trào", ROLL_CAMPAIGNS), facets.campaigns, roll.by_campaign),
        ):
            terms = self._site.terms.get(key, {})
            for one in found:
                self._list(
                    one.path,
                    (one.label, index.label),
                    lists[one.value],
                    crumbs=(CRUMB, index),
                    about=_about(f"Về {index.label.lower()} này", terms.get(one.value)),
                )
        for family, (name, _) in FAMILIES.items():
            one, honours = facets.families[name], roll.by_family.get(family, ())
            self._list(one.path, (one.label, "Loại khen thưởng"), honours)
        for kind, (name, _) in KINDS.items():
            one, honours = facets.kinds[name], roll.by_kind.get(kind, ())
            self._list(one.path, (one.label, "Đối tượng được khen"), honours)

    def rankings(self) -> None:
        """Plan the list of rankings, which are no awards in law and are counted nowhere else."""
        intro = "Thứ hạng không phải là khen thưởng theo luật nên không cộng vào số khen thưởng."
        self._list(RANKINGS, ("Xếp hạng, đánh giá", CRUMB.label), self._site.rankings, intro=intro)

    def unit(self, term: Term) -> None:
        """Plan the list of a unit: of its own, of all units below it, and what it inherited."""
        roll = self._site.roll
        honours = roll.by_unit.get(term.slug, ())
        above = [up.slug for up in reversed(roll.registry.ancestors(term.slug))]
        terms = [roll.units[up] for up in above if roll.has_page(up)]
        crumbs = [Link(up.name, roll.path_of(up)) for up in terms]
        follow = roll.registry.units[term.slug].successors
        after = [roll.units[one] for one in follow if roll.has_page(one)]
        self._list(
            roll.path_of(term),
            (unit_label(term), "Đơn vị"),
            honours,
            crumbs=(CRUMB, Link("Đơn vị", ROLL_UNITS), *crumbs),
            about=_about("Trang của đơn vị", term),
            template="honours_unit.html",
            years=history(honours),
            parts=self._facets.units(roll.parts.get(term.slug, ())),
            inherited=roll.inherited(term.slug, SHOWN_INHERITED),
            successors=tuple(Link(unit_label(one), roll.path_of(one)) for one in after),
        )

    def persons(self) -> None:
        """Plan a list for each person, of the same name and the same unit."""
        for (_, unit), honours in by_person(self._site.honours).items():
            person = honours[0].recipients[0][1]
            if path := honours[0].person_path(person):
                term = self._site.roll.units.get(unit)
                name = f"{person.name}, {term.name}" if term else person.name
                about = _about("Trang của đơn vị", term)
                self._list(path, (name, "Cá nhân"), honours, about=about)

    def _list(
        self,
        path: str,
        head: tuple[str, str],
        honours: Sequence[Honour],
        *,
        crumbs: tuple[Link, ...] = (CRUMB,),
        about: tuple[Link, ...] = (),
        intro: str = "",
        template: str = "honours.html",
        **first: Any,
    ) -> None:
        """Plan the pages of a list; ``head`` is heading and kicker.

        What is ``first`` stands on the newest page only.
        """
        heading, kicker = head
        totals = {
            "awards": len(honours),
            "recipients": sum(len(honour.recipients) for honour in honours),
        }
        first["totals"] = totals
        listing = Link(heading, path)
        for page in paginate(
            honours, path, self._site.settings.roll_page_size, lambda one: one.date
        ):
            title = f"{heading} – Bảng vàng"
            info = PageInfo(
                title=f"{title} – trang {page.number}" if page.number else title,
                description=f"Tập thể, cá nhân được ghi nhận: {heading}.",
                path=page.path,
                section=ROLL,
                crumbs=page.crumbs(*crumbs, listing=listing),
            )
            context = {
                "heading": heading,
                "kicker": kicker,
                "intro": intro,
                "about": about,
                "honours": tuple(page.items),
                "pagination": page.pagination,
            } | {name: () if page.number else value for name, value in first.items()}
            self._plan.page(info, template, context, f"bảng vàng: {heading}")


def _about(label: str, term: Term | None) -> tuple[Link, ...]:
    return (Link(label, term.path),) if term else ()
