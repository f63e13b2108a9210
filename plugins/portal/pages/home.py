"""The home page."""

from __future__ import annotations

from functools import partial

from plugins.portal.campaigns import running_campaigns
from plugins.portal.contexts import Link, Node, PageInfo
from plugins.portal.feeds import SITE_FEED
from plugins.portal.outputs import Plan
from plugins.portal.site import Site
from plugins.portal.structured import site_node


def plan_home(site: Site, plan: Plan) -> None:
    """Plan the home page."""
    settings = site.settings
    latest = site.stories[: settings.home_stories]
    campaigns, more = running_campaigns(site)
    info = PageInfo(
        title=settings.site.name,
        description=f"{settings.site.name} – {settings.site.tagline}.",
        path="/",
        section="/",
        feeds=(Link(settings.site.name, SITE_FEED),),
        node=Node(partial(site_node, settings), settings.site),
    )
    context = {
        "latest": latest,
        "campaigns": campaigns,
        "more_campaigns": more,
        "honours": site.honours[: settings.home_honours],
        "totals": {
            "articles": len(site.stories),
            "units": sum(key == "unit" for key, _ in site.stories_by_term),
            "awards": len(site.honours),
            "recipients": sum(len(honour.award.recipients) for honour in site.honours),
        },
    }
    plan.page(info, "home.html", context, "trang chủ")
