"""Columns that several tables have, and the words of their codes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from plugins.datasets import Column
from plugins.model import Evidence

Record = TypeVar("Record")

STATUSES = {
    "conferred": "đã trao",
    "background": "nhắc lại",
    "proposed": "đề nghị",
    "planned": "dự kiến",
}
FAMILIES = {
    "law": "theo Luật Thi đua, khen thưởng",
    "contest": "giải hội thi, cuộc thi",
    "ranking": "bảng xếp hạng",
    "other": "khen thưởng khác",
}
KINDS = {"collective": "tập thể", "individual": "cá nhân", "household": "hộ gia đình"}
REVIEWS = {"automatic": "trích tự động, chưa rà soát", "reviewed": "đã rà soát"}


def review(read: Callable[[Record], str]) -> Column[Record]:
    """Return the column that says whether a person has looked at the record."""
    return Column(
        "review",
        "text",
        read,
        "Rà soát",
        "Review",
        "automatic: máy trích từ bài, chưa rà soát; reviewed: do người biên tập khai báo hoặc đã "
        "rà soát. Giữ cột này khi dùng lại.",
        "automatic: read from the article by machine, not yet checked; reviewed: declared or "
        "checked by an editor. Keep this flag when you reuse the data.",
        required=True,
        choices=REVIEWS,
    )


def url(read: Callable[[Record], str], about: str, about_en: str) -> Column[Record]:
    """Return the column that leads to the page of a record."""
    return Column("url", "url", read, "Địa chỉ", "URL", about, about_en, required=True)


def quoted(read: Callable[[Record], Evidence | None]) -> tuple[Column[Record], ...]:
    """Return the columns of the words that a record was read from."""
    return (
        Column(
            "quote",
            "text",
            lambda one: found.quote if (found := read(one)) else None,
            "Câu trích",
            "Quote",
            "Nguyên văn câu, đoạn trong bài làm căn cứ của dòng này.",
            "The very words of the article that this record rests on.",
        ),
        Column(
            "quote_start",
            "integer",
            lambda one: found.start if (found := read(one)) else None,
            "Câu trích: từ",
            "Quote: from",
            "Vị trí ký tự đầu của câu trích trong phần chữ của bài (đếm từ 0).",
            "Offset of the first character of the quote in the plain text of the article, from 0.",
        ),
        Column(
            "quote_end",
            "integer",
            lambda one: found.end if (found := read(one)) else None,
            "Câu trích: đến",
            "Quote: to",
            "Vị trí ngay sau ký tự cuối của câu trích.",
            "Offset just after the last character of the quote.",
        ),
    )
