"""All news, and the archives by year and month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from plugins.portal.contexts import ArchiveYear, Link, PageInfo, Story
from plugins.portal.feeds import SITE_FEED, Feed, plan_feed
from plugins.portal.outputs import Plan
from plugins.portal.paging import first_page, paginate
from plugins.portal.site import Site

NEWS = Link("Tin tức", "/tin/")


def plan_news(site: Site, plan: Plan) -> None:
    """Plan the listing of all stories, of each year and of each month."""
    years: defaultdict[int, list[Story]] = defaultdict(list)
    months: defaultdict[tuple[int, int], list[Story]] = defaultdict(list)
    for story in site.stories:
        moment = story.article.date
        years[moment.year].append(story)
        months[moment.year, moment.month].append(story)
    archive = tuple(
        ArchiveYear(
            year=Link(str(year), f"/tin/{year}/"),
            count=len(stories),
            months=tuple(
                Link(str(month), f"/tin/{year}/{month:02}/") for y, month in months if y == year
            ),
        )
        for year, stories in years.items()
    )
    listing = _Listing(site, plan, archive)
    listing.plan(NEWS.path, NEWS.label, site.stories, ())
    _plan_feed(site, plan)
    for year, stories in years.items():
        listing.plan(f"/tin/{year}/", f"Tin tức năm {year}", stories, (NEWS,))
    for (year, month), stories in months.items():
        crumbs = (NEWS, Link(f"Năm {year}", f"/tin/{year}/"))
        listing.plan(f"/tin/{year}/{month:02}/", f"Tin tức tháng {month}/{year}", stories, crumbs)


def _plan_feed(site: Site, plan: Plan) -> None:
    settings = site.settings
    feed = Feed(
        path=SITE_FEED,
        page=NEWS.path,
        title=settings.site.name,
        description=f"{settings.site.name} – {settings.site.tagline}.",
        stories=first_page(site.stories, settings.page_size),
    )
    plan_feed(plan, settings, feed)


class _Listing:
    """Plans the pages of one listing after the other."""

    def __init__(self, site: Site, plan: Plan, archive: tuple[ArchiveYear, ...]) -> None:
        self._site = site
        self._plan = plan
        self._archive = archive

    def plan(
        self, path: str, heading: str, stories: Sequence[Story], crumbs: tuple[Link, ...]
    ) -> None:
        for page in paginate(stories, path, self._site.settings.page_size):
            title = f"{heading} – trang {page.number}" if page.number else heading
            info = PageInfo(
                title=title,
                description=f"{heading} về cải cách hành chính và thi đua, khen thưởng.",
                path=page.path,
                section=NEWS.path,
                crumbs=crumbs,
                feeds=(Link(self._site.settings.site.name, SITE_FEED),),
            )
            context = {
                "heading": heading,
                "intro": f"{len(stories)} bài, mới nhất ở trên.",
                "stories": tuple(page.items),
                "pagination": page.pagination,
                "archive": self._archive,
            }
            self._plan.page(info, "listing.html", context, f"trang tin {path}")
