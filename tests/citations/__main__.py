"""Command line: score the finder of citations, hold its floors, write the docs page.

python -m tests.citations [dev|eval] [--misses] [--raise]
python -m tests.citations --page
"""

from __future__ import annotations

import argparse
import sys

from tests.citations.floors import below, raise_floors
from tests.citations.page import PAGE, written
from tests.citations.score import BATCHES, cases, figures, score


def main() -> int:
    """Print the figures; 1 if one has fallen below its floor."""
    parser = argparse.ArgumentParser(prog="python -m tests.citations", description=__doc__)
    parser.add_argument("batch", choices=BATCHES, nargs="?", default="dev")
    parser.add_argument("--misses", action="store_true", help="say each miss")
    parser.add_argument("--raise", action="store_true", dest="rise", help="raise the floors")
    parser.add_argument("--page", action="store_true", help="write the table of the docs page")
    options = parser.parse_args()
    if options.page:
        PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
        return 0
    result = score(cases(options.batch))
    for tally in result.values():
        print("".join(f"{miss}\n" for miss in tally.misses if options.misses), end="")
    for name, value in figures(result).items():
        print(f"{name:20} {value:.3f}")
    if options.rise:
        raise_floors(options.batch, result)
    fallen = below(options.batch, result)
    print("".join(f"below its floor: {line}\n" for line in fallen), end="", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    raise SystemExit(main())
