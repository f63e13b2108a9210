from __future__ import annotations

import os
import sys

import pytest

from plugins.incremental.beside import beside


def test_work_is_done_in_another_process() -> None:
    answer = beside(lambda: f"{os.getpid()}")
    assert answer() != f"{os.getpid()}"


def test_what_fails_there_is_done_here() -> None:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            raise ValueError("only here")
        return "done"

    assert beside(work)() == "done"


def test_without_another_process_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert beside(lambda: f"{os.getpid()}")() == f"{os.getpid()}"
