"""What was measured, as tables for people, JSON for machines, and a chart."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bench.chart import Bar, Group, chart
from bench.counting import KINDS, SHARED
from bench.measuring import MEASURES, Results
from bench.sides import Side

OURS = "project"
PEERS = ("hugo", "pelican")  # that ratios are given to
BUILDS = ("cold", "nothing", "edit", "title")  # of which more than the time is shown
# Where a peer keeps nothing that could help, its full build is what there is to compare with.
INSTEAD = {"emptied": "cold"}
MEBIBYTE = 2**20
NOTES = (
    "Memory: proportional set summed over the process and all below it, sampled every 50 ms: what "
    "processes share counts once.",
    "Ratios are the project's figure over the peer's; where a peer keeps no store, over its full "
    "build.",
    "The project's first page of a listing holds up to 23 entries, so that older pages never "
    "change; the peers begin a new page after each 12. Hence fewer pages of listings here.",
    "Pelican makes no page or feed for a term without articles, and has a category for what "
    "belongs to no campaign.",
    "Only the project reads award lists and documents, and has the pages and files made of them.",
)
Row = list[str]


@dataclass
class Report:
    """The results of all sizes."""

    sides: Mapping[str, Side]
    machine: Mapping[str, str]
    rounds: int
    sizes: list[Results] = field(default_factory=list)

    def text(self) -> str:
        """Return everything as plain text."""
        parts = [self._head()]
        for results in self.sizes:
            parts += [f"{results.size:,} articles", aligned(self.times(results))]
            parts += [aligned(self.pages(results)), *_stages(results)]
        parts += [aligned(rows) for rows in self.growth()]
        return "\n\n".join((*parts, "\n".join(NOTES))) + "\n"

    def markdown(self) -> str:
        """Return everything as Markdown."""
        parts = ["# Beside its peers", self._head(), "![Seconds of each side](peers.svg)"]
        for results in self.sizes:
            parts += [f"## {results.size:,} articles", piped(self.times(results))]
            parts += [piped(self.pages(results)), *_stages(results)]
        for rows in self.growth():
            parts += ["## Growth", piped(rows)]
        return "\n\n".join((*parts, "\n".join(f"- {note}" for note in NOTES))) + "\n"

    def data(self) -> dict[str, Any]:
        """Return everything as plain values."""
        return {
            "machine": dict(self.machine),
            "releases": {key: side.release for key, side in self.sides.items()},
            "rounds": self.rounds,
            "sizes": [
                {
                    "articles": results.size,
                    "samples": {
                        measure: {
                            key: [asdict(one) for one in results.samples[measure, key]]
                            for key in self.sides
                            if (measure, key) in results.samples
                        }
                        for measure in MEASURES
                    },
                    "pages": {
                        key: {**{kind: found.kinds[kind] for kind in KINDS}, "bytes": found.size}
                        for key, found in results.pages.items()
                    },
                    "stages": results.stages,
                }
                for results in self.sizes
            ],
        }

    def write(self, folder: Path) -> None:
        """Write peers.md, peers.json and peers.svg."""
        folder.mkdir(parents=True, exist_ok=True)
        data = json.dumps(self.data(), ensure_ascii=False, indent=1)
        (folder / "peers.json").write_text(data + "\n", "utf-8")
        (folder / "peers.md").write_text(self.markdown(), "utf-8")
        (folder / "peers.svg").write_text(self.chart(), "utf-8")

    def chart(self) -> str:
        """Return bars for every size and measure."""
        groups = [
            Group(
                f"{results.size:,} articles: {label}"
                + ("; of the others the full build" if measure in INSTEAD else ""),
                tuple(
                    Bar(side.name, seconds)
                    for key, side in self.sides.items()
                    if (seconds := self._seconds(results, measure, key)) is not None
                ),
            )
            for results in self.sizes
            for measure, label in MEASURES.items()
            if any((measure, key) in results.samples for key in self.sides)
        ]
        return chart("Seconds, medians; shorter is faster", groups)

    def _seconds(
        self, results: Results, measure: str, key: str, what: str = "seconds"
    ) -> float | None:
        """Return a figure of a side, that of its full build where it keeps nothing that helps."""
        found = results.median(measure, key, what)
        if found is None and key != OURS and measure in INSTEAD:
            found = results.median(INSTEAD[measure], key, what)
        return found

    def times(self, results: Results) -> list[Row]:
        """Return the table of seconds and memory, with ratios to the peers."""
        peers = [key for key in PEERS if key in self.sides and OURS in self.sides]
        rows = [["", *self._names(), *(f"against {self.sides[key].name}" for key in peers)]]
        for measure, label in MEASURES.items():
            rows.append(self._row(results, label, measure, "seconds", peers))
            if measure in BUILDS and any((measure, key) in results.samples for key in self.sides):
                rows.append(self._row(results, "– processor seconds", measure, "cpu", peers))
                rows.append(self._row(results, "– peak MiB", measure, "peak", peers))
        return rows

    def pages(self, results: Results) -> list[Row]:
        """Return the table of pages; what a peer has more or fewer stands beside its number."""
        ours = results.pages.get(OURS)
        rows = [["written", *self._names()]]
        for kind in KINDS:
            row = [kind]
            for key in self.sides:
                found = results.pages.get(key)
                more = found.kinds[kind] - ours.kinds[kind] if found and ours else 0
                told = f" ({more:+,})" if more and kind in SHARED else ""
                row.append(f"{found.kinds[kind]:,}{told}" if found else "–")
            rows.append(row)
        sizes = (results.pages.get(key) for key in self.sides)
        rows.append(["MiB in all", *(_figure(one and one.size / MEBIBYTE) for one in sizes)])
        return rows

    def growth(self) -> list[list[Row]]:
        """Return the milliseconds that an article takes in a full build, if there are sizes."""
        if len(self.sizes) < 2:
            return []
        rows = [["articles: ms each in a full build", *self._names()]]
        for results in self.sizes:
            found = (results.median("cold", key) for key in self.sides)
            each = (_figure(one and 1000 * one / results.size) for one in found)
            rows.append([f"{results.size:,}", *each])
        return [rows]

    def _row(self, results: Results, label: str, measure: str, what: str, peers: list[str]) -> Row:
        unit = MEBIBYTE if what == "peak" else 1
        found = {key: results.median(measure, key, what) for key in self.sides}
        ours = found.get(OURS)
        ratios = []
        for key in peers:
            theirs = self._seconds(results, measure, key, what)
            ratios.append(f"{ours / theirs:.3f}" if ours and theirs else "–")
        return [label, *(_figure(one / unit if one else one) for one in found.values()), *ratios]

    def _names(self) -> list[str]:
        return [f"{side.name} {side.release}".strip() for side in self.sides.values()]

    def _head(self) -> str:
        told = "; ".join(f"{name}: {value}" for name, value in self.machine.items())
        return f"Medians of {self.rounds} rounds, wall seconds unless said otherwise. {told}."


def aligned(rows: list[Row]) -> str:
    """Return a table in columns: words to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if number else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def piped(rows: list[Row]) -> str:
    """Return a table in Markdown."""
    head, *body = rows
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *body))


def _figure(value: float | None) -> str:
    """Return about three digits: 254, 36.1, 8.34, 0.113."""
    if value is None:
        return "–"
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 1 else 3
    return f"{value:,.{digits}f}"


def _stages(results: Results) -> list[str]:
    whole = sum(results.stages.values())
    if not whole:
        return []
    told = ", ".join(f"{name} {share / whole:.0%}" for name, share in results.stages.items())
    return [f"Stages of the project's full build: {told}."]
