"""Which target a statement speaks of: how far its words are the target's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from plugins.campaigns.cues import Part, content, names, text_content, text_words
from plugins.model import Target

# So much of a target's words must stand in the statement, and so many of the statement's words must
# be the target's: "92% hồ sơ đất đai đúng hạn" is not "hồ sơ đúng hạn".
_COVERAGE = 0.7
_PURITY = 0.75
# A row that repeats the target's figure beside its result may name it shortly or more closely.
_ROW_PURITY = 0.5
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Targets:
    """A campaign's targets with the words that tell them apart.

    ``own`` are the words of names that say no more than the campaign itself: its unit, its name.
    """

    targets: tuple[Target, ...]
    objects: tuple[frozenset[str], ...]
    units: tuple[frozenset[str], ...]
    own: frozenset[str]

    def meant(self, scores: Mapping[int, float]) -> tuple[int, ...]:
        """Return the targets (from 0) that score best, if they are one or stages of one promise."""
        best = max(scores.values(), default=0.0)
        found = [place for place, score in scores.items() if score == best and score > 0]
        return tuple(found) if len({self.objects[place] for place in found}) == 1 else ()

    def score(self, place: int, found: Sequence[Part]) -> float:
        """Return how well a clause fits a target, 0 where it does not fit."""
        wanted = self.objects[place]
        said = content(found)
        hits = said & wanted
        extras = said - wanted - self.own
        if not wanted or len(hits) < _FEWEST or self._foreign(place, found):
            return 0.0
        coverage, purity = len(hits) / len(wanted), len(hits) / (len(hits) + len(extras))
        return coverage + purity if coverage >= _COVERAGE and purity >= _PURITY else 0.0

    def row_score(self, place: int, label: Sequence[Part], *, repeated: bool) -> float:
        """Return how well a row's label fits; ``repeated``: its plan is the target's figure."""
        strict = self.score(place, label)
        if strict or not repeated or self._foreign(place, label):
            return strict
        said = content(label)
        hits = said & (self.objects[place] | self.units[place])
        purity = len(hits) / max(len(hits | (said - self.own)), 1)
        return purity if len(hits) >= _FEWEST and purity >= _ROW_PURITY else 0.0

    def _foreign(self, place: int, found: Sequence[Part]) -> bool:
        """Whether the words name somebody, speak of some only, or of the target's opposite."""
        known = self.own | self.objects[place] | self.units[place]
        return names(found, known) or any(
            part.word.fold not in known
            and (
                "negation" in part.roles
                or ("part" in part.roles and (before is None or "all" not in before.roles))
            )
            for before, part in zip((None, *found), found, strict=False)
        )


@lru_cache(maxsize=256)
def read_targets(targets: tuple[Target, ...], own: tuple[str, ...]) -> Targets:
    """Take the targets' objects apart; ``own`` are names of the campaign and of its unit."""
    return Targets(
        targets=targets,
        objects=tuple(text_content(target.object) for target in targets),
        units=tuple(text_content(target.quantity.unit) for target in targets),
        own=text_words(own),
    )
