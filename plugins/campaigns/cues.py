"""What the words of a statement do: the rows of the vocabulary's table of targets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from plugins.vocabulary import Cue, Phrases, Word, load, words

_NONE = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Part:
    """A word with the roles of the phrase it belongs to, and whether it ends that phrase."""

    word: Word
    roles: frozenset[str]
    bound: bool = False


@lru_cache(maxsize=1)
def _phrases() -> Phrases[Cue]:
    return Phrases((word, cue) for cue in load().target_cues for word in cue.words)


def parts(plain: str, start: int, end: int) -> list[Part]:
    """Cut ``plain[start:end]`` into words, each with what it does there; the longest phrase wins.

    A part is ``bound`` where it belongs to a comparator that asks for more or less: "tối thiểu".
    """
    found = list(words(plain, start, end))
    folds = [word.fold for word in found]
    result: list[Part] = []
    while len(result) < len(found):
        at = len(result)
        size, cues = _phrases().longest(folds, at)
        roles = frozenset(cue.role for cue in cues) if size else _NONE
        bound = any(cue.role == "comparator" and cue.value in _BOUNDS for cue in cues)
        result += [Part(word, roles, bound) for word in found[at : at + max(size, 1)]]
    return result


_BOUNDS = ("at-least", "at-most")


def plays(found: Iterable[Part], role: str) -> bool:
    """Whether any of the words plays ``role``."""
    return any(role in part.roles for part in found)


def content(found: Iterable[Part]) -> frozenset[str]:
    """Return the words that tell one target from another, folded: no numbers, no weak words."""
    return frozenset(
        part.word.fold
        for part in found
        if part.word.kind == "word" and not part.roles & {"weak", "told", "all"}
    )


def text_content(text: str) -> frozenset[str]:
    """Return the same of a text by itself."""
    return content(parts(text, 0, len(text)))


def text_words(texts: Iterable[str]) -> frozenset[str]:
    """Return all words of ``texts``, folded."""
    return frozenset(word.fold for text in texts for word in words(text) if word.kind == "word")


def names(found: Sequence[Part], known: frozenset[str]) -> bool:
    """Whether a name stands in a sentence, other than those of ``known`` words.

    The first word begins with a capital anyway; a number in Roman figures is none: "quý IV".
    """
    return any(
        part.word.kind == "word"
        and part.word.text[:1].isupper()
        and "weak" not in part.roles
        and part.word.fold not in known
        and not set(part.word.text) <= set("IVX")
        for before, part in pairwise(found)
        if before.word.text not in ".!?…"
    )
