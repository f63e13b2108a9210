"""One award told in headline, lead, caption and list is one award."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from plugins.awards.drafts import Draft
from plugins.model import Document, Recipient
from plugins.vocabulary import fold

# What a short form leaves out: "nhân dân và cán bộ", "TNHH MTV".
_PEOPLE = frozenset({"cán", "bộ", "và", "nhân", "dân", "tập", "thể", "công", "đoàn", "đảng"})
_LEGAL_FORMS = frozenset(
    {"tnhh", "mtv", "cp", "cổ", "phần", "trách", "nhiệm", "hữu", "hạn", "một", "thành", "viên"}
)
_BADGES = frozenset({"huy-hieu-dang", "huy-hieu"})
# No article gives more awards than this; a hostile text shall not be compared with itself.
_COMPARED = 200
_PARENTHESIS = re.compile(r"\s*\([^()]*\)\s*$")


def merge(drafts: Sequence[Draft]) -> list[Draft]:
    """Put together what tells of one award; the first telling keeps its place."""
    crowded = _crowded(drafts)
    drafts = [draft for draft in drafts if not _sums_up(draft, crowded)]
    for draft in drafts:
        draft.names = {key_of(recipient) for recipient in draft.recipients}
        draft.places = {evidence.start for evidence in draft.evidence}
    merged: list[Draft] = []
    index: dict[tuple[str, str | None, str], list[Draft]] = {}
    for draft in drafts:
        if draft.generic:
            continue
        if draft.also and _add_to(merged, draft):
            continue
        same = index.setdefault((fold(draft.title.name), fold(draft.rank or ""), draft.status), [])
        into = next((other for other in reversed(same[-8:]) if _is_one(other, draft)), None)
        if into is None and draft.part and same:
            into = same[-1]
            draft.declared = {}
        if into is None:
            same.append(draft)
            merged.append(draft)
        else:
            _absorb(into, draft)
    merged = _without_badge_totals(merged)
    _place_generic([draft for draft in drafts if draft.generic], merged)
    return merged


def _add_to(merged: Sequence[Draft], draft: Draft) -> bool:
    """Add what "cũng được tặng …" tells to the award of the same name told before."""
    for other in reversed(merged[-8:]):
        same = (other.title.name, other.rank, other.status)
        if same == (draft.title.name, draft.rank, draft.status) and _agree(
            other.issuer, draft.issuer
        ):
            for key, count in draft.declared.items():
                other.declared[key] = other.declared.get(key, 0) + count
            draft.declared = {}
            _absorb(other, draft)
            return True
    return False


def _without_badge_totals(drafts: list[Draft]) -> list[Draft]:
    """Leave out party badges counted together where the text counts each kind of them."""
    kinds = {draft.status for draft in drafts if draft.title.slug in _BADGES and draft.rank}
    return [
        draft
        for draft in drafts
        if draft.title.slug not in _BADGES
        or draft.rank
        or draft.recipients
        or draft.status not in kinds
    ]


def key_of(recipient: Recipient) -> tuple[str, str]:
    """How two mentions of one recipient are recognised."""
    return fold(_PARENTHESIS.sub("", recipient.name)), recipient.kind


def _crowded(drafts: Iterable[Draft]) -> set[str]:
    """The titles that one sentence gives several times, each time with names."""
    counts = Counter((d.title.slug, d.evidence[0].start) for d in drafts if d.recipients)
    return {slug for (slug, _), count in counts.items() if count > 1}


def _sums_up(draft: Draft, crowded: set[str]) -> bool:
    """Whether this is a bare count over a sentence that gives the title by several hands."""
    if draft.recipients or not draft.declared or draft.title.family == "contest":
        return False
    return draft.title.slug in crowded


def _is_one(one: Draft, other: Draft) -> bool:
    """Whether two drafts of the same title, rank and status tell the same award."""
    decisions = {draft.document.number for draft in (one, other) if draft.document}
    if len(decisions) > 1 or not _agree(one.issuer, other.issuer):
        return False
    if one.category and other.category and one.category != other.category:
        return False
    if not (one.fruitful and other.fruitful):
        return True
    if _is_subset(one, other) or _is_subset(other, one):
        return True
    if any(other.declared.get(key, count) != count for key, count in one.declared.items()):
        return False
    if not one.names.isdisjoint(other.names):
        return True
    # Two prizes of one rank with other names are two categories; a sentence says nothing twice.
    apart = one.title.family == "contest" and one.names and other.names
    return not apart and one.evidence[0].start != other.evidence[0].start


def _is_subset(part: Draft, whole: Draft) -> bool:
    """Whether only some of those honoured are handed their award: "151 …; trao cho 10 …"."""
    if not part.handed or whole.handed or part.recipients or not part.declared:
        return False
    return all(count < whole.declared.get(key, 0) for key, count in part.declared.items())


def _agree(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    a, b = fold(one), fold(other)
    return a in b or b in a


def _absorb(into: Draft, draft: Draft) -> None:
    into.recipients = _without_short_forms(
        [*into.recipients, *(r for r in draft.recipients if key_of(r) not in into.names)]
    )
    into.evidence += [e for e in draft.evidence if e.start not in into.places]
    into.names |= draft.names
    into.places |= draft.places
    if _is_subset(into, draft):
        into.declared, into.handed = {}, False
    if not _is_subset(draft, into):
        into.declared |= {k: v for k, v in draft.declared.items() if k not in into.declared}
    into.category = into.category or draft.category
    into.further |= {k: v for k, v in draft.further.items() if k not in into.further}
    into.unread += draft.unread
    into.told = into.told or draft.told
    into.cut = into.cut or draft.cut
    into.unnamed = max(into.unnamed, draft.unnamed)
    into.document = _fuller(into, draft)
    into.year = into.year or draft.year
    if draft.issuer and len(draft.issuer) > len(into.issuer or ""):
        into.issuer = draft.issuer


def _without_short_forms(recipients: list[Recipient]) -> list[Recipient]:
    """Leave out collectives that another telling names more fully.

    "Xã Tân Lập" in a headline is "Nhân dân và cán bộ xã Tân Lập" in the body.
    """
    if len(recipients) > _COMPARED:
        return recipients
    words = [fold(recipient.name).split() for recipient in recipients]
    return [
        recipient
        for index, recipient in enumerate(recipients)
        if recipient.kind != "collective"
        or not any(
            _is_short_form(words[index], other)
            for place, other in enumerate(words)
            if place != index and recipients[place].evidence.start > recipient.evidence.end
        )
    ]


def _is_short_form(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the words of one name end the other, or stand in it with legal forms left out."""
    if not 1 < len(short) < len(full):
        return False
    if full[-len(short) :] == short:
        return set(full[: -len(short)]) <= _PEOPLE
    left_out = [word for word in full if word not in short]
    return set(left_out) <= _LEGAL_FORMS and [w for w in full if w not in left_out] == short


