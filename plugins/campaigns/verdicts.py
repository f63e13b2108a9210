"""Whether a reported figure meets its target, where that is plain."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from plugins.model import Quantity, Target
from plugins.vocabulary import fold, load

Verdict = Literal["met", "missed"]


def judge(target: Target, reported: Iterable[Quantity]) -> Verdict | None:
    """Say whether all figures of one report meet the target, or all miss it; else ``None``.

    A figure in another unit of measure says nothing, nor does one that merely equals a level
    that is to be exceeded ("trên 95%").
    """
    verdicts = {_one(target, quantity) for quantity in reported}
    return verdicts.pop() if len(verdicts) == 1 else None


def _one(target: Target, reported: Quantity) -> Verdict | None:
    wanted = target.quantity
    if reported.unit != wanted.unit:
        return None
    if reported.number == wanted.number and _exclusive(target.wording):
        return None
    if target.comparator == "at-most":
        return "met" if reported.number <= wanted.number else "missed"
    return "met" if reported.number >= wanted.number else "missed"


def _exclusive(wording: str) -> bool:
    cues = (cue for cue in load().target_cues if cue.role == "exclusive")
    return fold(wording) in {fold(word) for cue in cues for word in cue.words}
