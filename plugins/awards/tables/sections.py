"""Merged rows that head a group: "I | GIẤY KHEN CỦA CHỦ TỊCH UBND XÃ (03 người)", "A | TẬP THỂ"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plugins.awards.counts import count_at
from plugins.awards.lines import list_mark
from plugins.awards.mentions import Mention, mentions
from plugins.awards.sentences import Sentence, whole
from plugins.awards.status import status_of
from plugins.awards.tables.cells import read_names
from plugins.awards.tables.columns import Columns
from plugins.awards.tables.titles import issuer_in
from plugins.awards.text import Block
from plugins.model import AwardStatus

_LETTER = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)]?")
_KINDS = {
    "collective": "unit", "individual": "person", "household": "any", "total": "any",
}  # fmt: skip
_LABELS = frozenset({"khối", "cụm", "các", "nhóm", "bảng", "danh", "tổng", "cộng", "phần", "nội"})


@dataclass(slots=True)
class Section:
    """What heads a group of rows: an award, who stands below, how many they are.

    ``several`` is true where more than one award is named, so that none can be told.
    """

    mention: Mention | None = None
    several: bool = False
    issuer: str | None = None
    status: AwardStatus = "conferred"
    kind: str = ""
    declared: dict[str, int] = field(default_factory=dict)


def read_section(plain: str, row: Block, columns: Columns) -> Section | None:
    """The group that a row heads; None for a row of recipients."""
    cells = [cell for cell in row.cells if plain[cell[0] : cell[1]].strip()]
    if not cells:
        return None
    number = plain[cells[0][0] : cells[0][1]].strip(" *_")
    lettered = len(cells) > 1 and bool(_LETTER.fullmatch(number))
    words = [cell for cell in cells[lettered:] if _is_text(plain, cell)]
    if len(words) != 1 or (not lettered and len(cells) > 1):
        return None
    start, end = words[0]
    mark, at = list_mark(plain, start, end)
    sentence = whole(plain, row, at if mark else start, end)
    if sentence is None or (not lettered and not _heads(plain, row, sentence, columns)):
        return None
    return _section(plain, row, (at if mark else start, end), sentence)


def _heads(plain: str, row: Block, sentence: Sentence, columns: Columns) -> bool:
    """Whether a row with one filled cell heads a group, rather than names a recipient."""
    first = sentence.tokens[0]
    if mentions(sentence.tokens) or first.fold in _LABELS or first.has("wrapper", "count"):
        return True
    numbered = "number" in columns.places
    span = sentence.start, sentence.end
    strict = numbered or plain[span[0] : span[1]].isupper()
    read = read_names(plain, row, span, "any" if strict else columns.kind)
    # In a numbered table a unit without a number heads those who belong to it.
    return not read or (numbered and read[0].kind == "collective")


def _section(plain: str, row: Block, span: tuple[int, int], sentence: Sentence) -> Section:
    tokens = sentence.tokens
    found = [m for m in mentions(tokens) if not m.generic]
    section = Section(several=len(found) > 1)
    if len(found) == 1:
        section.mention = found[0]
        section.status = status_of(sentence, found[0].last)
        section.issuer = issuer_in(plain, row, span, found[0])
    if found and found[0].count is not None:
        section.declared["total"] = found[0].count
    for place, token in enumerate(tokens):
        if (counted := count_at(tokens, place)) is not None:
            section.declared[counted[1]] = counted[0]
        if not section.kind and "count" in token.cues and not token.inside:
            section.kind = _KINDS[token.cues["count"].value] if token.fold in ("tập", "cá") else ""
    return section


def _is_text(plain: str, cell: tuple[int, int]) -> bool:
    return sum(char.isalpha() for char in plain[cell[0] : cell[1]]) > 1
