"""Where a text names a document by its number: "Kế hoạch số 292/KH-UBND", "QĐ 9080"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from plugins.vocabulary import load

# What a document is called where the text does not say of which kind it is.
UNNAMED = "Văn bản"
_DISPATCH_KIND = "Công văn"
_STROKE = str.maketrans("–Ð", "-Đ")

# The number itself: digits, perhaps with a thousands mark ("9.080", "9 080/QĐ-UBND") and a letter
# ("12a/KH-UBND").
_DIGITS = (
    r"(?P<digits>\d{1,3}(?:\.\d{3})+(?!\d)|\d{1,3}(?:[ \u00a0]\d{3})+(?=\s?/\s?[A-ZĐÐ])|\d+)"
    r"(?P<letter>[a-zA-Z](?=\s?[/\-–]\s?[A-ZĐÐ]))?"
)
# Then parts such as "/QĐ-UBND", "-CTr/TU", "/2023/NĐ-CP"; people put spaces round the stroke.
# "9080" has none. Spaces inside it ("17/QĐ - UBND") only where capitals follow.
_SUFFIX = (
    r"(?P<suffix>(?:\s?[/\-–]\s?(?:\d{4}\s?/\s?)?[A-ZĐÐƯÔ][\w&]{0,19}"
    r"(?:[\-–/][A-ZĐÐƯÔ\d][\w&]{0,19}|(?-i:\s?[\-–/]\s?[A-ZĐÐƯÔ]{2,20}\d*\b)){0,6}))"
)
# "số", "Số:", and "số1628" without a space.
_WORD_NUMBER = r"\bsố\s*:?\s*"
# "Công văn khẩn số", "Thông tư liên tịch số", "Quyết định khen thưởng số".
_SORT = (
    r"(?:(?:khẩn|hỏa\s+tốc|hoả\s+tốc|mật|liên\s+tịch|liên\s+ngành|phối\s+hợp|khen\s+thưởng)\s+)?"
)
# A number without a suffix that counts something is no document's: "thông báo số 90 người".
_COUNTED = re.compile(
    r"\s*(?:%|(?:người|tập\s+thể|cá\s+nhân|đơn\s+vị|hồ\s+sơ|hộ|trường\s+hợp|lượt|học\s+sinh|thí\s+sinh"
    r"|xã|phường|tỷ|tỉ|triệu|đồng|giờ|phút|(?:ngày|tháng|năm)(?!\s*\d))\b)",
    re.IGNORECASE,
)
_SAID = re.compile(_WORD_NUMBER, re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
# Laws are no documents of an office: "Pháp lệnh số 18/2008/PL-UBTVQH12".
_LAW = re.compile(r"\b(?:luật|pháp\s+lệnh|hiến\s+pháp)\b[^.;\n]{0,80}$", re.IGNORECASE)
_DECREE = re.compile(r"\bpháp\s+$", re.IGNORECASE)
_BEFORE = 100
# How far, in characters, the name of a kind may stand before a clue, and a suffix reach behind it.
_LEAD, _TAIL = 80, 200
# "/UBND-NV": an office and a department of it. So dispatches are numbered, which bear no code.
_OFFICE_FIRST = re.compile(r"/[^\W\d_][\w&]*[\-–/][^\W\d_]")
_DISPATCH = re.compile(r"/(?:UBND|HĐND|VP|[SB][A-ZĐÐ&]{2,})[\-–/][^\W\d_]")


@dataclass(frozen=True, slots=True)
class Reference:
    """A number in a text; ``worded`` where a word for its kind stands before it."""

    start: int
    end: int
    kind: str
    number: str
    worded: bool

    @property
    def bare(self) -> bool:
        """Whether the number has no suffix."""
        return self.number.isdigit()


def references(text: str) -> list[Reference]:
    """Return all numbers of documents in ``text``, in order."""
    clues = [clue.span() for clue in _clue().finditer(text)]
    worded = _near(_worded(), _begins_worded(), clues, text)
    found = [one for match in worded if (one := _reference(text, match))]
    ends = [one.end for one in found]
    for match in _near(_coded(), _BEGINS_CODED, clues, text):
        place = bisect_right(ends, match.start())
        free = place == len(found) or found[place].start >= match.end()
        if free and (one := _reference(text, match)):
            found.insert(place, one)
            ends.insert(place, one.end)
    return found


def _near(
    pattern: re.Pattern[str],
    begins: re.Pattern[str],
    clues: Iterable[tuple[int, int]],
    text: str,
) -> Iterator[re.Match[str]]:
    """The matches of a pattern near clues, tried only where one ``begins``."""
    done = 0
    for start, end in clues:
        for place in begins.finditer(text, max(done, start - _LEAD), end):
            if place.start() >= done and (match := pattern.match(text, place.start(), end + _TAIL)):
                done = match.end()
                yield match


def _reference(text: str, match: re.Match[str]) -> Reference | None:
    """What a match names; ``None`` where it only looks like the number of a document."""
    groups = {name[:-1]: value for name, value in match.groupdict().items() if value}
    suffix = re.sub(r"\s", "", groups.get("suffix", "")).translate(_STROKE)
    number = re.sub(r"[.\s]", "", groups["digits"]) + groups.get("letter", "") + suffix
    row = load().document_kind(groups.get("kind", ""))
    if not suffix and (
        _COUNTED.match(text, match.end())
        or (_SAID.search(match[0]) is None and _YEAR.fullmatch(number))
    ):
        return None
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    if _DECREE.search(before):
        return None
    kind = row.name if row else _kind(suffix, before)
    return Reference(match.start(), match.end(), kind, number, bool(row)) if kind else None


def _kind(suffix: str, before: str) -> str:
    """The kind by the suffix: "/KH-UBND" is a plan. Empty where no document is meant."""
    code = next((part for part in re.split(r"[/\-–]", suffix) if part and not part.isdigit()), "")
    if row := load().document_kind(code):
        return row.name
    if _LAW.search(before) or not _OFFICE_FIRST.match(suffix):
        return ""
    return _DISPATCH_KIND if _DISPATCH.match(suffix) else UNNAMED


@lru_cache(maxsize=1)
def _clue() -> re.Pattern[str]:
    """What every form has: a digit behind "số" or a short kind, or before a stroke and a letter."""
    # The engine skips quickly to what a pattern begins with, if that is one set of characters.
    first = "".join({name[0] for name in _short()})
    short = "|".join(rf"(?<={name[0]}){re.escape(name[1:])}" for name in _short())
    return re.compile(
        rf"[sSſ\d{first}](?:(?<=[sSſ])[ốỐ]\s*:?\s*\d|(?:{short})\s+\d"
        r"|(?<=\d)\w?\s?[/\-–]\s?(?:\d{4}\s?/\s?)?[^\W\d_])"
    )


@lru_cache(maxsize=1)
def _worded() -> re.Pattern[str]:
    """Kind, "số" and number; at least two of kind, "số" and suffix must be there."""
    kind = rf"(?P<kind>\b(?:{_any(_kinds())})\b)\s*"
    short = rf"(?P<kind>(?-i:\b(?:{_any(_short())})))\s+"
    number = rf"{_DIGITS}{_SUFFIX}"
    forms = (
        rf"{kind}{_SORT}{_WORD_NUMBER}{number}?",
        rf"{kind}{_SORT}{number}",
        rf"{short}{_DIGITS}(?!\w|[/\-–.,]\d)",
        rf"{_WORD_NUMBER}{number}",
    )
    # One alternative for each form; group names may stand only once in a pattern.
    numbered = [re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>{n}>", form) for n, form in enumerate(forms)]
    return re.compile("|".join(numbered), re.IGNORECASE)


@lru_cache(maxsize=1)
def _begins_worded() -> re.Pattern[str]:
    """Where a worded form may begin: every one begins a word with one of few letters."""
    letters = {name[0] for name in (*_kinds(), *_short(), "số")}
    both = "".join(sorted({"ſ", *map(str.lower, letters), *map(str.upper, letters)}))
    return re.compile(rf"[{both}](?<![\w/@=?&\\].)")


_BEGINS_CODED = re.compile(r"\d(?<![\w/.,\-–@=].)")


@lru_cache(maxsize=1)
def _coded() -> re.Pattern[str]:
    """A number alone whose suffix begins with the code of a kind: "(292/KH-UBND)"."""
    codes = _any(name for name in _kinds() if name[-2:].isupper() or name.endswith("Tr"))
    digits = _DIGITS.replace("<digits>", "<digits0>").replace("<letter>", "<letter0>")
    return re.compile(
        rf"{digits}(?P<suffix0>\s?/\s?(?:\d{{4}}/)?(?:{codes})"
        r"\s?[\-–]\s?[A-ZĐÐƯ][\w&]{0,19}(?:[\-–][A-ZĐÐƯ\d][\w&]{0,19}){0,6})"
    )


def _any(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


@lru_cache(maxsize=1)
def _kinds() -> tuple[str, ...]:
    return tuple(name for row in load().document_kinds for name in (row.name, *row.aliases))


@lru_cache(maxsize=1)
def _short() -> tuple[str, ...]:
    return tuple(name for row in load().document_kinds for name in row.short)
