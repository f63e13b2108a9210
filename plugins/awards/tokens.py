"""Words of a block, each with the roles that the vocabulary gives to the phrase it begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from plugins.model import AwardTitle
from plugins.vocabulary import Cue, Phrases, load, words

_NONE: Mapping[str, Cue] = MappingProxyType({})
_OPENING = {"(": ")", "[": "]", "“": "”", "«": "»"}
_CLOSING = {closing: opening for opening, closing in _OPENING.items()}


@dataclass(slots=True)
class Token:
    """A word, number or mark. ``length`` counts the tokens of the phrase that begins here.

    ``inside`` is true within a phrase that began before; ``brackets`` and ``quotes`` say how deep
    the token stands in pairs of them (a bracket itself stands where it opens or closes).
    """

    text: str
    start: int
    end: int
    kind: str
    fold: str
    cues: Mapping[str, Cue] = field(default_factory=lambda: _NONE)
    title: AwardTitle | None = None
    length: int = 1
    inside: bool = False
    brackets: int = 0
    quotes: int = 0

    def has(self, *roles: str) -> bool:
        """Whether a phrase with one of these roles begins here."""
        return any(role in self.cues for role in roles)

    @property
    def capital(self) -> bool:
        """Whether this is a word that starts with a capital letter."""
        return self.kind == "word" and self.text[0].isupper()

    @property
    def level(self) -> int:
        """How far up a unit of this type stands; 0 if no type of unit begins here."""
        cue = self.cues.get("unit")
        return int(cue.value) if cue else 0


def tokenize(plain: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``plain[start:end]`` with the roles of the vocabulary's phrases."""
    tokens = [Token(*word) for word in words(plain, start, end)]
    folds = [token.fold for token in tokens]
    lexicon = _lexicon()
    covered = 0
    for place, token in enumerate(tokens):
        if place < covered:
            token.inside = True
            continue
        length, rows = lexicon.longest(folds, place)
        if length:
            token.length = length
            token.cues = {row.role: row for row in rows if isinstance(row, Cue)}
            token.title = next((row for row in rows if isinstance(row, AwardTitle)), None)
            covered = place + length
    _nest(tokens)
    return tokens


def _nest(tokens: list[Token]) -> None:
    """Set the depths; a bracket or quotation mark without a partner counts for nothing."""
    pairs: dict[int, int] = {}
    waiting: dict[str, list[int]] = {opening: [] for opening in _OPENING}
    straight: int | None = None
    for place, token in enumerate(tokens):
        if token.text in _OPENING:
            waiting[token.text].append(place)
        elif token.text in _CLOSING and waiting[_CLOSING[token.text]]:
            pairs[waiting[_CLOSING[token.text]].pop()] = place
        elif token.text == '"':
            if straight is not None:
                pairs[straight] = place
            straight = place if straight is None else None
    closing = set(pairs.values())
    brackets = quotes = 0
    for place, token in enumerate(tokens):
        if place in pairs:
            brackets += token.text in "(["
            quotes += token.text not in "(["
        token.brackets, token.quotes = brackets, quotes
        if place in closing:
            brackets -= token.text in ")]"
            quotes -= token.text not in ")]"


# Prizes and rankings are not fixed phrases: the grammar in mentions.py reads them.
_BY_GRAMMAR = frozenset({"contest", "ranking"})


@lru_cache(maxsize=1)
def _lexicon() -> Phrases[Cue | AwardTitle]:
    vocabulary = load()
    rows: list[tuple[str, Cue | AwardTitle]] = [
        (spelling, title)
        for title in vocabulary.award_titles
        if title.family not in _BY_GRAMMAR
        for spelling in (title.name, *title.aliases)
    ]
    page = ("noise", "tail", "column")
    rows += [(word, cue) for cue in vocabulary.cues if cue.role not in page for word in cue.words]
    return Phrases(rows)
