"""What the rows of the open data are made of: things of the site, each with the site itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.model import Award, Campaign, Recipient, Target, Unit
from plugins.portal.contexts import CitedDocument, Honour, Story, Term
from plugins.portal.progress import ReportedFigure
from plugins.portal.site import Site


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """A published article."""

    site: Site
    story: Story

    @property
    def id(self) -> str:
        """The permanent id of the article."""
        return self.story.article.id


@dataclass(frozen=True, slots=True)
class AwardEntry:
    """An award of any status, with the story that tells it."""

    site: Site
    honour: Honour

    @property
    def id(self) -> str:
        """The id of the article and the number of the award in it: "ten-bai#2"."""
        return f"{self.honour.story.article.id}#{self.honour.number}"

    @property
    def award(self) -> Award:
        """The award itself."""
        return self.honour.award

    @property
    def recipients(self) -> Iterator[RecipientEntry]:
        """The award's recipients, in the order of the text."""
        for number, recipient in enumerate(self.award.recipients, start=1):
            yield RecipientEntry(self, number, recipient)

    @property
    def document(self) -> CitedDocument | None:
        """The entry of the deciding document in the register."""
        return self.honour.decision


@dataclass(frozen=True, slots=True)
class RecipientEntry:
    """A recipient, with the award."""

    of: AwardEntry
    number: int
    recipient: Recipient

    @property
    def id(self) -> str:
        """The id of the award and the number of the recipient in it: "ten-bai#2-3"."""
        return f"{self.of.id}-{self.number}"


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """A unit that has a page."""

    site: Site
    term: Term
    unit: Unit

    @property
    def predecessors(self) -> tuple[str, ...]:
        """The units that it followed, of those that have a page."""
        return all_known(self.site, "unit", *self.site.registry.predecessors(self.unit.slug))


@dataclass(frozen=True, slots=True)
class CampaignEntry:
    """A campaign that has a page."""

    site: Site
    term: Term
    campaign: Campaign


@dataclass(frozen=True, slots=True)
class TargetEntry:
    """A target of a campaign."""

    of: CampaignEntry
    number: int
    target: Target

    @property
    def id(self) -> str:
        """The slug of the campaign and the number of the target in it: "ten-phong-trao#1"."""
        return f"{self.of.campaign.slug}#{self.number}"

    @property
    def reports(self) -> Iterator[ReportEntry]:
        """What articles reported for it, in order of time."""
        progress = self.of.site.target_reports.get(self.of.campaign.slug, ())
        seen = Counter[str]()
        for figure in progress[self.number - 1].figures if progress else ():
            article = figure.story.article.id
            seen[article] += 1
            yield ReportEntry(self, figure, seen[article])


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A figure for a target; ``number`` counts those of one article for one target from 1."""

    of: TargetEntry
    figure: ReportedFigure
    number: int

    @property
    def id(self) -> str:
        """The ids of target and article: "ten-phong-trao#1@ten-bai"."""
        more = f"-{self.number}" if self.number > 1 else ""
        return f"{self.of.id}@{self.figure.story.article.id}{more}"


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document of the register."""

    site: Site
    cited: CitedDocument


def articles(site: Site) -> Iterator[ArticleEntry]:
    """Give all articles, newest first."""
    return (ArticleEntry(site, story) for story in site.stories)


def awards_of(site: Site, story: Story) -> Iterator[AwardEntry]:
    """Give the awards of one story, in the order of the text."""
    return (AwardEntry(site, honour) for honour in site.told(story))


def awards(site: Site) -> Iterator[AwardEntry]:
    """Give all awards, those of the newest article first."""
    for story in site.stories:
        yield from awards_of(site, story)


def recipients(site: Site) -> Iterator[RecipientEntry]:
    """Give the recipients of all awards."""
    for entry in awards(site):
        yield from entry.recipients


def units(site: Site) -> Iterator[UnitEntry]:
    """Give all units that have a page, in Vietnamese order."""
    for term in site.terms.get("unit", {}).values():
        yield UnitEntry(site, term, term.facts)


def campaigns(site: Site) -> Iterator[CampaignEntry]:
    """Give all campaigns, in Vietnamese order."""
    for term in site.terms.get("campaign", {}).values():
        yield CampaignEntry(site, term, term.facts)


def reports(site: Site) -> Iterator[ReportEntry]:
    """Give what articles reported for the targets of all campaigns."""
    for target in targets(site):
        yield from target.reports


def targets(site: Site) -> Iterator[TargetEntry]:
    """Give the targets of all campaigns."""
    for entry in campaigns(site):
        for number, target in enumerate(entry.campaign.targets, start=1):
            yield TargetEntry(entry, number, target)


def documents(site: Site) -> Iterator[DocumentEntry]:
    """Give the register, newest first."""
    return (DocumentEntry(site, cited) for cited in site.documents)


def known(site: Site, key: str, slug: str | None) -> str | None:
    """Return ``slug`` if it is that of a published term: only such a one is in a table."""
    return slug if slug and slug in site.terms.get(key, {}) else None


def all_known(site: Site, key: str, *slugs: str | None) -> tuple[str, ...]:
    """Return those of ``slugs`` that are known."""
    published = site.terms.get(key, {})
    return tuple([slug for slug in slugs if slug and slug in published])
