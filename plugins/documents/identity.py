"""When two citations mean one document, as far as they themselves tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from plugins.documents.numbers import UNNAMED
from plugins.model import Document
from plugins.vocabulary import Phrases, fold, load, words

_NUMBER = re.compile(r"0*(?P<digits>\d+[^\W\d_]?(?![^\W\d_])|\d+)(?P<suffix>.*)", re.DOTALL)
_COMMITTEE = re.compile(
    r"^(?:ubnd|ủy ban nhân dân) (?=tỉnh|thành phố|tp|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)"
)


@lru_cache(maxsize=65536)
def number_parts(number: str) -> tuple[str, str]:
    """Return digits and suffix as they are compared: "04/CT-UBND" is "4/ct-ubnd"."""
    match = _NUMBER.match(fold(number))
    return (match["digits"], re.sub(r"[\-/]", "/", match["suffix"])) if match else (number, "")


@lru_cache(maxsize=65536)
def office(issuer: str) -> str:
    """Return the office behind an issuer, folded: without its head and its committee.

    "Chủ tịch UBND huyện Thanh Oai", "Ủy ban nhân dân huyện Thanh Oai" and "huyện Thanh Oai" are
    one; "UBND huyện" is only "huyện".
    """
    pieces = list(words(issuer))
    folds = [piece.fold for piece in pieces]
    at = _head(folds)
    name = fold(issuer[pieces[at].start :]) if at < len(pieces) else fold(issuer)
    return re.sub(r"^tp\.? ?(?=\w|$)", "thành phố ", _COMMITTEE.sub("", name)).strip()


def is_head(issuer: str) -> bool:
    """Whether only a head is named, and no office: "Phó Chủ tịch Thường trực"."""
    folds = [piece.fold for piece in words(issuer)]
    at = 0
    while at < len(folds) and (length := _head(folds[at:])):
        at += length
    return at == len(folds)


def _head(folds: Sequence[str]) -> int:
    """How many words the head of an office takes: of "Trưởng phòng Nội vụ" one."""
    if not folds or _phrases("issuer").longest(folds, 0)[0]:
        return 0
    length = _phrases("position").longest(folds, 0)[0]
    return 1 if length and folds[0] == "trưởng" else length


@lru_cache(maxsize=2)
def _phrases(role: str) -> Phrases[str]:
    cues = (cue for cue in load().cues if cue.role == role)
    return Phrases((word, role) for cue in cues for word in cue.words)


def may_be_one(one: Document, other: Document) -> bool:
    """Whether two citations do not contradict each other in kind, number, date and issuer."""
    return (
        (one.kind == other.kind or UNNAMED in (one.kind, other.kind))
        and _numbers_agree(one.number, other.number)
        and _dates_agree(one, other)
        and _issuers_agree(one, other)
    )


def _numbers_agree(one: str, other: str) -> bool:
    (digits, suffix), (digits_of_other, suffix_of_other) = number_parts(one), number_parts(other)
    return digits == digits_of_other and (
        suffix == suffix_of_other or not suffix or not suffix_of_other
    )


def _dates_agree(one: Document, other: Document) -> bool:
    """A year that was inferred may be another: day and month count."""
    if one.date is None or other.date is None or one.date == other.date:
        return True
    inferred = one.date_inferred or other.date_inferred
    return inferred and (one.date.day, one.date.month) == (other.date.day, other.date.month)


def _issuers_agree(one: Document, other: Document) -> bool:
    """The same unit; else one name that goes on where the other ends ("huyện | Thanh Oai")."""
    if not one.issuer or not other.issuer:
        return True
    if one.issued_by and other.issued_by:
        return one.issued_by == other.issued_by
    names = sorted((office(one.issuer), office(other.issuer)), key=len)
    return f"{names[1]} ".startswith(f"{names[0]} ")


def completed(first: Document, later: Document) -> Document:
    """Return the first citation with what a later one of the same document adds."""
    if first.kind == UNNAMED:
        first = replace(first, kind=later.kind)
    if not number_parts(first.number)[1]:
        first = replace(first, number=later.number)
    if later.date and (first.date is None or (first.date_inferred and not later.date_inferred)):
        first = replace(first, date=later.date, date_inferred=later.date_inferred)
    if later.issuer and (not first.issuer or len(office(later.issuer)) > len(office(first.issuer))):
        first = replace(first, issuer=later.issuer)
    return replace(
        first,
        issued_by=first.issued_by or later.issued_by,
        subject=first.subject or later.subject,
    )


def group(cited: Iterable[Document]) -> list[tuple[Document, list[Document]]]:
    """Put the citations of one text together that mean one document, in order of first mention.

    Each comes with all that its citations say of it. A bare number joins a fuller one where exactly
    one fits.
    """
    order = list(cited)
    place = {id(document): number for number, document in enumerate(order)}
    by_digits: dict[str, list[list[Document]]] = {}
    for document in sorted(order, key=lambda one: not number_parts(one.number)[1]):
        rivals = by_digits.setdefault(number_parts(document.number)[0], [])
        fits = [rival for rival in rivals if may_be_one(document, rival[0])]
        if len(fits) == 1:
            fits[0][0] = completed(fits[0][0], document)
            fits[0].append(document)
        else:
            rivals.append([document, document])
    groups = [
        (whole, sorted(parts, key=lambda one: place[id(one)]))
        for rivals in by_digits.values()
        for whole, *parts in rivals
    ]
    return sorted(groups, key=lambda one: place[id(one[1][0])])


def merge(cited: Iterable[Document]) -> tuple[Document, ...]:
    """Return each document of ``cited`` once, with all that its citations say of it.

    Its evidence is that of its first mention.
    """
    return tuple(
        replace(whole, evidence=parts[0].evidence, sentence=parts[0].sentence)
        for whole, parts in group(cited)
    )
