"""Command line: score the extractor on a folder of gold, hold its floors, write the docs page.

python -m tests.gold DIR [--misses] [--raise]
python -m tests.gold --page
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.gold.floors import below, raise_floors, read_floors
from tests.gold.page import PAGE, written
from tests.gold.score import FACTS, LISTS, Score, cases, score


def main() -> int:
    """Print the figures; 1 if one has fallen below its floor, 2 if there is nothing to score."""
    parser = argparse.ArgumentParser(prog="python -m tests.gold", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--misses", action="store_true", help="say each miss")
    parser.add_argument("--raise", action="store_true", dest="rise", help="raise the floors")
    parser.add_argument("--page", action="store_true", help="write the tables of the docs page")
    options = parser.parse_args()
    if options.page:
        PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
        return 0
    if options.folder is None or not any(options.folder.glob("*.json")):
        print(f"{options.folder}: there is no gold (pairs of .txt and .json)", file=sys.stderr)
        return 2
    try:
        result = score(cases(options.folder))
    except (OSError, ValueError, LookupError) as error:
        print(f"{options.folder}: this is no gold ({error})", file=sys.stderr)
        return 2
    print("\n".join(lines(result, misses=options.misses)))
    if options.rise:
        raise_floors(options.folder, result)
    fallen = below(read_floors(options.folder), result)
    print("".join(f"below its floor: {line}\n" for line in fallen), end="", file=sys.stderr)
    return 1 if fallen else 0


def lines(result: Score, *, misses: bool) -> list[str]:
    """The figures as lines for people."""
    told = [
        f"{key:10} {miss}"
        for key in result
        if misses and key != "pair"
        for miss in result[key].misses
    ]
    for key in LISTS:
        tally = result[key]
        told.append(
            f"{key:10} P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}  "
            f"{tally.right} of {tally.right + tally.missed}, {tally.wrong} too many"
        )
    for key in FACTS:
        tally = result[key]
        told.append(f"{key:10} {tally.recall:.3f}  {tally.right} of {tally.right + tally.missed}")
    return told


if __name__ == "__main__":
    raise SystemExit(main())
