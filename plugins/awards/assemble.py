"""From what the blocks tell to the awards of a text, with status, decision, counts and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plugins.awards.decisions import attach, published_on
from plugins.awards.drafts import Draft
from plugins.awards.givers import settle, settle_prizes
from plugins.awards.judging import judge
from plugins.awards.merging import key_of, merge
from plugins.awards.notes import notes_of
from plugins.awards.passages import Passages
from plugins.awards.reader import Story, read_blocks
from plugins.awards.scope import locate, outline
from plugins.awards.text import Text
from plugins.model import Award, Declared, Document, Evidence, Recipient

# A last paragraph this long that ends in no mark has been cut; shorter ones are signatures.
_PROSE = 200
_ENDS = tuple('.!?:;…”")/')


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from a text, and the places that speak of awards and yielded nothing."""

    awards: tuple[Award, ...]
    unread: tuple[Evidence, ...]


def assemble(
    text: Text, published: date | None, headline: str, cited: Sequence[Document] | None = None
) -> Extraction:
    """Read a text and put together its awards, in the order in which they are first told."""
    passages = Passages(text)
    story = read_blocks(passages) if passages.speaks else Story()
    if not story.drafts:
        return Extraction((), _unread(story, (), ()))
    published = published or published_on(text)
    lines = outline(passages)
    tellings = locate(lines, story.drafts)
    attach(lines, tellings, published, cited)
    tellings = judge(lines, tellings, headline, published)
    story.drafts = [telling.draft for telling in tellings]
    settle(lines, tellings)
    cut = _cut_off(text)
    for draft in story.drafts:
        draft.recipients, whole = (
            [r for r in draft.recipients if r.evidence.end != cut],
            len(draft.recipients),
        )
        draft.cut = len(draft.recipients) < whole
    for draft in story.drafts:
        if draft.status == "planned":
            draft.recipients = []  # who is to compete has received nothing
    merged = sorted(merge(story.drafts), key=lambda draft: draft.evidence[0].start)
    settle_prizes(lines, merged)
    kept = [draft for draft in merged if _is_award(draft)]
    awards = tuple(_award(draft) for draft in kept)
    return Extraction(awards, _unread(story, merged, kept))


def _cut_off(text: Text) -> int:
    """Where a text breaks off in the middle of running prose; -1 where it does not."""
    block = next((block for block in reversed(text.blocks) if block.kind != "noise"), None)
    if block is None or block.kind != "paragraph" or block.end - block.start < _PROSE:
        return -1
    return -1 if text.plain[block.start : block.end].rstrip().endswith(_ENDS) else block.end


def _is_award(draft: Draft) -> bool:
    """Whether enough is told to publish: for whom or for how many, and that it is given."""
    if not draft.fruitful or (draft.joint and not draft.recipients):
        return False
    if draft.title.family == "ranking" and not draft.recipients:
        return False  # "17 đơn vị xếp loại Tốt" honours nobody by name
    return draft.title.slug != "huan-chuong"


def _award(draft: Draft) -> Award:
    declared = _declared(draft)
    evidence = sorted({(e.start, e.end): e for e in draft.evidence}.values(), key=lambda e: e.start)
    return Award(
        title=draft.title,
        evidence=tuple(evidence),
        rank=draft.rank,
        issuer=draft.issuer,
        document=draft.document,
        year=draft.year,
        status=draft.status,
        declared=declared,
        recipients=_distinct(draft.recipients),
        notes=tuple(notes_of(draft, declared)),
    )


def _declared(draft: Draft) -> Declared:
    """The counts: those of parts where the whole is not given, no total that only sums them."""
    counts = draft.further | draft.declared
    parts = [count for key, count in counts.items() if key != "total"]
    if parts and counts.get("total") == sum(parts):
        counts.pop("total")
    return Declared(**counts)


def _distinct(recipients: Sequence[Recipient]) -> tuple[Recipient, ...]:
    return tuple({key_of(recipient): recipient for recipient in reversed(recipients)}.values())[
        ::-1
    ]


def _unread(story: Story, merged: Sequence[Draft], kept: Sequence[Draft]) -> tuple[Evidence, ...]:
    """Places with an award that is told as given, or in a list, and that yielded nothing."""
    places = list(story.unread)
    chosen = {id(draft) for draft in kept}
    for draft in merged:
        places += draft.unread
        if (
            id(draft) not in chosen
            and draft.told
            and draft.status == "conferred"
            and not draft.generic
        ):
            places += draft.evidence
    used = {(e.start, e.end) for draft in kept for e in draft.evidence}
    distinct = {(e.start, e.end): e for e in places if (e.start, e.end) not in used}
    return tuple(distinct[place] for place in sorted(distinct))
