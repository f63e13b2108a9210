"""Who is named in one cell of a table, and what cells say of office and unit.

A column of names vouches for its cells, so a name needs no known surname there.
"""

from __future__ import annotations

import re
from dataclasses import replace

from plugins.awards.collectives import Prefix, read_collective, starts_unit, trim
from plugins.awards.persons import read_office_holder, read_person, starts_person
from plugins.awards.sentences import Sentence, whole
from plugins.awards.tables.offices import office_of
from plugins.awards.tables.spans import Span, lines, pieces, said, stripped
from plugins.awards.text import Block
from plugins.awards.tokens import Token
from plugins.model import Evidence, Recipient
from plugins.vocabulary import unmask

_LONGEST_NAME, _LONGEST_UNIT = 7, 24
# From so many words on, capitals alone tell a person beside another person.
_FULL = 3
_MIDDLE = frozenset({"thị", "văn", "a", "thế", "hữu"})
_NO_NAMES = frozenset({"tổng", "cộng", "danh", "khối", "các", "số", "người", "nhóm", "giải", "đội"})
# "BS.", "ĐD.", "BSCKII." before a name.
_DEGREE = re.compile(r"(?:[A-ZĐƯ]{2,8}|Ths|ThS|Ông|Bà)\.\s*")
_HONORIFIC_PAIR = re.compile(r"(?:ông|bà)\s*(?:/|\()\s*(?:bà|ông)\)?\s*:?\s*", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’ʼ`][^\W\d_]+)*['’ʼ]?")
# "9A1", "lớp 9A1" right after a name.
_CLASS = re.compile(r"\s(?=(?:lớp\s)?\d{1,2}\s?[A-ZĐ]\w{0,3}$)", re.I)
_HOUSEHOLD = re.compile(
    r"(?i:hộ gia đình|hộ|gia đình)\s+"
    r"(?:(?i:ông|bà|anh|chị|cụ|em|đồng chí|đ/c)\s|[A-ZĐ]\w+\s+[A-ZĐ])"
)


def read_names(plain: str, row: Block, cell: Span, kind: str, type_: str = "") -> list[Recipient]:
    """The recipients that a cell names.

    ``kind`` is "person", "unit" or "any": who is listed in the column, as far as it says;
    ``type_`` is what its header says of units: "Xã".
    """
    found: list[Recipient] = []
    for line in lines(plain, cell):
        read = _read_line(plain, row, line, kind, type_)
        if not read and found and found[-1].kind == "individual":
            # The office on a line of its own under the name.
            found[-1] = _with_office(found[-1], plain, row, line)
        found += read
    return found


def _read_line(plain: str, row: Block, line: Span, kind: str, type_: str) -> list[Recipient]:
    if _HOUSEHOLD.match(plain, *line):
        quote = Evidence(plain[line[0] : line[1]], *line)
        name = said(plain, line)
        return [Recipient(name[0].upper() + name[1:], "household", quote)]
    sentence = whole(plain, row, *line)
    if sentence is None or not any(token.kind == "word" for token in sentence.tokens):
        return []
    first, last = trim(sentence.tokens, 0, len(sentence.tokens))
    if first >= last:
        return []
    if kind != "unit" or sentence.tokens[first].has("honorific"):
        people = _people(plain, row, line, kind)
        if people:
            return people
    return _units(sentence, first, last, kind, type_)


def _people(plain: str, row: Block, line: Span, kind: str) -> list[Recipient]:
    """The persons of a line: names, and after each perhaps class, office and unit."""
    found: list[Recipient] = []
    loose = False
    if pair := _HONORIFIC_PAIR.match(plain, *line):
        line = pair.end(), line[1]
    for piece in pieces(plain, line):
        name = _name(plain, row, piece)
        strict = name is not None and _is_strict(name)
        taken = strict or (
            name is not None and (loose or len(name.tokens) >= _FULL if found else kind == "person")
        )
        if name is not None and taken:
            loose = loose or not strict
            quote = Evidence(plain[name.start : name.end], name.start, name.end)
            found.append(Recipient(said(plain, (name.start, name.end)), "individual", quote))
            if name.end < piece[1]:
                found[-1] = _with_office(found[-1], plain, row, stripped(plain, name.end, piece[1]))
        elif found:
            found[-1] = _with_office(found[-1], plain, row, piece)
        else:
            return _holder(plain, row, line)
    return _shared(found)


def _holder(plain: str, row: Block, line: Span) -> list[Recipient]:
    """A name that its office or rank leads to: "Phó Trưởng phòng Nội vụ Trần Văn An"."""
    sentence = whole(plain, row, *line)
    if sentence is None:
        return []
    last = len(sentence.tokens)
    if starts_person(sentence.tokens, 0, last):
        person = read_person(sentence, 0, last)
    else:
        person = read_office_holder(sentence, 0, last)
    return [person] if person else []


def _shared(people: list[Recipient]) -> list[Recipient]:
    """What is said once after the last of several names, of class or unit, holds for each."""
    if len(people) < 2 or not people[-1].unit or any(person.unit for person in people[:-1]):  # noqa: PLR2004
        return people
    return [replace(person, unit=people[-1].unit) for person in people]


def _name(plain: str, row: Block, piece: Span) -> Sentence | None:
    """The words of a piece that are shaped like a person's name, honours before it left out."""
    start, end = piece
    if plain[start] == "(":
        return None
    if match := _CLASS.search(plain, start, end):
        end = match.start()
    while match := _DEGREE.match(plain, start, end):
        start = match.end()
    sentence = whole(plain, row, start, end)
    if sentence is None:
        return None
    tokens = sentence.tokens
    first = 0
    while (
        first + 2 < len(tokens)
        and tokens[first].has("honorific", "author")
        and not _surname(tokens, first)
    ):
        first += tokens[first].length
        while first < len(tokens) and tokens[first].text in ".:,":
            first += 1
    if first >= len(tokens) or not _shaped(plain[tokens[first].start : end], tokens[first:]):
        return None
    return whole(plain, row, tokens[first].start, end)


def _shaped(text: str, tokens: list[Token]) -> bool:
    """Whether the words are capitalised as in a name, and name no unit, office or place."""
    parts = text.replace("'", "’").split()
    if not 1 <= len(parts) <= _LONGEST_NAME or (len(parts) == 1 and "’" not in parts[0]):
        return False
    if not all(_WORD.fullmatch(word) and word[0].isupper() for word in parts):
        return False
    first = tokens[0]
    if first.fold in _NO_NAMES:
        return False
    if first.has("surname") and len(parts) > 1:
        return not first.has("place") and not (first.length > 1 and first.title)
    known = first.level or first.has("position", "place", "wrapper", "count", "field", "office")
    return not known and first.title is None and not any(t.has("position", "count") for t in tokens)


def _surname(tokens: list[Token], place: int) -> bool:
    token = tokens[place]
    return (
        token.has("surname") and token.capital and len(token.text) > 1 and tokens[place + 1].capital
    )


def _is_strict(name: Sentence) -> bool:
    """Whether the name is a person's by its surname or its middle word."""
    tokens = name.tokens
    return tokens[0].has("surname") or any(t.fold in _MIDDLE for t in tokens[1:-1])


def _with_office(person: Recipient, plain: str, row: Block, span: Span) -> Recipient:
    span = stripped(plain, *span)
    if plain[span[0] : span[0] + 1] == "(":
        span = stripped(plain, span[0] + 1, span[1] - (plain[span[1] - 1] == ")"))
    if span[0] >= span[1] or not plain[span[0]].isalnum():
        return person
    position, unit = office_of(plain, row, span)
    sentence = whole(plain, row, *span)
    if position and not (sentence and sentence.tokens[0].has("position")):
        position = None  # "song ca", "sinh năm 1980"
        unit = None
    return replace(person, position=person.position or position, unit=person.unit or unit)


def _units(sentence: Sentence, first: int, last: int, kind: str, type_: str) -> list[Recipient]:
    """The units of a line: one, unless each part of it begins with the same type."""
    tokens = sentence.tokens
    unit = _is_unit(sentence, first)
    if kind == "person" and not unit:
        return []
    if kind == "any" and not (unit or tokens[first].capital):
        return []
    starts = [first]
    for place in range(first + 1, last):
        parts = tokens[place - 1].fold in (",", "và") and not tokens[place].brackets
        if parts and tokens[place].level and tokens[place].fold == tokens[first].fold:
            starts.append(place)
    found = []
    for start, end in zip(starts, [*starts[1:], last], strict=True):
        if read := _unit(sentence, start, end, kind, type_):
            found.append(read)
    return found


def _unit(sentence: Sentence, first: int, last: int, kind: str, type_: str) -> Recipient | None:
    prefix = Prefix(type_, type_.casefold(), local=True) if type_ else None
    read = read_collective(sentence, first, last, prefix, bare=kind == "unit")
    if read is not None:
        return read
    first, last = trim(sentence.tokens, first, last)
    tokens = sentence.tokens[first:last]
    if not tokens or len(tokens) > _LONGEST_UNIT or any(token.title for token in tokens):
        return None
    # A label ("TẬP THỂ", "Các xã") has nothing but types and counts.
    if not _is_unit(sentence, first) or all(
        t.inside or t.level or t.has("count", "wrapper") for t in tokens
    ):
        return None
    quote = sentence.quote(first, last)
    name = unmask(" ".join(quote.quote.split()))
    return Recipient(name[0].upper() + name[1:], "collective", quote)


def _is_unit(sentence: Sentence, first: int) -> bool:
    """Whether a type of unit stands first, be it in a longer phrase: "Bộ phận tiếp nhận"."""
    tokens = sentence.tokens
    if starts_unit(tokens, first) or not tokens[first].has("shadow"):
        return starts_unit(tokens, first)
    end = tokens[min(first + 1, len(tokens) - 1)].end
    head = whole(sentence.plain, sentence.block, tokens[first].start, end)
    return head is not None and bool(head.tokens[0].level)
