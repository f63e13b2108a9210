"""Read one collective: its type ("Phòng", "UBND xã"), its name, its parent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.awards.sentences import Sentence
from plugins.awards.tokens import Token
from plugins.model import Recipient

# A name longer than this is a clause that has been misread.
_LONGEST = 24
_LOOSE = frozenset({",", ";", ":", ".", "-", "–", "—", "+", "…", "!", "?", "/"})
_QUOTES = frozenset("“”\"'‘’«»")
# The levels of places: hamlet, commune, district, province.
PLACES = (1, 3, 5, 7)
# Codes of police offices and the like: "PC45", "A70".
_CODE = re.compile(r"[A-ZĐ]{1,4}\d{1,3}")
# A place name in lower case completes a unit: "Công an huyện", "Liên đoàn Lao động tỉnh".
_PLACE_WORDS = frozenset(
    {"huyện", "tỉnh", "xã", "phường", "quận", "thành", "phố", "trấn", "ủy", "thị", "tp"}
)


@dataclass(frozen=True, slots=True)
class Prefix:
    """The type that units in a run share: "Thị trấn", "UBND xã".

    ``last`` is the innermost type ("xã"); ``local`` whether that is a type of place.
    """

    words: str
    last: str
    local: bool


def is_code(token: Token) -> bool:
    """Whether a token is a code that names a unit by itself."""
    return bool(_CODE.fullmatch(token.text))


def starts_unit(tokens: Sequence[Token], at: int) -> bool:
    """Whether a unit with its type begins at ``at``."""
    token = tokens[at]
    if token.inside:
        return False
    return is_code(token) or token.has("wrapper") or bool(token.level)


def trim(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Take separators, quotation marks and wrappers ("đội thi") off both ends."""
    while first < last:
        token = tokens[first]
        if token.text in _LOOSE or token.text in _QUOTES or token.fold in ("và", "là"):
            first += 1
        elif token.has("determiner") or (token.has("wrapper") and _wraps(tokens, first, last)):
            first += token.length
        else:
            break
    while last > first and (tokens[last - 1].text in _LOOSE or tokens[last - 1].text in _QUOTES):
        last -= 1
    return first, last


def prefix_of(sentence: Sentence, first: int, last: int) -> Prefix | None:
    """The run of types at the start of a unit: "UBND xã" in "UBND xã Đại Yên"."""
    tokens, at, level = sentence.tokens, first, 0
    words: list[str] = []
    while at < last and not tokens[at].inside:
        token = tokens[at]
        if token.level:
            level = token.level
            piece = sentence.plain[token.start : tokens[at + token.length - 1].end]
            words.append(" ".join(piece.split()))
            at += token.length
        elif token.has("determiner") and words:
            at += token.length  # "Đảng bộ các xã A, B"
        else:
            break
    return Prefix(" ".join(words), words[-1].casefold(), level in PLACES) if words else None


def read_collective(
    sentence: Sentence, first: int, last: int, prefix: Prefix | None = None
) -> Recipient | None:
    """Read the unit that the tokens state; ``prefix`` is the type it takes if it has none."""
    tokens = sentence.tokens
    first, last = trim(tokens, first, last)
    outside = [n for n in range(first, last) if not tokens[n].brackets]
    if not outside or len(outside) > _LONGEST:
        return None
    if any(tokens[n].has("give", "receive", "passive") or tokens[n].title for n in outside):
        return None
    evidence = sentence.quote(first, last)
    name = _without_article(sentence, first, last)
    own = prefix_of(sentence, first, last)
    if own is None and not is_code(tokens[first]):
        if prefix is None or not (tokens[first].capital or tokens[first].kind == "number"):
            return None
        name = f"{prefix.words} {name}"
    elif own and prefix and own.words.casefold() == prefix.last != prefix.words.casefold():
        # "UBND xã A, B và xã C": the last item only repeats the end of the shared type.
        name = prefix.words + name[len(own.words) :]
    elif own and not _named(tokens, first, last):
        return None
    return Recipient(name[0].upper() + name[1:], "collective", evidence)


def _without_article(sentence: Sentence, first: int, last: int) -> str:
    """The words of the name, without the plural of "Đảng bộ các xã A"."""
    tokens = sentence.tokens
    kept, start = [], tokens[first].start
    for place in range(first + 1, last):
        if tokens[place].fold == "các" and tokens[place - 1].fold in ("bộ", "ubnd", "hội", "đoàn"):
            kept.append(sentence.plain[start : tokens[place - 1].end])
            start = tokens[place + 1].start if place + 1 < last else tokens[place].end
    kept.append(sentence.plain[start : tokens[last - 1].end])
    return " ".join(" ".join(kept).split())


def _named(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether something beyond its type names the unit: a capital, a number, a field, a place."""
    after = first + tokens[first].length
    if tokens[after - 1].fold in _PLACE_WORDS and tokens[first].length > len(("ban", "huyện")):
        return True  # "Ban Tổ chức Quận ủy" is a type and a name in one
    if after >= last:
        return False
    rest = [t for t in tokens[after:last] if not t.brackets]
    if rest and tokens[first].capital and len(rest) < last - after:
        return True  # "Cục tiêu chuẩn chất lượng (Bộ Y tế)": its parent vouches for it
    return any(
        t.capital or t.kind == "number" or t.has("field", "office") or t.fold in _PLACE_WORDS
        for t in rest
    )


def _wraps(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a unit, a code or a name stands right after "đội thi", "tập thể"."""
    after = first + tokens[first].length
    while after < last and (tokens[after].text in ':“"' or tokens[after].has("determiner")):
        after += 1
    return after < last and (bool(tokens[after].level) or tokens[after].capital)
