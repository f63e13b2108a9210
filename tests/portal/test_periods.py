"""Where a campaign stands, in words."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.model import Campaign
from plugins.portal.periods import left, since, state_words

TODAY = date(2026, 12, 2)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, date(2026, 12, 31), "Đang diễn ra, còn 29 ngày"),
        (None, TODAY, "Đang diễn ra, hôm nay là ngày cuối"),
        (date(2026, 1, 1), None, "Đang diễn ra, chưa công bố ngày kết thúc"),
        (None, None, "Chưa rõ thời gian"),
        (date(2026, 12, 3), None, "Sắp diễn ra, ngày mai bắt đầu"),
        (date(2027, 1, 1), date(2027, 2, 1), "Sắp diễn ra, còn 30 ngày nữa bắt đầu"),
        (None, date(2026, 12, 1), "Đã kết thúc cách đây 1 ngày"),
        (None, date(2020, 12, 31), "Đã kết thúc cách đây 5 năm"),
    ],
)
def test_states(start: date | None, end: date | None, words: str) -> None:
    assert state_words(Campaign("x", "X", "y", start=start, end=end), TODAY) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 10, 3), "cách đây 60 ngày"),
        (date(2026, 10, 2), "cách đây 2 tháng"),
        (date(2025, 12, 2), "cách đây 12 tháng"),
        (date(2024, 12, 3), "cách đây 23 tháng"),
        (date(2024, 12, 2), "cách đây 2 năm"),
    ],
)
def test_the_longer_ago_the_coarser(day: date, words: str) -> None:
    assert since(day, TODAY) == words


def test_what_is_left() -> None:
    assert left(date(2026, 12, 31), TODAY) == "còn 29 ngày"
    assert left(TODAY, TODAY) == "hôm nay là ngày cuối"
