"""The pages of ``content/trang``, and the page for addresses that do not exist."""

from __future__ import annotations

from plugins.portal.contexts import Findable, PageInfo
from plugins.portal.outputs import Page, Plan
from plugins.portal.site import Site


def plan_static_pages(site: Site, plan: Plan) -> None:
    """Plan the pages that staff write, and 404.html."""
    for page in site.pages:
        info = PageInfo(
            title=page.title,
            description=page.summary,
            path=page.path,
            section=page.path,
            findable=Findable("Trang giới thiệu"),
        )
        context = {"heading": page.title, "html": page.html}
        plan.page(info, "page.html", context, page.source_path)
    missing = PageInfo(
        title="Không tìm thấy trang",
        description="Trang bạn tìm không có ở đây.",
        path="/404.html",
        listed=False,
    )
    plan.add("/404.html", Page(missing, "404.html", {}), "trang báo lỗi 404")