def _fuller(into: Draft, draft: Draft) -> Document | None:
    return into.document or draft.document


def _place_generic(drafts: Iterable[Draft], merged: list[Draft]) -> None:
    """A commendation without a named form is another telling of a named one, or stands alone."""
    specific = [draft for draft in merged if draft.fruitful][:_COMPARED]
    alone: list[Draft] = []
    for draft in drafts:
        same = [other for other in specific if other.status == draft.status]
        twin = next((o for o in same if not o.names.isdisjoint(draft.names)), None)
        if twin is None and len(same) == 1 and draft.fruitful and _fits(same[0], draft):
            twin = same[0]
        if twin is not None:
            _absorb(twin, draft)
        elif draft.recipients or not same or _is_own(draft, same):
            into = next((o for o in reversed(alone[-8:]) if _fits(o, draft)), None)
            if into is None or into.status != draft.status:
                alone.append(draft)
            else:
                _absorb(into, draft)
    merged += alone


def _is_own(draft: Draft, same: Sequence[Draft]) -> bool:
    """Whether a commendation that is only counted has a giver of its own."""
    if not draft.declared or draft.issuer is None:
        return False
    return not any(o.issuer is None or _agree(o.issuer, draft.issuer) for o in same)


def _fits(one: Draft, draft: Draft) -> bool:
    if not _agree(one.issuer, draft.issuer):
        return False
    return all(one.declared.get(key, count) == count for key, count in draft.declared.items())
