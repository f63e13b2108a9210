"""The index of each taxonomy; a page and a feed for each of its terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from plugins.model import Campaign, Unit
from plugins.portal.campaigns import CampaignView, campaign_view
from plugins.portal.contexts import (
    Findable,
    Link,
    Node,
    PageInfo,
    Story,
    Taxonomy,
    Term,
    TermCount,
    TermGroup,
)
from plugins.portal.directory import group_order
from plugins.portal.feeds import Closing, Feed, plan_feed
from plugins.portal.outputs import Plan
from plugins.portal.pages.units import UnitPages
from plugins.portal.paging import ListingPage, paginate
from plugins.portal.site import Site
from plugins.portal.structured import term_node
from plugins.portal.twins import plan_term_twin, twin_of
from plugins.vocabulary import sort_key

ROLES = (
    "parent",
    "children",
    "predecessors",
    "successors",
    "members",
    "head",
    "clusters",
    "unit",
    "campaigns",
)


def plan_terms(site: Site, plan: Plan) -> None:
    """Plan all pages and feeds of all taxonomies."""
    relations, units = Relations(site), UnitPages(site)
    for taxonomy in site.taxonomies:
        terms = site.terms[taxonomy.key]
        _plan_index(site, plan, taxonomy, terms)
        for term in terms.values():
            _plan_term(site, plan, term, relations.of(term), units)


def _plan_index(site: Site, plan: Plan, taxonomy: Taxonomy, terms: Mapping[str, Term]) -> None:
    groups: defaultdict[str, list[TermCount]] = defaultdict(list)
    for term in terms.values():
        name = (taxonomy.key, term.slug)
        articles = len(site.stories_by_term.get(name, ()))
        honours = len(site.honours_by_term.get(name, ()))
        # What is only above or after other units is found from those.
        if term.described or articles or honours:
            groups[term.group].append(TermCount(term, articles, honours))
    order = group_order(taxonomy) or sorted(groups, key=sort_key)
    info = PageInfo(
        title=taxonomy.label,
        description=taxonomy.intro or taxonomy.label,
        path=taxonomy.path,
        section=taxonomy.path,
    )
    context = {
        "taxonomy": taxonomy,
        "groups": tuple(TermGroup(label, tuple(groups[label])) for label in order if groups[label]),
    }
    plan.page(info, "terms.html", context, f"danh mục {taxonomy.label}")


def _plan_term(
    site: Site,
    plan: Plan,
    term: Term,
    related: Mapping[str, tuple[Term, ...]],
    units: UnitPages,
) -> None:
    name = (term.taxonomy.key, term.slug)
    stories = site.stories_by_term.get(name, ())
    is_unit = isinstance(term.facts, Unit)
    # On a unit's page only its own recipients are shown.
    honours = site.roll.own.get(term.slug, ()) if is_unit else site.honours_by_term.get(name, ())
    crumbs = units.crumbs(term) if is_unit else ()
    about = {
        "honours": honours,
        "related": related,
        "roll_path": site.roll.path_of(term),
        **(units.context(term, honours) if is_unit else {}),
        **_of_campaign(site, term),
    }
    for page in paginate(stories, term.path, site.settings.page_size, lambda one: one.article.date):
        info = _info(site, term, page, crumbs)
        context = {
            "taxonomy": term.taxonomy,
            "term": term,
            "stories": tuple(page.items),
            "pagination": page.pagination,
            **(_emptied(about) if page.number else about),
        }
        if page.number == 0:
            node = Node(
                partial(term_node, site, term, related),
                (term, related, honours),
            )
            info = replace(
                info, twin=twin_of(term.path), node=node, findable=_findable(term, related)
            )
            plan_term_twin(site, plan, term, related)
            plan_feed(plan, site.settings, _feed(info, term, page.items, units.closing(term)))
        plan.page(info, f"term-{term.taxonomy.key}.html", context, f"trang của {term.name}")


def _emptied(about: Mapping[str, Any]) -> dict[str, Any]:
    """Return the names that tell of a term for a page that only lists its older stories."""
    return {name: None if name == "campaign" else type(value)() for name, value in about.items()}


def _info(site: Site, term: Term, page: ListingPage[Story], crumbs: tuple[Link, ...]) -> PageInfo:
    index = Link(term.taxonomy.label, term.taxonomy.path)
    return PageInfo(
        title=f"{term.name} – trang {page.number}" if page.number else term.name,
        description=term.summary or f"Tin, bài và khen thưởng: {term.name}.",
        path=page.path,
        section=term.taxonomy.path,
        crumbs=page.crumbs(index, *crumbs, listing=Link(term.name, term.path)),
        feeds=(Link(f"{term.name} – {site.settings.site.name}", term.feed),),
    )


def _feed(page: PageInfo, term: Term, stories: Sequence[Story], closing: Closing | None) -> Feed:
    return Feed(
        path=term.feed,
        page=term.path,
        title=page.feeds[0].label,
        description=page.description,
        stories=stories,
        closing=closing,
    )


def _of_campaign(site: Site, term: Term) -> dict[str, CampaignView | None]:
    """Return the name that a campaign's template gets beside those of any term."""
    if not isinstance(term.facts, Campaign):
        return {}
    return {"campaign": campaign_view(site, term)}


