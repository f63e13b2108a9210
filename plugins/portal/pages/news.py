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
ALL_YEARS = Link("Tất cả các năm", f"{NEWS.path}#luu-tru")


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
    lists = _Lists(site, plan)
    lists.plan(NEWS, NEWS.label, site.stories, archive=archive)
    _plan_feed(site, plan)
    for part in archive:
        year = int(part.year.label)
        lists.plan(_year(year), f"Tin tức năm {year}", years[year], NEWS, archive=(part,))
    for (year, month), stories in months.items():
        link = Link(f"Tháng {month}", f"/tin/{year}/{month:02}/")
        lists.plan(link, f"Tin tức tháng {month}/{year}", stories, NEWS, _year(year))


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


def _year(year: int) -> Link:
    return Link(f"Năm {year}", f"/tin/{year}/")


class _Lists:
    """Plans the pages of one listing after the other."""

    def __init__(self, site: Site, plan: Plan) -> None:
        self._site = site
        self._plan = plan

    def plan(
        self,
        listing: Link,
        heading: str,
        stories: Sequence[Story],
        *above: Link,
        archive: tuple[ArchiveYear, ...] = (),
    ) -> None:
        """Plan the pages of a listing below those ``above``; its first page has its ``archive``.

        All other pages only lead to it, so that they stay as they are.
        """
        year = (*above, listing)[1:2]
        ways = (
            *(Link(f"Các tháng của {y.label.lower()}", f"{y.path}#luu-tru") for y in year),
            ALL_YEARS,
        )
        for page in paginate(
            stories, listing.path, self._site.settings.page_size, lambda one: one.article.date
        ):
            shown = () if page.number else archive
            title = f"{heading} – trang {page.number}" if page.number else heading
            info = PageInfo(
                title=title,
                description=f"{heading} về cải cách hành chính và thi đua, khen thưởng.",
                path=page.path,
                section=NEWS.path,
                crumbs=page.crumbs(*above, listing=listing),
                feeds=(Link(self._site.settings.site.name, SITE_FEED),),
            )
            context = {
                "heading": heading,
                "intro": page.pagination.place or f"{len(stories)} bài, mới nhất ở trên.",
                "stories": tuple(page.items),
                "pagination": page.pagination,
                "archive": shown,
                "elsewhere": ways[1:] if shown else ways,
            }
            self._plan.page(info, "listing.html", context, f"trang tin {listing.path}")
