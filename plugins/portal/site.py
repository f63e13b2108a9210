"""The whole site in memory: everything the pages are planned from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from plugins.model import Campaign, Picture, Unit
from plugins.portal.citing import cited_by_campaign
from plugins.portal.contexts import CitedDocument, Honour, Story, Taxonomy, Term
from plugins.portal.document_register import DOCUMENT, Register, register
from plugins.portal.persons import person_paths
from plugins.portal.progress import TargetProgress, target_progress
from plugins.portal.roll import Roll
from plugins.portal.settings import Settings
from plugins.portal.steps import find_steps
from plugins.registry import Registry

# What the identities of pages begin with that nobody wrote: they are there while news tells of what
# they are about.
PASSING = ("danh-muc:", DOCUMENT)


@dataclass(frozen=True, slots=True)
class StaticPage:
    """A page of ``content/trang``."""

    slug: str
    title: str
    summary: str
    html: str
    source_path: str

    @property
    def path(self) -> str:
        """The page's address."""
        return f"/{self.slug}/"


@dataclass(frozen=True, slots=True)
class Ground:
    """The registry's records, and the slugs of all terms that have a page."""

    units: Mapping[str, Unit]
    campaigns: Mapping[str, Campaign]
    terms: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Site:
    """Stories newest first, terms by taxonomy key and slug, in Vietnamese order.

    ``pictures`` are those that something published shows. ``unnamed`` are the names that were taken
    out, as addresses have them.
    """

    settings: Settings
    registry: Registry
    terms: Mapping[str, Mapping[str, Term]]
    stories: tuple[Story, ...]
    pages: tuple[StaticPage, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    picture_files: Mapping[str, Path] = field(default_factory=dict)
    unnamed: tuple[str, ...] = ()

    @property
    def taxonomies(self) -> tuple[Taxonomy, ...]:
        """The taxonomies, in the order of the settings."""
        return self.settings.taxonomies

    @cached_property
    def identities(self) -> Mapping[str, str]:
        """The addresses of all pages that live on from build to build, by what they are."""
        pages = {f"tin:{story.article.id}": story.article.path for story in self.stories}
        for terms in self.terms.values():
            pages |= {_identity(term): term.path for term in terms.values()}
        pages |= self.register.identities
        return pages | {page.path: page.path for page in self.pages}

    @cached_property
    def ground(self) -> Ground:
        """What the records of all stories refer to."""
        return Ground(
            units=dict(self.registry.units),
            campaigns=dict(self.registry.campaigns),
            terms={key: tuple(terms) for key, terms in self.terms.items()},
        )

    @cached_property
    def honours(self) -> tuple[Honour, ...]:
        """Awards that were conferred, rankings apart, newest first."""
        return tuple(one for one in self._conferred if one.award.title.family != "ranking")

    @cached_property
    def rankings(self) -> tuple[Honour, ...]:
        """Places in rankings, newest first: no awards in law, never counted with them."""
        return tuple(one for one in self._conferred if one.award.title.family == "ranking")

    def told(self, story: Story) -> tuple[Honour, ...]:
        """Return the awards of a story, of any status, in the order of its text."""
        return self._told[story.article.id]

    @cached_property
    def _told(self) -> Mapping[str, tuple[Honour, ...]]:
        return {story.article.id: tuple(self._honours_of(story)) for story in self.stories}

    def _honours_of(self, story: Story) -> Iterable[Honour]:
        units = self.terms.get("unit", {})
        for number, award in enumerate(story.awards, start=1):
            decision = self.register.entry(story, award.document)
            yield Honour(award, story, number, units, persons=self._persons, decision=decision)

    @cached_property
    def _conferred(self) -> tuple[Honour, ...]:
        honours = (one for story in self.stories for one in self.told(story))
        given = (one for one in honours if one.award.status == "conferred")
        return tuple(sorted(given, key=lambda honour: honour.date, reverse=True))

    @cached_property
    def _persons(self) -> Mapping[tuple[str, str], str]:
        """The addresses of the pages of persons, if the site has any."""
        if not self.settings.person_pages:
            return {}
        awards = (award for story in reversed(self.stories) for award in reversed(story.awards))
        return person_paths(
            award
            for award in awards
            if award.status == "conferred" and award.title.family != "ranking"
        )

    @cached_property
    def roll(self) -> Roll:
        """The honours by everything that the honour roll sorts them by."""
        return Roll(self.honours, self.terms.get("unit", {}), self.registry)

    @cached_property
    def register(self) -> Register:
        """The register of the documents that stories and campaigns cite."""
        plans = {
            campaign.slug: plan
            for campaign in self.registry.campaigns.values()
            if (plan := cited_by_campaign(campaign, self.registry))
        }
        return register(self.stories, plans, self.registry)

    @property
    def documents(self) -> tuple[CitedDocument, ...]:
        """All documents, newest first."""
        return self.register.documents

    @property
    def documents_by_story(self) -> Mapping[str, tuple[CitedDocument, ...]]:
        """The documents that each story cites, by the id of its article, newest first."""
        return self.register.by_story

    @property
    def plan_documents(self) -> Mapping[str, CitedDocument]:
        """The plan of each campaign whose file names one, by the campaign's slug."""
        return self.register.by_campaign

    @cached_property
    def documents_by_issuer(self) -> Mapping[str, tuple[CitedDocument, ...]]:
        """The documents that each unit issued, by its slug, newest first."""
        lists: dict[str, list[CitedDocument]] = {}
        for cited in self.documents:
            if cited.document.issued_by:
                lists.setdefault(cited.document.issued_by, []).append(cited)
        return {name: tuple(documents) for name, documents in lists.items()}

    @cached_property
    def target_reports(self) -> Mapping[str, tuple[TargetProgress, ...]]:
        """The targets of each campaign by its slug, each with what articles reported for it.

        Only campaigns with targets stand here. ``figures`` are in order of time; a figure's
        ``report.evidence`` is ``None`` where the author stated it in the front matter.
        """
        return target_progress(self.registry.campaigns, self.stories, self.settings.today)

    @cached_property
    def campaign_steps(self) -> Mapping[str, tuple[Story, ...]]:
        """The articles that tell a step of a campaign, by its slug, oldest first."""
        return find_steps(self.stories_by_term)

    @cached_property
    def honours_by_document(self) -> Mapping[str, tuple[Honour, ...]]:
        """The awards that each document decides, of any status, by the slug of its page.

        They stand as the stories tell them, newest first.
        """
        lists: dict[str, list[Honour]] = {}
        for story in self.stories:
            for honour in self.told(story):
                if honour.decision:
                    lists.setdefault(honour.decision.slug, []).append(honour)
        return {name: tuple(honours) for name, honours in lists.items()}

    @cached_property
    def stories_by_term(self) -> Mapping[tuple[str, str], tuple[Story, ...]]:
        """The stories of each term, by (taxonomy key, slug), newest first; one pass for all."""
        lists: dict[tuple[str, str], list[Story]] = {}
        for story in self.stories:
            for key, terms in story.terms.items():
                for term in terms:
                    lists.setdefault((key, term.slug), []).append(story)
        return {name: tuple(stories) for name, stories in lists.items()}

    @cached_property
    def honours_by_term(self) -> Mapping[tuple[str, str], tuple[Honour, ...]]:
        """The honours of each term, newest first.

        A unit's are those that it, or a person working there, received; a title's are its own; any
        other term's are those told in its stories.
        """
        lists: dict[tuple[str, str], list[Honour]] = {}
        for honour in self.honours:
            for name in honour_terms(honour):
                lists.setdefault(name, []).append(honour)
        return {name: tuple(honours) for name, honours in lists.items()}


def _identity(term: Term) -> str:
    return term.path if term.described else f"{PASSING[0]}{term.path}"


def honour_terms(honour: Honour) -> Iterable[tuple[str, str]]:
    """Give the (taxonomy key, slug) of each term that an honour belongs to, each once."""
    names: dict[tuple[str, str], None] = {("award", honour.award.title.slug): None}
    for recipient in honour.award.recipients:
        if recipient.resolved:
            names["unit", recipient.resolved] = None
    for key, terms in honour.story.terms.items():
        if key not in ("award", "unit"):
            names.update({(key, term.slug): None for term in terms})
    return names
