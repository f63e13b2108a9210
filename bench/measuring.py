"""Measure builds of one corpus by all sides, in turns, so that a slow moment hits all alike."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import socket
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.corpus import Corpus
from bench.counting import Count, count
from bench.processes import FailedError, Sample, run, running
from bench.sides import OUTPUT, Side

EDITS = 3  # that one server is shown
POLL = 0.02
REST = 1.5  # seconds between the edits that a server is shown
# What is measured, in this order: the state that one leaves is where the next begins.
MEASURES = {
    "cold": "full build, nothing kept",
    "nothing": "nothing changed",
    "edit": "one article edited",
    "title": "one article's title edited",
    "emptied": "output emptied, store kept",
    "serve": "serving: from saving to the new page",
}
# Where a build may leave the seconds of its stages.
STAGES = ".build/thoi-gian.json"


@dataclass
class Results:
    """Samples by measure and side, the pages of each side, stages of the project's full build."""

    size: int
    samples: defaultdict[tuple[str, str], list[Sample]] = field(
        default_factory=lambda: defaultdict(list)
    )
    pages: dict[str, Count] = field(default_factory=dict)
    stages: dict[str, float] = field(default_factory=dict)

    def median(self, measure: str, side: str, what: str = "seconds") -> float | None:
        """Return the median of one figure of the samples, if there are any."""
        found = [float(getattr(one, what)) for one in self.samples.get((measure, side), ())]
        return statistics.median(found) if found else None


class Bench:
    """All sides with the same corpus, each in its own folder below ``folder``."""

    def __init__(
        self, corpus: Corpus, sides: Mapping[str, Side], folder: Path, limit: float
    ) -> None:
        self._corpus = corpus
        self._sides = sides
        self._folder = folder
        self._limit = limit
        # In the middle, where a change is far from every first page; without awards.
        self._piece = corpus.piece(corpus.size // 2 + 1)
        self._edits = 0
        self._discarded = 0
        self.results = Results(corpus.size)
        for key, side in sides.items():
            side.prepare(corpus, folder / key)

    def round(self, measures: tuple[str, ...], number: int = 0) -> None:
        """Measure each thing once for each side; every other round in the other order."""
        order = list(self._sides)
        if number % 2:
            order.reverse()
        for measure in measures:
            work: Callable[[str], None] = getattr(self, f"_{measure}")
            for key in order:
                try:
                    work(key)
                except FailedError as error:
                    print(f"{self._sides[key].name}, {MEASURES[measure]}: {error}", file=sys.stderr)
        shutil.rmtree(self._folder / "discarded", ignore_errors=True)
        os.sync()  # that the next round does not pay for the deleting

    def _cold(self, key: str) -> None:
        self._discard(key, OUTPUT)
        self._discard(key, self._sides[key].store)
        self._build(key, "cold")
        if key not in self.results.pages:
            self.results.pages[key] = count(self._folder / key / OUTPUT)
        stages = self._folder / key / STAGES
        if stages.is_file():
            self.results.stages = json.loads(stages.read_text("utf-8"))

    def _nothing(self, key: str) -> None:
        self._build(key, "nothing")

    def _edit(self, key: str) -> None:
        self._edited(key, "edit", self._change(key))

    def _title(self, key: str) -> None:
        self._edited(key, "title", self._retitle(key))

    def _edited(self, key: str, measure: str, words: str) -> None:
        self._build(key, measure)
        page = self._folder / key / OUTPUT / self._piece.folder / self._piece.slug / "index.html"
        if words not in page.read_text("utf-8"):
            raise FailedError("the page does not show the edit")

    def _emptied(self, key: str) -> None:
        if self._sides[key].store:
            self._discard(key, OUTPUT)
            self._build(key, "emptied")

    def _serve(self, key: str) -> None:
        side = self._sides[key]
        if not side.server:
            return
        port = _free_port()
        with running(side.serve(self._folder / key, port)) as process:
            page = _Page(port, f"/{self._piece.folder}/{self._piece.slug}/")
            page.wait_for(self._piece.title, self._limit, lambda: process.poll() is None)
            for _ in range(EDITS):
                time.sleep(REST)
                words = self._change(key)
                started = time.perf_counter()
                page.wait_for(words, self._limit, lambda: process.poll() is None)
                self._keep("serve", key, Sample(time.perf_counter() - started))

    def _build(self, key: str, measure: str) -> None:
        work = self._folder / key
        sample = run(self._sides[key].build(work), self._limit)
        articles = count(work / OUTPUT).kinds["articles"]
        if articles != self._corpus.size:
            raise FailedError(f"{articles} articles published, not {self._corpus.size}")
        self._keep(measure, key, sample)

    def _keep(self, measure: str, key: str, sample: Sample) -> None:
        self.results.samples[measure, key].append(sample)
        print(
            f"  {self._corpus.size:>6}  {self._sides[key].name:20} {MEASURES[measure]:36} "
            f"{sample.seconds:8.2f} s",
            file=sys.stderr,
        )

    def _change(self, key: str) -> str:
        """Edit the end of the article; return the words that its page will show."""
        self._edits += 1
        words = f"Bản sửa thứ {self._edits} của bài."
        path = self._source(key)
        text, _, _ = path.read_text("utf-8").partition("\n\nBản sửa thứ ")
        path.write_text(f"{text.rstrip()}\n\n{words}\n", "utf-8")
        return words

    def _retitle(self, key: str) -> str:
        """Edit the article's title, which lists and feeds show too; return it as it is then."""
        self._edits += 1
        title = f"{self._piece.title} ({self._edits})"
        path = self._source(key)
        old = rf"{re.escape(self._piece.title)}(?: \(\d+\))?"
        path.write_text(re.sub(old, title, path.read_text("utf-8"), count=1), "utf-8")
        return title

    def _source(self, key: str) -> Path:
        return self._folder / key / "content" / self._piece.folder / f"{self._piece.slug}.md"

    def _discard(self, key: str, name: str | None) -> None:
        """Put something away; it is deleted when nobody measures."""
        path = self._folder / key / (name or "")
        if name and path.exists():
            self._discarded += 1
            target = self._folder / "discarded" / str(self._discarded)
            target.parent.mkdir(exist_ok=True)
            path.rename(target)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of a local server."""

    port: int
    path: str

    def wait_for(self, words: str, limit: float, alive: Callable[[], bool]) -> None:
        """Ask for the page until it shows ``words``."""
        deadline = time.perf_counter() + limit
        while words not in self._text():
            if not alive():
                raise FailedError("the server ended")
            if time.perf_counter() > deadline:
                raise FailedError(f"the page did not come within {limit:.0f} s")
            time.sleep(POLL)

    def _text(self) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", self.path)
            return connection.getresponse().read().decode(errors="replace")
        except (OSError, http.client.HTTPException):
            return ""
        finally:
            connection.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
