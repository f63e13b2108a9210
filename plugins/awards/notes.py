"""What is odd about an award: remarks for readers and staff, nothing is repaired."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.awards.decisions import inferred
from plugins.awards.drafts import Draft
from plugins.model import Declared, Note

_KINDS = (
    ("collectives", "collective", "tập thể"),
    ("individuals", "individual", "cá nhân"),
    ("households", "household", "hộ gia đình"),
)


def notes_of(draft: Draft, declared: Declared) -> Iterator[Note]:
    """Yield the remarks on an award, each once."""
    yield from _mismatches(draft, declared)
    if inferred(draft.document) and draft.document and draft.document.date:
        day = draft.document.date
        yield Note(
            "year-inferred",
            f"Bài chỉ ghi ngày {day.day}/{day.month}; năm {day.year} của quyết định được suy ra từ "
            "ngày đăng bài.",
        )
    if draft.generic:
        yield Note("kind-unnamed", "Bài không nói rõ hình thức khen thưởng.")
    if draft.cut:
        yield Note("list-cut", "Danh sách trong bài bị ngắt giữa chừng; tên cuối không lấy.")
    if draft.unnamed:
        yield Note("recipient-unnamed", "Bài nêu chức vụ của người được khen nhưng không nêu tên.")
    if draft.joint:
        yield Note("shared-list", "Bài nêu chung nhiều hình thức khen thưởng, không tách riêng.")
    if draft.unread:
        count = len(draft.unread)
        yield Note("partly-unread", f"Có {count} chỗ trong danh sách chưa đọc được.")


def _mismatches(draft: Draft, declared: Declared) -> Iterator[Note]:
    for field, kind, word in _KINDS:
        said: int | None = getattr(declared, field)
        listed = sum(recipient.kind == kind for recipient in draft.recipients)
        if said is not None and listed and said != listed:
            yield _mismatch(said, word, listed)
        elif said and not listed and draft.recipients:
            yield Note("not-listed", f"Bài nêu {said} {word} nhưng không nêu tên.")
    works = draft.title.family == "contest"
    if declared.total is not None and draft.recipients and not works:
        listed = len(draft.recipients)
        if declared.total != listed:
            yield _mismatch(declared.total, "tập thể, cá nhân", listed)


def _mismatch(said: int, word: str, listed: int) -> Note:
    if listed < said:
        return Note("count-mismatch", f"Bài nêu {said} {word} nhưng chỉ nêu tên {listed}.")
    return Note("count-mismatch", f"Bài nêu {said} {word} nhưng liệt kê {listed} tên.")
