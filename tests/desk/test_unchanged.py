"""A build that would change nothing is seen at once; whatever could change something is built."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.desk import unchanged
from plugins.incremental.snapshot import folder_times
from tests.conftest import BUILD_DATE, ROOT, UNIT, article, files_below

LATER = 10.0  # seconds; as if the files had not been written just now
RECORD = unchanged.RECORD


def write(name: str, text: str = "") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8")


def record(*due: float) -> None:
    roots = ["content", "theme"]
    recorder = unchanged.Recorder(["--x"], roots, unchanged.look_at(roots), time.time())
    left = folder_times(["output", "output/tin/bai", "output/.bang-vang"])
    recorder.done(left, due, {"output": "output"})


def difference(*arguments: str) -> str:
    known = unchanged.read_record()
    if known is None:
        return "no record"
    look = unchanged.look_at(known.roots)
    return unchanged.difference(known, arguments or ("--x",), look, unchanged.output_of(known))


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


CHANGES: dict[str, tuple[Callable[[], object], str]] = {
    "an article": (lambda: write("content/tin/bai.md", "đã sửa"), "articles"),
    "a new article": (lambda: write("content/tin/hai.md"), "articles"),
    "a unit": (lambda: write("content/don-vi/xa.md"), "more"),
    "the theme": (lambda: write("theme/a.css", "b"), "more"),
    "the code": (lambda: write("plugins/a.py", "b"), "more"),
    "the settings": (lambda: write("pelicanconf.py", "b"), "more"),
    "a page removed by hand": (lambda: Path("output/tin/bai/index.html").unlink(), "more"),
    "a file left among the pages": (lambda: write("output/tin/bai/la.txt"), "more"),
    "the output removed": (lambda: shutil.rmtree("output"), "output"),
    "the pages removed": (lambda: shutil.rmtree("output/tin"), "output"),
    "the output and an article removed": (
        lambda: (shutil.rmtree("output"), Path("content/tin/bai.md").unlink()),
        "more",
    ),
    "no record": (RECORD.unlink, "no record"),
    "a foreign record": (lambda: write(str(RECORD), "{}"), "no record"),
    "a broken record": (lambda: write(str(RECORD), '{"arguments": 5'), "no record"),
    "a damaged record": (
        lambda: write(str(RECORD), RECORD.read_text("utf-8").replace("--x", "--y")),
        "no record",
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_any_change_is_seen(what: str) -> None:
    record()
    assert difference() == "nothing"
    change, seen = CHANGES[what]
    change()
    assert difference() == seen


def test_what_a_shell_changes_is_none_but_the_environment_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record()
    monkeypatch.setenv("SHLVL", "7")
    assert difference() == "nothing"
    monkeypatch.setenv("SITE_OWNER", "Ban khác")
    assert difference() == "more"


def test_other_arguments_are_another_build() -> None:
    record()
    assert difference("--output", "noi-khac") == "more"


def test_a_day_ends_what_was_made_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    moment = float(BUILD_DATE)  # 7:00 in Vietnam
    monkeypatch.setattr(unchanged, "now", lambda: moment)
    record()
    for hours, holds in ((0, True), (16.9, True), (17.1, False)):
        monkeypatch.setattr(unchanged, "now", lambda hours=hours: moment + hours * 3600)
        assert (difference() == "nothing") is holds


def test_an_article_whose_hour_has_come_is_published(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    moment = float(BUILD_DATE)
    monkeypatch.setattr(unchanged, "now", lambda: moment)
    record(moment + 2 * 3600)
    for hours, holds in ((1.9, True), (2.1, False)):
        monkeypatch.setattr(unchanged, "now", lambda hours=hours: moment + hours * 3600)
        assert (difference() == "nothing") is holds


def test_files_that_were_written_a_moment_ago_could_be_written_again_unseen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record()
    monkeypatch.setattr(unchanged, "_FINE", LATER * 1000)
    record()
    assert not RECORD.exists()


def test_a_record_that_cannot_be_written_is_none() -> None:
    record()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        record()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert difference() == "no record"
    record()
    assert difference() == "nothing"


class Project:
    """A copy of the whole project with two articles, built from the command line."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        for name in ("plugins", "theme", "pelicanconf.py"):
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
            copy(ROOT / name, folder / name)
        write(str(folder / "content/don-vi/huyen-thanh-oai.md"), UNIT)
        self.write("mot", "Bài có một đoạn.")
        self.write("hai", "Bài hai có một đoạn.")
        time.sleep(0.2)

    def write(self, name: str, body: str) -> None:
        text = article(body, id=name, title=f"Bài {name}")
        write(str(self.folder / f"content/tin/2024/05/{name}.md"), text)

    def build(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "plugins.desk.build", *arguments],
            cwd=self.folder,
            env=os.environ,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def files(self, below: str = "") -> dict[str, bytes]:
        return files_below(self.folder / "output" / below)


