from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.portal import course as courses
from plugins.portal.course import Course
from tests.conftest import ROOT

WALK = """
from plugins.portal import course
course._PATIENCE = 0.0
with course.Course().step("read", "Đọc bài", 3) as advance:
    for _ in range(3):
        advance()
print("xong")
"""


def test_every_step_is_told_with_its_time(tmp_path: Path) -> None:
    course = Course()
    with course.step("read", "Đọc bài", 2) as advance:
        advance()
    with course.step("plan"):
        pass
    with course.step("read"):
        pass
    course.save(tmp_path / "noi" / "thoi-gian.json")
    told = json.loads((tmp_path / "noi" / "thoi-gian.json").read_text("utf-8"))
    assert list(told) == ["read", "plan"]
    assert 0 <= sum(told.values()) <= course.seconds


def test_times_that_cannot_be_written_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "tep").touch()
    Course().save(tmp_path / "tep/thoi-gian.json")
    assert (tmp_path / "tep").is_file()


def test_nothing_is_shown_where_nobody_watches(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(courses, "_PATIENCE", 0.0)
    with Course().step("read", "Đọc bài", 3) as advance:
        advance()
    assert capsys.readouterr() == ("", "")


def test_a_terminal_shows_how_far_it_is() -> None:
    here, there = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-c", WALK],
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
        stdout=subprocess.PIPE,
        stderr=there,
        check=True,
    )
    shown = os.read(here, 10_000).decode()
    os.close(here)
    os.close(there)
    assert done.stdout == b"xong\n"
    assert "Đọc bài" in shown
    assert "3/3" in shown
