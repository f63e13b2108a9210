"""Who issued a document, and when, by the words round its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, takewhile

from plugins.documents.dates import Day, dateline, days
from plugins.documents.identity import is_head
from plugins.documents.letters import UPPER
from plugins.documents.numbers import Reference
from plugins.documents.organisations import LONGEST, organisation
from plugins.vocabulary import Word, words

# How far a date or an issuer may stand after the number, in characters.
_REACH = 160
# How far a date may stand before the office that issues, and the longest name of one, in words.
_LOOK_BACK = 60
_LONGEST_NAME = 14
# So far back, in characters, are the words read that may name an office with what stands round it.
_FAR = 500
_SENTENCE_END = re.compile(rf"[.!?](?=\s+[{UPPER}])|\n\s*\n")
# "số 15/QĐ-UBND, ký ngày …", "… của Giám đốc ký ngày …".
_BETWEEN = re.compile(
    r"[\s(,]*(?:(?:được\s+)?(?:ký|ban\s+hành)(?:\s+ban\s+hành)?\s+)?", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\s*\(\s*(\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4})\s*\)")
_SAME_DAY = re.compile(r"[\s(,]*(?:ký\s+)?cùng\s+ngày\b", re.IGNORECASE)
_OF = re.compile(r"[\s,)]*của\s+", re.IGNORECASE)
# "… do Chủ tịch UBND huyện ký", "… được UBND huyện ban hành": only with the verb is it the issuer.
_BY = re.compile(r"[\s,)]*(?:do|được)\s+", re.IGNORECASE)
_ISSUED = re.compile(r"\s+(?:đã\s+)?(?:ký|ban\s+hành|phát\s+hành|thông\s+qua)\b", re.IGNORECASE)
# "của huyện", "của huyện Thanh Oai": a locality in small letters, with or without its name.
_LOCALITY = re.compile(
    r"(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|thị\s+trấn|xã|phường|đặc\s+khu)(?!\s+(?:đoàn|ủy|đội|hội))"
    rf"(?:\s+[{UPPER}][^\W\d_]*)*\b"
)
_AT = re.compile(r"\b(?:tại|bằng)\s+$", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s+")
_DECIDES = re.compile(
    r"\s+(?:đã\s+|cũng\s+)?(?:tặng|công\s+nhận|quyết\s+định|khen\s+thưởng|phê\s+duyệt|giao|yêu\s+cầu"
    r"|truy\s+tặng|đề\s+nghị|chỉ\s+đạo|thành\s+lập|bổ\s+nhiệm|ban\s+hành|công\s+bố)\b"
)
# What an office does with a document right before it is named.
_ISSUES = frozenset({"hành", "có", "ra", "ký"})
_ISSUES_HERE = re.compile(r"\b(?:hành|có|ra|ký)\s*$", re.IGNORECASE)
_VERB = 10
_TENSE = frozenset({"đã", "vừa", "mới", "ban", "phát", "ký"})


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose a document is and of which day; ``end`` is where the words for both end."""

    day: Day | None
    issuer: str | None
    end: int


def origin(
    text: str, reference: Reference, room: tuple[int, int], published: date | None
) -> Origin:
    """Read date and issuer of a number; ``room`` ends at the numbers before and after it."""
    return _Neighbourhood(text, reference, room, published).read()


def same_day(text: str, reference: Reference) -> bool:
    """Whether it is of the day of the document named before: "… cùng ngày"."""
    return _SAME_DAY.match(text, reference.end) is not None


