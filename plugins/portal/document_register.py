"""The register of cited documents: every document once, with what cites it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from plugins.documents import may_be_one, number_parts
from plugins.model import Document
from plugins.portal.addresses import slug
from plugins.portal.citing import named_issuer
from plugins.portal.contexts import Citation, CitedDocument, Story
from plugins.portal.joining import Joined, Source, issuer_key, join
from plugins.registry import Registry

# What the permanent identities of documents' pages begin with.
DOCUMENT = "van-ban:"


@dataclass(frozen=True, slots=True)
class Register:
    """All documents, newest first, undated ones last.

    ``identities`` maps what a page is known by from build to build (each of its citations) to its
    address; ``contradictions`` are entries that would be one document but for what they say of it.
    """

    documents: tuple[CitedDocument, ...] = ()
    by_story: Mapping[str, tuple[CitedDocument, ...]] = field(default_factory=dict)
    by_campaign: Mapping[str, CitedDocument] = field(default_factory=dict)
    identities: Mapping[str, str] = field(default_factory=dict)
    contradictions: tuple[tuple[CitedDocument, ...], ...] = ()

    def entry(self, story: Story, document: Document | None) -> CitedDocument | None:
        """Return the entry of a document that a story cites, e.g. of the decision of an award."""
        known = self.by_story.get(story.article.id, ()) if document else ()
        fits = [one for one in known if document and may_be_one(one.document, document)]
        return fits[0] if len(fits) == 1 else None


def register(
    stories: Iterable[Story], plans: Mapping[str, Document], registry: Registry
) -> Register:
    """Enter the documents that ``stories`` cite, and the plans of campaigns by their slug."""
    told = {story.article.id: story for story in stories}
    joined = join([*_of_stories(told.values()), *_of_plans(plans)])
    joined.sort(key=lambda one: (_day(one), one.document.number, one.sources[0].place))
    joined.reverse()
    entries = [
        CitedDocument(
            document=_presented(one),
            slug=name,
            issuer=named_issuer(one.document, registry),
            citations=_citations(one, told),
            campaigns=tuple(sorted(s.place for s in one.sources if s.article is None)),
        )
        for one, name in zip(joined, _slugs(joined), strict=True)
    ]
    by_story: defaultdict[str, list[CitedDocument]] = defaultdict(list)
    for entry in entries:
        for story in entry.stories:
            by_story[story.article.id].append(entry)
    return Register(
        documents=tuple(entries),
        by_story={name: tuple(cited) for name, cited in by_story.items()},
        by_campaign={slug: entry for entry in entries for slug in entry.campaigns},
        identities=dict(_identities(joined, entries)),
        contradictions=tuple(_contradictions(joined, entries)),
    )


def _of_stories(stories: Iterable[Story]) -> Iterator[Source]:
    for story in stories:
        article = story.article
        for document in story.documents:
            yield Source(
                document,
                article.id,
                article.date.date(),
                article.terms.get("campaign", ()),
                article.terms.get("unit", ()),
                article.id,
            )


def _of_plans(plans: Mapping[str, Document]) -> Iterator[Source]:
    for campaign, document in plans.items():
        yield Source(document, campaign, None, (campaign,))


def _day(one: Joined) -> date:
    return one.document.date or date.min


def _presented(one: Joined) -> Document:
    """The document as its fullest citation tells it; what is quoted belongs to the citations."""
    return replace(one.document, evidence=None, sentence=None)


def _citations(one: Joined, stories: Mapping[str, Story]) -> tuple[Citation, ...]:
    cited = [Citation(stories[s.article], s.document) for s in one.sources if s.article]
    cited.sort(key=lambda c: (c.story.article.date, c.story.article.id), reverse=True)
    return tuple(cited)


def _slugs(joined: Iterable[Joined]) -> list[str]:
    """Name each document by what it says itself, so that a new article seldom changes a name.

    Documents of one name are told apart by who issued them, at last by the oldest citation.
    """
    entries = list(joined)
    names = [_name(one) for one in entries]
    for marks in (
        [issuer_key(one.document) for one in entries],
        [_oldest(one).place for one in entries],
        [str(number) for number in range(len(entries), 0, -1)],
    ):
        taken = Counter(names)
        names = [
            slug(f"{name} {mark}") if taken[name] > 1 else name
            for name, mark in zip(names, marks, strict=True)
        ]
    return names


def _name(one: Joined) -> str:
    """Kind, number and day; without a day who issued it, else the year that it is first told in."""
    document = one.document
    when = document.date or issuer_key(document) or (_oldest(one).day or date.min).year
    number = document.number.replace("/", " ")
    return slug(f"{document.kind} {number} {when or ''}")


def _oldest(one: Joined) -> Source:
    return min(one.sources, key=lambda s: (s.day or date.max, s.place))


def _identities(
    joined: Iterable[Joined], entries: Iterable[CitedDocument]
) -> Iterator[tuple[str, str]]:
    """A page is that of each of its citations: so it is found again when it merges or splits."""
    for one, entry in zip(joined, entries, strict=True):
        for source in one.sources:
            kind = "tin" if source.article else "phong-trao"
            yield f"{DOCUMENT}{kind}:{source.place}:{source.document.number}", entry.path


def _contradictions(
    joined: Iterable[Joined], entries: Iterable[CitedDocument]
) -> Iterator[tuple[CitedDocument, ...]]:
    """Entries of one kind and number, with two days in one year, that share where they come from.

    That is who issued them, the campaign or the article.
    """
    rivals: defaultdict[tuple[object, ...], list[CitedDocument]] = defaultdict(list)
    for one, entry in zip(joined, entries, strict=True):
        document, number = one.document, number_parts(one.document.number)
        if number[1] and document.date:
            shared = {("issuer", issuer_key(document))} if issuer_key(document) else set()
            shared |= {("campaign", name) for name in one.campaigns}
            shared |= {("article", s.article) for s in one.sources if s.article}
            for key in shared:
                rivals[document.kind, number, document.date.year, key].append(entry)
    known: set[tuple[str, ...]] = set()
    for found in rivals.values():
        clashing = tuple(one for one in found if any(_clash(one, other) for other in found))
        names = tuple(entry.slug for entry in clashing)
        if names and names not in known:
            known.add(names)
            yield clashing


def _clash(one: CitedDocument, other: CitedDocument) -> bool:
    issuers = {issuer_key(one.document), issuer_key(other.document)} - {""}
    return one.document.date != other.document.date and len(issuers) < 2  # noqa: PLR2004
