"""Files beside the pages: pictures, the theme's files, sitemap.xml and robots.txt."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

from plugins.portal.addresses import PICTURES, THEME_FOLDER
from plugins.portal.outputs import Copy, Made, Page, Plan
from plugins.portal.site import Site

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
    sitemap = _sitemap(site, plan)
    plan.add("/sitemap.xml", Made(lambda: sitemap, sitemap), "sơ đồ trang")
    robots = f"User-agent: *\nAllow: /\nSitemap: {settings.absolute('/sitemap.xml')}\n"
    plan.add("/robots.txt", Made(robots.encode, robots), "robots.txt")


def _sitemap(site: Site, plan: Plan) -> bytes:
    """List all pages after the Sitemaps protocol 0.9; articles with their last change."""
    changed: dict[str, date] = {
        story.article.path: (story.article.modified or story.article.date).date()
        for story in site.stories
    }
    root = ElementTree.Element("urlset", {"xmlns": _SITEMAP})
    for _, output in plan:
        if isinstance(output, Page) and output.info.listed:
            entry = ElementTree.SubElement(root, "url")
            ElementTree.SubElement(entry, "loc").text = site.settings.absolute(output.info.path)
            if output.info.path in changed:
                ElementTree.SubElement(entry, "lastmod").text = changed[
                    output.info.path
                ].isoformat()
    ElementTree.indent(root)
    xml: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"
