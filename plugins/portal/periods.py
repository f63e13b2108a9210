"""Where a campaign stands on the day of the build, in words."""

from __future__ import annotations

from datetime import date

from plugins.model import Campaign

# Up to so many days they are told by number; then months, then years, so that the page of a
# campaign that ended long ago does not change every day.
_DAYS = 60
_MONTHS = 24


def state_words(campaign: Campaign, today: date) -> str:
    """Say whether a campaign is to come, runs or is over, with the days left or since.

    >>> state_words(Campaign("x", "X", "y", end=date(2026, 12, 31)), date(2026, 12, 2))
    'Đang diễn ra, còn 29 ngày'
    """
    state = campaign.state(today)
    if state == "upcoming" and campaign.start:
        return f"Sắp diễn ra, {_until(campaign.start, today)} bắt đầu"
    if state == "ended" and campaign.end:
        return f"Đã kết thúc {since(campaign.end, today)}"
    if campaign.end is None:
        return "Đang diễn ra, chưa công bố ngày kết thúc" if campaign.start else "Chưa rõ thời gian"
    days = (campaign.end - today).days
    return f"Đang diễn ra, còn {days} ngày" if days else "Đang diễn ra, hôm nay là ngày cuối"


def _until(day: date, today: date) -> str:
    days = (day - today).days
    return "ngày mai" if days == 1 else f"còn {days} ngày nữa"


def left(day: date, today: date) -> str:
    """Say how far off a day is: "hôm nay là ngày cuối", "còn 29 ngày"."""
    days = (day - today).days
    return "hôm nay là ngày cuối" if days == 0 else f"còn {days} ngày"


def since(day: date, today: date) -> str:
    """Say how long ago a day was, the coarser the longer.

    >>> since(date(2020, 12, 31), date(2026, 12, 2))
    'cách đây 5 năm'
    """
    days = (today - day).days
    if days <= _DAYS:
        return f"cách đây {days} ngày"
    months = 12 * (today.year - day.year) + today.month - day.month - (today.day < day.day)
    if months < _MONTHS:
        return f"cách đây {months} tháng"
    return f"cách đây {months // 12} năm"
