"""What was read from a file, for people (Vietnamese) and for machines (JSON)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from plugins.awards.assemble import Extraction
from plugins.awards.text import Text
from plugins.model import Award, Document, Evidence

_STATUS = {
    "conferred": "đã trao",
    "background": "thành tích trước đây",
    "proposed": "mới đề nghị",
    "planned": "dự kiến",
}
_COUNTS = (
    ("collectives", "tập thể"),
    ("individuals", "cá nhân"),
    ("households", "hộ gia đình"),
    ("total", "tổng số"),
)
# How much text round a find is shown, in characters.
_AROUND = 40


def as_json(name: str, extraction: Extraction, documents: Sequence[Document]) -> dict[str, Any]:
    """One object for a file, with the keys that a scorer expects and the evidence for them."""
    return {
        "file": name,
        "awards": [_award(award) for award in extraction.awards],
        "documents": [_document(document) for document in documents],
        "unread": [asdict(evidence) for evidence in extraction.unread],
    }


def _award(award: Award) -> dict[str, Any]:
    document = award.document
    return {
        "title": award.title.name,
        "rank": award.rank,
        "issuer": award.issuer,
        "decision_number": document.number if document else None,
        "decision_date": document.date.isoformat() if document and document.date else None,
        "status": award.status,
        "year": award.year,
        "declared": asdict(award.declared),
        "recipients": [
            {
                "name": recipient.name,
                "kind": recipient.kind,
                "position": recipient.position,
                "unit": recipient.unit,
                "resolved": recipient.resolved,
                "evidence": asdict(recipient.evidence),
            }
            for recipient in award.recipients
        ],
        "evidence": [asdict(evidence) for evidence in award.evidence],
        "notes": [asdict(note) for note in award.notes],
    }


def _document(document: Document) -> dict[str, Any]:
    fields = asdict(document)
    fields["date"] = document.date.isoformat() if document.date else None
    return fields


def as_text(name: str, text: Text, extraction: Extraction, *, colour: bool) -> Iterator[str]:
    """The lines that show a reader what was found, each name in the words round it."""
    yield f"{name}: {len(extraction.awards)} khen thưởng"
    for number, award in enumerate(extraction.awards, 1):
        yield ""
        yield f"  {number}. {_headline(award)}"
        if award.document:
            day = award.document.date
            dated = f" ngày {day:%d/%m/%Y}" if day else ""
            yield f"     {award.document.kind} số {award.document.number}{dated}"
        counts = [f"{n} {word}" for key, word in _COUNTS if (n := getattr(award.declared, key))]
        if counts:
            yield f"     Bài nêu: {', '.join(counts)}"
        for recipient in award.recipients:
            about = ", ".join(filter(None, (recipient.position, recipient.unit)))
            yield f"     - {recipient.name}{f' ({about})' if about else ''}"
            yield f"         {_in_context(text, recipient.evidence, colour=colour)}"
        for evidence in award.evidence[:1]:
            yield f"     Căn cứ, {_in_context(text, evidence, colour=colour)}"
        for note in award.notes:
            yield f"     Lưu ý: {note.message}"
    for evidence in extraction.unread:
        yield f"  Chưa đọc được, {_in_context(text, evidence, colour=colour)}"


def _headline(award: Award) -> str:
    parts = [award.title.name, award.rank, f"của {award.issuer}" if award.issuer else None]
    return f"{' '.join(filter(None, parts))} [{_STATUS[award.status]}]"


def _in_context(text: Text, evidence: Evidence, *, colour: bool) -> str:
    """Where the words stand, and the words with a little of what stands round them."""
    if text.html is None:
        place = f"dòng {text.plain.count(chr(10), 0, evidence.start) + 1}"
    else:
        # Markdown and HTML have lost their lines; people count paragraphs.
        place = f"đoạn {sum(block.start <= evidence.start for block in text.blocks)}"
    before = text.plain[max(0, evidence.start - _AROUND) : evidence.start]
    after = text.plain[evidence.end : evidence.end + _AROUND]
    opening, closing = ("\033[1;33m", "\033[0m") if colour else ("[", "]")
    before, after = before.rpartition("\n")[2], after.partition("\n")[0]
    shown = f"{before}{opening}{evidence.quote}{closing}{after}"
    return f"{place}: …{' '.join(shown.split())}…"
