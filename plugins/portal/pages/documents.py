"""The page of all documents that the news cites."""

from __future__ import annotations

from plugins.portal.contexts import PageInfo
from plugins.portal.outputs import Plan
from plugins.portal.site import Site

DOCUMENTS = "/van-ban/"


def plan_documents(site: Site, plan: Plan) -> None:
    """Plan the page."""
    info = PageInfo(
        title="Văn bản",
        description="Quyết định, kế hoạch, chỉ thị, công văn được nêu trong tin, bài.",
        path=DOCUMENTS,
        section=DOCUMENTS,
    )
    plan.page(info, "documents.html", {"documents": site.documents}, "danh mục văn bản")
