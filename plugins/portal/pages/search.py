"""The page of the search."""

from __future__ import annotations

from plugins.portal.addresses import SEARCH
from plugins.portal.contexts import PageInfo
from plugins.portal.outputs import Plan
from plugins.portal.search import BUNDLE
from plugins.portal.site import Site


def plan_search(site: Site, plan: Plan) -> None:
    """Plan the page, if the site has a search."""
    if site.settings.search:
        info = PageInfo(
            title="Tìm kiếm",
            description="Tìm tin, bài, đơn vị, phong trào, danh hiệu, văn bản và người được khen.",
            path=SEARCH,
            section=SEARCH,
        )
        plan.page(info, "search.html", {"bundle": BUNDLE}, "trang tìm kiếm")
