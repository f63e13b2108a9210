"""Words of a block, each with the roles that the vocabulary gives to the phrase it begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from plugins.awards.slips import BY_GRAMMAR, titles_by_skeleton
from plugins.model import AwardTitle
from plugins.vocabulary import Cue, Phrases, fold_word, load
from plugins.vocabulary.words import WORD, kind_of

_NO_CUES: Mapping[str, Cue] = MappingProxyType({})
_OPENING = {"(": ")", "[": "]", "“": "”", "«": "»"}
_CLOSING = {closing: opening for opening, closing in _OPENING.items()}
# Types of unit only with their dot: "P. An Bình", "H. Thanh Oai".
_DOTTED = frozenset({"p", "h", "x"})
_NESTING = frozenset('()[]“”«»"')


class Token:
    """A word, number or mark. ``length`` counts the tokens of the phrase that begins here.

    ``inside`` is true within a phrase that began before; ``brackets`` and ``quotes`` say how deep
    the token stands in pairs of them (a bracket itself stands where it opens or closes).
    ``capital`` is true for a word that starts with a capital letter.
    """

    __slots__ = (
        "brackets", "capital", "cues", "end", "fold", "inside", "kind", "length",
        "quotes", "start", "text", "title",
    )  # fmt: skip

    def __init__(self, text: str, start: int, kind: str, folded: str) -> None:  # noqa: D107
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.kind = kind
        self.fold = folded
        self.capital = kind == "word" and text[0].isupper()
        self.cues = _NO_CUES
        self.title: AwardTitle | None = None
        self.length = 1
        self.inside = False
        self.brackets = 0
        self.quotes = 0

    def has(self, *roles: str) -> bool:
        """Whether a phrase with one of these roles begins here."""
        cues = self.cues
        return cues is not _NO_CUES and any(role in cues for role in roles)

    @property
    def level(self) -> int:
        """How far up a unit of this type stands; 0 if no type of unit begins here."""
        cue = self.cues.get("unit")
        return int(cue.value) if cue else 0


def tokenize(plain: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``plain[start:end]`` with the roles of the vocabulary's phrases."""
    tokens: list[Token] = []
    before, nested = "", False
    for match in WORD.finditer(plain, start, end):
        piece = match.group()
        tokens.append(Token(piece, match.start(), kind_of(match), fold_word(piece, before)))
        nested = nested or piece in _NESTING
        before = piece
    _mark_phrases(tokens)
    if nested:
        _nest(tokens)
    return tokens


def _mark_phrases(tokens: Sequence[Token]) -> None:
    folds = [token.fold for token in tokens]
    lexicon, titles = _lexicon(), titles_by_skeleton()
    covered = 0
    for place, token in enumerate(tokens):
        if place < covered:
            token.inside = True
            continue
        length, rows = lexicon.longest(folds, place)
        if length:
            token.cues = {row.role: row for row in rows if isinstance(row, Cue)}
            if token.fold in _DOTTED and token.text[-1] != ".":
                token.cues = _NO_CUES
            token.title = next((row for row in rows if isinstance(row, AwardTitle)), None)
        if token.title is None and (slip := titles.at(folds, place)) and slip[0] > length:
            length, token.title, token.cues = *slip, _NO_CUES
        if length:
            token.length = length
            covered = place + length


def _nest(tokens: Sequence[Token]) -> None:
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


@lru_cache(maxsize=1)
def _lexicon() -> Phrases[Cue | AwardTitle]:
    vocabulary = load()
    rows: list[tuple[str, Cue | AwardTitle]] = [
        (spelling, title)
        for title in vocabulary.award_titles
        if title.family not in BY_GRAMMAR
        for spelling in (title.name, *title.aliases)
    ]
    page = ("noise", "tail", "column")
    rows += [(word, cue) for cue in vocabulary.cues if cue.role not in page for word in cue.words]
    return Phrases(rows)
