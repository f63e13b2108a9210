"""JSON twins: what a page of a term or an article tells, as data beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import partial
from typing import Any

from plugins.datasets.schemas import LICENCE
from plugins.model import AwardTitle, Campaign, Unit
from plugins.portal.addresses import DATA
from plugins.portal.contexts import Story, Term
from plugins.portal.outputs import Made, Plan
from plugins.portal.site import Site
from plugins.portal.tables import (
    ARTICLES,
    AWARDS,
    CAMPAIGNS,
    RECIPIENTS,
    REPORTS,
    TARGETS,
    UNITS,
)
from plugins.portal.tables.entries import (
    ArticleEntry,
    AwardEntry,
    CampaignEntry,
    TargetEntry,
    UnitEntry,
    awards_of,
)

Related = Mapping[str, tuple[Term, ...]]

# A twin holds the newest of its lists; the open data hold all.
MOST = 100


def twin_of(path: str) -> str:
    """Return the address of a page's twin.

    >>> twin_of("/don-vi/xa-dai-yen/")
    '/don-vi/xa-dai-yen/index.json'
    """
    return f"{path}index.json"


def plan_term_twin(site: Site, plan: Plan, term: Term, related: Related) -> None:
    """Plan the twin of a term's page."""
    name = (term.taxonomy.key, term.slug)
    stories = site.stories_by_term.get(name, ())
    honours = site.honours_by_term.get(name, ())
    targets = site.target_reports.get(term.slug, ())
    counts = (len(stories), len(honours))
    basis = (term, related, counts, stories[:MOST], honours[:MOST], targets, site.ground)
    made = Made(partial(term_twin, site, term, related), basis)
    plan.add(twin_of(term.path), made, f"dữ liệu của {term.name}")


def plan_article_twin(site: Site, plan: Plan, story: Story) -> None:
    """Plan the twin of an article's page."""
    address = twin_of(story.article.path)
    twin = _ArticleTwin(site, story)
    plan.add(address, Made(twin, twin), f"dữ liệu của {story.article.source_path}")


@dataclass(frozen=True, slots=True)
class _ArticleTwin:
    """Makes the twin of an article's page; as small as can be, since there are so many."""

    site: Site
    story: Story

    @property
    def basis(self) -> tuple[Any, ...]:
        """All that the twin draws on."""
        return self.story, self.site.told(self.story), self.site.ground

    def __call__(self) -> bytes:
        return article_twin(self.site, self.story)


def term_twin(site: Site, term: Term, related: Related) -> bytes:
    """Return a term's facts, what is related to it, its newest articles and awards."""
    name = (term.taxonomy.key, term.slug)
    stories = site.stories_by_term.get(name, ())
    honours = site.honours_by_term.get(name, ())
    focus = term.slug if isinstance(term.facts, Unit) else None
    return _encoded(
        site,
        {
            "type": term.taxonomy.key,
            "id": term.slug,
            "name": term.name,
            "url": site.settings.absolute(term.path),
            "summary": term.summary,
            "facts": _facts(site, term),
            "related": {
                role: [_reference(site, one) for one in terms]
                for role, terms in related.items()
                if terms
            },
            "articles": {
                "count": len(stories),
                "newest": [_headline(site, story) for story in stories[:MOST]],
            },
            "awards": {
                "count": len(honours),
                "newest": [_award(AwardEntry(site, one), focus) for one in honours[:MOST]],
            },
        },
    )


def article_twin(site: Site, story: Story) -> bytes:
    """Return an article's record, its awards with all their evidence, and what it cites."""
    awards = [
        _award(entry) | {"evidence": entry.award.evidence} for entry in awards_of(site, story)
    ]
    return _encoded(
        site,
        {
            "type": "article",
            **ARTICLES.described(ArticleEntry(site, story)),
            "awards": awards,
            "documents": story.documents,
        },
    )


def _encoded(site: Site, record: dict[str, Any]) -> bytes:
    about = {"licence": LICENCE["name"], "dataset": site.settings.absolute(DATA)}
    return (json.dumps(record | about, ensure_ascii=False, default=_told) + "\n").encode()


def _told(value: Any) -> Any:
    """Return what JSON has no word for: a day as ISO 8601, a thing of the model by its fields."""
    if isinstance(value, date):
        return value.isoformat()
    return {one.name: getattr(value, one.name) for one in fields(value)}


def _facts(site: Site, term: Term) -> dict[str, Any]:
    facts = term.facts
    if isinstance(facts, Unit):
        return UNITS.described(UnitEntry(site, term, facts))
    if isinstance(facts, Campaign):
        entry = CampaignEntry(site, term, facts)
        targets = [_target(TargetEntry(entry, *one)) for one in enumerate(facts.targets, start=1)]
        return CAMPAIGNS.described(entry) | {"targets": targets, "planned_prizes": facts.prizes}
    if isinstance(facts, AwardTitle):
        return {
            "family": facts.family,
            "aliases": facts.aliases,
            "ranks": facts.ranks,
            "conferred_by": facts.conferred_by,
            "law": facts.law,
        }
    return {}


def _target(entry: TargetEntry) -> dict[str, Any]:
    reports = [REPORTS.described(one) for one in entry.reports]
    return TARGETS.described(entry) | {"reports": reports}


def _reference(site: Site, term: Term) -> dict[str, str]:
    return {"id": term.slug, "name": term.name, "url": site.settings.absolute(term.path)}


def _headline(site: Site, story: Story) -> dict[str, str]:
    article = story.article
    return {
        "id": article.id,
        "title": article.title,
        "date": article.date.isoformat(),
        "url": site.settings.absolute(article.path),
    }


def _award(entry: AwardEntry, focus: str | None = None) -> dict[str, Any]:
    """Return an award with its recipients, or those of the unit ``focus`` alone."""
    recipients = [
        RECIPIENTS.described(one)
        for one in entry.recipients
        if focus is None or one.recipient.resolved == focus
    ]
    return AWARDS.described(entry) | {"recipients": recipients}
