"""The portal's settings, read from Pelican's once and typed."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from plugins.portal.addresses import SEARCH
from plugins.portal.contexts import Link, SiteInfo, Taxonomy
from plugins.sources.dates import VIETNAM

# Host, port and path of what may stand in every page, feed and server file.
_SITE_URL = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:/[A-Za-z0-9._~-]+)*")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the portal needs to know. ``prefix`` is the path part of the site's URL, "" for none.

    ``now`` is the moment of the build; SOURCE_DATE_EPOCH sets it for repeatable builds.
    ``store`` keeps what was read of articles from build to build. With ``keep_index`` the search's
    index is left as it is. ``max_loss`` is the share of
    pages that a build may remove without ``allow_loss``.
    """

    content: Path
    theme: Path
    output: Path
    site: SiteInfo
    prefix: str
    tag_authority: str
    taxonomies: tuple[Taxonomy, ...]
    page_size: int
    roll_page_size: int
    person_pages: bool
    home_stories: int
    home_honours: int
    now: datetime
    ledger: Path
    store: Path
    max_loss: float
    allow_loss: bool
    search: bool
    keep_index: bool

    @property
    def today(self) -> date:
        """The day of the build in Vietnam."""
        return self.now.date()

    @property
    def review(self) -> Path:
        """Where the remarks for staff are kept: beside the ledger, outside the site."""
        return self.ledger.with_name("can-xem-lai.md")

    def absolute(self, path: str) -> str:
        """Return the full URL of a path of this site."""
        return self.site.url + path


def read_settings(settings: Mapping[str, Any]) -> Settings:
    """Type Pelican's settings.

    Raises:
        KeyError: a setting of the portal is missing from pelicanconf.py.
        ValueError: SITEURL is not an address that can be written into pages and server files.
    """
    if not _SITE_URL.fullmatch(settings["SITEURL"]):
        raise ValueError(
            f"SITEURL là “{settings['SITEURL']}”; phải như https://ten-mien.vn hoặc "
            "https://ten-mien.vn/thu-muc"
        )
    site = SiteInfo(
        name=settings["SITENAME"],
        tagline=settings["TAGLINE"],
        owner=settings["OWNER"],
        url=settings["SITEURL"],
        menu=_links(settings["MENU"]),
        footer_menu=_links(settings["FOOTER_MENU"]),
        licence=settings["LICENCE"],
        notice=settings["NOTICE"],
        search=SEARCH if settings["SEARCH"] else "",
    )
    return Settings(
        content=Path(settings["PATH"]),
        theme=Path(settings["THEME"]),
        output=Path(settings["OUTPUT_PATH"]),
        site=site,
        prefix=urlsplit(site.url).path.rstrip("/"),
        tag_authority=settings["TAG_AUTHORITY"],
        taxonomies=tuple(Taxonomy(**entry) for entry in settings["TAXONOMIES"]),
        page_size=settings["PAGE_SIZE"],
        roll_page_size=settings["ROLL_PAGE_SIZE"],
        person_pages=settings["PERSON_PAGES"],
        home_stories=settings["HOME_STORIES"],
        home_honours=settings["HOME_HONOURS"],
        now=_now(),
        ledger=Path(settings["LEDGER"]),
        store=Path(settings["STORE"]),
        max_loss=settings["MAX_LOSS"],
        allow_loss=settings["ALLOW_LOSS"],
        search=settings["SEARCH"],
        keep_index=bool(settings.get("KEEP_INDEX")),
    )


def _links(pairs: tuple[tuple[str, str], ...]) -> tuple[Link, ...]:
    return tuple(Link(label, path) for label, path in pairs)


def _now() -> datetime:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.astimezone(VIETNAM)
