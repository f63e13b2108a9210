"""Pages counted by kind, told from their addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.counting import KINDS, count, kind_of

PATHS = {
    "index.html": "home page",
    "tin/2024/05/mot-bai/index.html": "articles",
    "tin/2024/05/trang-bi/index.html": "articles",
    "tin/index.html": "listing pages",
    "tin/trang/12/index.html": "listing pages",
    "tin/2024/index.html": "archive pages",
    "tin/2024/trang/3/index.html": "archive pages",
    "tin/2024/05/index.html": "archive pages",
    "tin/2024/05/trang/2/index.html": "archive pages",
    "don-vi/index.html": "indexes",
    "don-vi/xa-dong-my/index.html": "unit pages",
    "don-vi/xa-dong-my/trang/2/index.html": "unit pages",
    "phong-trao/mot-cua/index.html": "campaign pages",
    "khen-thuong/giay-khen/trang/4/index.html": "award title pages",
    "rss.xml": "RSS feeds",
    "don-vi/xa-dong-my/rss.xml": "RSS feeds",
    "sitemap.xml": "sitemaps",
    "bang-vang/index.html": "other pages",
    "404.html": "other pages",
    "theme/css/base.css": "other files",
    "don-vi/xa-dong-my/atom.xml": "other files",
}


@pytest.mark.parametrize(("path", "kind"), PATHS.items())
def test_a_path_tells_its_kind(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_a_site_is_counted(tmp_path: Path) -> None:
    for path in (*PATHS, ".bang-vang/manifest.json"):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"ab")
    found = count(tmp_path)
    assert set(found.kinds) == set(KINDS)
    assert found.kinds["archive pages"] == 4
    assert found.size == 2 * len(PATHS)
