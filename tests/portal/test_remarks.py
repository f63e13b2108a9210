from __future__ import annotations

from datetime import datetime

from plugins.portal.remarks import Remarks

BUILT = datetime(2026, 12, 2, 7, 0)


def test_remarks_stand_by_sort_then_file_and_line_and_each_once() -> None:
    remarks = Remarks()
    for path, line in (("content/b.md", 2), ("content/a.md", 12), ("content/a.md", 3)):
        for _ in range(2):
            remarks.add("document", path, line, "thiếu ngày.")
    remarks.add("unit-unknown", "content/z.md", 1, "chưa có đơn vị.")
    report = remarks.report(BUILT)
    assert "Lần dựng 02/12/2026 07:00: 4 việc" in report
    lines = [line for line in report.splitlines() if line.startswith(("- ", "## "))]
    assert lines == [
        "## Đơn vị chưa có trong danh mục (1)",
        "- `content/z.md:1` chưa có đơn vị.",
        "## Văn bản được nêu chưa đủ (3)",
        "- `content/a.md:3` thiếu ngày.",
        "- `content/a.md:12` thiếu ngày.",
        "- `content/b.md:2` thiếu ngày.",
    ]


def test_without_remarks_the_report_says_so() -> None:
    report = Remarks().report(BUILT)
    assert report == "# Việc nên xem lại\n\nLần dựng 02/12/2026 07:00: không có.\n"
