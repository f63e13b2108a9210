"""Phrases for awards and documents where no template makes them: data, structured data."""

from __future__ import annotations

from plugins.model import Award, Document


def award_name(award: Award) -> str:
    """Name an award as the pages do: a contest by the place won, others by their title."""
    title, rank = award.title, award.rank
    if not rank:
        return title.name
    if title.family == "contest":
        return rank[:1].upper() + rank[1:]
    return f"{title.name}: {rank}" if title.family == "ranking" else f"{title.name} {rank}"


def document_name(document: Document) -> str:
    """Name a document: "Quyết định số 9080/QĐ-UBND ngày 19/12/2022"."""
    kind = document.kind[:1].upper() + document.kind[1:]
    date = f" ngày {document.date:%d/%m/%Y}" if document.date else ""
    return f"{kind} số {document.number}{date}"
