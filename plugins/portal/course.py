"""The course of a build: how far it is, for whoever watches, and how long each step took."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

# A step that takes no longer than this (seconds) is not worth a bar.
_PATIENCE = 1.0


class Course:
    """Steps of a build one after the other; bars are shown on a terminal only."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._steps: dict[str, float] = {}
        self.counts: dict[str, int] = {}

    @property
    def seconds(self) -> float:
        """How long the build has taken so far."""
        return time.monotonic() - self._began

    @contextmanager
    def step(self, name: str, label: str = "", total: int = 0) -> Iterator[Callable[[], None]]:
        """Go one step; who walks it calls the function that is given for each of ``total`` things.

        A step with a ``label`` has a bar.
        """
        began = time.monotonic()
        self.counts[name] = total
        with Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            auto_refresh=False,
            disable=not (label and total and sys.stderr.isatty()),
        ) as bar:
            task = bar.add_task(label, total=total, visible=False)
            shown = 0.0

            def advance() -> None:
                nonlocal shown
                if bar.disable:
                    return
                bar.advance(task)
                now = time.monotonic()
                if now - began > _PATIENCE and now - shown > _PATIENCE / 10:
                    bar.update(task, visible=True, refresh=True)
                    shown = now

            yield advance
        self._steps[name] = self._steps.get(name, 0.0) + time.monotonic() - began

    def save(self, file: Path) -> None:
        """Write how long each step took, in seconds, as JSON, if it can be written."""
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(self._steps), "utf-8")
