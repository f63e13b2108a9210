"""The page that explains and lists the feeds."""

from __future__ import annotations

from plugins.portal.contexts import FeedGroup, Link, PageInfo
from plugins.portal.feeds import SITE_FEED
from plugins.portal.outputs import Plan
from plugins.portal.roll import unit_label
from plugins.portal.site import Site

SUBSCRIBE = "/theo-doi/"


def plan_subscribe(site: Site, plan: Plan) -> None:
    """Plan the list of all feeds that have articles."""
    info = PageInfo(
        title="Theo dõi qua RSS",
        description="Nhận tin mới của cả trang, của một đơn vị, phong trào hay danh hiệu.",
        path=SUBSCRIBE,
        section=SUBSCRIBE,
        feeds=(Link(site.settings.site.name, SITE_FEED),),
    )
    groups = [FeedGroup("Cả trang", (Link("Tất cả tin, bài", SITE_FEED),))]
    for taxonomy in site.taxonomies:
        feeds = tuple(
            Link(unit_label(term), term.feed)
            for term in site.terms[taxonomy.key].values()
            if (taxonomy.key, term.slug) in site.stories_by_term
        )
        if feeds:
            groups.append(FeedGroup(taxonomy.label, feeds))
    plan.page(info, "feeds.html", {"groups": tuple(groups)}, "trang theo dõi")
