"""Work shared by all processors: whoever is free takes the next few tasks."""

from __future__ import annotations

import ctypes
import fcntl
import gc
import multiprocessing
import os
import signal
import sys
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
Make = Callable[[], Callable[[Any], Any]]

# Fewer tasks are done sooner than a second process is started.
FEW = 64
_CHUNK = 8
_MOST_CHUNKS = 16_000  # a pipe holds as many numbers of four bytes
_DIE_WITH_PARENT = 1  # prctl(2)
_PIPE = 1 << 20  # bytes; a helper whose pipe is full stands still until this process reads it


def share(
    make: Callable[[], Callable[[Task], Result]], tasks: Sequence[Task], few: int = FEW
) -> Iterator[tuple[int, Result]]:
    """Give each task's number with its result, ``make()(task)``, as they come.

    This process works too; every process makes its own worker once. Forked processes see all that
    this one has, only results travel and must be picklable. What another process could not do is
    done here again, so that a fault is raised where it can be explained.
    """
    if len(tasks) < few or _processors() < 2 or sys.platform != "linux":  # noqa: PLR2004
        work = make()
        yield from ((number, work(task)) for number, task in enumerate(tasks))
        return
    left = set(range(len(tasks)))
    chunks = _Chunks(len(tasks))
    helpers = [_start(make, tasks, chunks) for _ in range(_processors() - 1)]
    try:
        work = make()
        while chunk := chunks.take():
            for number in chunk:
                yield number, work(tasks[number])
                left.discard(number)
            for _, connection in helpers:
                while connection.poll():
                    found = _received(connection)
                    if not found:
                        break
                    yield from found
                    left.difference_update(number for number, _ in found)
        for _, connection in helpers:
            while found := _received(connection):
                yield from found
                left.difference_update(number for number, _ in found)
        for number in sorted(left):
            yield number, work(tasks[number])
    finally:
        chunks.close()
        for process, connection in helpers:
            connection.close()
            process.terminate()
            process.join()


class _Chunks:
    """Which tasks nobody has taken yet: numbers in a pipe, so that no process can hold a lock."""

    def __init__(self, tasks: int) -> None:
        self._tasks = tasks
        self._size = max(_CHUNK, -(-tasks // _MOST_CHUNKS))
        self._numbers, end = os.pipe()
        os.write(end, array("I", range(-(-tasks // self._size))).tobytes())
        os.close(end)

    def take(self) -> range:
        """Take the next tasks; none are left if it is empty."""
        told = os.read(self._numbers, array("I").itemsize)
        start = array("I", told)[0] * self._size if told else self._tasks
        return range(start, min(start + self._size, self._tasks))

    def close(self) -> None:
        """Let the pipe go."""
        os.close(self._numbers)


def _start(make: Make, tasks: Sequence[Any], chunks: _Chunks) -> tuple[BaseProcess, Connection]:
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    with suppress(OSError, AttributeError):  # refused to who has many pipes; Linux only
        fcntl.fcntl(there.fileno(), fcntl.F_SETPIPE_SZ, _PIPE)
    process = context.Process(target=_help, args=(os.getpid(), make, tasks, chunks, there))
    process.start()
    there.close()
    return process, here


def _help(
    parent: int, make: Make, tasks: Sequence[Any], chunks: _Chunks, connection: Connection
) -> None:
    """Work in a process of its own, which ends without a word when it cannot go on."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        return
    gc.freeze()  # what this process was born with is no litter
    with suppress(Exception), connection:
        work = make()
        while chunk := chunks.take():
            found = []
            for number in chunk:
                with suppress(Exception):
                    found.append((number, work(tasks[number])))
            if found:
                connection.send(found)


def _received(connection: Connection) -> list[tuple[int, Any]]:
    """Return what a helper has sent next; nothing once it has ended."""
    try:
        found: list[tuple[int, Any]] = connection.recv()
    except (EOFError, OSError):
        return []
    return found


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
