from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.sources.dates import VIETNAM, parse_moment


@pytest.mark.parametrize(
    ("text", "expected", "timed"),
    [
        ("2020-03-07", datetime(2020, 3, 7, tzinfo=VIETNAM), False),
        ("07/03/2020", datetime(2020, 3, 7, tzinfo=VIETNAM), False),
        ("7/3/2020", datetime(2020, 3, 7, tzinfo=VIETNAM), False),
        ("2022-12-22 16:38", datetime(2022, 12, 22, 16, 38, tzinfo=VIETNAM), True),
        ("22/12/2022 16:38", datetime(2022, 12, 22, 16, 38, tzinfo=VIETNAM), True),
    ],
)
def test_dates_are_day_first(text: str, expected: datetime, timed: bool) -> None:
    assert parse_moment(text) == (expected, timed)


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2020",  # not in the calendar
        "03/13/2020",  # month first
        "2020-3-7",
        "7-3-2020",
        "3/2020",
        "2020",
        "ngày 7/3/2020",
        "2020-03-07T08:30",
        "2020-03-07 8:30",
        "2020-03-07 25:00",
        "07/03/20",
        "٠٧/٠٣/٢٠٢٠x",
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    assert parse_moment(text) is None


@given(st.dates(min_value=date(1945, 9, 2)))
def test_both_ways_of_writing_a_date_agree(day: date) -> None:
    assert parse_moment(f"{day.day}/{day.month}/{day.year}") == parse_moment(day.isoformat())


@given(st.text())
def test_no_text_raises(text: str) -> None:
    parse_moment(text)
