"""The values that templates are given; what each gets is in `plugins.portal.template_names`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from plugins.incremental.fingerprint import UNPRINTED
from plugins.model import Article, Award, Document, Picture, Recipient, TargetReport
from plugins.portal.addresses import DOCUMENTS, year_path
from plugins.portal.texts import StoryText
from plugins.vocabulary import fold


@dataclass(frozen=True, slots=True)
class Link:
    """A labelled address of this site; ``path`` is root-relative without prefix."""

    label: str
    path: str


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """What every page says about the site, from the settings.

    ``search`` is the address of the search, empty where the site has none.
    """

    name: str
    tagline: str
    owner: str
    url: str
    menu: tuple[Link, ...]
    footer_menu: tuple[Link, ...]
    licence: str
    notice: str = ""
    search: str = ""


@dataclass(frozen=True, slots=True)
class Findable:
    """How the search finds a page: what of kind it is, when it is from, which units it is about.

    ``words`` are further names that it is found by, such as those of a unit's predecessors.
    """

    kind: str
    date: date | None = None
    units: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """What a page is about in the words of schema.org: made when it is rendered.

    ``basis`` is all that ``make`` draws on beside the settings.
    """

    make: Callable[[], dict[str, Any]] = field(compare=False, repr=False)
    basis: Any


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What a page says about itself.

    ``section`` is the path of the menu entry it belongs to; a page that is not ``listed`` is kept
    from search engines and the sitemap. ``twin`` is the address of its JSON twin; ``node`` tells
    machines what it is about. The site's own search finds those that are ``findable``.
    """

    title: str
    description: str
    path: str
    section: str = ""
    crumbs: tuple[Link, ...] = ()
    feeds: tuple[Link, ...] = ()
    picture: Picture | None = None
    is_article: bool = False
    listed: bool = True
    twin: str = ""
    node: Node | None = None
    findable: Findable | None = None


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """One way to sort articles into terms: an entry of the setting ``TAXONOMIES``.

    ``key`` is the front matter's key, ``folder`` both the folder below ``content/`` and the first
    part of the terms' addresses; ``noun`` is what one term is called in a message.
    """

    key: str
    folder: str
    label: str
    noun: str
    intro: str = ""

    @property
    def path(self) -> str:
        """The address of the index of all terms."""
        return f"/{self.folder}/"


@dataclass(frozen=True, slots=True)
class Term:
    """One unit, campaign, award title, … ``facts`` is its record in the model, ``html`` its prose.

    ``group`` heads the part of the index that it stands in; ``described`` is whether a file of its
    own describes it.
    """

    taxonomy: Taxonomy
    slug: str
    name: str
    summary: str
    html: str
    facts: Any
    group: str = ""
    described: bool = True

    @property
    def path(self) -> str:
        """The address of the term's page."""
        return f"{self.taxonomy.path}{self.slug}/"

    @property
    def feed(self) -> str:
        """The address of the term's RSS feed."""
        return f"{self.path}rss.xml"

    @property
    def names(self) -> tuple[str, ...]:
        """All names that the term goes by, its own first."""
        aliases = self.facts["aliases"] if isinstance(self.facts, Mapping) else self.facts.aliases
        return (self.name, *aliases)


@dataclass(frozen=True, slots=True)
class Story:
    """An article as readers meet it: with its terms, its text and what was read from it."""

    article: Article
    text: StoryText = field(metadata=UNPRINTED)
    terms: Mapping[str, tuple[Term, ...]]
    awards: tuple[Award, ...] = ()
    documents: tuple[Document, ...] = ()
    reports: tuple[TargetReport, ...] = ()


_LIST_NOTES = frozenset(
    [
        "count-mismatch",
        "not-listed",
        "list-cut",
        "recipient-unnamed",
        "shared-list",
        "partly-unread",
    ]
)


@dataclass(frozen=True, slots=True)
class Honour:
    """An award together with the story that tells it; ``number`` counts the story's awards from 1.

    ``units`` maps the slugs in ``recipients[].resolved`` to their terms. With ``focus``, the slug
    of a unit, only that unit's recipients are shown; with ``only`` those with these numbers.
    ``persons`` are the addresses of the pages of persons, see :func:`person_key`; empty where the
    site has none. ``decision`` is the register's entry of the document that the award rests on.
    """

    award: Award
    story: Story
    number: int
    units: Mapping[str, Term]
    focus: str | None = None
    only: frozenset[int] | None = None
    persons: Mapping[tuple[str, str], str] = field(default_factory=dict)
    decision: CitedDocument | None = None

    @property
    def basis(self) -> tuple[Any, ...]:
        """All that an output depends on which shows the honour."""
        recipients = self.award.recipients
        return (
            *(self.award, self.story, self.number, self.focus, self.only, self.decision),
            tuple(one.resolved in self.units for one in recipients if one.resolved),
            tuple(self.person_path(one) for one in recipients) if self.persons else (),
        )

    @property
    def recipients(self) -> tuple[tuple[int, Recipient], ...]:
        """The recipients to show, each with its number in the award (from 1)."""
        numbered = tuple(enumerate(self.award.recipients, start=1))
        if self.focus is None and self.only is None:
            return numbered
        return tuple(
            (number, recipient)
            for number, recipient in numbered
            if (self.focus is None or recipient.resolved == self.focus)
            and (self.only is None or number in self.only)
        )

    @property
    def others(self) -> tuple[Recipient, ...]:
        """The recipients that are not shown."""
        shown = {number for number, _ in self.recipients}
        everyone = enumerate(self.award.recipients, start=1)
        return tuple(recipient for number, recipient in everyone if number not in shown)

    @property
    def path(self) -> str:
        """The address of the award's entry on its article's page."""
        return f"{self.story.article.path}#khen-thuong-{self.number}"

    @property
    def date(self) -> date:
        """The day the award is filed under: of its decision, else of its article."""
        return self.award.date or self.story.article.date.date()

    @property
    def year(self) -> int:
        """The year the award is filed under."""
        return self.date.year

    @property
    def list_notes(self) -> tuple[str, ...]:
        """The notes on the list itself; what the others say is seen by date and title."""
        return tuple(note.message for note in self.award.notes if note.code in _LIST_NOTES)

    def person_path(self, recipient: Recipient) -> str | None:
        """Return the address of a recipient's own page, if there is one."""
        key = person_key(recipient) if self.persons else None
        return self.persons.get(key) if key else None


