"""Which citations of different stories mean one document, in one pass over them.

The fullest citation comes first; each further one joins the only entry that it fits and shares
something with: the day, who issued it, the campaign, or a unit that the news is about. Where
several fit, or none, it stays apart: a wrong merger would tell readers what no document says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from plugins.documents import completed, may_be_one, number_parts, office
from plugins.model import Document
from plugins.registry import is_level

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A citation and where it stands: an article, or the file of a campaign.

    ``place`` orders sources and is theirs for good; ``day`` is that of publication.
    """

    document: Document
    place: str
    day: date | None
    campaigns: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    article: str | None = None

    @property
    def full(self) -> tuple[bool, bool, bool, date, str]:
        """Fuller citations sort before others, older ones before newer."""
        document = self.document
        undated = document.date is None or document.date_inferred
        suffix = number_parts(document.number)[1]
        return (not suffix, undated, not document.issuer, self.day or date.min, self.place)


@dataclass(slots=True, eq=False)
class Joined:
    """A document with the citations that mean it, and when and where they stand."""

    document: Document
    sources: list[Source] = field(default_factory=list)
    campaigns: set[str] = field(default_factory=set)
    units: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    first: date | None = None

    def add(self, source: Source) -> None:
        """Let a citation mean this document."""
        if self.sources:
            self.document = completed(self.document, source.document)
        self.sources.append(source)
        self.campaigns.update(source.campaigns)
        self.units.update(source.units)
        if source.day:
            self.years.add(source.day.year)
            self.first = min(self.first or source.day, source.day)


def join(sources: Iterable[Source]) -> list[Joined]:
    """Put citations together that mean one document."""
    index: defaultdict[Key, list[Joined]] = defaultdict(list)
    found: list[Joined] = []
    for source in sorted(sources, key=lambda one: one.full):
        entry = _only(source, index)
        if entry is None:
            entry = Joined(source.document)
            found.append(entry)
        entry.add(source)
        for key in _keys(source, entry.document):
            if entry not in index[key]:
                index[key].append(entry)
    return found


def _only(source: Source, index: defaultdict[Key, list[Joined]]) -> Joined | None:
    """The one entry that a citation fits; of several the one of its campaign, then of its units."""
    near = dict.fromkeys(entry for key in _wanted(source) for entry in index.get(key, ()))
    fits = [entry for entry in near if _fits(source, entry)]
    for shared in (
        [entry for entry in fits if entry.campaigns.intersection(source.campaigns)],
        [entry for entry in fits if entry.units.intersection(source.units)],
    ):
        if len(fits) > 1 and shared:
            fits = shared
    return fits[0] if len(fits) == 1 else None


def _fits(source: Source, entry: Joined) -> bool:
    """Whether a citation may mean an entry: nothing contradicts, nothing is told before its day.

    Numbers begin anew each year: one without a date means a document of this year or the last,
    unless it is told in the same campaign.
    """
    document, known = source.document, entry.document
    if not may_be_one(document, known):
        return False
    if (document.date and known.date) or _numbered_by_year(document.number):
        return True
    anew = not entry.campaigns.intersection(source.campaigns)
    if known.date:
        return _follows(source.day, known.date, anew=anew)
    if document.date:
        return _follows(entry.first, document.date, anew=anew)
    return not anew or (source.day is not None and source.day.year in entry.years)


def _follows(told: date | None, issued: date, *, anew: bool) -> bool:
    if told is None:
        return not anew
    return issued <= told and (not anew or issued.year >= told.year - 1)


def issuer_key(document: Document) -> str:
    """Who issued a document, where its citation names an office and not only a level or a head."""
    if document.issued_by:
        return document.issued_by
    name = office(document.issuer) if document.issuer else ""
    return "" if is_level(name) or len(name.split()) < 2 else name  # noqa: PLR2004


def _shared(source: Source, document: Document) -> Iterator[Key]:
    """What a citation may share with another of the same document."""
    yield from (("campaign", slug) for slug in source.campaigns)
    yield from (("unit", slug) for slug in source.units)
    if issuer := issuer_key(document):
        yield "issuer", issuer
    if _numbered_by_year(document.number):
        yield "number", number_parts(document.number)[1]


def _numbered_by_year(number: str) -> bool:
    """Whether a number is the only one of its kind: "98/2023/NĐ-CP"."""
    parts = number_parts(number)[1].split("/")
    return len(parts) > 2 and parts[1].isdigit()  # noqa: PLR2004


def _keys(source: Source, document: Document) -> Iterator[Key]:
    """Under what an entry is found. Numbers begin anew each year, so the year is part of it."""
    digits = number_parts(document.number)[0]
    year = str(document.date.year) if document.date else ""
    if document.date:
        yield digits, f"{document.date:%m-%d}"
    for shared in _shared(source, document):
        yield digits, *shared, year
        if shared[0] in ("campaign", "number"):
            yield digits, *shared


def _wanted(source: Source) -> Iterator[Key]:
    """Where the entry is looked for that a citation may mean."""
    document, day = source.document, source.day
    digits = number_parts(document.number)[0]
    if document.date:
        yield digits, f"{document.date:%m-%d}"
    for shared in _shared(source, document):
        yield digits, *shared, ""
        if shared[0] in ("campaign", "number"):
            yield digits, *shared
        if document.date is None and day:
            # Without a date it is the document of this year, or of the year before.
            yield digits, *shared, str(day.year)
            yield digits, *shared, str(day.year - 1)
