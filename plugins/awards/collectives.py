"""Read one collective: its type ("Phòng", "UBND xã"), its name, its parent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plugins.awards.sentences import Sentence
from plugins.awards.tokens import Token
from plugins.model import Recipient
from plugins.vocabulary import fold, unmask

# A name longer than this is a clause that has been misread.
_LONGEST = 24
_LOOSE = frozenset({",", ";", ":", ".", "-", "–", "—", "+", "…", "!", "?", "/", "*", "•"})
# Words at the end that belong to the verb after the name: "các Cụm số 1, 4, 6 | cùng nhận".
_TRAILING = frozenset(
    {"cùng", "cũng", "đã", "vừa", "đều", "vinh", "dự", "còn", "và", "là", "được", "lần", "lượt"}
)
_QUOTES = frozenset("“”\"'‘’«»")
# Types of school that follow "trường".
_SCHOOLS = frozenset({
    "thcs", "thpt", "tiểu học", "mầm non", "mẫu giáo", "ptdtbt", "ptdtnt", "th", "mn",
})  # fmt: skip
_PLURAL = frozenset({"các", "những"})
# The level of offices; one whose type takes this many words is named by it.
_OFFICE, _LONG_TYPE = 4, 3
_LONGEST_TYPE = 6
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

    ``last`` is the innermost type ("xã"); ``local`` whether that is a type of place. ``explicit``
    is true where it is said for all ("các trường: …"), so that it may stand before another type;
    ``coded`` where a code follows it ("Phòng PC01"), so that other codes take it.
    """

    words: str
    last: str
    local: bool
    branch: bool = False
    explicit: bool = False
    coded: bool = False

    def for_all(self) -> Prefix:
        """The same, said for all names of a list."""
        return replace(self, explicit=True)

    @property
    def head(self) -> str:
        """The words before the innermost type: "Hội LHPN" of "Hội LHPN phường"."""
        return self.words[: len(self.words) - len(self.last)].rstrip()

    def ends_in(self, own: Prefix) -> bool:
        """Whether a name only repeats the end of the type: "Trường Mầm non A, | Mầm non B"."""
        return fold(self.words).endswith(" " + fold(own.words))

    def changes_to(self, own: Prefix) -> bool:
        """Whether places of several kinds share what stands before: "UBND các xã A, thị trấn B"."""
        return (
            self.explicit
            and self.local
            and own.local
            and " " not in own.head
            and not own.head
            and bool(self.head)
        )

    def holds(self, own: Prefix) -> bool:
        """Whether a unit with a type of its own still takes this one: "các trường: THCS A"."""
        if not self.explicit or fold(own.words) == self.last:
            return False
        school = self.last == "trường" and own.last in _SCHOOLS
        return school or (self.branch and not own.branch)


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
        if token.text in _LOOSE or token.text in _QUOTES or token.fold in ("và", "là", "cùng"):
            first += 1
        elif token.has("determiner", "author") or (
            token.has("wrapper") and _wraps(tokens, first, last)
        ):
            first += token.length
        elif (
            token.fold == "đội"
            and not (token.capital and first)
            and first + 1 < last
            and (tokens[first + 1].level and tokens[first + 1].capital)
        ):
            first += 1  # "đội Công an xã" in a contest is the unit; "đội 3" is a unit itself
        else:
            break
    while last > first and (
        tokens[last - 1].text in _LOOSE
        or tokens[last - 1].text in _QUOTES
        or (
            tokens[last - 1].fold in _TRAILING
            and not tokens[last - 1].inside
            and not tokens[last - 1].capital
        )
    ):
        last -= 1
    return first, last


def prefix_of(sentence: Sentence, first: int, last: int) -> Prefix | None:
    """The run of types at the start of a unit: "UBND xã" in "UBND xã Đại Yên"."""
    tokens, at, level = sentence.tokens, first, 0
    words: list[str] = []
    plural = first > 0 and tokens[first - 1].fold in _PLURAL
    while at < last and not tokens[at].inside:
        token = tokens[at]
        if token.level:
            level = token.level
            words.append(_words(sentence, at, at + token.length))
            at += token.length
        elif words and (token.has("determiner") or _counts_type(tokens, at, last)):
            plural = True
            at += token.length  # "Đảng bộ các xã A, B", "Nhân dân và cán bộ 2 thôn A, B"
        elif words and token.fold == "số" and at + 1 < last and tokens[at + 1].kind == "number":
            words[-1] += " số"  # "Cụm thi đua số 2 và 5"
            at += 1
        elif plural and words and (inner := _inner_type(tokens, at, last)):
            words.append(_words(sentence, at, inner))  # "các tổ công nghệ số thôn 1, thôn 3"
            at = inner
        else:
            break
    if not words:
        return None
    coded = at < last and is_code(tokens[at])
    return Prefix(
        " ".join(words),
        fold(words[-1].split()[-1] if len(words) > 1 and level == 1 else words[-1]),
        level in PLACES,
        branch=tokens[first].has("branch"),
        explicit=plural,
        coded=coded,
    )


