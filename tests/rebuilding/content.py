"""The content of a project as a model: entries that refer to each other, and their files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

NEWS, UNITS, CAMPAIGNS, TITLES = "tin", "don-vi", "phong-trao", "khen-thuong"
PAGES, PICTURES, TAKEDOWNS = "trang", "anh", "go-ten"
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

# "@anh:mot-cua" in the front matter and "[words](tin:ten-bai)" in a body refer to an entry; what
# refers to none that is there is left out, as an author would.
_REFERENCE = re.compile(r"@([a-z-]+):([a-z0-9-]+)")
_LINK = re.compile(r"\[([^\]]*)\]\(([a-z-]+):([a-z0-9-]+)\)")
_PICTURE = re.compile(r"!\[\]\(anh/([a-z0-9-]+)\)")


@dataclass
class Entry:
    """One Markdown file of ``content/``; values of ``front`` are written as JSON, which is YAML."""

    kind: str
    slug: str
    front: dict[str, Any]
    body: list[str] = field(default_factory=list)

    @property
    def path(self) -> str:
        """The file below the project."""
        folder = self.kind
        if self.kind == NEWS:
            folder += f"/{self.front['date'][:4]}/{self.front['date'][5:7]}"
        return f"content/{folder}/{self.slug}.md"

    @property
    def address(self) -> str:
        """The page of the site."""
        inside = self.path.removeprefix("content/").removesuffix(".md")
        return f"/{inside.removeprefix('trang/')}/"


@dataclass
class Content:
    """All entries, the files of the pictures, and files that were spoilt (by their path)."""

    entries: list[Entry] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    spoilt: dict[str, bytes] = field(default_factory=dict)

    def of(self, kind: str) -> list[Entry]:
        """Return the entries of one kind."""
        return [one for one in self.entries if one.kind == kind]

    def find(self, kind: str, name: str) -> Entry | None:
        """Return an entry by its slug; an article by its permanent id."""
        for one in self.of(kind):
            if (one.front["id"] if kind == NEWS else one.slug) == name:
                return one
        return None

    def files(self, now: int) -> dict[str, bytes]:
        """Return all files at a moment: what is not published any more is not linked to."""
        files: dict[str, bytes] = {
            f"content/anh/{name}": data for name, data in self.pictures.items()
        }
        files |= {one.path: self._text(one, now).encode() for one in self.entries}
        return files | self.spoilt

    def _text(self, entry: Entry, now: int) -> str:
        front = ((key, self._settled(value)) for key, value in entry.front.items())
        lines = [
            f"{key}: {json.dumps(value, ensure_ascii=False)}\n"
            for key, value in front
            if value not in (None, "", [], {})
        ]
        body = "\n\n".join(self._paragraphs(entry, now))
        return f"---\n{''.join(lines)}---\n{body}\n"

    def _settled(self, value: Any) -> Any:
        """Return a value with references replaced by slugs, without those that lead nowhere."""
        if isinstance(value, dict):
            return {key: self._settled(one) for key, one in value.items()}
        if isinstance(value, list):
            return [one for one in map(self._settled, value) if one not in (None, "")]
        if isinstance(value, str) and (reference := _REFERENCE.fullmatch(value)):
            return reference[2] if self.find(reference[1], reference[2]) else None
        return value

    def _paragraphs(self, entry: Entry, now: int) -> Iterator[str]:
        for paragraph in entry.body:
            picture = _PICTURE.fullmatch(paragraph)
            if not picture or self.find(PICTURES, picture[1]):
                yield _LINK.sub(lambda link: self._linked(link, now), paragraph)

    def _linked(self, link: re.Match[str], now: int) -> str:
        target = self.find(link[2], link[3])
        there = target is not None and (target.kind != NEWS or is_published(target, now))
        return f"[{link[1]}]({target.address})" if target and there else link[1]


def is_published(article: Entry, now: int) -> bool:
    """Whether readers see an article at a moment."""
    front = article.front
    status, expires = front.get("status", "published"), front.get("expires")
    return (
        status in ("published", "scheduled")
        and moment(front["date"]) <= now
        and not (expires and moment(expires) <= now)
    )


def moment(written: str) -> float:
    """Return a date of a front matter in seconds since 1970."""
    return datetime.fromisoformat(written).replace(tzinfo=VIETNAM).timestamp()


def written(seconds: float) -> str:
    """Return a moment as a front matter has it."""
    return f"{datetime.fromtimestamp(seconds, VIETNAM):%Y-%m-%d %H:%M}"
