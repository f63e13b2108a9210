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


@dataclass(frozen=True, slots=True)
class ReportedFigure:
    """A figure with the story that reports it; ``late``: after the target's deadline."""

    report: TargetReport
    story: Story
    late: bool


@dataclass(frozen=True, slots=True)
class TargetProgress:
    """A target, its number from 1, and its reports in order of time.

    ``verdict`` is of the latest article that reports, where that is plain.
    """

    number: int
    target: Target
    figures: tuple[ReportedFigure, ...]
    verdict: Verdict | None


def target_progress(
    campaigns: Mapping[str, Campaign], stories: Sequence[Story]
) -> dict[str, tuple[TargetProgress, ...]]:
    """Return the progress of each campaign's targets by its slug; ``stories`` newest first."""
    told: defaultdict[tuple[str, int], list[ReportedFigure]] = defaultdict(list)
    for story in reversed(stories):
        for report in story.reports:
            campaign = campaigns[report.campaign]
            day = story.article.date.date()
            if campaign.start and day < campaign.start:
                continue
            deadline = campaign.targets[report.number - 1].deadline
            late = deadline is not None and day > deadline
            told[report.campaign, report.number].append(ReportedFigure(report, story, late))
    return {
        slug: tuple(
            _progress(number, target, told.get((slug, number), ()))
            for number, target in enumerate(campaign.targets, start=1)
        )
        for slug, campaign in campaigns.items()
        if campaign.targets
    }


def _progress(number: int, target: Target, figures: Sequence[ReportedFigure]) -> TargetProgress:
    verdict = None
    for _, latest in groupby(figures, key=lambda figure: figure.story.article.id):
        verdict = judge(target, [figure.report.quantity for figure in latest])
    return TargetProgress(number, target, tuple(figures), verdict)


def next_deadline(campaign: Campaign, today: date) -> date | None:
    """Return the next deadline of a target that is not over."""
    days = [one.deadline for one in campaign.targets if one.deadline and one.deadline >= today]
    return min(days, default=None)
