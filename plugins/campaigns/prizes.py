"""Prizes planned beside prizes given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plugins.model import Award, Declared, PlannedPrize, RecipientKind
from plugins.vocabulary import fold, load

_KINDS: tuple[tuple[str, RecipientKind], ...] = (
    ("tập thể", "collective"),
    ("cá nhân", "individual"),
    ("hộ", "household"),
)


@dataclass(frozen=True, slots=True)
class PrizeCount:
    """How many of a prize are planned, and how many were given.

    Plans for several groups are one count where an award does not say to which group it went.
    ``known`` is false where the plan's words name no title, so that nothing can be counted.
    """

    prize: str
    groups: tuple[str, ...]
    planned: int
    given: int
    known: bool = True

    @property
    def open(self) -> int:
        """How many are planned and not seen to be given."""
        return max(self.planned - self.given, 0)


class _Prize(NamedTuple):
    """What prizes are matched by: a title or the name of a place won, and who may win it."""

    name: str
    kind: RecipientKind | None = None


def count_prizes(
    planned: Sequence[PlannedPrize], awards: Sequence[Award]
) -> tuple[tuple[PrizeCount, ...], tuple[PrizeCount, ...]]:
    """Set ``awards``, conferred in a campaign, beside its plan; then what no plan foresaw."""
    rows: defaultdict[_Prize, list[PlannedPrize]] = defaultdict(list)
    for row in planned:
        rows[_Prize(_planned_name(row.prize), _kind(row.group))].append(row)
    by_name: defaultdict[str, list[Award]] = defaultdict(list)
    for award in awards:
        by_name[_given_name(award)].append(award)
    counts = []
    for prize, plans in rows.items():
        own = {other.kind for other in rows if other.name == prize.name and other.kind}
        kinds = {prize.kind} if prize.kind else {kind for _, kind in _KINDS} - own
        counts.append(
            PrizeCount(
                prize=plans[0].prize,
                groups=tuple(dict.fromkeys(plan.group for plan in plans)),
                planned=sum(plan.count for plan in plans),
                given=_given(by_name[prize.name], kinds, total=not own),
                known=_is_known(prize.name),
            )
        )
    foreseen = {prize.name for prize in rows}
    everyone = {kind for _, kind in _KINDS}
    beyond = tuple(
        PrizeCount(_label(found[0]), (), 0, _given(found, everyone, total=True))
        for name, found in by_name.items()
        if found and name not in foreseen
    )
    return tuple(counts), beyond


def _planned_name(text: str) -> str:
    title = load().award_title(text)
    return title.slug if title else fold(text)


def _given_name(award: Award) -> str:
    if award.rank and award.title.family == "contest":
        return fold(award.rank)
    return f"{award.title.slug} {fold(award.rank)}" if award.rank else award.title.slug


def _label(award: Award) -> str:
    if award.rank and award.title.family == "contest":
        return award.rank
    return f"{award.title.name} {award.rank}" if award.rank else award.title.name


def _is_known(name: str) -> bool:
    return name.startswith("giải ") or load().award_title(name) is not None


def _kind(group: str) -> RecipientKind | None:
    folded = f"{fold(group)} "
    return next((kind for word, kind in _KINDS if folded.startswith(f"{word} ")), None)


def _given(awards: Iterable[Award], kinds: set[RecipientKind], *, total: bool) -> int:
    """Count what was given: what a decision declares, else the names; one told twice counts once.

    ``total`` allows to count a declared sum that does not part kinds.
    """
    decided: defaultdict[tuple[str, str], int] = defaultdict(int)
    names: set[tuple[RecipientKind, str]] = set()
    unnamed = 0
    for award in awards:
        listed = {(one.kind, fold(one.name)) for one in award.recipients if one.kind in kinds}
        declared = _declared(award.declared, kinds, total=total)
        if award.document:
            document = (fold(award.document.number), str(award.document.date))
            decided[document] = max(decided[document], declared or len(listed))
        elif listed:
            names |= listed
        else:
            unnamed = max(unnamed, declared)
    return sum(decided.values()) + max(len(names), unnamed)


def _declared(counts: Declared, kinds: set[RecipientKind], *, total: bool) -> int:
    by_kind: dict[RecipientKind, int | None] = {
        "collective": counts.collectives,
        "individual": counts.individuals,
        "household": counts.households,
    }
    parts = sum(number or 0 for kind, number in by_kind.items() if kind in kinds)
    return parts or (counts.total or 0 if total else 0)