def _findable(term: Term, related: Mapping[str, tuple[Term, ...]]) -> Findable:
    """A unit is found by the names of those it came from and those that came from it, too."""
    near = (*related["predecessors"], *related["successors"])
    words = [name for one in (term, *near) for name in one.names]
    is_unit = isinstance(term.facts, Unit)
    return Findable(
        kind=term.taxonomy.label,
        date=term.facts.start if isinstance(term.facts, Campaign) else None,
        units=(term.name,) if is_unit else tuple(unit.name for unit in related["unit"]),
        words=tuple(dict.fromkeys(words)),
    )


class Relations:
    """How terms hang together: the names of ``related`` in the templates."""

    def __init__(self, site: Site) -> None:
        self._units = site.terms.get("unit", {})
        self._campaigns = site.terms.get("campaign", {})
        self._registry = site.registry
        self._clusters: defaultdict[str, list[str]] = defaultdict(list)
        self._run_by: defaultdict[str, list[str]] = defaultdict(list)
        self._parts: defaultdict[str, list[str]] = defaultdict(list)
        for unit in site.registry.units.values():
            for member in dict.fromkeys((*unit.members, *([unit.head] if unit.head else []))):
                self._clusters[member].append(unit.slug)
        for campaign in site.registry.campaigns.values():
            self._run_by[campaign.unit].append(campaign.slug)
            if campaign.parent:
                self._parts[campaign.parent].append(campaign.slug)

    def of(self, term: Term) -> dict[str, tuple[Term, ...]]:
        """Return the terms related to ``term`` by role; a role without any is empty."""
        related: dict[str, tuple[Term, ...]] = dict.fromkeys(ROLES, ())
        if isinstance(term.facts, Unit):
            related.update(self._of_unit(term.facts))
        elif isinstance(term.facts, Campaign):
            facts = term.facts
            related["unit"] = self._pick(self._units, facts.unit)
            related["parent"] = self._pick(self._campaigns, facts.parent)
            related["children"] = self._pick(self._campaigns, *self._parts[facts.slug])
        return related

    def _of_unit(self, unit: Unit) -> dict[str, tuple[Term, ...]]:
        units = self._units
        children = (child.slug for child in self._registry.children(unit.slug))
        return {
            "parent": self._pick(units, unit.parent),
            "children": self._pick(units, *children),
            "predecessors": self._pick(units, *self._registry.predecessors(unit.slug)),
            "successors": self._pick(units, *unit.successors),
            "members": self._pick(units, *unit.members),
            "head": self._pick(units, unit.head),
            "clusters": self._pick(units, *self._clusters[unit.slug]),
            "campaigns": self._pick(self._campaigns, *self._run_by[unit.slug]),
        }

    @staticmethod
    def _pick(terms: Mapping[str, Term], *slugs: str | None) -> tuple[Term, ...]:
        return tuple(terms[slug] for slug in slugs if slug and slug in terms)
