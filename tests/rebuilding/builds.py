"""Ask a server for builds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SERVER = Path(__file__).with_name("server.py")
BUILD, HEAL = "plugins.desk.build", "plugins.desk.heal"


@dataclass(frozen=True, slots=True)
class Order:
    """A build to be made in ``folder``; ``code`` is a name for the state of the code there.

    ``kill`` says when to kill it ("changes": at its n-th change of a file, or "seconds");
    ``file_size`` is the size that no file may exceed, as on a full disk.
    """

    folder: Path
    code: str
    environment: Mapping[str, str]
    module: str = BUILD
    arguments: Sequence[str] = ()
    kill: Mapping[str, float] = field(default_factory=dict)
    file_size: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended, the processor seconds that it took, and what it printed."""

    code: int
    processor: float
    printed: str
    complained: str


class Builder:
    """A process that builds, one build after the other."""

    def __init__(self, seed: int, *, alone: bool = False) -> None:
        """Start it; no order of a set or of a hash may matter, so ``seed`` decides them.

        A builder that is ``alone`` has one processor, on which builds of small sites cost least.
        """
        self._seed = seed
        self._process = subprocess.Popen(
            [sys.executable, str(SERVER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={"PYTHONHASHSEED": str(seed), "PYTHONUTF8": "1"},
        )

        if alone and sys.platform == "linux":
            processors = sorted(os.sched_getaffinity(0))
            os.sched_setaffinity(self._process.pid, {processors[seed % len(processors)]})

    def begin(self, order: Order) -> Path:
        """Begin a build; return the beginning of the names of its logs."""
        log = order.folder.parent / f"{order.folder.name}-{self._seed}.log"
        asked: dict[str, Any] = {
            "folder": str(order.folder),
            "code": f"{order.folder} {order.code}",
            "environment": dict(order.environment),
            "module": order.module,
            "arguments": list(order.arguments),
            "log": str(log),
            "kill": dict(order.kill),
        }
        if order.file_size is not None:
            asked["file_size"] = order.file_size
        assert self._process.stdin
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return log

    def end(self, log: Path) -> Outcome:
        """Wait for the build to end."""
        assert self._process.stdout
        answer = json.loads(self._process.stdout.readline())
        printed, complained = (
            log.with_name(log.name + ending).read_text("utf-8", "replace")
            for ending in (".out", ".err")
        )
        return Outcome(answer["code"], answer["processor"], printed, complained)

    def build(self, order: Order) -> Outcome:
        """Build, and wait for it."""
        return self.end(self.begin(order))

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()
