"""A campaign's calendar (RFC 5545): its start, its end and the deadlines of its targets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from plugins.model import Campaign
from plugins.portal.contexts import Story, Term
from plugins.portal.settings import Settings
from plugins.sources.dates import VIETNAM

_FILE = "lich.ics"


def calendar_path(term: Term) -> str:
    """Return the address of a campaign's calendar, empty where it has no date."""
    return f"{term.path}{_FILE}" if any(_days(term.facts)) else ""


def calendar(settings: Settings, term: Term, stories: Sequence[Story]) -> bytes:
    """Return the calendar; its time stamps come from the campaign's news, not from a clock."""
    # Loaded here: it takes long, and a build that changes no calendar asks for none.
    from icalendar import Calendar, Event, vText  # noqa: PLC0415

    result = Calendar()
    result.add("version", "2.0")
    result.add("prodid", f"-//{settings.site.name}//Bang Vang//VI")
    # Of a name that it does not know the library escapes nothing.
    result.add("x-wr-calname", vText(term.name))
    stamp = _stamp(term.facts, stories)
    for day, key, summary, texts in _days(term.facts):
        event = Event()
        # A tag URI (RFC 4151), like the ids in the feeds: the same whatever becomes of the address.
        event.add("uid", f"tag:{settings.tag_authority}:phong-trao/{term.slug}/{key}")
        event.add("dtstamp", stamp)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", f"{summary}: {term.name}")
        if texts:
            event.add("description", "\n".join(texts))
        event.add("url", settings.absolute(term.path))
        event.add("transp", "TRANSPARENT")
        result.add_component(event)
    ics: bytes = result.to_ical()
    return ics


def _days(campaign: Campaign) -> Iterator[tuple[date, str, str, list[str]]]:
    """Give each day to note, with a key that stays, what it is, and the targets due on it."""
    if campaign.start:
        yield campaign.start, "bat-dau", "Bắt đầu", []
    due: defaultdict[date, list[str]] = defaultdict(list)
    for target in campaign.targets:
        if target.deadline:
            due[target.deadline].append(f"{target.level} {target.object}")
    for day in sorted(due):
        yield day, f"han-{day.isoformat()}", "Thời hạn chỉ tiêu", due[day]
    if campaign.end:
        yield campaign.end, "ket-thuc", "Kết thúc", []


def _stamp(campaign: Campaign, stories: Sequence[Story]) -> datetime:
    """Return when the campaign was last written of, else its first day."""
    told = [story.article.modified or story.article.date for story in stories]
    first = min(day for day, *_ in _days(campaign))
    return max(told, default=datetime.combine(first, time(), VIETNAM)).astimezone(UTC)
