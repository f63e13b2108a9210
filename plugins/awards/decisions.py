"""Which decision an award rests on, who signed the page's head, when the page was published."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from plugins.awards.drafts import Draft
from plugins.awards.text import Text
from plugins.awards.tokens import tokenize
from plugins.documents import citations, dateline, merge
from plugins.model import Document, Evidence
from plugins.vocabulary import fold, load

_DECISION = "Quyết định"
# A decision that is only a ground for this one: "Căn cứ Quyết định số …".
_GROUNDS = ("căn cứ", "theo nghị định", "thành lập")
# How many characters before a citation say what it is for.
_BEFORE = 24
_AFTER = 200
# A line this short near the top may be the page's date line.
_DATELINE = 130
_TOP = 8


def published_on(text: Text) -> date | None:
    """The date of publication as the page itself gives it, near its top."""
    for block in text.blocks[:_TOP]:
        short = block.end - block.start <= _DATELINE
        if short and (day := dateline(text.plain, block.start, block.end)):
            return day
    return None


def attach(text: Text, drafts: Sequence[Draft], published: date | None) -> None:
    """Give each draft the decision cited in its sentence, or before it in its paragraph."""
    if not drafts:
        return
    cited = list(citations(text.plain, published=published))
    decisions = {
        document.evidence.start: document
        for document in cited
        if document.kind == _DECISION
        and document.evidence
        and not _is_ground(text, document.evidence)
    }
    if not decisions:
        return
    known = {d.number: d for d in merge(cited) if d.kind == _DECISION}
    places = sorted(decisions)
    starts = [block.start for block in text.blocks]
    head = _head(text, places[0])
    if head is None and len({document.number for document in decisions.values()}) == 1:
        head = next((place for place in places[:_TOP] if _gives(text, place)), None)
    for draft in drafts:
        # A decision told later in the text is not lent backwards.
        found = head if head is not None and head < draft.evidence[0].end else None
        for evidence in draft.evidence:
            low = starts[max(0, bisect_right(starts, evidence.start) - 1)]
            last = bisect_left(places, evidence.end) - 1
            if last >= 0 and places[last] >= low:
                found = places[last]
                break
        if found is not None:
            number = decisions[found].number
            draft.document = known.get(number, decisions[found])


def signed_by(text: Text, first: int) -> str | None:
    """The authority in capitals at the head of a decision: "THỦ TƯỚNG CHÍNH PHỦ"."""
    offices = {
        fold(word): word for cue in load().cues if cue.role == "issuer" for word in cue.words
    }
    for block in text.blocks:
        if block.start >= first:
            break
        line = text.plain[block.start : block.end]
        if line.isupper() and (office := offices.get(fold(line))):
            return office
    return None


def _head(text: Text, place: int) -> int | None:
    """The place of the number in the head of a decision: "Số: 345/QĐ-TTg" on a line of its own."""
    line = text.plain[text.plain.rfind("\n", 0, place) + 1 : place + 1]
    return place if line.strip().casefold() in ("s", "số", "số:") else None


def _gives(text: Text, place: int) -> bool:
    """Whether the words right after a decision say that it gives something."""
    after = tokenize(text.plain, place, min(len(text.plain), place + _AFTER))
    return any(token.has("give") or token.title for token in after)


def _is_ground(text: Text, evidence: Evidence) -> bool:
    before = fold(text.plain[max(0, evidence.start - _BEFORE) : evidence.start])
    return any(ground in before for ground in _GROUNDS)


def inferred(document: Document | None) -> bool:
    """Whether the year of a decision's date is not in the text."""
    return bool(document and document.date_inferred)
