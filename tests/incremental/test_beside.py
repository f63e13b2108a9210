from __future__ import annotations

import fcntl
import os
import sys
import time
from pathlib import Path

import pytest

from plugins.incremental.beside import Beside


def test_work_is_done_in_another_process() -> None:
    answer = Beside(lambda: f"{os.getpid()}")
    assert answer() != f"{os.getpid()}"


def test_what_fails_there_is_done_here() -> None:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            raise ValueError("only here")
        return "done"

    assert Beside(work)() == "done"


def test_without_another_process_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert Beside(lambda: f"{os.getpid()}")() == f"{os.getpid()}"


def test_a_process_that_nobody_asks_is_let_go() -> None:
    with Beside(lambda: f"{time.sleep(600)}"):
        pass
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_lock_ends_with_who_took_it(tmp_path: Path) -> None:
    def locked() -> int:
        file = os.open(tmp_path / "khoa", os.O_CREAT | os.O_RDWR)
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return file

    def work() -> str:
        (tmp_path / "began").touch()
        return f"{time.sleep(600)}"

    first = locked()
    with Beside(work):
        while not (tmp_path / "began").exists():
            time.sleep(0.01)
        os.close(first)
        os.close(locked())
