"""Whole sites in a few lines: real Pelican, the real theme, content from a table of files."""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import feedparser
import pytest
from bs4 import BeautifulSoup
from hypothesis import settings
from pelican import Pelican
from pelican.settings import read_settings
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from plugins.portal.intake import version
from plugins.portal.scene import Scene, scene_of
from plugins.portal.settings import read_settings as read_portal_settings

# No test depends on how fast it runs.
settings.register_profile("bang-vang", deadline=None)
settings.load_profile("bang-vang")

ROOT = Path(__file__).parent.parent
BUILD_DATE = "1796169600"  # every test builds on 2 December 2026, 07:00 in Vietnam

# The least that an article can cite; tests add to it.
UNIT = """---
name: Huyện Thanh Oai
kind: huyện
summary: Một huyện ở phía nam thành phố Hà Nội, kết thúc hoạt động năm 2025.
---
"""


def article(body: str = "Bài có một đoạn.", **front: str) -> str:
    """Return the source of an article; ``front`` overrides keys, an empty value leaves one out."""
    keys = {
        "id": "bai-mot",
        "title": "Bài một",
        "date": "2024-05-06",
        "kind": "tin",
        "unit": "Huyện Thanh Oai",
        "summary": "Tóm tắt của bài một, đủ dài để qua được bước kiểm tra độ dài.",
    } | front
    lines = "".join(f"{key}: {value}\n" for key, value in keys.items() if value)
    return f"---\n{lines}---\n{body}\n"


def pixel() -> bytes:
    """Return a picture, as small as can be."""
    stream = io.BytesIO()
    Image.new("RGB", (1, 1)).save(stream, "PNG")
    return stream.getvalue()


def lay_out(folder: Path, files: Mapping[str, str]) -> Path:
    """Copy the project's code and theme into ``folder``, with files of one's own beside them."""
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pelicanconf.py", folder)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def files_below(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files below ``folder`` by their path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def unpacked(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Give all files, and of archives all that is in them."""
    for name, content in files.items():
        if zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for one in archive.namelist():
                    yield f"{name}/{one}", archive.read(one)
        else:
            yield name, content


@dataclass(frozen=True)
class Built:
    """A site that was built: its files, pages and feeds."""

    output: Path
    log: str

    def files(self) -> dict[str, bytes]:
        return files_below(self.output)

    def text(self, address: str) -> str:
        path = self.output / address.strip("/")
        return (path if path.is_file() else path / "index.html").read_text("utf-8")

    def page(self, address: str) -> BeautifulSoup:
        return BeautifulSoup(self.text(address), "lxml")

    def exists(self, address: str) -> bool:
        path = self.output / address.strip("/")
        return path.is_file() or (path / "index.html").is_file()

    def links(self, address: str, selector: str = "main a") -> list[str]:
        return [str(link["href"]) for link in self.page(address).select(selector)]

    def readable(self) -> dict[str, str]:
        """Return what can be read of every file, packed ones too, with and without its tags."""
        found = {}
        for path, packed in unpacked(self.files()):
            data = gzip.decompress(packed) if packed.startswith(b"\x1f\x8b") else packed
            text = data.decode("utf-8", "ignore")
            if path.endswith(".json"):
                text += json.dumps(json.loads(text), ensure_ascii=False)
            found[path] = html.unescape(text) + "\n" + html.unescape(re.sub("<[^>]*>", "", text))
        return found

    def feed(self, address: str) -> Any:
        return feedparser.parse((self.output / address.strip("/")).read_bytes())


class Workshop:
    """Writes content below a folder and builds it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.output = folder / "output"
        self.write({"don-vi/huyen-thanh-oai.md": UNIT})

    def write(self, files: Mapping[str, str | bytes]) -> None:
        for name, text in files.items():
            path = self.content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def build(self, files: Mapping[str, str | bytes] | None = None, **settings: Any) -> Built:
        """Build the site with ``files`` added; a refusal raises SystemExit."""
        self.write(files or {})
        log = io.StringIO()
        with redirect_stdout(log):
            Pelican(self._settings(settings)).run()
        return Built(self.output, log.getvalue())

    def scene(self, **settings: Any) -> Scene:
        """Return what would be remembered of a build with these settings."""
        portal = read_portal_settings(self._settings(settings))
        return scene_of(portal, version(portal.taxonomies, portal.prefix))

    def _settings(self, settings: Mapping[str, Any]) -> Any:
        override = {
            "PATH": str(self.content),
            "OUTPUT_PATH": str(self.output),
            "THEME": str(ROOT / "theme"),
            "SITEURL": "https://bang-vang.example",
            "CACHE_PATH": str(self.folder / "cache"),
            "LEDGER": str(self.folder / "so-cai.json"),
            "STORE": str(self.folder / "kho.sqlite"),
            "SEARCH": False,
        }
        return read_settings(str(ROOT / "pelicanconf.py"), override={**override, **settings})

    def refusal(self, files: Mapping[str, str | bytes] | None = None, **settings: Any) -> str:
        """Return what staff are told about content that must not be published."""
        with pytest.raises(SystemExit) as refused:
            self.build(files, **settings)
        return str(refused.value)


@pytest.fixture(autouse=True)
def _build_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILD_DATE)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the repository's own content, once."""
    workshop = Workshop(tmp_path_factory.mktemp("portal"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", BUILD_DATE)
        return workshop.build(PATH=str(ROOT / "content"), SEARCH=True)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start one browser for all tests of a process; Playwright allows no second."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
        )
        yield browser
        browser.close()
