from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.incremental import pool
from plugins.incremental.pool import share
from tests.conftest import ROOT


def multiplier(factor: int) -> Callable[[], Callable[[int], tuple[int, int]]]:
    return lambda: lambda number: (factor * number, os.getpid())


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_processors", lambda: 2)


@pytest.mark.parametrize("count", [0, 1, pool.FEW - 1, pool.FEW, 3 * pool.FEW + 1, 200_000])
def test_every_task_is_done_once(count: int) -> None:
    results = list(share(multiplier(3), range(count)))
    assert len(results) == count
    assert {number: found for number, (found, _) in results} == {n: 3 * n for n in range(count)}


def test_few_tasks_stay_in_this_process() -> None:
    assert {process for _, (_, process) in share(multiplier(1), range(pool.FEW - 1))} == {
        os.getpid()
    }


def test_many_tasks_are_shared() -> None:
    def slowly() -> Callable[[int], int]:
        def work(number: int) -> int:
            sum(range(10_000))
            return os.getpid()

        return work

    processes = {process for _, process in share(slowly, range(20 * pool.FEW))}
    assert os.getpid() in processes
    assert len(processes) == 2


def test_an_error_is_raised_here() -> None:
    def divider() -> Callable[[int], float]:
        return lambda number: 1 / (number - 2 * pool.FEW)

    with pytest.raises(ZeroDivisionError):
        list(share(divider, range(4 * pool.FEW)))


@pytest.mark.parametrize("when", ["at once", "in the middle"])
def test_what_a_process_that_died_left_is_done_here(when: str) -> None:
    parent = os.getpid()

    def make() -> Callable[[int], int]:
        if os.getpid() != parent and when == "at once":
            os.kill(os.getpid(), signal.SIGKILL)

        def work(number: int) -> int:
            if os.getpid() != parent and number > pool.FEW:
                os.kill(os.getpid(), signal.SIGKILL)
            return number

        return work

    results = dict(share(make, range(4 * pool.FEW)))
    assert results == {number: number for number in range(4 * pool.FEW)}


def test_whoever_stops_listening_ends_the_others() -> None:
    results = share(multiplier(1), range(100_000))
    next(results)
    results.close()  # type: ignore[attr-defined]
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


SLOW = """
import os, sys, time
from pathlib import Path
from plugins.incremental import pool

pool._processors = lambda: 2

def make():
    Path(sys.argv[1], str(os.getpid())).touch()
    return lambda task: time.sleep(0.05)

for _ in pool.share(make, range(10_000)):
    pass
"""


def test_helpers_end_with_whoever_started_them(tmp_path: Path) -> None:
    """They hold the lock of the output folder too: no build could follow while one lives."""
    process = subprocess.Popen([sys.executable, "-c", SLOW, str(tmp_path)], cwd=ROOT)
    try:
        until(lambda: len(list(tmp_path.iterdir())) == 2)
    finally:
        process.kill()
        process.wait()
    helpers = {int(file.name) for file in tmp_path.iterdir()} - {process.pid}
    assert len(helpers) == 1
    until(lambda: not any(Path(f"/proc/{helper}").exists() for helper in helpers))


def until(holds: Callable[[], bool]) -> None:
    for _ in range(600):
        if holds():
            return
        time.sleep(0.05)
    pytest.fail("it did not come to hold")
