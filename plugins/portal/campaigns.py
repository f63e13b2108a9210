"""What is derived for a campaign's page from its articles, awards and dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plugins.campaigns import PrizeCount, count_prizes
from plugins.model import Campaign, CampaignState
from plugins.portal.calendars import calendar_path
from plugins.portal.contexts import Honour, Term
from plugins.portal.periods import left, state_words
from plugins.portal.progress import TargetProgress, next_deadline
from plugins.portal.site import Site
from plugins.portal.timeline import Timeline, make_timeline

_RUNNING = 4
_RESULTS = ("khen thưởng", "hội thi", "xếp hạng")
# The steps that a reader may look for, each with the kinds of article that tell it.
_EXPECTED = (
    ("kế hoạch", ("kế hoạch",)),
    ("phát động", ("phát động",)),
    ("ký giao ước", ("giao ước",)),
    ("kiểm tra", ("kiểm tra",)),
    ("tổng kết, khen thưởng", _RESULTS),
)
_NOT_OF_CONTESTS = ("ký giao ước", "kiểm tra")


@dataclass(frozen=True, slots=True)
class CampaignView:
    """A campaign on the day of the build.

    ``missing`` are the steps that no article tells of. ``beyond`` are prizes given that the plan
    does not name. ``calendar`` is the path of its calendar, empty where it has no date.
    """

    state: CampaignState
    state_words: str
    result_words: str
    plan_path: str
    timeline: Timeline
    missing: tuple[str, ...]
    targets: tuple[TargetProgress, ...]
    prizes: tuple[PrizeCount, ...]
    beyond: tuple[PrizeCount, ...]
    calendar: str


@dataclass(frozen=True, slots=True)
class RunningCampaign:
    """A campaign on the home page; ``deadline`` is the next of its targets', before its end.

    ``state_words`` and ``left`` tell how far off its end and that deadline are.
    """

    term: Term
    state_words: str
    deadline: date | None
    left: str


def campaign_view(site: Site, term: Term) -> CampaignView | None:
    """Return what is derived for the campaign that ``term`` is; ``None`` for another term."""
    campaign = term.facts
    if not isinstance(campaign, Campaign):
        return None
    today = site.settings.today
    name = ("campaign", campaign.slug)
    stories = site.stories_by_term.get(name, ())
    honours = _of_campaign(campaign, site.honours_by_term.get(name, ()))
    entry = site.plan_documents.get(campaign.slug)
    plan, plan_path = (entry.document, entry.path) if entry else (None, "")
    prizes, beyond = count_prizes(campaign.prizes, [honour.award for honour in honours])
    kinds = {story.article.kind for story in stories}
    state = campaign.state(today)
    return CampaignView(
        state=state,
        state_words=state_words(campaign, today),
        result_words=_result_words(campaign, kinds, honours, today),
        plan_path=plan_path,
        timeline=make_timeline(
            campaign, plan, plan_path, stories=stories, honours=honours, today=today
        ),
        missing=_missing(kinds, state),
        targets=site.target_reports.get(campaign.slug, ()),
        prizes=prizes,
        beyond=beyond,
        calendar=calendar_path(term),
    )


def running_campaigns(site: Site) -> tuple[tuple[RunningCampaign, ...], int]:
    """Return the campaigns that run and end first, at most a few, and how many more there are."""
    today = site.settings.today
    terms = [
        term
        for term in site.terms.get("campaign", {}).values()
        if term.facts.state(today) == "running"
    ]
    terms.sort(key=lambda term: term.facts.end or date.max)
    return tuple(_running(term, today) for term in terms[:_RUNNING]), max(len(terms) - _RUNNING, 0)


def _running(term: Term, today: date) -> RunningCampaign:
    campaign: Campaign = term.facts
    deadline = next_deadline(campaign, today)
    if deadline == campaign.end:
        deadline = None
    return RunningCampaign(
        term=term,
        state_words=left(campaign.end, today) if campaign.end else "chưa công bố ngày kết thúc",
        deadline=deadline,
        left=left(deadline, today) if deadline else "",
    )


def _of_campaign(campaign: Campaign, honours: Sequence[Honour]) -> tuple[Honour, ...]:
    """Leave out what was decided before the campaign, and what may be another campaign's."""
    return tuple(
        honour
        for honour in honours
        if honour.award.campaign == campaign.slug
        and not (campaign.start and honour.award.date and honour.award.date < campaign.start)
    )


def _result_words(
    campaign: Campaign, kinds: set[str], honours: Sequence[Honour], today: date
) -> str:
    """Say plainly where there is no result yet; empty where there is one."""
    if honours:
        return ""
    state = campaign.state(today)
    if state == "upcoming":
        return "Chưa bắt đầu, nên chưa có kết quả."
    if state == "ended":
        return "Đã kết thúc, chưa thấy công bố kết quả khen thưởng."
    begun = "Đã phát động, chưa" if "phát động" in kinds else "Chưa"
    return f"{begun} có kết quả khen thưởng."


def _missing(kinds: set[str], state: CampaignState) -> tuple[str, ...]:
    """Name the steps without an article: no result before the end, no pact for a contest."""
    if state == "upcoming":
        return ()
    contest = "hội thi" in kinds
    return tuple(
        step
        for step, told in _EXPECTED
        if not kinds & set(told)
        and not (told is _RESULTS and state == "running")
        and not (contest and step in _NOT_OF_CONTESTS)
    )
