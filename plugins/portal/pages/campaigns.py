"""The calendars of campaigns, beside their pages."""

from __future__ import annotations

from functools import partial

from plugins.portal.calendars import calendar, calendar_path
from plugins.portal.outputs import Made, Plan
from plugins.portal.site import Site


def plan_calendars(site: Site, plan: Plan) -> None:
    """Plan a calendar for each campaign that has a date."""
    for term in site.terms.get("campaign", {}).values():
        path = calendar_path(term)
        if path:
            stories = site.stories_by_term.get(("campaign", term.slug), ())
            made = Made(partial(calendar, site.settings, term, stories), (term, stories))
            plan.add(path, made, f"lịch của {term.name}")
