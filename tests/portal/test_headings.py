"""Ids of headings: of their words alone, and each its own."""

from __future__ import annotations

import re

import pytest

from plugins.portal.markdown import BodyReader


@pytest.mark.parametrize(
    ("body", "ids"),
    [
        ("## Kết quả  đạt được", ["muc-ket-qua-dat-duoc"]),
        (
            "## Kết quả\n\n### Kết quả\n\n## Kết quả",
            ["muc-ket-qua", "muc-ket-qua_1", "muc-ket-qua_2"],
        ),
        ("## **Đẹp** và `sạch` [ở đây](/tin/)", ["muc-dep-va-sach-o-day"]),
        ("## Một &amp; \\*hai\\* 5 < 6", ["muc-mot-hai-5-6"]),
        ("## Có chú thích[^1]\n\n[^1]: Lời.", ["muc-co-chu-thich"]),
        ("Đề mục\n---", ["muc-de-muc"]),
    ],
)
def test_a_heading_is_called_by_its_words(body: str, ids: list[str]) -> None:
    html, _ = BodyReader({}, "").read(body)
    assert re.findall(r'<h\d id="([^"]*)"', html) == ids
