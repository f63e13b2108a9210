"""What a document is about, in the words that follow (or introduce) its number."""

from __future__ import annotations

import re
from functools import lru_cache

from plugins.documents.letters import UPPER
from plugins.documents.numbers import Reference
from plugins.documents.sentences import ends
from plugins.vocabulary import load

_LONGEST = 240
# How far the words that introduce it may stand from the citation, in characters.
_NEAR = 40
_FEW = 2
# "về việc …", "V/v: …", "để triển khai …": words that introduce and are no part of it.
_LEAD = re.compile(r"[\s,)]*(?:(?:về\s+việc|về|v/v|nhằm|để)\b\s*:?\s*|:?\s*(?=“))", re.IGNORECASE)
# What a document does, told right after it: "… của Thủ tướng phê duyệt Đề án …".
_DOES = re.compile(
    r"[\s)]*(?=(?:phê\s+duyệt|phát\s+động|quy\s+định|ban\s+hành|sửa\s+đổi|hướng\s+dẫn|thành\s+lập|"
    r"công\s+nhận|công\s+bố|khen\s+thưởng|tặng|kiểm\s+tra|tổ\s+chức|triển\s+khai|thực\s+hiện|"
    r"điều\s+chỉnh|tăng\s+cường|đẩy\s+mạnh|thi\s+hành|kiện\s+toàn|giao\s+chỉ\s+tiêu)\s+(?!rõ|ngày|cho)[^\W\d_])"
)
# With one of these behind a comma the sentence itself goes on; with an office only if it acts.
_ONWARD = (
    r",\s+(?:ngày|sáng|chiều|tối|hôm|trong|ngoài|tại|theo|đến|từ(?!\s+(?:chức|thiện|nhiệm))|vừa|mới|đã|sẽ|đồng\s+thời|hiện|các"
    r"|toàn|mỗi|nhiều|tất\s+cả|có|được|do|nên|nhưng|mà|qua|sau|trước|với|gắn|nhằm|là|gồm|bao\s+gồm"
    r"|cụ\s+thể|đặc\s+biệt|cùng|kèm|giao|yêu\s+cầu|đề\s+nghị|phấn\s+đấu|trên|dưới|khi|nếu|vì|bởi"
    r"|nay|năm|tháng|quý|đợt|lần|chúng|mọi|căn\s+cứ|ông|bà|đồng\s+chí)\b"
)
_ACTS = (
    r"\b(?:đã|sẽ|vừa|đang|cần|phải|có|được|là|yêu\s+cầu|đề\s+nghị|giao|tổ\s+chức|ban\s+hành|tiến\s+hành"
    r"|triển\s+khai|thành\s+lập|ghi\s+nhận|cho\s+biết|đặt|lập|tặng|trao|kiểm\s+tra|phát\s+động)\b"
)
_OFFICES = (
    r"(?:đoàn|hội\s+nghị|ban|huyện|tỉnh|thành\s+phố|xã|phường|thị\s+trấn|quận|thị\s+xã"
    r"|cơ\s+quan|đơn\s+vị|chủ\s+tịch|lãnh\s+đạo|ubnd|sở|phòng|bộ|hđnd|ủy\s+ban|hội\s+đồng"
    r"|thủ\s+tướng|đảng)\b"
)
_OFFICE = re.compile(rf"\s*{_OFFICES}", re.IGNORECASE)
_OFFICE_ACTS = rf",\s+{_OFFICES}(?=[^,;“(]{{0,60}}{_ACTS})"
# A verb that tells of the document itself.
_TELLS = (
    r"\s+(?:đã(?!\s+(?:nghỉ|qua|mất|có))|sẽ|vừa|nêu\s+rõ|nêu|yêu\s+cầu\s+(?:các|từng|mỗi)|đề\s+ra"
    r"|có\s+hiệu\s+lực|đặt\s+(?:ra|mục\s+tiêu|chỉ\s+tiêu)|xác\s+định\s+(?:rõ|mục)|quy\s+định\s+rõ"
    r"|cho\s+(?:biết|thấy)|đạt\s+\d\S*|được\s+(?:ban|trao|công|triển|ký|thực|phê|gửi|tổ|quán|phổ|niêm"
    r"|cụ|giao|xây|đưa|lấy|áp)|là\s+(?:căn|cơ|văn|một|bước))\b"
)
# A list that follows is no part of it.
_LISTS = r":\s|\s+(?:gồm|trong\s+đó|cụ\s+thể\s+là)\b"