def _counts_type(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether a number stands between two types: "Nhân dân và cán bộ | 2 | thôn A, B"."""
    after = at + 2
    return (
        tokens[at].kind == "number"
        and after < last
        and bool(tokens[at + 1].level)
        and tokens[after].capital
    )


def begins_name(tokens: Sequence[Token], at: int, shared: Prefix | None) -> bool:
    """Whether a type begins a name: "các xã Tân Lập, Bản Nguyên", a commune named so."""
    all_places = shared is not None and shared.explicit and shared.local
    return all_places and tokens[at].capital and tokens[at].level == 1 and tokens[at].length == 1


def _inner_type(tokens: Sequence[Token], at: int, last: int) -> int | None:
    """Where the last type of a plural ends: "các tổ | công nghệ số thôn | 1, thôn 3"."""
    for place in range(at, min(last, at + _LONGEST_TYPE)):
        token = tokens[place]
        if token.capital or token.kind != "word":
            return None
        end = place + token.length
        if token.level and end < last and (tokens[end].kind == "number" or tokens[end].capital):
            return end
    return None


def _words(sentence: Sentence, first: int, last: int) -> str:
    return " ".join(sentence.quote(first, last).quote.split())


def read_collective(
    sentence: Sentence,
    first: int,
    last: int,
    prefix: Prefix | None = None,
    *,
    bare: bool = False,
    single: bool = False,
) -> Recipient | None:
    """Read the unit that the tokens state.

    ``prefix`` is the type it takes if it has none; ``bare`` lets a name of no known type be a unit;
    ``single`` says that it is an item of a list, where a type with common words is a name too.
    """
    tokens = sentence.tokens
    first, end = trim(tokens, first, last)
    parent = _parent(tokens, first, end)
    last = trim(tokens, first, parent)[1] if parent else end
    outside = [n for n in range(first, last) if not tokens[n].brackets]
    if not outside or len(outside) > _LONGEST:
        return None
    if any(_tells(tokens[n]) for n in outside):
        return None
    evidence = sentence.quote(first, last)
    name = _without_article(sentence, first, last)
    own = None if begins_name(tokens, first, prefix) else prefix_of(sentence, first, last)
    if own is None and is_code(tokens[first]):
        if prefix is not None and prefix.coded:
            name = f"{prefix.words} {name}"
    elif own is None:
        if prefix is not None and (tokens[first].capital or tokens[first].kind == "number"):
            name = f"{prefix.words} {name}"
        elif not (bare and _stands_alone(tokens, first, last)):
            return None
    elif own and prefix and prefix.holds(own):
        name = f"{prefix.words} {name}"
    elif own and prefix and prefix.ends_in(own):
        # "UBND xã A, B và xã C": the last item only repeats the end of the shared type.
        name = prefix.words + name[len(own.words) :]
    elif own and prefix and prefix.changes_to(own):
        name = f"{prefix.head} {name}"
    elif own and not _named(tokens, first, last) and not (single and tokens[first].capital):
        return None
    unit = " ".join(sentence.quote(parent + 1, end).quote.split()) if parent else None
    return Recipient(unmask(name[0].upper() + name[1:]), "collective", evidence, unit=unit)


def _tells(token: Token) -> bool:
    """Whether a word is a part of a clause and of no name."""
    if token.title or token.text == ":" or token.has("give", "receive", "passive"):
        return True
    return (token.has("clause") or token.fold == "là") and not (token.capital or token.quotes)


def _parent(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Where "của" stands before the parent of a unit: "Tổ Ngữ văn của Trường THPT A"."""
    for place in range(first + 1, last - 1):
        token = tokens[place]
        if token.fold == "của" and not (token.inside or token.brackets or token.quotes):
            return place if tokens[place + 1].level else None
    return None


def _stands_alone(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words are a name by themselves: "Sao Mai", "CĐCS Điện lực", "Team 5"."""
    capitals = sum(tokens[n].capital for n in range(first, last) if not tokens[n].brackets)
    return tokens[first].capital and 2 * capitals >= last - first and not tokens[first].has("place")


def _without_article(sentence: Sentence, first: int, last: int) -> str:
    """The words of the name, without the plural of "Đảng bộ các xã A"."""
    tokens = sentence.tokens
    kept, start = [], tokens[first].start
    for place in range(first + 1, last):
        between = tokens[place].fold == "các" or tokens[place].kind == "number"
        if between and not tokens[place].inside and _types_round(tokens, place):
            kept.append(sentence.plain[start : tokens[place - 1].end])
            start = tokens[place + 1].start if place + 1 < last else tokens[place].end
    kept.append(sentence.plain[start : tokens[last - 1].end])
    return " ".join(" ".join(kept).split())


def _types_round(tokens: Sequence[Token], place: int) -> bool:
    """Whether types of unit stand on both sides: "Đảng bộ | các | xã A"."""
    before = place - 1
    while before > 0 and tokens[before].inside:
        before -= 1
    after = place + tokens[place].length
    return bool(tokens[before].level) and after < len(tokens) and bool(tokens[after].level)


def _named(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether something beyond its type names the unit: a capital, a number, a field, a place."""
    after = first + tokens[first].length
    if tokens[after - 1].fold in _PLACE_WORDS and tokens[first].length > len(("ban", "huyện")):
        return True  # "Ban Tổ chức Quận ủy" is a type and a name in one
    office = tokens[first].level == _OFFICE and tokens[first].length >= _LONG_TYPE
    if tokens[first].capital and (office or tokens[first].has("complete")):
        return True  # "Hội Nông dân", "Trung tâm Phục vụ hành chính công"
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
