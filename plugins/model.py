"""The data model: what the portal knows, as frozen values.

Standard library only, and no behaviour that needs a neighbour. Text is Unicode NFC. Slugs match
``[a-z0-9-]{1,80}``. Paths are those of the published site: they start and end with ``/`` and carry
no host and no prefix.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

Family = Literal["law", "contest", "ranking", "other"]
RecipientKind = Literal["collective", "individual", "household"]
AwardStatus = Literal["conferred", "background", "proposed", "planned"]
Review = Literal["automatic", "reviewed"]
ArticleStatus = Literal["published", "draft", "scheduled", "withdrawn"]
CampaignState = Literal["upcoming", "running", "ended"]
Comparator = Literal["at-least", "at-most", "reach", "aim"]

# ---------------------------------------------------------------- evidence


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of an article: ``quote`` is exactly ``text[start:end]`` of its plain text."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Note:
    """A remark for readers and staff: a code for machines, a Vietnamese sentence for people."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """A citation of an official document: "Kế hoạch số 26/KH-TĐKT ngày … của …".

    ``number`` is as cited, without spaces and without a thousands dot ("9080", "292/KH-UBND").
    ``subject`` is what it is about, in the words of the text. ``issuer`` is as cited, ``issued_by``
    the slug of the registered unit that this means, where exactly one fits. ``evidence`` is the
    citation itself, ``sentence`` what it stands in.
    """

    kind: str
    number: str
    date: date | None = None
    issuer: str | None = None
    date_inferred: bool = False
    evidence: Evidence | None = None
    subject: str | None = None
    issued_by: str | None = None
    sentence: Evidence | None = None


# ---------------------------------------------------------------- awards


@dataclass(frozen=True, slots=True)
class AwardTitle:
    """A title, form of commendation, prize or ranking of the vocabulary.

    ``named`` is true where a name of its own follows: "Kỷ niệm chương “Vì sự nghiệp …”".
    """

    slug: str
    name: str
    family: Family
    group: str
    recipients: tuple[RecipientKind, ...] = ()
    aliases: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    conferred_by: str | None = None
    law: str | None = None
    example: str = ""
    named: bool = False


@dataclass(frozen=True, slots=True)
class Declared:
    """How many recipients the text says there are; ``None`` where it does not say."""

    collectives: int | None = None
    individuals: int | None = None
    households: int | None = None
    total: int | None = None

    def __bool__(self) -> bool:
        return any(
            count is not None
            for count in (self.collectives, self.individuals, self.households, self.total)
        )


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who received an award: the name as a reader would state it, and where it was read.

    ``unit`` is the organisation or place given with a person, as text; ``resolved`` is the slug of
    the registered unit that the recipient is, or works for, where exactly one fits.
    """

    name: str
    kind: RecipientKind
    evidence: Evidence
    position: str | None = None
    unit: str | None = None
    resolved: str | None = None


@dataclass(frozen=True, slots=True)
class Award:
    """One giving of one title, read from one article. ``evidence`` is never empty."""

    title: AwardTitle
    evidence: tuple[Evidence, ...]
    rank: str | None = None
    issuer: str | None = None
    document: Document | None = None
    campaign: str | None = None
    year: int | None = None
    status: AwardStatus = "conferred"
    declared: Declared = Declared()
    recipients: tuple[Recipient, ...] = ()
    review: Review = "automatic"
    notes: tuple[Note, ...] = ()

    @property
    def date(self) -> date | None:
        """The date of the deciding document, where known."""
        return self.document.date if self.document else None


# ---------------------------------------------------------------- content


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with what must be said about it; ``width`` and ``height`` in pixels."""

    file: str
    alt: str
    caption: str
    credit: str
    licence: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where a story was first told."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What was corrected in a published article, and when."""

    date: date
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One news article. ``id`` is permanent; ``terms`` maps a taxonomy's key to slugs of terms."""

    id: str
    slug: str
    source_path: str
    title: str
    date: datetime
    kind: str
    summary: str
    terms: dict[str, tuple[str, ...]]
    status: ArticleStatus = "published"
    modified: datetime | None = None
    expires: datetime | None = None
    author: str | None = None
    author_unit: str | None = None
    source: Source | None = None
    picture: Picture | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def path(self) -> str:
        """The address of the article's page, e.g. ``/tin/2020/03/ten-bai/``."""
        # Asked for dozens of times an article; a format of dates would take four times as long.
        return f"/tin/{self.date.year}/{self.date.month:02}/{self.slug}/"


@dataclass(frozen=True, slots=True)
class OfficialCode:
    """A code of the General Statistics Office with its period; numbers are used again."""

    value: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """Anything that acts or is commended: an office, a locality, a school, a cluster.

    ``parent``, ``former_parent`` (before the reform of 2025), ``successors``, ``predecessors``
    (where those do not name this unit), ``members`` and ``head`` are slugs of units.
    ``number`` and ``year`` are a cluster's.
    """

    slug: str
    name: str
    kind: str
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    successors: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    head: str | None = None
    website: str | None = None
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    former_parent: str | None = None
    codes: tuple[OfficialCode, ...] = ()
    number: str | None = None
    year: int | None = None
    predecessors: tuple[str, ...] = ()

    def lives(self, on: date | None) -> bool:
        """Whether the unit existed on a day; on no day in particular, it did."""
        if on is None:
            return True
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit of measure: "98,4%", "2 buổi/tháng"; ``text`` is as written.

    ``unit`` is folded ("%", "trang", "buổi/tháng"), empty where a number stands alone.
    """

    number: Decimal
    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Target:
    """What a campaign promises: "tối thiểu 95% hồ sơ giải quyết đúng hạn".

    ``wording`` is the comparator in the author's own words.
    """

    comparator: Comparator
    wording: str
    quantity: Quantity
    object: str
    deadline: date | None = None

    @property
    def level(self) -> str:
        """What the figure is to be, in words: "tối thiểu 95%", "từ 95% trở lên"."""
        before, gap, after = self.wording.partition("…")
        return " ".join(f"{before} {self.quantity.text} {after if gap else ''}".split())


@dataclass(frozen=True, slots=True)
class TargetReport:
    """A figure that an article gives for a target of a campaign; ``number`` counts from 1.

    ``evidence`` is where the article's text says so; an author who states the figure in the front
    matter (``review`` is then "reviewed") need not quote any.
    """

    campaign: str
    number: int
    quantity: Quantity
    evidence: Evidence | None = None
    review: Review = "automatic"


@dataclass(frozen=True, slots=True)
class PlannedPrize:
    """A prize that a campaign's plan foresees; never an award given."""

    group: str
    prize: str
    count: int


@dataclass(frozen=True, slots=True)
class Campaign:
    """An emulation movement with its plan, period, targets and prize structure."""

    slug: str
    name: str
    unit: str
    aliases: tuple[str, ...] = ()
    plan: str | None = None
    start: date | None = None
    end: date | None = None
    participants: str | None = None
    targets: tuple[Target, ...] = ()
    prizes: tuple[PlannedPrize, ...] = ()
    parent: str | None = None

    def state(self, today: date) -> CampaignState:
        """Upcoming, running or ended on ``today``; one without an end runs on."""
        if self.start and today < self.start:
            return "upcoming"
        if self.end and today > self.end:
            return "ended"
        return "running"
