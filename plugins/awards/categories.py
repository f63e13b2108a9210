"""Of what a prize is the first: "giải Nhất môn kéo co", "Ở nội dung cầu lông, giải Nhất"."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.awards.tokens import Token

# How far from a prize its category may be told, and how long it may be, in words.
_REACH = 24
_LONGEST = 10


def category_of(tokens: Sequence[Token], floor: int, first: int, last: int) -> str:
    """The category of the prize named by the tokens from ``first`` to ``last``, folded.

    What follows the prize counts first, then what stands before it, from ``floor`` on.
    """
    for place in range(last, min(len(tokens), last + _REACH)):
        if tokens[place].has("belong", "to") or tokens[place].text in ",;:.":
            break
        if _names_category(tokens[place]):
            return _words(tokens, place)
    for place in range(first - 1, max(floor - 1, first - _REACH, -1), -1):
        if tokens[place].text == ";":
            break
        if _names_category(tokens[place]):
            return _words(tokens, place)
    return ""


def heading_category(tokens: Sequence[Token]) -> str | None:
    """The category that a heading gives to the prizes below it; None if it names none."""
    for place, token in enumerate(tokens):
        if token.has("category"):
            return _words(tokens, place)
    return None


def _names_category(token: Token) -> bool:
    cue = token.cues.get("category")
    return cue is not None and not cue.value


def _words(tokens: Sequence[Token], place: int) -> str:
    words: list[str] = []
    for token in tokens[place : place + _LONGEST]:
        stops = token.has("belong", "to", "give", "receive") or token.fold == "giải"
        if token.kind == "mark" or stops:
            break
        words.append(token.fold)
    return " ".join(words)
