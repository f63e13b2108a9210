"""The register of documents that the news cites."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from plugins.model import Document
from plugins.portal.addresses import slug
from plugins.portal.contexts import CitedDocument, PageInfo, Story
from plugins.portal.outputs import Plan
from plugins.portal.site import Site
from plugins.vocabulary import fold

REGISTER = "/van-ban/"


def plan_documents(site: Site, plan: Plan) -> None:
    """Plan the register."""
    info = PageInfo(
        title="Văn bản",
        description="Quyết định, kế hoạch, chỉ thị, công văn được nêu trong tin, bài.",
        path=REGISTER,
        section=REGISTER,
    )
    plan.page(info, "documents.html", {"documents": cited(site)}, "sổ văn bản")


def cited(site: Site) -> tuple[CitedDocument, ...]:
    """Return every cited document once, newest first, undated ones last.

    Two citations are of one document only where kind, full number (with its suffix) and date
    agree; a missing issuer is filled in from the other.
    """
    merged: dict[tuple[str, str, date | None, str], tuple[Document, list[Story]]] = {}
    for story in site.stories:
        for document in story.documents:
            apart = "" if "/" in document.number and document.date else story.article.id
            key = (fold(document.kind), fold(document.number), document.date, apart)
            kept, stories = merged.setdefault(key, (document, []))
            if document.issuer and not kept.issuer:
                merged[key] = (replace(kept, issuer=document.issuer), stories)
            if story not in stories:
                stories.append(story)
    ordered = sorted(
        merged.values(),
        key=lambda entry: (entry[0].date or date.min, entry[0].number),
        reverse=True,
    )
    anchors = Counter[str]()
    register = []
    for document, stories in ordered:
        anchor = slug(f"{document.kind} {document.number} {document.date or ''}".replace("/", " "))
        anchors[anchor] += 1
        if anchors[anchor] > 1:
            anchor = f"{anchor}-{anchors[anchor]}"
        register.append(CitedDocument(document, anchor, tuple(stories)))
    return tuple(register)
