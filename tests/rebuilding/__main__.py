"""Go on with random sequences for some time: ``make soak``."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence as Arguments
from pathlib import Path
from random import SystemRandom

from tests.rebuilding.builds import Builder
from tests.rebuilding.proof import DifferenceError, Plan, Sequence

EDITS = 60
_MANY = 80  # articles; so many are read on all processors


def plan_of(seed: int, edits: int = EDITS) -> Plan:
    """Return the plan of a seed: most sites are small, some have a search or many articles."""
    if seed % 20 == 7:
        return Plan(seed, edits // 3, articles=_MANY)
    return Plan(seed, edits, articles=4 + seed % 9, search=seed % 12 == 0)


def run(plan: Plan, room: Path) -> bool:
    """Run one sequence, say how it went, and return whether all was the same."""
    began = time.monotonic()
    seed, alone = plan.seed % 1000, plan.articles < _MANY and plan.seed % 4 > 0
    builders = Builder(seed, alone=alone), Builder(seed + 1, alone=alone)
    sequence = Sequence(room, plan, builders)
    told = ""
    try:
        sequence.run()
    except DifferenceError as error:
        told = str(error)
    finally:
        for builder in builders:
            builder.close()
    count, seconds = sequence.count, time.monotonic() - began
    print(
        f"seed {plan.seed}: {count.edits} edits, {count.rebuilds} rebuilds "
        f"({count.refused} refused, {count.hindered} cut short), {count.comparisons} compared, "
        f"{seconds:.0f} s; processor: rebuilds {count.rebuilding:.1f} s, clean {count.clean:.1f} s",
        flush=True,
    )
    if told:
        print("\n".join(("", *sequence.edits, "", told, "")))
        print(f"rebuilt: {sequence.folder}\nclean: {sequence.twin}")
        print(f"once more: make soak SEED={plan.seed}")
    return not told


def main(arguments: Arguments[str] | None = None) -> int:
    """Run sequences. Returns 1 at the first difference."""
    parser = argparse.ArgumentParser(description="Rebuilds against clean builds, byte for byte.")
    parser.add_argument("--minutes", type=float, default=60, help="how long (60)")
    parser.add_argument("--seed", type=int, help="run the sequence of this seed only")
    parser.add_argument("--edits", type=int, default=EDITS, help=f"edits in a sequence ({EDITS})")
    options = parser.parse_args(arguments)
    limit = time.monotonic() + options.minutes * 60
    seed = options.seed if options.seed is not None else SystemRandom().randrange(10**6)
    while True:
        room = Path(tempfile.mkdtemp(prefix=f"soak-{seed}-"))
        if not run(plan_of(seed, options.edits), room / "r"):
            return 1
        shutil.rmtree(room)
        if options.seed is not None or time.monotonic() > limit:
            return 0
        seed += 1


if __name__ == "__main__":
    sys.exit(main())
