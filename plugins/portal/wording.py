"""Phrases made of values: names of awards and documents, counts, dates, numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from plugins.model import Award, Declared, Document, Recipient
from plugins.sources.dates import VIETNAM

_MEGABYTE = 1_000_000


def upper_first(text: str) -> str:
    """Return ``text`` with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def award_name(award: Award) -> str:
    """Name an award: a contest or ranking by the place won, a title of the law by its name."""
    title, rank = award.title, award.rank
    if not rank:
        return title.name
    if title.family == "contest":
        return upper_first(rank)
    return f"{title.name}: {rank}" if title.family == "ranking" else f"{title.name} {rank}"


def document_name(document: Document, *, dated: bool = True) -> str:
    """Name a document: "Quyết định số 9080/QĐ-UBND ngày 19/12/2022"."""
    when = f" ngày {day(document.date)}" if dated and document.date else ""
    return f"{document.kind} số {document.number}{when}"


def declared(counts: Declared, contest: bool = False) -> str:
    """Return "16 tập thể, 21 cá nhân" of what an article declares."""
    kinds = (
        (counts.collectives, "tập thể"),
        (counts.individuals, "cá nhân"),
        (counts.households, "hộ gia đình"),
    )
    words = ", ".join(f"{number(count)} {word}" for count, word in kinds if count)
    if words or counts.total is None:
        return words
    return f"{number(counts.total)} {'giải' if contest else 'tập thể, cá nhân'}"


def listed(recipients: Iterable[Recipient]) -> str:
    """Return the same of those who are listed."""
    counts = Counter(one.kind for one in recipients)
    return declared(Declared(counts["collective"], counts["individual"], counts["household"]))


def day(moment: date) -> str:
    """Format a date the Vietnamese way: 22/12/2022."""
    return f"{moment.day:02}/{moment.month:02}/{moment.year}"


def daytime(moment: datetime) -> str:
    """Format a moment with its time of day, if it has one: 22/12/2022 16:38."""
    local = moment.astimezone(VIETNAM)
    return (
        f"{local:%d/%m/%Y}" if (local.hour, local.minute) == (0, 0) else f"{local:%d/%m/%Y %H:%M}"
    )


def iso(moment: date) -> str:
    """Format a date or moment for a ``datetime`` attribute."""
    return moment.isoformat()


def number(count: int) -> str:
    """Write a number with dots between thousands: 1.329."""
    return f"{count:,}".replace(",", ".")


def size(count: int) -> str:
    """Write a number of bytes for people: 66 kB, 1,2 MB."""
    if count < _MEGABYTE:
        return f"{max(round(count / 1000), 1)} kB"
    return f"{count / _MEGABYTE:.1f} MB".replace(".", ",")


def seconds(count: float) -> str:
    """Return a span of time as it is written here.

    >>> seconds(2.44)
    '2,4 giây'
    """
    return f"{count:.1f} giây".replace(".", ",")
