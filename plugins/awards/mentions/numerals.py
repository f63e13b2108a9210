"""Numbers that count something: "03", "1.329", "mười hai", "tám mươi sáu".

A part of a fraction, decimal, date, ordinal or name counts nothing, and "năm" is five only where
it is no year.
"""

from __future__ import annotations

from collections.abc import Sequence

from plugins.awards.tokens import Token

_LONGEST_NUMBER = 7
_TEN = 10
_LONGEST_SPAN = 3
# What a number behind one of these numbers, dates or goes on with.
_BEFORE = frozenset(
    [
        "thứ", "số", "hạng", "giải", "tháng", "ngày", "năm", "điều", "khoản", "chương", "đợt",
        "lần", "khóa", "kỳ", "quý", "mươi", "mười", "trăm", "nghìn", "ngàn", "linh", "lẻ",
    ]
)  # fmt: skip
_SCALES = frozenset({"mươi", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "chục", "phần"})
# "năm" between these is a year: "trong năm", "năm học", "năm qua".
_YEAR_BEFORE = frozenset(
    [
        "trong", "đầu", "cuối", "giữa", "hằng", "hàng", "mỗi", "cả", "mười", "nhiều", "các",
        "những", "một", "nửa", "lâu", "từ", "đến", "vài", "mấy", "tổng", "mươi", "từng", "qua",
    ]
)  # fmt: skip
_YEAR_AFTER = frozenset(
    [
        "học", "qua", "nay", "trước", "sau", "thứ", "ngoái", "mới", "tới", "cuối", "kế", "này",
        "vừa", "đầu", "liền", "liên", "gần", "tuổi", "công", "thực", "xây", "triển", "tiếp", "kia",
    ]
)  # fmt: skip
_OPENS = frozenset(".:;,-–—+*•·…!?()[]“”\"'«»|/")
# Levels of units that bear numbers: "thôn 3", "Phòng 4".
_NUMBERED = (1, 4)


def number_span(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """The number that begins at ``place`` and how many tokens it takes, in digits or words."""
    if not 0 <= place < len(tokens) or tokens[place].inside:
        return None
    before = tokens[place - 1] if place else None
    if before is not None and (before.fold in _BEFORE or before.text == "/"):
        return None
    span = _digits(tokens, place) if tokens[place].kind == "number" else _words(tokens, place)
    if span is None:
        return None
    after = tokens[place + span[1]] if place + span[1] < len(tokens) else None
    if after is not None and (after.text in "/%" or after.fold in _SCALES):
        return None
    return span


def number_at(tokens: Sequence[Token], place: int) -> int | None:
    """The number that begins at ``place``; see ``number_span`` for where it ends."""
    span = number_span(tokens, place)
    return span[0] if span else None


def number_before(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """The number that ends right before ``place`` and how many tokens it takes."""
    for length in range(_LONGEST_SPAN, 0, -1):
        span = number_span(tokens, place - length)
        if span and span[1] == length:
            return span
    return None


def _digits(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    digits = tokens[place].text.replace(".", "")
    if len(digits) > _LONGEST_NUMBER or _continues(tokens, place) or _continues(tokens, place + 2):
        return None
    before = tokens[place - 1] if place else None
    if before is not None and before.level in _NUMBERED and before.length == 1:
        return None
    # "3 - 5 tập thể" is no count.
    if before is not None and before.text in "-–" and place > 1:
        return None if tokens[place - 2].kind == "number" else (int(digits), 1)
    return int(digits), 1


def _continues(tokens: Sequence[Token], place: int) -> bool:
    """Whether the token goes on with a number two before it: the 5 of "12,5", the 3 of "2,3"."""
    if place < _LONGEST_SPAN - 1 or place >= len(tokens):
        return False
    first, comma, second = tokens[place - 2 : place + 1]
    close = first.end == comma.start and comma.end == second.start
    return close and comma.text in ",." and first.kind == second.kind == "number"


def _words(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    cue = tokens[place].cues.get("number")
    if cue is None or _is_name(tokens, place) or _is_year(tokens, place):
        return None
    value = int(cue.value)
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if value == _TEN:
        last = _last_digit(tokens, place + 1)
        return (value + last, 2) if last else (value, 1)
    if value > 1 and following is not None and following.has("tens"):
        last = _last_digit(tokens, place + 2)
        return (value * _TEN + last, 3) if last else (value * _TEN, 2)
    return value, 1


def _last_digit(tokens: Sequence[Token], place: int) -> int:
    """The last digit of a number in words; "năm" after a ten is a year: "ba mươi năm tuổi Đảng"."""
    if place >= len(tokens) or tokens[place].fold == "năm":
        return 0
    cue = tokens[place].cues.get("last-digit") or tokens[place].cues.get("number")
    return int(cue.value) % _TEN if cue else 0


def _is_name(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word for a number is a part of a name: "bà Năm Thơm", "Trần Thị Ba", "Ba Đình"."""
    token = tokens[place]
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    counts = following is not None and following.has("count", "tens", "number", "last-digit")
    if not token.capital or counts:
        return False
    if place and tokens[place - 1].text not in _OPENS:
        return True
    return following is not None and following.capital


def _is_year(tokens: Sequence[Token], place: int) -> bool:
    if tokens[place].fold != "năm":
        return False
    if place + 1 >= len(tokens):
        return True
    after, before = tokens[place + 1], tokens[place - 1] if place else None
    if after.kind != "word" or after.fold in _YEAR_AFTER:
        return True
    return before is not None and (before.fold in _YEAR_BEFORE or before.kind == "number")