def person_key(recipient: Recipient) -> tuple[str, str] | None:
    """Return what makes two recipients one person: the same name and the same resolved unit.

    Words in brackets stand for a name, they are none.
    """
    if recipient.kind != "individual" or not recipient.resolved or recipient.name[0] == "(":
        return None
    return fold(recipient.name), recipient.resolved


@dataclass(frozen=True, slots=True)
class HonourYear:
    """How many recipients of each kind were commended in one year."""

    year: int
    collectives: int = 0
    individuals: int = 0
    households: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """The numbers by the names of their kinds."""
        return {
            "collectives": self.collectives,
            "individuals": self.individuals,
            "households": self.households,
        }

    @property
    def total(self) -> int:
        """All of them."""
        return self.collectives + self.individuals + self.households

    @property
    def path(self) -> str:
        """The address of the year's yearbook."""
        return year_path(self.year)


@dataclass(frozen=True, slots=True)
class PageLink:
    """One entry of the page navigation of a listing."""

    label: str
    path: str
    current: bool


@dataclass(frozen=True, slots=True)
class Pagination:
    """Where a page of a listing stands.

    ``pages`` are the newest page, this one and its neighbours, newest first; ``oldest`` is the last
    page where others lie between. ``place`` says which page it is and what days it has ("Trang 7,
    từ … đến …."); it is empty on the newest page, which alone tells of the listing as a whole.
    """

    newer: str | None = None
    older: str | None = None
    pages: tuple[PageLink, ...] = ()
    oldest: PageLink | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class TermCount:
    """A term with the number of its articles and the number of its honours."""

    term: Term
    articles: int
    honours: int


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Terms under one heading of an index."""

    label: str
    terms: tuple[TermCount, ...]


@dataclass(frozen=True, slots=True)
class HonourGroup:
    """Honours under one heading; ``term`` where the heading is one.

    ``total`` is how many there are where not all are shown; all stand at ``path``.
    """

    label: str
    anchor: str
    honours: tuple[Honour, ...]
    term: Term | None = None
    path: str = ""
    total: int = 0


@dataclass(frozen=True, slots=True)
class Facet:
    """One way into the honour roll: its page and how many honours stand there.

    ``value`` is what the filter calls it: a year, a slug. ``parts`` are the facets below it.
    """

    label: str
    value: str
    path: str
    count: int
    parts: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """Ways into the roll under one heading; ``more`` is the label of ``path``, which has all."""

    label: str
    facets: tuple[Facet, ...]
    path: str | None = None
    more: str = ""


@dataclass(frozen=True, slots=True)
class YearbookPart:
    """The honours of one title in a yearbook, by issuer and then oldest first."""

    label: str
    anchor: str
    count: int
    issuers: tuple[HonourGroup, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A story that cites a document, and what it says of it."""

    story: Story
    document: Document


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """An entry of the register: a document, with all that is said of it anywhere.

    ``issuer`` is who issued it, as a reader must be told who reads no article beside it ("UBND
    huyện" says too little there). ``citations`` stand newest first; ``campaigns`` are those whose
    plan it is.
    """

    document: Document
    slug: str
    issuer: str | None = None
    citations: tuple[Citation, ...] = ()
    campaigns: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The address of the document's page."""
        return f"{DOCUMENTS}{self.slug}/"

    @property
    def stories(self) -> tuple[Story, ...]:
        """The stories that cite it, newest first, each once."""
        return tuple({one.story.article.id: one.story for one in self.citations}.values())


@dataclass(frozen=True, slots=True)
class DocumentYear:
    """A year of the register (or what is undated): its page and its number of documents."""

    link: Link
    count: int


@dataclass(frozen=True, slots=True)
class FeedGroup:
    """Feeds under one heading of the page that lists them all."""

    label: str
    feeds: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ArchiveYear:
    """A year with news: its page, its number of articles, its months (label is the month)."""

    year: Link
    count: int
    months: tuple[Link, ...]
