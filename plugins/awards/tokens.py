"""Words of a block, each with the roles that the vocabulary gives to the phrase it begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from plugins.awards.slips import BY_GRAMMAR, titles_by_skeleton
from plugins.model import AwardTitle
from plugins.vocabulary import Cue, Phrases, fold_word, load, words
from plugins.vocabulary.phrases import QUOTES
from plugins.vocabulary.words import WORD

Lexeme = tuple[str, str, bool, int]
Meaning = tuple[Mapping[str, Cue], AwardTitle | None]

_NO_CUES: Mapping[str, Cue] = MappingProxyType({})
_OPENING = {"(": ")", "[": "]", "“": "”", "«": "»"}
_CLOSING = {closing: opening for opening, closing in _OPENING.items()}
# Where a word may stand in a phrase: flags of a lexeme.
_FIRST, _SECOND, _TITLE = 1, 2, 4
_PAGE = frozenset({"noise", "tail", "column"})
# Types of unit only with their dot: "P. An Bình", "H. Thanh Oai".
_DOTTED = frozenset({"p", "h", "x"})
_NESTING = frozenset('()[]“”«»"')


class Token:
    """A word, number or mark. ``length`` counts the tokens of the phrase that begins here.

    ``inside`` is true within a phrase that began before; ``brackets`` and ``quotes`` say how deep
    the token stands in pairs of them (a bracket itself stands where it opens or closes).
    ``capital`` is true for a word that starts with a capital letter.
    """

    # Most tokens keep these: a class attribute costs nothing where a slot must be filled.
    cues: Mapping[str, Cue] = _NO_CUES
    title: AwardTitle | None = None
    length = 1
    inside = False
    brackets = 0
    quotes = 0

    def __init__(self, text: str, start: int, lexeme: Lexeme) -> None:
        """Place a word; ``lexeme`` is what it is anywhere."""
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.kind, self.fold, self.capital, self.place = lexeme

    def has(self, *roles: str) -> bool:
        """Whether a phrase with one of these roles begins here."""
        cues = self.cues
        return cues is not _NO_CUES and not cues.keys().isdisjoint(roles)

    @property
    def level(self) -> int:
        """How far up a unit of this type stands; 0 if no type of unit begins here."""
        cues = self.cues
        return int(cues["unit"].value) if cues is not _NO_CUES and "unit" in cues else 0


def tokenize(plain: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``plain[start:end]`` with the roles of the vocabulary's phrases."""
    tokens = [
        Token(piece := match.group(), match.start(), _lexeme(piece))
        for match in WORD.finditer(plain, start, end)
    ]
    folds = [token.fold for token in tokens]
    if "sỹ" in folds:
        for before, token in pairwise(tokens):
            if token.fold == "sỹ":
                token.fold = fold_word(token.text, before.text)
        folds = [token.fold for token in tokens]
    _mark_phrases(tokens, folds)
    if not _NESTING.isdisjoint(plain[start:end]):
        _nest(tokens)
    return tokens


@lru_cache(maxsize=65536)
def _lexeme(piece: str) -> Lexeme:
    """Kind, fold, capital letter, and whether it may begin a phrase or go on with a title."""
    kind = "word" if piece[0].isalpha() else "number" if piece[0].isdecimal() else "mark"
    folded = fold_word(piece, "")
    titles = titles_by_skeleton()
    starts = _lexicon().starts(folded) or titles.starts(folded)
    place = starts * _FIRST + titles.follows(folded) * _SECOND + titles.starts(folded) * _TITLE
    return kind, folded, kind == "word" and piece[0].isupper(), place


def _mark_phrases(tokens: Sequence[Token], folds: Sequence[str]) -> None:
    lexicon, titles = _lexicon(), titles_by_skeleton()
    covered = 0
    places = [token.place for token in tokens]
    for place, (token, own, after) in enumerate(
        zip(tokens, places, [*places[1:], 0], strict=False)
    ):
        if place < covered:
            token.inside = True
            continue
        slips = own & _TITLE or after & _SECOND
        if not (slips or own & _FIRST):
            continue
        length, meanings = lexicon.longest(folds, place)
        if length:
            token.cues, token.title = meanings[0]
            if token.fold in _DOTTED and token.text[-1] != ".":
                token.cues = _NO_CUES
        slip = None if not slips or token.title is not None else titles.at(folds, place)
        if slip is not None and slip[0] > length:
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
def _lexicon() -> Phrases[Meaning]:
    """Every phrase of the vocabulary with all that it may mean: its cues by role, its title."""
    vocabulary = load()
    phrases: dict[tuple[str, ...], tuple[str, dict[str, Cue], list[AwardTitle]]] = {}
    for title in vocabulary.award_titles:
        if title.family not in BY_GRAMMAR:
            for spelling in (title.name, *title.aliases):
                phrases.setdefault(_key(spelling), (spelling, {}, []))[2].append(title)
    for cue in vocabulary.cues:
        if cue.role not in _PAGE:
            for word in cue.words:
                phrases.setdefault(_key(word), (word, {}, []))[1][cue.role] = cue
    return Phrases(
        (phrase, (cues or _NO_CUES, titles[0] if titles else None))
        for phrase, cues, titles in phrases.values()
    )


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(word.fold for word in words(phrase) if word.fold not in QUOTES)
