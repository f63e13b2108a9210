"""Sentences of a block. Abbreviations with a dot ("TP. Huế", "UBND Q.3") end none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from plugins.awards.text import Block
from plugins.awards.tokens import Token, tokenize
from plugins.model import Evidence

_ENDS = frozenset(".!?…")
# "TP.Huế", "LĐLĐ.": letters that may be short for something, with no space after the dot.
_LONGEST_SHORT = 3
# Abbreviations that a dot follows although the sentence goes on, folded.
_SHORT = frozenset(
    [
        "tp", "tx", "tt", "q", "p", "h", "x", "tnhh", "ths", "ts", "pgs", "gs", "bs",
        "ks", "cn", "ds", "cki", "ckii", "đ/c", "đc", "tr", "st", "nxb", "lm", "ht",
        "tphcm",
    ]
)  # fmt: skip


@dataclass
class Sentence:
    """A sentence with its tokens and the block it stands in."""

    plain: str
    block: Block
    tokens: list[Token]

    @cached_property
    def first_cues(self) -> dict[str, int]:
        """Where each role is first played, outside brackets and quotation marks."""
        places: dict[str, int] = {}
        for place, token in enumerate(self.tokens):
            if token.cues and not token.brackets and not token.quotes:
                for role in token.cues:
                    places.setdefault(role, place)
        return places

    @property
    def start(self) -> int:
        """Where it begins in the plain text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the plain text."""
        return self.tokens[-1].end

    @cached_property
    def evidence(self) -> Evidence:
        """The whole sentence as evidence."""
        return Evidence(self.plain[self.start : self.end], self.start, self.end)

    def quote(self, first: int, last: int) -> Evidence:
        """The words from token ``first`` to token ``last`` (excluded) as evidence."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Evidence(self.plain[start:end], start, end)


def sentences(plain: str, block: Block) -> list[Sentence]:
    """Cut a block into sentences."""
    tokens = tokenize(plain, block.start, block.end)
    found, first = [], 0
    for place in range(len(tokens)):
        if _ends(tokens, place):
            found.append(Sentence(plain, block, tokens[first : place + 1]))
            first = place + 1
    if first < len(tokens):
        found.append(Sentence(plain, block, tokens[first:]))
    return found


def joined(found: Sequence[Sentence]) -> Sentence:
    """The sentences of one block as one: an item of a list may hold several."""
    if len(found) == 1:
        return found[0]
    tokens = [token for sentence in found for token in sentence.tokens]
    return Sentence(found[0].plain, found[0].block, tokens)


def whole(plain: str, block: Block, start: int, end: int) -> Sentence | None:
    """One sentence of a span that is known to be one, such as a cell or an item of a list."""
    tokens = tokenize(plain, start, end)
    return Sentence(plain, block, tokens) if tokens else None


def _ends(tokens: list[Token], place: int) -> bool:
    token = tokens[place]
    if token.text not in _ENDS or token.inside or token.length > 1 or place + 1 == len(tokens):
        return False
    if token.brackets:
        return False
    before, after = tokens[place - 1] if place else None, tokens[place + 1]
    if after.text in _ENDS or after.text in "&,;)" or (after.kind == "word" and not after.capital):
        return False
    if before is None or token.text != ".":
        return True
    return not (
        before.fold in _SHORT
        or (before.kind == "word" and len(before.text) == 1 and before.capital)
        or (before.kind == "number" and after.kind == "number")
        or (
            before.kind == "word"
            and before.text.isupper()
            and token.end == after.start
            and len(before.text) <= _LONGEST_SHORT
        )
    )
