"""The register of cited documents: citations in different stories that mean one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from plugins.model import Document
from plugins.portal.addresses import slug
from plugins.portal.contexts import CitedDocument, Story
from plugins.vocabulary import fold


def register(stories: Iterable[Story]) -> tuple[CitedDocument, ...]:
    """Return every cited document once, newest first, undated ones last.

    Two citations are of one document only where kind, full number (with its suffix) and date
    agree; a missing issuer is filled in from the other.
    """
    merged: dict[tuple[str, str, date | None, str], tuple[Document, list[Story]]] = {}
    for story in stories:
        for document in story.documents:
            apart = "" if "/" in document.number and document.date else story.article.id
            key = (fold(document.kind), fold(document.number), document.date, apart)
            kept, citing = merged.setdefault(key, (document, []))
            if document.issuer and not kept.issuer:
                merged[key] = (replace(kept, issuer=document.issuer), citing)
            if story not in citing:
                citing.append(story)
    ordered = sorted(
        merged.values(),
        key=lambda entry: (entry[0].date or date.min, entry[0].number),
        reverse=True,
    )
    anchors = Counter[str]()
    entries = []
    for document, citing in ordered:
        anchor = slug(f"{document.kind} {document.number} {document.date or ''}".replace("/", " "))
        anchors[anchor] += 1
        if anchors[anchor] > 1:
            anchor = f"{anchor}-{anchors[anchor]}"
        entries.append(CitedDocument(document, anchor, tuple(citing)))
    return tuple(entries)