class _Neighbourhood:
    """The text round one number."""

    def __init__(
        self,
        text: str,
        reference: Reference,
        room: tuple[int, int],
        published: date | None,
    ) -> None:
        self._text, self._reference = text, reference
        (self._floor, self._ceiling), self._published = room, published

    def read(self) -> Origin:
        day, end = self._date_after()
        if day is None and (match := _SAME_DAY.match(self._text, end)):
            end = match.end()
        issuer, end = self._issuer_after(end)
        if day is None and issuer:
            day, end = self._date_at(end)
        if day is None or issuer is None:
            before, office = self._before()
            day, issuer = day or before, issuer or office or self._decides(end)
        return Origin(day, issuer, end)

    def _days(self, at: int) -> Sequence[Day]:
        end = min(at + _REACH, self._ceiling, len(self._text))
        return list(islice(days(self._text, at, end, published=self._published), 1))

    def _date_after(self) -> tuple[Day | None, int]:
        """A date right after the number, or, in the head of a decision ("Số: …"), a line below."""
        at = self._reference.end
        if match := _IN_BRACKETS.match(self._text, at, self._ceiling):
            value = dateline(self._text, match.start(1), match.end(1))
            return (Day(match.start(1), match.end(1), value) if value else None), match.end()
        for day in self._days(at):
            if _BETWEEN.fullmatch(self._text, at, day.start):
                return day, day.end
            if not self._reference.worded and "\n" in self._text[at : day.start]:
                return day, at
        return None, at

    def _date_at(self, at: int) -> tuple[Day | None, int]:
        """A date right after ``at``: "… của Giám đốc Sở | ký ngày 1/6/2024"."""
        for day in self._days(at):
            if _BETWEEN.fullmatch(self._text, at, day.start):
                return day, day.end
        return None, at

    def _issuer_after(self, at: int) -> tuple[str | None, int]:
        """Read "… của UBND huyện Thanh Oai", "… do Chủ tịch UBND huyện ký"."""
        limit = min(at + _REACH, self._ceiling)
        for lead in (_OF, _BY):
            match = lead.match(self._text, at, limit)
            end = self._office(match.end()) if match else None
            if match is None or end is None:
                continue
            name = " ".join(self._text[match.end() : end].split())
            if lead is _OF or (_ISSUED.match(self._text, end) and not is_head(name)):
                return name, end
        return None, at

    def _office(self, at: int) -> int | None:
        """Where the name of the office ends that begins at ``at``, if one does."""
        pieces = list(islice(words(self._text, at), LONGEST))
        if last := organisation(pieces, 0):
            return pieces[last - 1].end
        locality = _LOCALITY.match(self._text, at, self._ceiling)
        return locality.end() if locality else None

    def _before(self) -> tuple[Day | None, str | None]:
        """Date and issuer told before the number: "ngày 11/9, UBND huyện có Kế hoạch số …"."""
        start = self._reference.start
        if not _ISSUES_HERE.search(self._text, max(self._floor, start - _VERB), start):
            return None, None
        pieces = self._words_before(start)
        verb = len(pieces) - 1
        if verb < 1 or pieces[verb].fold not in _ISSUES:
            return None, None
        last = verb
        while last > 0 and pieces[last - 1].fold in _TENSE:
            last -= 1
        # The office is the longest name that ends right before the verb, or before a bracket there.
        last = _before_bracket(pieces, last)
        near = pieces[max(0, last - _LONGEST_NAME) : last]
        office = next((n for n in range(len(near)) if organisation(near, n) == len(near)), None)
        if office is None or near[office].start < self._floor:
            return None, None
        start = near[office].start
        name = " ".join(self._text[start : near[-1].end].split())
        early = max(self._floor, start - _LOOK_BACK)
        for day in days(self._text, early, start, published=self._published):
            if not _SENTENCE_END.search(self._text, day.end, start):
                return day, name
        return None, name

    def _words_before(self, place: int) -> list[Word]:
        """The words before a place, as far back as a name may begin."""
        far = max(0, place - _FAR)
        first = self._text.find(" ", far, place) if far else 0
        near = words(self._text, max(first, far))
        return list(takewhile(lambda word: word.start < place, near))

    def _decides(self, at: int) -> str | None:
        """Read "Tại Quyết định số …, Chủ tịch UBND xã công nhận …": who decides there."""
        before = self._text[max(0, self._reference.start - _LOOK_BACK) : self._reference.start]
        comma = _COMMA.match(self._text, at, self._ceiling)
        end = self._office(comma.end()) if comma and _AT.search(before) else None
        if comma is None or end is None or not _DECIDES.match(self._text, end):
            return None
        return " ".join(self._text[comma.end() : end].split())


def _before_bracket(pieces: Sequence[Word], last: int) -> int:
    """Where a bracket begins that ends at ``last``: "huyện Nam Đàn (tỉnh Nghệ An)"."""
    if not last or pieces[last - 1].text != ")":
        return last
    low = max(0, last - _LONGEST_NAME)
    return next((n for n in range(last - 1, low, -1) if pieces[n].text == "("), last)
