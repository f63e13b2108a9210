"""Personal data that must not be published with awards: found where there is no doubt.

A number counts by the word before it, or by the heading of its column. Telephone numbers of offices
and hotlines, decisions, sums of money and years of birth are no faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.sources.problems import Problems
from plugins.sources.records import Record

_KINDS = frozenset({"khen thưởng", "hội thi", "xếp hạng", "lấy ý kiến"})
_MEND = "Xóa: trang công khai không đăng dữ liệu cá nhân của người được khen thưởng."
_IDENTITY, _BANK = "số giấy tờ tùy thân", "số tài khoản ngân hàng"
_PHONE, _BIRTH = "số điện thoại cá nhân", "ngày sinh"

_TELLS = (
    "khen thưởng", "giấy khen", "bằng khen", "huân chương", "huy chương", "kỷ niệm chương",
    "chiến sĩ thi đua", "lao động tiên tiến", "giải nhất", "giải nhì", "giải ba",
    "giải khuyến khích",
)  # fmt: skip
_GAP = r"(?:\s*(?:số|:|là|,|\*|_|\()){0,4}\s*"
_SPANS = (
    (
        _IDENTITY,
        re.compile(
            r"(?:\bCCCD|\bCMND|\bCMTND|\bCMT\b|căn cước(?: công dân)?|chứng minh (?:nhân dân|thư)"
            rf"|(?:mã )?số định danh(?: cá nhân)?|hộ chiếu){_GAP}"
            r"(?:[A-Z]\d{7}|\d(?:[ .]?\d){8,11})(?![\d/])",
            re.IGNORECASE,
        ),
    ),
    # Twelve digits of an identity: the code of a province (001–096), then century and sex.
    (_IDENTITY, re.compile(r"(?<![\w.,/-])(?:0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8})(?![\w/-])")),
    (
        _BANK,
        re.compile(
            rf"(?:\bSTK|số (?:tài khoản|TK)|tài khoản (?:ngân hàng|số)){_GAP}"
            r"(?:\d(?:[ .-]?\d){5,18})(?![\d/])",
            re.IGNORECASE,
        ),
    ),
    (
        _BIRTH,
        re.compile(
            r"(?:ngày sinh|(?<!khai )sinh ngày|ngày, tháng, năm sinh"
            r"|(?<=[,;(])sinh|(?<=[,;–-] )sinh)"
            rf"{_GAP}(?:\d\d?\s*[/.-]\s*\d\d?\s*[/.-]\s*(?:19|20)\d\d"
            r"|(?:ngày )?\d\d? tháng \d\d? năm (?:19|20)\d\d)",
            re.IGNORECASE,
        ),
    ),
    (
        _PHONE,
        re.compile(
            r"(?<![\w.,/-])(?:(?:0|\+84[ .]?|84)[35789]\d(?:[ .-]?\d){7})(?![\w/-]|[.,]\d)"
        ),
    ),
)  # fmt: skip
_OFFICE = re.compile(r"đường dây nóng|hotline|tổng đài|zalo|liên hệ", re.IGNORECASE)
_COLUMNS = (
    (_IDENTITY, re.compile(r"CCCD|CMND|căn cước|định danh|hộ chiếu|chứng minh nhân dân", re.I)),
    (_BANK, re.compile(r"STK|số (?:tài khoản|TK)|tài khoản", re.I)),
    (_PHONE, re.compile(r"điện thoại|SĐT|\bĐT\b|di động", re.I)),
    (_BIRTH, re.compile(r"ngày sinh|sinh ngày|ngày,? tháng,? năm sinh", re.I)),
)
_DIGITS = 6  # as many as a date of birth has, less its century
# What every one of them has: a number this long, or a word for birth. Few lines have either.
_LONG = re.compile(rf"\d(?:[ .-]?\d){{{_DIGITS - 1}}}")
_BORN = re.compile("[sSſ](?i:inh)")
_RULE = re.compile(r"[ \t>*+|:-]+")


def check_privacy(record: Record, problems: Problems) -> None:
    """Note personal data in the text and the summary of an article that tells of awards."""
    summary = record.values.get("summary") or ""
    if not (
        record.values.get("kind") in _KINDS
        or record.values.get("award")
        or _tells(record.body)
        or _tells(summary)
    ):
        return
    lines = record.body.split("\n")
    places = [(record.body_line + number, line) for number, line in enumerate(lines)]
    for number, line in [(record.line("summary"), summary), *places]:
        for what in dict.fromkeys(_in_line(line)):
            problems.add(record.path, number, f"có {what}. {_MEND}")
    for number, what in _in_tables(lines):
        problems.add(record.path, record.body_line + number, f"cột này có {what}. {_MEND}")


def _tells(words: str) -> bool:
    small = words.lower()
    return any(award in small for award in _TELLS)


def _in_line(line: str) -> Iterator[str]:
    numbered, born = _LONG.search(line), _BORN.search(line)
    for what, pattern in _SPANS if numbered or born else ():
        suspect = born if what == _BIRTH else numbered
        if suspect and pattern.search(line) and not (what == _PHONE and _OFFICE.search(line)):
            yield what


def _in_tables(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Give the first row of each column that holds personal data by its heading."""
    for number, line in enumerate(lines[1:], start=1):
        if not ("|" in line and "-" in line and _RULE.fullmatch(line)):
            continue
        heads = _cells(lines[number - 1])
        for column, head in enumerate(heads):
            what = next((what for what, pattern in _COLUMNS if pattern.search(head)), None)
            row = _filled(lines, number + 1, column) if what else None
            if what and row is not None:
                yield row, what


def _filled(lines: list[str], start: int, column: int) -> int | None:
    for number, line in enumerate(lines[start:], start=start):
        if "|" not in line:
            return None
        cells = _cells(line)
        if column < len(cells) and sum(sign.isdigit() for sign in cells[column]) >= _DIGITS:
            return number
    return None


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
