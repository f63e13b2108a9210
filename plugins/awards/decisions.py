"""Which decision an award rests on, and when the page was published.

Nearest first: the award's clause, its sentence, its paragraph, what introduces its list, the head
of the page, the only decision of the text that commends. Grounds and other documents never count.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from plugins.awards.announcements import Announcement, announcements
from plugins.awards.scope import Outline, Telling
from plugins.awards.text import Text
from plugins.awards.tokens import tokenize
from plugins.documents import citations, dateline, group
from plugins.model import Document
from plugins.vocabulary import fold

# What honours may rest on; the President signs orders too.
_DECISIONS = frozenset({"Quyết định", "Lệnh"})
# What a decision does that is only a ground, or that organises, founds or rules.
_RULES = re.compile(
    r"\b(?:quy chế|quy định|quy trình|thành lập|kiện toàn|bổ nhiệm|điều động|phân công"
    r"|giao chỉ tiêu|tổ chức (?:lễ|hội|cuộc|giải|kỳ|ngày|tuần)|về tổ chức"
    r"|phê duyệt (?:đề án|kế hoạch|kết quả xếp hạng|kết quả chấm|chỉ số|thể lệ"
    r"|danh mục|dự án|chương trình)|kết quả xếp hạng"
    r"|ban hành (?:thể lệ|kế hoạch|tiêu chí|bộ tiêu chí))",
    re.IGNORECASE,
)
# Before it: "căn cứ …", "(thành lập theo …", "được tổ chức theo …".
_GROUND = re.compile(
    r"\bcăn cứ\b(?![^;\n]*\b(?:ký|ban hành|ra|có|công bố)\s*$)"
    r"|\b(?:thành lập|tổ chức|phê duyệt|kiện toàn|ban hành|quy định|thực hiện|triển khai)"
    r"\s+(?:theo|tại)\s+$"
    r"|\b(?:thực hiện|triển khai|thi hành|theo nghị định|thay thế|sửa đổi|bổ sung)\s+$",
    re.IGNORECASE,
)
_COMMENDS = re.compile(
    r"\b(?:khen thưởng|khen|thưởng|kết quả thi đua|danh hiệu|tôn vinh)\b", re.IGNORECASE
)
_THAT_ONE = re.compile(
    r"\bquyết định\s+(?:nói trên|này|trên|nêu trên|kể trên|vừa nêu)\b", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"[;\n]|\.\s")
_CLAUSE = re.compile(r"[;\n(]|\.\s")
# How many characters round a citation say what it is for.
_BEFORE = 120
_AFTER = 200
# A line this short near the top may be the page's date line.
_DATELINE = 130
_TOP = 8
# Who signs, by the last part of the number.
_SIGNS = {"ubnd": "ubnd", "ttg": "thủ tướng", "ctn": "chủ tịch nước"}
_STATE = "Chủ tịch nước"
_OFFICES = re.compile(r"^(?:chủ tịch|giám đốc|bộ trưởng|trưởng ban|hiệu trưởng|tổng giám đốc) ")


@dataclass(frozen=True, slots=True)
class Cited:
    """A decision that is cited; ``commends`` where the words after it say so."""

    document: Document
    start: int
    end: int
    block: int
    commends: bool


def published_on(text: Text) -> date | None:
    """The date of publication as the page itself gives it, near its top."""
    for block in text.blocks[:_TOP]:
        short = block.end - block.start <= _DATELINE
        if short and (day := dateline(text.plain, block.start, block.end)):
            return day
    return None


def attach(
    lines: Outline,
    tellings: Sequence[Telling],
    published: date | None,
    cited: Sequence[Document] | None = None,
) -> None:
    """Give each draft the decision that it rests on, where the text says so.

    ``cited`` are the citations of the text, where they are known.
    """
    if not tellings:
        return
    text = lines.text
    if cited is None:
        cited = citations(text.plain, published=published)
    found = _decisions(lines, cited, announcements(lines, published))
    if not found:
        return
    known = {
        part.number: whole for whole, parts in group(c.document for c in found) for part in parts
    }
    places = [c.start for c in found]
    head = next((c for c in found if _is_head(text, c.start)), None)
    numbers = {c.document.number for c in found if c.commends}
    only = next((c for c in found if c.commends), None) if len(numbers) == 1 else None
    if not numbers and len({c.document.number for c in found}) == 1:
        only = found[0]
    for telling in tellings:
        choice = (
            _in_sentence(telling, found, places)
            or _in_paragraph(telling, lines, found, places)
            or _introduced(telling, lines, found, places)
            or _following(telling, found, places)
            or (head if head and head.start < telling.at else None)
            or _only(telling, only)
        )
        if choice is not None:
            telling.draft.document = known[choice.document.number]


def _decisions(
    lines: Outline, cited: Sequence[Document], announced: Sequence[Announcement]
) -> list[Cited]:
    """The decisions that may commend, with who signs them where that is told before."""
    found = []
    told = [announcement.place for announcement in announced]
    for index, citation in enumerate(cited):
        document, evidence = citation, citation.evidence
        if document.kind not in _DECISIONS or evidence is None:
            continue
        after = cited[index + 1].evidence if index + 1 < len(cited) else None
        stop = min(after.start if after else len(lines.text.plain), evidence.end + _AFTER)
        purpose = _purpose(lines.text.plain, evidence.start, evidence.end, stop)
        if purpose is None:
            continue
        block = lines.block_at(evidence.start)
        place = bisect_left(told, evidence.start) - 1
        if place >= 0 and announced[place].covers(lines, block):
            document = _announced(document, announced[place])
        found.append(Cited(document, evidence.start, evidence.end, block, purpose))
    return found


def _announced(document: Document, announcement: Announcement) -> Document:
    if document.issuer is None:
        document = replace(document, issuer=announcement.issuer)
    if document.date is None and announcement.day is not None and announcement.day.value:
        day = announcement.day
        document = replace(document, date=day.value, date_inferred=day.inferred)
    return document


def _purpose(plain: str, start: int, end: int, stop: int) -> bool | None:
    """Whether a decision commends; ``None`` where it is a ground or about something else."""
    before = plain[max(0, start - _BEFORE) : start]
    clause = max((m.end() for m in _CLAUSE.finditer(before)), default=0)
    close = _CLAUSE_END.search(plain, end, stop)
    after = plain[end : close.start() if close else stop]
    given = next(
        (t.start for t in tokenize(after, 0, len(after)) if t.has("give") or t.title), len(after)
    )
    commends = _COMMENDS.search(after)
    given = min(given, commends.start() if commends else len(after))
    rules = _RULES.search(after)
    if rules is not None and rules.start() < given:
        return None
    if _GROUND.search(before[clause:]) and not re.match(r"\s*về\b", after[:given]):
        return None
    return given < len(after)


def _is_head(text: Text, place: int) -> bool:
    """Whether it is the number in a head: "Số: 345/QĐ-TTg" on a line of its own."""
    line = text.plain[max(0, place - _BEFORE) : place + 1].rpartition("\n")[2]
    said = line.strip().casefold().removeprefix("quyết định").strip(" :")
    return said in ("s", "số")


def _in_sentence(telling: Telling, found: Sequence[Cited], places: Sequence[int]) -> Cited | None:
    """The decision in the award's clause, else before it in its sentence, else its only one."""
    sentence, at = telling.sentence, telling.at
    low, high = bisect_left(places, sentence.start), bisect_left(places, sentence.end)
    if low == high:
        return None
    first, last = telling.clause()
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    before, after = bisect_left(places, at) - 1, bisect_left(places, at)
    if before >= low and found[before].start >= start:
        return found[before]
    if after < high and found[after].start < end and not found[after].commends:
        return found[after]
    if before >= low:
        return found[before]
    return found[low] if high - low == 1 and not found[low].commends else None


