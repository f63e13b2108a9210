"""RSS 2.0 feeds of listings, through feedgen.

A feed holds the same stories in the same order as the first page of its listing. Every date comes
from the articles, so that two builds give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

import lxml.html
import lxml.html.builder
from feedgen.feed import FeedGenerator

from plugins.portal.contexts import Link, Story
from plugins.portal.outputs import Made, Plan
from plugins.portal.settings import Settings
from plugins.sources.dates import VIETNAM

SITE_FEED = "/rss.xml"
# A feed needs a date even while it has no entry.
_NEVER = datetime(2000, 1, 1, tzinfo=VIETNAM)


@dataclass(frozen=True, slots=True)
class Closing:
    """The last entry of a feed whose subject has ended on the day before ``day``.

    ``heirs`` are the feeds to follow instead.
    """

    id: str
    name: str
    path: str
    day: date
    heirs: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """The feed at ``path`` of the listing at ``page``."""

    path: str
    page: str
    title: str
    description: str
    stories: Sequence[Story]
    closing: Closing | None = None


def plan_feed(plan: Plan, settings: Settings, feed: Feed) -> None:
    """Plan a feed."""
    texts = tuple(story.article.source_path for story in feed.stories)
    made = Made(partial(rss, settings, feed), (feed, [story.text for story in feed.stories]), texts)
    plan.add(feed.path, made, f"nguồn tin {feed.path}")


def rss(settings: Settings, spec: Feed) -> bytes:
    """Return the feed as UTF-8 XML."""
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.title(spec.title)
    feed.description(spec.description)
    feed.language("vi")
    feed.generator(settings.site.name, version="")
    feed.docs("https://www.rssboard.org/rss-specification")
    feed.link(href=settings.absolute(spec.path), rel="self", type="application/rss+xml")
    # feedgen takes the last link as the channel's.
    feed.link(href=settings.absolute(spec.page), rel="alternate")
    closed = [_moment(spec.closing.day)] if spec.closing else []
    feed.lastBuildDate(max((*map(_changed, spec.stories), *closed), default=_NEVER))
    feed.pubDate(max((*(one.article.date for one in spec.stories), *closed), default=_NEVER))
    if spec.closing:
        _close(feed, settings, spec.closing)
    for story in spec.stories:
        _add(feed, settings, story)
    xml: bytes = feed.rss_str(pretty=True)
    return xml


def _add(feed: FeedGenerator, settings: Settings, story: Story) -> None:
    article = story.article
    address = settings.absolute(article.path)
    entry = feed.add_entry(order="append")
    entry.id(entry_id(settings.tag_authority, article.id))
    entry.guid(entry_id(settings.tag_authority, article.id), permalink=False)
    entry.title(article.title)
    entry.link(href=address)
    entry.description(article.summary)
    entry.content(full_text(address, story.text.html), type="CDATA")
    entry.published(article.date)
    entry.updated(_changed(story))
    entry.dc.dc_creator(article.author or settings.site.owner)
    entry.category([{"term": term.name} for terms in story.terms.values() for term in terms])


def _close(feed: FeedGenerator, settings: Settings, closing: Closing) -> None:
    """Add the entry that says that no more will come, and where to look; it stays on top."""
    ended = f"{closing.name} đã kết thúc hoạt động từ ngày {closing.day:%d/%m/%Y}."
    follow = (
        "Kênh này không có tin mới nữa. Mời bạn theo dõi kênh của đơn vị kế tục:"
        if closing.heirs
        else "Kênh này không có tin mới nữa."
    )
    content = lxml.html.builder.DIV(lxml.html.builder.P(f"{ended} {follow}"))
    if closing.heirs:
        items = lxml.html.builder.UL()
        for heir in closing.heirs:
            link = lxml.html.builder.A(heir.label, href=settings.absolute(heir.path))
            items.append(lxml.html.builder.LI(link))
        content.append(items)
    entry = feed.add_entry(order="append")
    identity = entry_id(settings.tag_authority, closing.id)
    entry.id(identity)
    entry.guid(identity, permalink=False)
    invitation = "; mời theo dõi đơn vị kế tục" if closing.heirs else ""
    entry.title(f"{closing.name} đã kết thúc hoạt động{invitation}")
    entry.link(href=settings.absolute(closing.path))
    names = ", ".join(heir.label for heir in closing.heirs)
    entry.description(f"{ended} Đơn vị kế tục: {names}." if names else ended)
    entry.content(lxml.html.tostring(content, encoding="unicode"), type="CDATA")
    entry.published(_moment(closing.day))
    entry.updated(_moment(closing.day))
    entry.dc.dc_creator(settings.site.owner)


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=VIETNAM)


def entry_id(authority: str, article_id: str) -> str:
    """Return an article's permanent id as a tag URI (RFC 4151), independent of its address."""
    return f"tag:{authority}:{article_id}"


def _changed(story: Story) -> datetime:
    return story.article.modified or story.article.date


def full_text(address: str, html: str) -> str:
    """Return an article's HTML with every address absolute; ``address`` is the article's own."""
    text = lxml.html.fragment_fromstring(html, create_parent="div")
    # To look for addresses takes longer than to parse, and most articles have none.
    if "href" in html or "src" in html:
        text.make_links_absolute(address, resolve_base_href=False)
    whole: str = lxml.html.tostring(text, encoding="unicode")
    return whole.removeprefix("<div>").removesuffix("</div>").strip()
