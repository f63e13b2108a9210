"""Processes: what they take, and that none outlives its limit."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from bench.processes import Command, FailedError, run, running

MEGABYTES = 60


def command(code: str, **environment: str) -> Command:
    return Command((sys.executable, "-c", code), Path.cwd(), environment)


def test_memory_is_that_of_the_whole_tree() -> None:
    hold = f"import time; held = bytearray({MEGABYTES << 20}); time.sleep(0.5)"
    both = f"import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {hold!r}]); {hold}"
    sample = run(command(f"{both}; sys.exit(p.wait())"), limit=60)
    assert 2 * MEGABYTES << 20 < sample.peak < 4 * MEGABYTES << 20
    assert sample.seconds > 0
    assert sample.cpu > 0


def test_the_environment_is_added() -> None:
    code = "import os, sys; sys.exit(os.environ['BENCH_WORD'] != 'vàng')"
    assert run(command(code, BENCH_WORD="vàng"), limit=60).seconds > 0


def test_a_failure_says_what_the_process_said() -> None:
    with pytest.raises(FailedError, match=r"exit code 3\nhỏng"):
        run(command("import sys; print('hỏng'); sys.exit(3)"), limit=60)


def test_what_takes_too_long_is_ended_with_its_children(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    with pytest.raises(FailedError, match="over 3 s"):
        run(command(leaving_a_child(told)), limit=3)
    assert _over(int(told.read_text()))


def test_a_server_ends_with_its_context_and_its_children(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    with running(command(leaving_a_child(told))) as process:
        while not (told.exists() and told.read_text()):
            assert process.poll() is None
            time.sleep(0.05)
    assert process.poll() is not None
    assert _over(int(told.read_text()))


def leaving_a_child(told: Path) -> str:
    """A program that waits, as does what it starts; it writes down which process that is."""
    return (
        "import pathlib, subprocess, time; p = subprocess.Popen(['sleep', '600']); "
        f"pathlib.Path({str(told)!r}).write_text(str(p.pid)); time.sleep(600)"
    )


def _over(pid: int) -> bool:
    """Whether a process that was killed is gone, or dead and not yet taken leave of."""
    for _ in range(200):
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False
