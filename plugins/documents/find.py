"""Find citations of documents in plain text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from plugins.documents.dates import Day, days
from plugins.documents.organisations import organisation
from plugins.model import Document, Evidence
from plugins.vocabulary import Word, load, words

# The number itself: digits, perhaps with a thousands dot ("9.080"), then parts such as "/QĐ-UBND",
# "-CTr/TU", "/2023/NĐ-CP"; people put spaces round the stroke. "292/KH-UBND" has a suffix, "9080"
# has none.
_NUMBER = r"(?P<digits>\d{1,3}(?:\.\d{3})+(?!\d)|\d+)"
# Spaces inside it ("17/QĐ - UBND") only where capitals follow.
_SUFFIX = (
    r"(?P<suffix>(?:\s?[/\-]\s?(?:\d{4}\s?/\s?)?[A-ZĐƯÔ][\w&]*"
    r"(?:[\-–/][A-ZĐƯÔ\d][\w&]*|(?-i:\s?[\-–/]\s?[A-ZĐƯÔ]{2,}\d*\b))*))"
)
# "số", "Số:", and "số1628" without a space.
_WORD_NUMBER = r"(?P<so>\bsố\s*:?\s*)"
# How far a date or an issuer may stand after the number, in characters.
_REACH = 160
# How much text round a number says whose it is, in characters.
_AROUND = 320
# How far a date may stand before the office that issues, and the longest name of one, in words.
_LOOK_BACK = 60
_LONGEST_NAME = 14
_SENTENCE_END = re.compile(r"[.!?](?=\s+[^\W\d_a-zà-ỹ])|\n\s*\n")
# "số 15/QĐ-UBND, ký ngày …", "… của Giám đốc ký ngày …".
_BETWEEN = re.compile(
    r"[\s(,]*(?:(?:được\s+)?(?:ký|ban\s+hành)(?:\s+ban\s+hành)?\s+)?", re.IGNORECASE
)
_SAME_DAY = re.compile(r"[\s(,]*(?:ký\s+)?cùng\s+ngày\b", re.IGNORECASE)
_OF = re.compile(r"[\s,)]*của\s+", re.IGNORECASE)
# What an office does with a document right before it is named.
_ISSUES = frozenset({"hành", "có", "ra", "ký"})
_TENSE = frozenset({"đã", "vừa", "mới", "ban", "ký"})


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Kind, "số" and number; at least two of kind, "số" and suffix must be there."""
    names = sorted(_kinds(), key=len, reverse=True)
    kind = rf"(?P<kind>\b(?:{'|'.join(map(re.escape, names))})\b\s*)"
    forms = (
        rf"{kind}{_WORD_NUMBER}{_NUMBER}{_SUFFIX}?",
        rf"{kind}{_NUMBER}{_SUFFIX}",
        rf"{_WORD_NUMBER}{_NUMBER}{_SUFFIX}",
    )
    # One alternative for each form; group names may stand only once in a pattern.
    numbered = [re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>{n}>", form) for n, form in enumerate(forms)]
    # Every form begins a word: asking that first spares the forms at every other letter.
    return re.compile(rf"\b(?=[^\W\d_])(?:{'|'.join(numbered)})", re.IGNORECASE)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    rows = load().document_kinds
    return {spelling: row.name for row in rows for spelling in (row.name, *row.aliases)}


def find(text: str, *, published: date | None = None) -> tuple[Document, ...]:
    """Return the documents cited in ``text``, each once, in the order of first mention.

    ``published`` gives the year to dates that lack it; such dates are marked as inferred.
    """
    return merge(citations(text, published=published))


def merge(cited: Iterable[Document]) -> tuple[Document, ...]:
    """Return each document of ``cited`` once, with all that its citations say of it."""
    found: dict[tuple[str, str], Document] = {}
    for document in cited:
        key = (document.kind, document.number)
        first = found.setdefault(key, document)
        if first is not document:
            found[key] = _merged(first, document)
    return tuple(found.values())


def citations(text: str, *, published: date | None = None) -> Iterator[Document]:
    """Yield every citation in order, one document perhaps several times."""
    matches = list(_pattern().finditer(text))
    if not matches:
        return
    before: Document | None = None
    for index, match in enumerate(matches):
        floor = matches[index - 1].end() if index else 0
        ceiling = matches[index + 1].start() if index + 1 < len(matches) else len(text)
        near = max(0, match.start() - _AROUND), min(len(text), match.end() + _AROUND)
        pieces = list(words(text, *near))
        starts = [piece.start for piece in pieces]
        document = _citation(text, match, (floor, ceiling), pieces, starts, published)
        if before and document.date is None and _SAME_DAY.match(text, match.end()):
            document = replace(document, date=before.date, date_inferred=before.date_inferred)
        if document.date is not None:
            before = document
        yield document


def _citation(  # noqa: PLR0917
    text: str,
    match: re.Match[str],
    room: tuple[int, int],
    pieces: Sequence[Word],
    starts: Sequence[int],
    published: date | None,
) -> Document:
    groups = {name[:-1]: value for name, value in match.groupdict().items() if value}
    suffix = re.sub(r"\s", "", groups.get("suffix", ""))
    number = groups["digits"].replace(".", "") + suffix
    day, end = _date_after(text, match, room[1], published, alone="kind" not in groups)
    issuer, end = _issuer_after(text, end, room[1], pieces, starts)
    if day is None and issuer:
        day, end = _date_at(text, end, room[1], published)
    if day is None or issuer is None:
        before, office = _before(text, match.start(), room[0], pieces, starts, published)
        day, issuer = day or before, issuer or office
    return Document(
        kind=_kind(groups.get("kind", ""), suffix),
        number=number,
        date=day.value if day else None,
        issuer=issuer,
        date_inferred=bool(day and day.inferred),
        evidence=Evidence(text[match.start() : end], match.start(), end),
    )


def _kind(word: str, suffix: str) -> str:
    """The kind by its word, else by the first part of the suffix: "/KH-UBND" is a plan."""
    kinds = load()
    for candidate in (word, *re.split(r"[/\-–]", suffix)):
        if candidate and (row := kinds.document_kind(candidate)):
            return row.name
    return "Văn bản"


def _date_after(
    text: str, match: re.Match[str], ceiling: int, published: date | None, *, alone: bool
) -> tuple[Day | None, int]:
    """A date right after the number, or, in the head of a decision ("Số: …"), on the next line."""
    end = min(match.end() + _REACH, ceiling, len(text))
    for day in days(text, match.end(), end, published=published):
        if _BETWEEN.fullmatch(text, match.end(), day.start):
            return day, day.end
        if alone and "\n" in text[match.end() : day.start]:
            return day, match.end()
        break
    return None, match.end()


def _date_at(text: str, at: int, ceiling: int, published: date | None) -> tuple[Day | None, int]:
    """A date right after ``at``: "… của Giám đốc Sở | ký ngày 1/6/2024"."""
    for day in days(text, at, min(at + _REACH, ceiling), published=published):
        return (day, day.end) if _BETWEEN.fullmatch(text, at, day.start) else (None, at)
    return None, at


def _issuer_after(
    text: str, at: int, ceiling: int, pieces: Sequence[Word], starts: Sequence[int]
) -> tuple[str | None, int]:
    """Read "… của UBND huyện Thanh Oai"."""
    of = _OF.match(text, at, min(at + _REACH, ceiling))
    if not of:
        return None, at
    first = bisect_left(starts, of.end())
    last = organisation(pieces, first) if first < len(pieces) else first
    if last == first:
        return None, at
    end = pieces[last - 1].end
    return " ".join(text[pieces[first].start : end].split()), end


def _before(  # noqa: PLR0917
    text: str,
    at: int,
    floor: int,
    pieces: Sequence[Word],
    starts: Sequence[int],
    published: date | None,
) -> tuple[Day | None, str | None]:
    """Date and issuer told before the number: "ngày 11/9, UBND huyện có Kế hoạch số …"."""
    verb = bisect_left(starts, at) - 1
    if verb < 1 or pieces[verb].fold not in _ISSUES:
        return None, None
    last = verb
    while last > 0 and pieces[last - 1].fold in _TENSE:
        last -= 1
    # The office is the longest name that ends right before the verb.
    near = pieces[max(0, last - _LONGEST_NAME) : last]
    office = next((n for n in range(len(near)) if organisation(near, n) == len(near)), None)
    if office is None or near[office].start < floor:
        return None, None
    start = near[office].start
    name = " ".join(text[start : near[-1].end].split())
    for day in days(text, max(floor, start - _LOOK_BACK), start, published=published):
        if not _SENTENCE_END.search(text, day.end, start):
            return day, name
    return None, name


def _merged(first: Document, later: Document) -> Document:
    """The first citation, completed by what a later one adds."""
    if first.date is None and later.date is not None:
        first = replace(first, date=later.date, date_inferred=later.date_inferred)
    return first if first.issuer else replace(first, issuer=later.issuer)