def test_from_the_command_line(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    assert "2/2 bài đã xuất bản" in project.build()
    before = project.files()
    assert "Không có gì thay đổi" in project.build()
    assert project.files() == before
    assert "2/2 bài đã xuất bản" in project.build("--anew")
    (project.folder / "output/tin/2024/05/mot/index.html").unlink()
    assert "dựng 1 tệp, ghi 1, xóa 0" in project.build()
    assert project.files() == before


@pytest.mark.parametrize(
    "file", ["plugins/vocabulary/data/cues.toml", "plugins/portal/generator.py"]
)
def test_code_or_word_lists_that_are_broken(tmp_path: Path, file: str) -> None:
    project = Project(tmp_path / "project")
    with (project.folder / file).open("a", encoding="utf-8") as stream:
        stream.write("\n[[row\n")
    done = subprocess.run(
        [sys.executable, "-m", "plugins.desk.build"],
        cwd=project.folder,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("Chưa dựng được trang: mã hoặc bảng từ trong plugins/ có lỗi")
    assert "Traceback" not in done.stderr
    assert not (project.folder / "output").exists()


def test_settings_that_change_within_one_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    project = Project(tmp_path / "project")
    settings = project.folder / "pelicanconf.py"
    state = settings.stat()
    project.build()
    assert "Bảng Vàng" in project.files()["index.html"].decode()
    settings.write_text(settings.read_text("utf-8").replace("Bảng Vàng", "Bảng Bạc"), "utf-8")
    padding = state.st_size - settings.stat().st_size
    settings.write_text(settings.read_text("utf-8") + "#" * padding, "utf-8")
    os.utime(settings, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert settings.stat().st_size == state.st_size
    project.build()
    assert "Bảng Bạc" in project.files()["index.html"].decode()


def test_a_build_that_failed_is_no_record(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    project.build()
    ledger = (project.folder / ".build/so-cai.json").read_text("utf-8")
    stray = project.folder / "content/tin/bai.md"
    write(str(stray), article())
    with pytest.raises(subprocess.CalledProcessError):
        project.build()
    stray.unlink()
    project.build()
    assert (project.folder / ".build/so-cai.json").read_text("utf-8") == ledger


def test_an_edit_of_words_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEARCH", "0")
    project = Project(tmp_path / "project")
    project.build()
    project.write("mot", "Bài có hai đoạn.\n\nĐây là đoạn thứ hai.")
    assert "Chỉ lời văn của bài thay đổi: ghi 3 tệp" in project.build()
    assert "Không có gì thay đổi" in project.build()
    found = project.files()
    shutil.rmtree(project.folder / ".build")
    project.build("--anew")
    assert project.files() == found


def test_an_output_that_was_emptied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEARCH", "1")
    project = Project(tmp_path / "project")
    project.build()
    before = project.files()
    shutil.rmtree(project.folder / "output")
    # All but the manifest, which is no file of the site.
    told = f"Thư mục kết quả trống: đặt lại {len(before) - 1} tệp của lần dựng trước"
    assert told in project.build()
    assert project.files() == before
    assert "Không có gì thay đổi" in project.build()
    shutil.rmtree(project.folder / "output")
    (project.folder / ".build/kho.sqlite").unlink()
    assert "2/2 bài đã xuất bản" in project.build()
    assert project.files() == before


def test_the_index_of_the_search_may_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEARCH", "1")
    project = Project(tmp_path / "project")
    project.build()
    before = project.files("tim-kiem/chi-muc")
    assert before
    for words in ("đã sửa", "lại sửa nữa"):
        project.write("mot", f"Bài có một đoạn, {words}.")
        assert "Chỉ lời văn của bài thay đổi" in project.build("--keep-index")
        assert project.files("tim-kiem/chi-muc") == before
    assert "Không có gì thay đổi" in project.build("--keep-index")
    assert "2/2 bài đã xuất bản" in project.build()
    after = project.files("tim-kiem/chi-muc")
    assert after != before
    assert "Không có gì thay đổi" in project.build()
    # A new article and its page come at once, and what finds it comes later.
    project.write("ba", "Bài ba.")
    assert "3/3 bài đã xuất bản" in project.build("--keep-index")
    assert project.files("tim-kiem/chi-muc") == after
    assert "đọc 0 bài" in project.build()
    found = project.files()
    shutil.rmtree(project.folder / ".build")
    project.build("--anew")
    assert project.files() == found
