"""Work spread over the processors, in the order of the tasks."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

# Fewer tasks are done sooner than a second process is started.
FEW = 64
_CHUNK = 16

_work: Callable[[Any], Any] | None = None


def spread(
    make: Callable[..., Callable[[Task], Result]],
    arguments: tuple[Any, ...],
    tasks: Sequence[Task],
) -> Iterator[Result]:
    """Give ``make(*arguments)(task)`` for each task, in their order.

    Every process makes its own worker once. Tasks, arguments and results must be picklable.
    """
    workers = min(_processors(), len(tasks) // (FEW // 2))
    if len(tasks) < FEW or workers < 2:  # noqa: PLR2004
        work = make(*arguments)
        yield from map(work, tasks)
        return
    with ProcessPoolExecutor(workers, _context(), _begin, (make, arguments)) as pool:
        yield from pool.map(_do, tasks, chunksize=_CHUNK)


def _begin(make: Callable[..., Callable[[Any], Any]], arguments: tuple[Any, ...]) -> None:
    global _work  # noqa: PLW0603 - a process of the pool has one worker
    _work = make(*arguments)


def _do(task: Any) -> Any:
    assert _work is not None  # noqa: S101
    return _work(task)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _context() -> multiprocessing.context.BaseContext:
    """A forked process has everything imported; elsewhere forking is unsafe or unknown."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