# Callings before a name; what bears a person's name and is none.
_CALLINGS = r"bác\s+sĩ|y\s+sĩ|kỹ\s+sư|luật\s+sư|điều\s+dưỡng"
_NAMED_AFTER = re.compile(
    r"\b(?:xã|phường|đường|phố|thôn|trường|thcs|thpt|tiểu\s+học|mầm\s+non|huyện|quận|trấn|thành\s+phố|tp\.?"
    r"|tỉnh|tên|giải|thưởng|công\s+ty|bệnh\s+viện|tư\s+tưởng|phong\s+cách|đạo\s+đức|chủ\s+tịch|chương)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _parts() -> re.Pattern[str]:
    """Brackets and quotation marks, and where a clause ends; a person is never named."""
    honorifics, surnames = _cues("honorific"), _cues("surname")
    name = rf"(?-i:(?=[{UPPER}][^\W\d_]*[^\W\d_{UPPER}]))"
    full_name = rf"(?-i:(?=(?:{surnames})(?:\s+[{UPPER}][^\W\d_]*){{2}}))"
    return re.compile(
        rf"[“”()\[\];]|{_ONWARD}|{_OFFICE_ACTS}|{_LISTS}"
        rf"|(?P<called>(?:^|\s)(?:{honorifics}|{_CALLINGS})\s+{name})"
        rf"|(?P<person>(?:^|\s){full_name})|(?P<tells>{_TELLS})",
        re.IGNORECASE,
    )


def _cues(role: str) -> str:
    words = (word for cue in load().cues if cue.role == role for word in cue.words)
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# What only leads over to the next document.
_OVER = re.compile(
    r"(?:[\s,:–-]|\b(?:và|cùng|với|theo|tại|trong|kèm|các|căn\s+cứ|trên\s+cơ\s+sở|"
    r"(?:,|và)\s+(?:thực\s+hiện|triển\s+khai)))+$",
    re.IGNORECASE,
)
# What cannot end it: "tặng Bằng khen cho", "chức năng, nhiệm vụ của".
_LOOSE = re.compile(
    r"(?:[\s,]+(?:cho|của|và|với|đối\s+với|là|gồm|các|những|về|cùng|do|bởi))+$", re.IGNORECASE
)
# "về sửa đổi | Quyết định số …", "về thực hiện | Chỉ thị số …": the next document is its matter.
_TAKES = re.compile(
    r"(?:^|\s)(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|thực\s+hiện|triển\s+khai|thi\s+hành|"
    r"hướng\s+dẫn|đính\s+chính|một\s+số\s+điều\s+của|kèm\s+theo)\s*$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"(?:,|\bvà)\s+(?:thực\s+hiện|triển\s+khai)\s*$", re.IGNORECASE)


def subject(text: str, at: int, following: Reference | None) -> str | None:
    """Return what the document is about whose citation ends at ``at``, if the text goes on so.

    ``following`` is the next number in the text, where it ends at the latest.
    """
    near = at + _NEAR
    lead = _LEAD.match(text, at, near) or _DOES.match(text, at, near)
    if lead is None:
        return None
    limit = min(len(text), lead.end() + _LONGEST)
    stop = next(ends(text, lead.end(), limit), limit)
    if following and following.start < stop:
        between = text[lead.end() : following.start]
        if _TAKES.search(between) and not _SEVERAL.search(between):
            return _clean(_clause(text[lead.end() : following.end]))
        return _clean(_OVER.sub("", _clause(between)))
    clause = _clause(text[lead.end() : stop])
    cut = stop == limit < len(text) and len(clause) == stop - lead.end()
    return _clean(_shortened(clause) if cut else clause)


def subject_before(text: str, floor: int, reference: Reference) -> str | None:
    """Read "Kế hoạch kiểm tra năm 2019 (số 292/KH-UBND)": what stands between kind and number."""
    if reference.worded:
        return None
    low = max(floor, reference.start - _LONGEST)
    before = text[max(ends(text, low, reference.start), default=low) : reference.start]
    row = load().document_kind(reference.kind)
    found = list(re.finditer(rf"\b{row.name}\s+", before, re.IGNORECASE)) if row else []
    words = before[found[-1].end() :] if found else ""
    if not words or re.search(r"[;:”“)]|,\s", words):
        return None
    return _clean(_clause(re.sub(r"^(?:về\s+việc|về)\s+", "", words.rstrip(" ("))))


def _clause(words: str) -> str:
    """Cut words where their clause ends; brackets and quotation marks are stepped over."""
    closing: list[str] = []
    pairs = {"“": "”", "(": ")", "[": "]"}
    for match in _parts().finditer(words):
        mark = match[0]
        # A name at the very beginning is found before its first letter: an empty match.
        is_person = match["person"] is not None
        if match["called"] is not None or (is_person and not _is_place(words, match)):
            return words[: match.start()]
        if mark in pairs:
            closing.append(pairs[mark])
        elif closing:
            if mark == closing[-1]:
                closing.pop()
        elif match.start() > 0 and not is_person:
            kept = words[: match.start()]
            # The verb's own subject may stand behind the last comma.
            clause, _, rest = kept.rpartition(",")
            own = match["tells"] and len(clause.split()) > _FEW and _OFFICE.match(rest)
            return clause if own else kept
    return words


def _is_place(words: str, match: re.Match[str]) -> bool:
    """Whether a person's name is that of a place: "phường Trần Hưng Đạo"."""
    return _NAMED_AFTER.search(words, 0, match.start()) is not None


def _shortened(words: str) -> str:
    return words[: words.rfind(" ")].rstrip(" ,") + "…"


def _clean(words: str) -> str | None:
    """On one line and without the marks round it; nothing where no words are left."""
    words = _LOOSE.sub("", " ".join(words.split()).strip(" ,;:.–-"))
    if words.startswith("“") and words.endswith("”") and words.count("“") == 1:
        words = words[1:-1].strip()
    for opening, closing in ("“”", "()"):
        if words.count(opening) > words.count(closing):
            words = words[: words.rfind(opening)].strip(" ,;:.–-")
    return words if len(words.split()) > 1 else None
