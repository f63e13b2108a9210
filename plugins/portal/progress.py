"""What became of a campaign's targets: each with the figures that its articles reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from plugins.campaigns import Verdict, judge
from plugins.model import Campaign, Target, TargetReport
from plugins.portal.contexts import Story

# What these articles tell comes before any result.
_BEGINNINGS = frozenset({"kế hoạch", "phát động"})


@dataclass(frozen=True, slots=True)
class ReportedFigure:
    """A figure with the story that reports it; ``late``: after the target's deadline."""

    report: TargetReport
    story: Story
    late: bool


@dataclass(frozen=True, slots=True)
class TargetProgress:
    """A target, its number from 1, and its reports in order of time.

    ``verdict`` is of the latest article that reports, where that is plain. ``over``: the deadline
    has passed on the day of the build.
    """

    number: int
    target: Target
    figures: tuple[ReportedFigure, ...]
    verdict: Verdict | None
    over: bool


def target_progress(
    campaigns: Mapping[str, Campaign], stories: Sequence[Story], today: date
) -> dict[str, tuple[TargetProgress, ...]]:
    """Return the progress of each campaign's targets by its slug; ``stories`` newest first."""
    told: defaultdict[tuple[str, int], list[ReportedFigure]] = defaultdict(list)
    begun = _begun(campaigns, stories)
    for story in reversed(stories):
        day = story.article.date.date()
        for report in story.reports:
            if day >= begun.get(report.campaign, day):
                deadline = campaigns[report.campaign].targets[report.number - 1].deadline
                late = deadline is not None and day > deadline
                told[report.campaign, report.number].append(ReportedFigure(report, story, late))
    return {
        slug: tuple(
            _progress(number, target, told.get((slug, number), ()), today)
            for number, target in enumerate(campaign.targets, start=1)
        )
        for slug, campaign in campaigns.items()
        if campaign.targets
    }


def _begun(campaigns: Mapping[str, Campaign], stories: Sequence[Story]) -> dict[str, date]:
    """Return since when a figure may be a campaign's: its start, else its plan or launch."""
    begun = {slug: campaign.start for slug, campaign in campaigns.items() if campaign.start}
    first: dict[str, date] = {}
    for story in stories:
        if story.article.kind in _BEGINNINGS:
            for slug in story.article.terms.get("campaign", ()):
                first[slug] = story.article.date.date()
    return first | begun


def _progress(
    number: int, target: Target, figures: Sequence[ReportedFigure], today: date
) -> TargetProgress:
    verdict = None
    for _, latest in groupby(figures, key=lambda figure: figure.story.article.id):
        verdict = judge(target, [figure.report.quantity for figure in latest])
    over = target.deadline is not None and target.deadline < today
    return TargetProgress(number, target, tuple(figures), verdict, over)


def next_deadline(campaign: Campaign, today: date) -> date | None:
    """Return the next deadline of a target that is not over."""
    days = [one.deadline for one in campaign.targets if one.deadline and one.deadline >= today]
    return min(days, default=None)
