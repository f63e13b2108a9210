"""The timeline of a campaign: everything that belongs to it, in order of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from plugins.model import Campaign, Document
from plugins.portal.contexts import Honour, Story
from plugins.portal.periods import left
from plugins.portal.steps import PLAIN
from plugins.portal.wording import document_name

# A campaign with more articles shows its steps only; its plain news is in the list of stories.
_FEW = 12
# On one day what is decided comes before what is told of it, and the end comes last.
_ORDER = ("plan", "start", "decision", "story", "deadline", "end")


@dataclass(frozen=True, slots=True)
class Event:
    """Something of a campaign on a day; ``what`` is one of ``_ORDER``.

    ``label`` heads it, ``texts`` say more; ``path`` leads on. ``honours`` are what a decision
    confers. ``left`` tells how far off it is, empty where it is past.
    """

    day: date
    what: str
    label: str
    texts: tuple[str, ...] = ()
    path: str = ""
    honours: tuple[Honour, ...] = ()
    left: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events past and to come, oldest first; ``news`` are the plain news left out."""

    past: tuple[Event, ...]
    coming: tuple[Event, ...]
    news: int


def make_timeline(
    campaign: Campaign,
    plan: Document | None,
    plan_path: str,
    *,
    stories: Sequence[Story],
    honours: Sequence[Honour],
    today: date,
) -> Timeline:
    """Put in order what is known of a campaign; ``stories`` newest first."""
    few = len(stories) <= _FEW
    shown = [story for story in stories if few or story.article.kind != PLAIN]
    events = [
        *_own(campaign, plan, plan_path),
        *_deadlines(campaign),
        *(_told(story) for story in reversed(shown)),
        *_decisions(honours),
    ]
    events.sort(key=lambda event: (event.day, _ORDER.index(event.what)))
    return Timeline(
        past=tuple(event for event in events if event.day <= today),
        coming=tuple(_coming(event, today) for event in events if event.day > today),
        news=len(stories) - len(shown),
    )


def _coming(event: Event, today: date) -> Event:
    return replace(event, left=left(event.day, today))


def _own(campaign: Campaign, plan: Document | None, plan_path: str) -> Iterator[Event]:
    if plan and plan.date:
        yield Event(
            plan.date, "plan", "Ban hành văn bản", (campaign.plan or plan.number,), plan_path
        )
    if campaign.start:
        yield Event(campaign.start, "start", "Bắt đầu")
    if campaign.end:
        yield Event(campaign.end, "end", "Kết thúc")


def _deadlines(campaign: Campaign) -> Iterator[Event]:
    dated = [target for target in campaign.targets if target.deadline]
    dated.sort(key=lambda target: target.deadline or date.max)
    for day, targets in groupby(dated, key=lambda target: target.deadline):
        if day:
            texts = tuple(f"{target.level} {target.object}" for target in targets)
            label = "Thời hạn chỉ tiêu" if len(texts) == 1 else f"Thời hạn {len(texts)} chỉ tiêu"
            yield Event(day, "deadline", label, texts)


def _told(story: Story) -> Event:
    article = story.article
    return Event(article.date.date(), "story", article.kind, (article.title,), article.path)


def _decisions(honours: Sequence[Honour]) -> Iterator[Event]:
    """Give each decision once, with what it confers; an award told by several stories is one."""
    decided: dict[tuple[date, str], dict[tuple[str, str | None], Honour]] = {}
    for honour in reversed(honours):
        document = honour.award.document
        if document and document.date:
            awards = decided.setdefault((document.date, document_name(document, dated=False)), {})
            awards.setdefault((honour.award.title.slug, honour.award.rank), honour)
    for (day, label), awards in decided.items():
        told = tuple(awards.values())
        leads = told[0].decision or told[0]
        yield Event(day, "decision", label, path=leads.path, honours=told)
