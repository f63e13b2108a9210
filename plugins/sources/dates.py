"""Dates as authors write them: ISO or strictly day first, never guessed.

The law writes days first; 07/03/2020 is the 7th of March.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
EARLIEST = date(1945, 9, 2)

# 2020-03-07, 2020-03-07 08:30
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?: (?P<time>\d\d:\d\d))?")
# 7/3/2020, 07/03/2020 08:30
_DAY_FIRST = re.compile(r"(?P<day>\d\d?)/(?P<month>\d\d?)/(?P<year>\d{4})(?: (?P<time>\d\d:\d\d))?")


def parse_moment(text: str) -> tuple[datetime, bool] | None:
    """Return the moment in Vietnam's time zone and whether a time of day was given.

    Returns ``None`` where the text is no date, or not one of the calendar.
    """
    match = _ISO.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    if not match:
        return None
    hour, minute = (match["time"] or "00:00").split(":")
    try:
        moment = datetime(
            int(match["year"]),
            int(match["month"]),
            int(match["day"]),
            int(hour),
            int(minute),
            tzinfo=VIETNAM,
        )
    except ValueError:
        return None
    return moment, match["time"] is not None
