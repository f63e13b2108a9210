"""What does not stop a build but should be looked at: remarks for staff, kept outside the site."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

Sort = Literal["takedown", "contradiction", "unit-ambiguous", "unit-unknown", "document"]

# The sorts, most important first: heading, and what it is about.
SORTS: dict[Sort, tuple[str, str]] = {
    "takedown": (
        "Yêu cầu gỡ tên còn việc phải làm",
        "Máy đã gỡ tên ở mọi chỗ tìm thấy; những chỗ sau cần người xem.",
    ),
    "contradiction": (
        "Văn bản được nêu mâu thuẫn nhau",
        "Các bài nêu khác nhau về cùng một văn bản, nên mỗi cách nêu có một trang riêng. "
        "Đối chiếu bản gốc rồi sửa chỗ sai.",
    ),
    "unit-ambiguous": (
        "Tên đơn vị ứng với nhiều nơi",
        "Máy không tự chọn một nơi, nên tên chưa có liên kết.",
    ),
    "unit-unknown": (
        "Đơn vị chưa có trong danh mục",
        "Tên vẫn hiện như bài nêu, nhưng chưa có liên kết tới trang của đơn vị.",
    ),
    "document": (
        "Văn bản được nêu chưa đủ",
        "Thiếu số, ký hiệu, ngày hoặc cơ quan ban hành thì khó biết chắc là văn bản nào.",
    ),
}


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """One thing to look at: file, line (from 1), what it is and how to mend it, in Vietnamese."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"`{self.path}:{self.line}` {self.message}"


class Remarks:
    """A growing collection, by sort."""

    def __init__(self) -> None:
        self._found: defaultdict[Sort, set[Remark]] = defaultdict(set)

    def add(self, sort: Sort, path: str, line: int, message: str) -> None:
        """Note what should be looked at, at a line of a file; the same is noted once."""
        self._found[sort].add(Remark(path, line, message))

    def __len__(self) -> int:
        return sum(map(len, self._found.values()))

    def summary(self) -> str:
        """Return the line for the end of a build."""
        return f"{len(self)} việc nên xem lại: make review"

    def report(self, built: datetime) -> str:
        """Return all remarks as Markdown, the most important sort first."""
        count = f"{len(self)} việc, không việc nào ngăn trang xuất bản" if len(self) else "không có"
        parts = [f"# Việc nên xem lại\n\nLần dựng {built:%d/%m/%Y %H:%M}: {count}.\n"]
        for sort, (heading, about) in SORTS.items():
            if remarks := sorted(self._found[sort]):
                lines = "".join(f"- {remark}\n" for remark in remarks)
                parts.append(f"\n## {heading} ({len(remarks)})\n\n{about}\n\n{lines}")
        return "".join(parts)

    def save(self, file: Path, built: datetime) -> None:
        """Write the report."""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(self.report(built), encoding="utf-8")
