"""How far the name of an office reaches in running text: "UBND huyện Thanh Oai | đã ban hành"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from plugins.vocabulary import Phrases, load


class Piece(Protocol):
    """What a word must offer to be read here."""

    @property
    def text(self) -> str:
        """The words as they stand."""

    @property
    def kind(self) -> str:
        """Word, number or mark."""

    @property
    def fold(self) -> str:
        """The form that compares spellings."""


# What may stand inside the name of an office, in any case of letters.
_INSIDE = frozenset({"unit", "field", "office", "position", "issuer", "place"})


@lru_cache(maxsize=1)
def _parts() -> Phrases[str]:
    # "shadow" is among them so that "ban" in "ban hành" is taken for no board.
    cues = [cue for cue in load().cues if cue.role in _INSIDE or cue.role == "shadow"]
    return Phrases((word, cue.role) for cue in cues for word in cue.words)


def organisation(words: Sequence[Piece], at: int, limit: int = 24) -> int:
    """Return the index after the office (or office-holder) whose name starts at ``at``.

    Returns ``at`` itself where none starts there. Capitalised words and the words that names of
    offices are made of belong to the name; the first other word ends it.
    """
    stop = min(len(words), at + limit)
    folds = [word.fold for word in words[at:stop]]
    place = at
    while place < stop:
        length, roles = _parts().longest(folds, place - at)
        if length and not _INSIDE.intersection(roles):
            break
        if length and (place > at or _starts_name(words[place], roles)):
            place += length
        elif words[place].kind == "word" and words[place].text[0].isupper() and place > at:
            place += 1
        else:
            break
    return place


def _starts_name(word: Piece, roles: Sequence[str]) -> bool:
    return word.text[0].isupper() and any(role in roles for role in ("unit", "position", "issuer"))
