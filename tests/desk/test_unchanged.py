"""A build that would change nothing is seen at once; whatever could change something is built."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.desk import unchanged
from tests.conftest import BUILD_DATE, ROOT, UNIT, article, files_below

LATER = 10.0  # seconds; as if the files had not been written just now
RECORD = unchanged.RECORD


def write(name: str, text: str = "") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8")


def ledger(due: str | None = None) -> Path:
    entry = {"path": "content/tin/bai.md", "fate": "published", "due": due}
    write(".build/so-cai.json", json.dumps({"entries": [entry]}))
    return Path(".build/so-cai.json")


def record(due: str | None = None) -> None:
    recorder = unchanged.Recorder(["--x"], ["content", "theme"], time.time())
    recorder.done(Path("output"), ledger(due))


def unchanged_now(*arguments: str) -> bool:
    return unchanged.is_unchanged(unchanged.read_record(), arguments or ("--x",))


@pytest.fixture(autouse=True)
def _later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files look as if they had been written a while ago."""
    monkeypatch.setattr(unchanged, "_FINE", -LATER)


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("content/tin/bai.md", "theme/a.css", "plugins/a.py", "pelicanconf.py"):
        write(name, name)
    write("output/tin/bai/index.html")
    write("output/.bang-vang/manifest.json")


CHANGES: dict[str, Callable[[], object]] = {
    "an article": lambda: write("content/tin/bai.md", "đã sửa"),
    "a new article": lambda: write("content/tin/hai.md"),
    "the theme": lambda: write("theme/a.css", "b"),
    "the code": lambda: write("plugins/a.py", "b"),
    "the settings": lambda: write("pelicanconf.py", "b"),
    "a page removed by hand": lambda: Path("output/tin/bai/index.html").unlink(),
    "a file left among the pages": lambda: write("output/tin/bai/la.txt"),
    "the output removed": lambda: shutil.rmtree("output"),
    "no record": RECORD.unlink,
    "a foreign record": lambda: write(str(RECORD), "{}"),
    "a broken record": lambda: write(str(RECORD), '{"arguments": 5'),
}


@pytest.mark.parametrize("what", CHANGES)
def test_any_change_is_seen(what: str) -> None:
    record()
    assert unchanged_now()
    CHANGES[what]()
    assert not unchanged_now()


def test_what_a_shell_changes_is_none_but_the_environment_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record()
    monkeypatch.setenv("SHLVL", "7")
    assert unchanged_now()
    monkeypatch.setenv("SITE_OWNER", "Ban khác")
    assert not unchanged_now()


def test_other_arguments_are_another_build() -> None:
    record()
    assert not unchanged_now("--output", "noi-khac")


def test_a_day_ends_what_was_made_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    moment = float(BUILD_DATE)  # 7:00 in Vietnam
    monkeypatch.setattr(unchanged, "now", lambda: moment)
    record()
    for hours, holds in ((0, True), (16.9, True), (17.1, False)):
        monkeypatch.setattr(unchanged, "now", lambda hours=hours: moment + hours * 3600)
        assert unchanged_now() is holds


def test_an_article_whose_hour_has_come_is_published(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    moment = float(BUILD_DATE)
    monkeypatch.setattr(unchanged, "now", lambda: moment)
    record(due="2026-12-02T09:00:00+07:00")
    for hours, holds in ((1.9, True), (2.1, False)):
        monkeypatch.setattr(unchanged, "now", lambda hours=hours: moment + hours * 3600)
        assert unchanged_now() is holds


def test_files_that_were_written_a_moment_ago_could_be_written_again_unseen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record()
    monkeypatch.setattr(unchanged, "_FINE", LATER * 1000)
    record()
    assert not RECORD.exists()
    assert not unchanged_now()


def test_from_the_command_line(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    for name in ("plugins", "theme", "pelicanconf.py"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, project / name)
    for name, text in {
        "content/don-vi/huyen-thanh-oai.md": UNIT,
        "content/tin/2024/05/bai-mot.md": article(),
    }.items():
        write(str(project / name), text)
    time.sleep(0.2)

    def build(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "plugins.desk.build", *arguments],
            cwd=project,
            env=os.environ,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    assert "1/1 bài đã xuất bản" in build()
    before = files_below(project / "output")
    assert "Không có gì thay đổi" in build()
    assert files_below(project / "output") == before
    assert "1/1 bài đã xuất bản" in build("--anew")
    (project / "output/tin/2024/05/bai-mot/index.html").unlink()
    assert "ghi 1, xóa 0" in build()
    assert files_below(project / "output") == before
