"""An award as a sentence names it, and what the readers of its parts share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from plugins.awards.tokens import Token
from plugins.model import AwardTitle
from plugins.vocabulary import load, unmask

QUOTES = frozenset("“”\"'‘’«»")
_JOINING = frozenset({",", "và", "/", "danh", "hiệu", "hoặc", "&", "kèm", "cùng"})


@dataclass(slots=True)
class Mention:
    """An award named by the tokens from ``first`` to ``last`` (excluded).

    ``count`` is the number told with it ("03 giải khuyến khích", "giải Nhì (02 giải)"). ``joint``
    is true where it only adds to the one before ("giải Nhất, Nhì", "Bằng khen và Giấy khen"),
    ``bracketed`` where it stands alone in brackets behind who got it ("xã A (giải Nhất)").
    """

    title: AwardTitle
    rank: str | None
    first: int
    last: int
    count: int | None = None
    joint: bool = False
    bracketed: bool = False

    @property
    def generic(self) -> bool:
        """Whether the form of commendation is left unnamed."""
        return self.title.group == "khác"


@lru_cache(maxsize=16)
def title_of(slug: str) -> AwardTitle:
    """The row of the vocabulary that the grammar itself rests on."""
    title = load().award_title(slug)
    if title is None:
        raise LookupError(f"the vocabulary has no title {slug}")
    return title


def only_joins(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether nothing but "," and "và" and their like stands between two mentions."""
    between = [token.fold for token in tokens[first:last] if token.text not in QUOTES]
    return bool(between) and all(fold in _JOINING for fold in between)


def after_quotes(tokens: Sequence[Token], place: int) -> int:
    """The place after the quotation marks at ``place``."""
    while place < len(tokens) and tokens[place].text in QUOTES:
        place += 1
    return place


def before_quotes(tokens: Sequence[Token], place: int) -> int:
    """The place of the last token before ``place`` that is no quotation mark; -1 if none."""
    place -= 1
    while place >= 0 and tokens[place].text in QUOTES:
        place -= 1
    return place


def head(tokens: Sequence[Token], place: int) -> Token:
    """The token that begins the phrase which ``place`` is a part of."""
    while place > 0 and tokens[place].inside:
        place -= 1
    return tokens[place]


def words_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words as told, without quotation marks."""
    text, end = "", -1
    for token in tokens[first:last]:
        if token.text in QUOTES:
            continue
        text += " " + token.text if end >= 0 and token.start > end else token.text
        end = token.end
    return unmask(text)


def closing_quote(tokens: Sequence[Token], place: int, reach: int) -> int | None:
    """The place of the mark that closes the quotation begun at ``place``, at most so far away."""
    for at in range(place + 1, min(len(tokens), place + reach)):
        if tokens[at].text in QUOTES:
            return at
    return None
