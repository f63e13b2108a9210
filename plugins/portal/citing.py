"""The documents that an article or a campaign cites, with the units that issued them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from sys import intern

from plugins import documents
from plugins.model import Article, Campaign, Document
from plugins.portal.wording import upper_first
from plugins.registry import Registry, is_level, unit_of_level


def cited_in(cited: Iterable[Document], source: str, published: date) -> tuple[Document, ...]:
    """Return what an article of the day ``published`` cites, each document once.

    ``cited`` are the citations of its text, ``source`` is its source line. Who issued them is as
    the text names it.
    """
    found = list(cited)
    line = documents.find(source, published=published) if source else ()
    found += [replace(one, evidence=None, sentence=None) for one in line]
    return documents.merge(found)


def with_issuers(
    cited: Iterable[Document], article: Article, registry: Registry
) -> tuple[Document, ...]:
    """Return the documents that an article cites with the units that issued them."""
    context = article.terms.get("unit", ())
    return tuple(_issued(one, registry, context, article.date.date()) for one in cited)


def cited_by_campaign(campaign: Campaign, registry: Registry) -> Document | None:
    """Return the document that a campaign's file names as its plan, if it names one."""
    found = documents.find(campaign.plan or "")
    if len(found) != 1:
        return None
    return _issued(
        replace(found[0], evidence=None, sentence=None), registry, (campaign.unit,), campaign.start
    )


def named_issuer(document: Document, registry: Registry) -> str | None:
    """Return who issued a document, with the unit's name where only its level is cited.

    "Ủy ban nhân dân xã" is "Ủy ban nhân dân xã Xuân Mai", where that is the unit meant.
    """
    issuer, unit = document.issuer, registry.unit(document.issued_by)
    if not issuer or unit is None or not is_level(level := documents.office(issuer)):
        return issuer
    before = issuer[: -len(level)] if issuer.casefold().endswith(level) else ""
    name = f"{before}{unit.name[:1].lower()}{unit.name[1:]}"
    return upper_first(name)


def _issued(
    document: Document, registry: Registry, context: Iterable[str], published: date | None
) -> Document:
    """Complete the unit that issued a document, which must have lived on its day."""
    if not document.issuer:
        return document
    name, on = documents.office(document.issuer), document.date or published
    unit = (
        unit_of_level(registry, name, context, on)
        if is_level(name)
        else registry.resolve(name, context, on)
    )
    # Thousands of documents are of a few kinds, and of a few hundred issuers.
    return replace(
        document,
        kind=intern(document.kind),
        issuer=intern(document.issuer),
        issued_by=unit.slug if unit else document.issued_by,
    )
