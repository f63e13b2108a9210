"""Run a process and see what it takes: wall and processor seconds, memory of its whole tree.

Memory is the proportional set (PSS), summed over the process and all below it, sampled every 50 ms,
of large processes more seldom, from ``/proc``: a page that several processes share is counted once.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.05
# Looking at the memory of a large process takes milliseconds of its time: at most one in fifty.
_REST = 50
# Python keeps what it compiled, as it does wherever nobody forbids it.
_ENVIRONMENT = {name: os.environ[name] for name in os.environ if name != "PYTHONDONTWRITEBYTECODE"}
_TAIL = 2000


class FailedError(Exception):
    """A process failed, took too long, or did not do what was asked."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What one run took; ``peak`` in bytes, 0 where it was not measured."""

    seconds: float
    cpu: float = 0.0
    peak: int = 0


@dataclass(frozen=True, slots=True)
class Command:
    """What to run, where, with what beside the environment of this process."""

    arguments: Sequence[str]
    folder: Path
    environment: Mapping[str, str]


def run(command: Command, limit: float) -> Sample:
    """Run to the end.

    Raises:
        FailedError: the process failed, or was ended because it took longer than ``limit`` seconds.
    """
    with tempfile.TemporaryFile() as log:
        started = time.perf_counter()
        process = _start(command, log.fileno())
        watch = _Watch(process.pid, started + limit)
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:  # as when a person interrupts: nothing is left running
            _end(process.pid)
            raise
        finally:
            seconds = time.perf_counter() - started
            watch.end()
        process.returncode = os.waitstatus_to_exitcode(status)
        if watch.late or process.returncode:
            why = f"over {limit:.0f} s" if watch.late else f"exit code {process.returncode}"
            log.seek(0)
            said = log.read().decode(errors="replace")[-_TAIL:]
            raise FailedError(f"{' '.join(command.arguments)}: {why}\n{said}")
    return Sample(seconds, usage.ru_utime + usage.ru_stime, watch.peak)


@contextmanager
def running(command: Command) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server, and what it starts, for as long as the context lasts."""
    process = _start(command, subprocess.DEVNULL)
    try:
        yield process
    finally:
        _end(process.pid)
        process.wait()


def _start(command: Command, log: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command.arguments,
        cwd=command.folder,
        env=_ENVIRONMENT | command.environment,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT if log != subprocess.DEVNULL else subprocess.DEVNULL,
        start_new_session=True,
    )


def _end(pid: int) -> None:
    """End a process that we started and those of its own session, and no other."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


class _Watch:
    """Samples the memory of a process and ends it at its deadline."""

    def __init__(self, pid: int, deadline: float) -> None:
        self.peak = 0
        self.late = False
        self._pid = pid
        self._deadline = deadline
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """The process is over."""
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.is_set():
            began = time.perf_counter()
            self.peak = max(self.peak, memory(self._pid))
            took = time.perf_counter() - began
            if time.perf_counter() > self._deadline:
                self.late = True
                _end(self._pid)
                return
            self._over.wait(max(INTERVAL, took * _REST))


def memory(pid: int) -> int:
    """Return the bytes in memory of a process and of all below it, what they share counted once."""
    found, waiting = 0, [str(pid)]
    while waiting:
        process = Path("/proc", waiting.pop())
        try:
            for line in (process / "smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    found += int(line.split()[1]) * 1024
            for thread in (process / "task").iterdir():
                waiting += (thread / "children").read_text().split()
        except OSError:  # it has just ended
            continue
    return found
