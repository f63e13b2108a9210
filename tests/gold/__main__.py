"""Command line: score the extractor on a folder of gold.

python -m tests.gold DIR [--misses]
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.gold.score import FACTS, LISTS, cases, score


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.gold")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    found = list(cases(options.folder))
    result = score(found)
    if options.misses:
        for key, tally in result.items():
            for line in tally.misses:
                if key != "pair":
                    print(f"{key:10}{line}")
    for key in LISTS:
        tally = result[key]
        print(f"{key:10} P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}  {tally.right}/{tally.right + tally.missed} +{tally.wrong}")
    for key in FACTS:
        tally = result[key]
        print(f"{key:10} {tally.recall:.3f}  {tally.right}/{tally.right + tally.missed}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
