"""Find citations of documents in plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from plugins.documents.identity import merge
from plugins.documents.issuers import origin, same_day
from plugins.documents.numbers import references
from plugins.documents.sentences import sentence
from plugins.documents.subjects import subject, subject_before
from plugins.model import Document, Evidence


def find(text: str, *, published: date | None = None) -> tuple[Document, ...]:
    """Return the documents cited in ``text``, each once, in the order of first mention.

    ``published`` gives the year to dates that lack it; such dates are marked as inferred.
    """
    return merge(citations(text, published=published))


def citations(text: str, *, published: date | None = None) -> tuple[Document, ...]:
    """Return every citation in order, one document perhaps several times."""
    return tuple(_citations(text, published))


def _citations(text: str, published: date | None) -> Iterator[Document]:
    found = references(text)
    before: Document | None = None
    for index, reference in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        floor = found[index - 1].end if index else 0
        ceiling = following.start if following else len(text)
        told = origin(text, reference, (floor, ceiling), published)
        document = Document(
            kind=reference.kind,
            number=reference.number,
            date=told.day.value if told.day else None,
            issuer=told.issuer,
            date_inferred=bool(told.day and told.day.inferred),
            evidence=Evidence(text[reference.start : told.end], reference.start, told.end),
            subject=subject(text, told.end, following) or subject_before(text, floor, reference),
            sentence=sentence(text, reference.start, told.end),
        )
        if before and document.date is None and same_day(text, reference):
            document = replace(document, date=before.date, date_inferred=before.date_inferred)
        if document.date is not None:
            before = document
        yield document
