"""The open data: its files, and the page that explains them."""

from __future__ import annotations

from functools import partial

from plugins.portal.addresses import DATA
from plugins.portal.contexts import Findable, Node, PageInfo
from plugins.portal.downloads import Downloads
from plugins.portal.outputs import Made, Plan
from plugins.portal.site import Site
from plugins.portal.structured import dataset_node

GROUP = "dữ liệu mở"
# Questions that the database answers, each with the statement that asks it.
QUERIES = (
    (
        "Mười đơn vị được khen nhiều nhất",
        """SELECT units.name, count(DISTINCT award) AS lan
FROM recipients JOIN units ON units.id = recipients.unit
WHERE status = 'conferred' AND family <> 'ranking'
GROUP BY units.id ORDER BY lan DESC, units.id LIMIT 10;""",
    ),
    (
        "Số lần khen thưởng đã trao theo năm và loại",
        """SELECT year, family, count(*) AS lan
FROM awards
WHERE status = 'conferred'
GROUP BY year, family ORDER BY year DESC, family;""",
    ),
    (
        "Lần khen thưởng có số bài nêu khác số có tên",
        """SELECT awards.name, declared_collectives, listed_collectives,
       declared_individuals, listed_individuals, awards.url
FROM awards
WHERE status = 'conferred'
  AND (declared_collectives <> listed_collectives
       OR declared_individuals <> listed_individuals);""",
    ),
    (
        "Hình thức khen thưởng của từng quyết định, kèm bài đưa tin",
        """SELECT documents.number, documents.date,
       awards.name, articles.title
FROM awards
JOIN documents ON documents.id = awards.document
JOIN articles ON articles.id = awards.article
ORDER BY documents.date DESC;""",
    ),
)


def plan_data(site: Site, plan: Plan) -> None:
    """Plan the files, then the page, which tells their sizes."""
    downloads = Downloads(site)
    for name in downloads.names:
        made = Made(partial(downloads.make, name), (name, downloads))
        plan.add(f"{DATA}{name}", made, f"dữ liệu mở {name}", GROUP)
    info = PageInfo(
        title="Dữ liệu mở",
        description="Khen thưởng, đơn vị, phong trào, văn bản dưới dạng bảng: Excel, CSV, JSON, "
        "SQLite; dùng lại tự do khi ghi nguồn.",
        path=DATA,
        section=DATA,
        node=Node(partial(dataset_node, site, downloads), downloads),
        findable=Findable("Trang giới thiệu"),
    )
    context = {
        "downloads": downloads,
        "queries": QUERIES,
    }
    plan.page(info, "data.html", context, "trang dữ liệu mở", group=GROUP)
