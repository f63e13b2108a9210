"""One question asked beside other work, without what a pool of processes needs to be imported."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import Self


class Beside:
    """``work`` begun in a process of its own; call this for its answer, which is not "".

    Where that process fails, and where there can be none, the work is done when it is asked for.
    As a context it lets the process go, asked or not.
    """

    def __init__(self, work: Callable[[], str]) -> None:
        self._work = work
        self._process = 0
        if sys.platform != "linux":
            return
        self._here, there = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            try:
                _let_go_but(there)
                os.write(there, work().encode())
            finally:
                os._exit(0)
        os.close(there)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            self._end()

    def __call__(self) -> str:
        """Wait for the answer."""
        found = self._end() if self._process else ""
        return found or self._work()

    def _end(self) -> str:
        with os.fdopen(self._here, "rb") as stream:
            found = stream.read().decode()
        os.waitpid(self._process, 0)
        self._process = 0
        return found


def _let_go_but(file: int) -> None:
    """Close what was open but one file: a lock must end with the process that took it."""
    os.closerange(3, file)  # not what the program reads and says
    os.closerange(file + 1, os.sysconf("SC_OPEN_MAX"))
