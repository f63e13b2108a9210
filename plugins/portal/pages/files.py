"""Files beside the pages: pictures, the theme's files, sitemaps and robots.txt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from plugins.portal.addresses import PICTURES, THEME_FOLDER
from plugins.portal.outputs import Copy, Made, Plan, packed
from plugins.portal.site import Site

MOST = 40_000  # addresses in one file; the protocol allows 50,000
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def plan_files(site: Site, plan: Plan) -> None:
    """Plan the files; last of all parts, since the sitemap lists the pages planned so far."""
    settings = site.settings
    for picture in site.pictures.values():
        source = site.picture_files[picture.file]
        plan.add(f"{PICTURES}{picture.file}", Copy(source), f"ảnh {picture.file}")
    static = settings.theme / "static"
    for file in sorted(static.rglob("*")):
        if file.is_file():
            name = file.relative_to(static).as_posix()
            plan.add(f"{THEME_FOLDER}{name}", Copy(file), f"tệp giao diện {name}")
    for address, content in _sitemaps(site, plan):
        plan.add(address, packed(content), f"sơ đồ trang {address}")
    robots = f"User-agent: *\nAllow: /\nSitemap: {settings.absolute('/sitemap.xml')}\n"
    plan.add("/robots.txt", Made(robots.encode, robots), "robots.txt")


def _sitemaps(site: Site, plan: Plan) -> Iterator[tuple[str, bytes]]:
    """Give the files of the sitemap, after the Sitemaps protocol 0.9.

    A large site has one for each year of news and for each folder, so that a new article makes one
    of them new, and above them an index.
    """
    pages = plan.listed
    changed = {
        story.article.path: (story.article.modified or story.article.date).date()
        for story in site.stories
    }
    absolute = site.settings.absolute
    if len(pages) <= MOST:
        yield (
            "/sitemap.xml",
            _listed("urlset", [(absolute(one), changed.get(one)) for one in pages]),
        )
        return
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for path in pages:
        parts[_part(path)].append(path)
    index: list[tuple[str, date | None]] = []
    for name, paths in parts.items():
        for number, start in enumerate(range(0, len(paths), MOST), start=1):
            found = [(absolute(one), changed.get(one)) for one in paths[start : start + MOST]]
            address = f"/sitemap-{name}{f'-{number}' if number > 1 else ''}.xml"
            days = [day for _, day in found if day]
            index.append((absolute(address), max(days, default=None)))
            yield address, _listed("urlset", found)
    yield "/sitemap.xml", _listed("sitemapindex", index)


def _part(path: str) -> str:
    """Return which sitemap a page is in: "tin-2024" for an article, "van-ban" for a document.

    >>> _part("/tin/2024/05/bai/"), _part("/van-ban/quyet-dinh-5/"), _part("/")
    ('tin-2024', 'van-ban', 'trang')
    """
    folder, _, rest = path.strip("/").partition("/")
    year = rest[:4]
    if folder == "tin" and year.isdigit():
        return f"tin-{year}"
    return folder if rest else "trang"


def _listed(
    kind: Literal["urlset", "sitemapindex"], found: Iterable[tuple[str, date | None]]
) -> bytes:
    """Return a list of addresses with the days of their last change, where these are known."""
    name = "url" if kind == "urlset" else "sitemap"
    lines = ["<?xml version='1.0' encoding='utf-8'?>", f"<{kind} xmlns={quoteattr(_SITEMAP)}>"]
    for address, day in found:
        lines += [f"  <{name}>", f"    <loc>{escape(address)}</loc>"]
        if day:
            lines.append(f"    <lastmod>{day.isoformat()}</lastmod>")
        lines.append(f"  </{name}>")
    return "\n".join([*lines, f"</{kind}>", ""]).encode()
