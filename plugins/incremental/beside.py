"""One question asked beside other work, without what a pool of processes needs to be imported."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable


def beside(work: Callable[[], str]) -> Callable[[], str]:
    """Begin ``work`` in a process of its own; return what waits for its answer, which is not "".

    Where that process fails, and where there can be none, the work is done when it is asked for.
    """
    if sys.platform != "linux":
        return work
    here, there = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.write(there, work().encode())
        finally:
            os._exit(0)
    os.close(there)

    def answer() -> str:
        with os.fdopen(here, "rb") as stream:
            found = stream.read().decode()
        os.waitpid(process, 0)
        return found or work()

    return answer