def _in_paragraph(
    telling: Telling, lines: Outline, found: Sequence[Cited], places: Sequence[int]
) -> Cited | None:
    """The decision told last before the sentence in its paragraph."""
    last = bisect_left(places, telling.sentence.start) - 1
    if last < 0 or found[last].start < lines.starts[telling.block]:
        return None
    return found[last] if agrees(telling, found[last]) else None


def _introduced(
    telling: Telling, lines: Outline, found: Sequence[Cited], places: Sequence[int]
) -> Cited | None:
    """The decision that the block which introduces the list cites, or points back to."""
    intro = lines.intro[telling.block]
    candidates = [intro] if intro >= 0 else []
    following = telling.block + 1
    if following < len(lines.starts) and lines.intro[following : following + 2].count(following):
        candidates.append(following)  # "(Kèm theo Quyết định số …)" under the heading
    for number in candidates:
        block = lines.text.blocks[number]
        low, high = bisect_left(places, block.start), bisect_left(places, block.end)
        if low == high and low and _THAT_ONE.search(lines.words(number)):
            return found[low - 1]
        if low < high and agrees(telling, found[high - 1]):
            return found[high - 1]
    low = bisect_left(places, telling.sentence.start)
    words = lines.text.plain[telling.sentence.start : telling.at]
    return found[low - 1] if low and _THAT_ONE.search(words) else None


def _following(telling: Telling, found: Sequence[Cited], places: Sequence[int]) -> Cited | None:
    """The decision told last before a sentence that begins with "Theo đó"."""
    begins = [token.fold for token in telling.sentence.tokens[:2]]
    last = bisect_left(places, telling.sentence.start) - 1
    if begins != ["theo", "đó"] or last < 0:
        return None
    return found[last] if agrees(telling, found[last]) else None


def _only(telling: Telling, only: Cited | None) -> Cited | None:
    """The only decision of the text that commends, for what is told after it."""
    draft = telling.draft
    if only is None or telling.at < only.start or draft.title.family == "contest":
        return None
    return only if draft.status == "conferred" and agrees(telling, only) else None


def agrees(telling: Telling, cited: Cited) -> bool:
    """Whether who confers an award may be who signed a decision."""
    draft, document = telling.draft, cited.document
    signs = _SIGNS.get(re.split(r"[/\-–]", document.number)[-1].casefold(), "")
    if draft.issuer is None:
        state = draft.title.conferred_by == _STATE
        return not state or not signs or signs == fold(_STATE)
    own = _bare(draft.issuer)
    if document.issuer is None:
        return not signs or signs in own or signs == "ubnd"
    other = _bare(document.issuer)
    return own in other or other in own


def _bare(issuer: str) -> str:
    """The body without the office of its head."""
    name = fold(issuer).replace("ủy ban nhân dân", "ubnd")
    return name if name == fold(_STATE) else _OFFICES.sub("", name)


def inferred(document: Document | None) -> bool:
    """Whether the year of a decision's date is not in the text."""
    return bool(document and document.date_inferred)
