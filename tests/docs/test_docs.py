"""What the documentation says is so."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from plugins.desk.reference import reference
from tests.conftest import ROOT, Workshop

GUIDE = (ROOT / "docs/huong-dan/README.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_key_reference_is_that_of_the_schemas() -> None:
    assert (ROOT / "docs/huong-dan/khoa.md").read_text("utf-8") == reference(), "run make docs"


@pytest.mark.parametrize("text", [GUIDE, README], ids=["guide", "readme"])
def test_the_sample_article_can_be_published(workshop: Workshop, text: str) -> None:
    sample = re.search(r"```markdown\n(---\nid: .*?)```", text, re.DOTALL)
    assert sample is not None
    date = re.search(r"^date: (?:(\d{4})-(\d\d)|\d\d/(\d\d)/(\d{4}))", sample[1], re.MULTILINE)
    assert date is not None
    year, month = date[1] or date[4], date[2] or date[3]
    summary = "Đơn vị được nhắc trong bài mẫu của tài liệu hướng dẫn."
    site = workshop.build(
        {
            "don-vi/phuong-chuong-my.md": f"---\nname: Phường Chương Mỹ\nkind: phường\n"
            f"summary: {summary}\n---\n",
            f"tin/{year}/{month}/bai-mau.md": sample[1],
        }
    )
    assert site.exists(f"/tin/{year}/{month}/bai-mau/")


def test_make_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    listed = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    targets = re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE)
    assert [line.split()[0] for line in listed.stdout.splitlines()] == sorted(targets)
    for target in re.findall(
        r"`make ([a-z]+)", "".join(path.read_text("utf-8") for path in DOCUMENTS)
    ):
        assert target in targets


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(
        r"\]\(([^)#]+)", re.sub(r"```.*?```|`[^`]*`", "", path.read_text("utf-8"), flags=re.DOTALL)
    ):
        if not target.startswith(("http", "/")):
            assert (path.parent / target).exists(), target


def test_files_and_settings_that_are_named_exist() -> None:
    text = "".join(path.read_text("utf-8") for path in DOCUMENTS)
    for name in set(re.findall(r"`((?:plugins|theme|docs|tests|bench)/[\w./-]+)`", text)):
        assert (ROOT / name).exists(), name
    known = (ROOT / "pelicanconf.py").read_text("utf-8")
    known += (ROOT / "plugins/portal/settings.py").read_text("utf-8")
    known += (ROOT / "Makefile").read_text("utf-8")
    for setting in set(re.findall(r"`([A-Z][A-Z_]{4,})`", text)):
        assert setting in known, setting
