"""What a site consists of: its files counted by kind, told from their addresses.

All sides have the same addresses, so that equal counts mean the same pages.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

_PAGER = r"(?:trang/\d+/)?"
_KINDS = (
    ("home page", r"index\.html"),
    ("articles", r"tin/\d{4}/\d\d/(?!trang/)[^/]+/index\.html"),
    ("listing pages", rf"tin/{_PAGER}index\.html"),
    ("archive pages", rf"tin/\d{{4}}/(?:\d\d/)?{_PAGER}index\.html"),
    ("unit pages", rf"don-vi/(?!trang/)[^/]+/{_PAGER}index\.html"),
    ("campaign pages", rf"phong-trao/(?!trang/)[^/]+/{_PAGER}index\.html"),
    ("award title pages", rf"khen-thuong/(?!trang/)[^/]+/{_PAGER}index\.html"),
    ("indexes", r"(?:don-vi|phong-trao|khen-thuong)/index\.html"),
    ("RSS feeds", r"(?:.*/)?rss\.xml"),
    ("sitemaps", r"(?:.*/)?sitemap[^/]*\.xml"),
    ("other pages", r".*\.html"),
    ("other files", r".*"),
)
KINDS = tuple(name for name, _ in _KINDS)
# What must be there, however often.
SHARED = KINDS[:-2]
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _KINDS)


@dataclass(frozen=True, slots=True)
class Count:
    """How many files of each kind a site has, and how large they are together."""

    kinds: Counter[str]
    size: int


def kind_of(path: str) -> str:
    """Return the kind of a file by its path below the output folder.

    >>> kind_of("tin/2024/05/trang/2/index.html")
    'archive pages'
    """
    return next(name for name, pattern in _PATTERNS if pattern.fullmatch(path))


def count(output: Path) -> Count:
    """Count the files of a site; what a hidden folder keeps is no part of the site."""
    kinds: Counter[str] = Counter()
    size = 0
    for folder, folders, files in os.walk(output):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = Path(folder).relative_to(output).as_posix()
        prefix = "" if below == "." else f"{below}/"
        for name in files:
            kinds[kind_of(prefix + name)] += 1
            size += Path(folder, name).stat().st_size
    return Count(kinds, size)
