"""This project beside its peers: the same articles, the same pages, the same machine.

Full builds, rebuilds and serving of a seeded corpus, in turns; medians, ratios, memory, and the
pages of each side counted, so that nobody is fast by doing less.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.corpus import Corpus
from bench.machine import machine
from bench.measuring import MEASURES, Bench
from bench.report import Report
from bench.sides import ROOT, sides

SIZES = (1_000,)
ALL_SIZES = (1_000, 10_000, 50_000)
ROUNDS = 3
SIDES = ("project", "hugo", "pelican", "pelican-cache")
# A process may take so many seconds, and so many more for each article.
LIMIT, LIMIT_EACH = 300, 0.06


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write the report if a folder is given."""
    options = _options(arguments)
    found = sides()
    if "hugo" in options.sides and "hugo" not in found:
        print("Hugo is not installed: make bench does it.", file=sys.stderr)
    chosen = {key: side for key, side in found.items() if key in options.sides}
    report = Report(chosen, machine(), options.rounds)
    (ROOT / ".build").mkdir(exist_ok=True)
    for size in options.sizes:
        with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / ".build") as folder:
            bench = Bench(Corpus(size), chosen, Path(folder), LIMIT + LIMIT_EACH * size)
            report.sizes.append(bench.results)
            for number in range(options.rounds):
                bench.round(options.measures, number)
        if options.into:  # after each size, since the largest takes hours
            report.write(options.into)
    print(report.text())
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.peers", description=__doc__)
    parser.add_argument("--sizes", type=_numbers, default=SIZES, help="articles, by commas")
    parser.add_argument("--all", action="store_const", dest="sizes", const=ALL_SIZES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--sides", type=_words, default=SIDES, help=", ".join(SIDES))
    measures = tuple(MEASURES)
    parser.add_argument("--measures", type=_words, default=measures, help=", ".join(measures))
    parser.add_argument("--into", type=Path, help="folder for peers.md, peers.json and peers.svg")
    options = parser.parse_args(arguments)
    unknown = [*(set(options.sides) - set(SIDES)), *(set(options.measures) - set(measures))]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}")
    return options


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(word.replace("_", "")) for word in _words(text))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


if __name__ == "__main__":
    sys.exit(main())
