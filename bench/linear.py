"""Is the time of a build linear in the number of articles? Prints medians and ratios."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.corpus import write_corpus

SIZES = (500, 1000, 2000)
RUNS = 3


def build_seconds(content: Path, output: Path) -> float:
    """Return the wall seconds of one build in a process of its own."""
    command = [sys.executable, "-m", "plugins.desk.build"]
    command += ["--content", str(content), "--output", str(output)]
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Measure every size a few times, in turns, so that a slow moment hits all alike."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in SIZES:
            write_corpus(folder / str(size), size)
        seconds: dict[int, list[float]] = {size: [] for size in SIZES}
        for _ in range(RUNS):
            for size in SIZES:
                seconds[size].append(build_seconds(folder / str(size), folder / f"out-{size}"))
    base = statistics.median(seconds[SIZES[0]]) / SIZES[0]
    print(
        f"{'articles':>8}  {'seconds':>8}  {'ms each':>8}  {'each, against ' + str(SIZES[0]):>18}"
    )
    for size in SIZES:
        median = statistics.median(seconds[size])
        each = median / size
        print(f"{size:>8}  {median:>8.2f}  {each * 1000:>8.2f}  {each / base:>18.2f}")


if __name__ == "__main__":
    main()
