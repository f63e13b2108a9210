from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from plugins.incremental import pool
from plugins.incremental.pool import spread


def multiplier(factor: int) -> Callable[[int], tuple[int, int]]:
    return lambda number: (factor * number, os.getpid())


def divider(number: int) -> Callable[[int], float]:
    return lambda other: number / other


@pytest.mark.parametrize("count", [0, 1, pool.FEW - 1, pool.FEW, 3 * pool.FEW])
def test_results_come_in_the_order_of_the_tasks(count: int) -> None:
    results = list(spread(multiplier, (3,), range(count)))
    assert [number for number, _ in results] == [3 * number for number in range(count)]


def test_few_tasks_stay_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_processors", lambda: 2)
    here = {process for _, process in spread(multiplier, (1,), range(pool.FEW - 1))}
    assert here == {os.getpid()}
    there = {process for _, process in spread(multiplier, (1,), range(4 * pool.FEW))}
    assert os.getpid() not in there


def test_an_error_of_a_worker_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(spread(divider, (1,), range(-pool.FEW, pool.FEW)))
