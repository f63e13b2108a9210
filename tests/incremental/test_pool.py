from __future__ import annotations

import os
import signal
from collections.abc import Callable

import pytest

from plugins.incremental import pool
from plugins.incremental.pool import share


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
