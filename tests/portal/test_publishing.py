"""Publishing: whole or not at all, whatever happens at whatever step."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.incremental.prints import Left, state_of
from plugins.incremental.shelf import Shelf, digest_of
from plugins.portal.journal import heal
from plugins.portal.manifest import STATE, Manifest, read_manifest
from plugins.portal.publishing import Staging, locked
from plugins.portal.refusal import Refusal
from tests.conftest import ROOT

OLD = {"index.html": b"cu", "tin/a/index.html": b"a", "tin/b/index.html": b"b", "x": b"tep"}
NEW = {"index.html": b"moi", "tin/a/index.html": b"a", "tin/c/index.html": b"c", "x/y": b"thu muc"}


def put(files: dict[str, bytes], output: Path) -> None:
    previous = read_manifest(output) or Manifest()
    with Staging(output) as staging:
        placed = {
            path: staging.put(number, path, data)
            for number, (path, data) in enumerate(files.items())
        }
        staging.publish(placed, files, previous, Manifest())


def site(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and STATE not in path.parts
    }


def run_and_die(files: dict[str, bytes], output: Path, steps: int) -> bool:
    """Publish in a child that is killed at its file operation number ``steps``.

    Returns whether it lived to the end.
    """
    child = os.fork()
    if child == 0:
        left = [steps]

        def count(event: str, _: object) -> None:
            if event in ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod"):
                left[0] -= 1
                if left[0] < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        put(files, output)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0


def test_a_site_is_exactly_its_files(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put(OLD, output)
    assert site(output) == OLD
    put(NEW, output)
    assert site(output) == NEW
    manifest = read_manifest(output)
    assert manifest is not None
    assert set(manifest.files) == set(NEW)


def test_killed_at_every_step_the_site_is_the_old_or_the_new(tmp_path: Path) -> None:
    outcomes = set()
    for steps in range(200):
        output = tmp_path / f"output-{steps}"
        put(OLD, output)
        lived = run_and_die(NEW, output, steps)
        # Killed once more while it heals, then healed for good.
        if steps % 3 == 0:
            child = os.fork()
            if child == 0:
                left = [steps % 7]

                def count(event: str, _: object, left: list[int] = left) -> None:
                    if event in ("os.rename", "os.remove", "os.rmdir", "open"):
                        left[0] -= 1
                        if left[0] < 0:
                            os.kill(os.getpid(), signal.SIGKILL)

                sys.addaudithook(count)
                heal(output)
                os._exit(0)
            os.waitpid(child, 0)
        heal(output)
        assert site(output) in (OLD, NEW), steps
        assert sorted(one.name for one in (output / STATE).iterdir()) in (
            ["manifest.json"],
            ["manifest.json", "manifest.json.part"],
            ["journal.json.part", "manifest.json"],
        )
        outcomes.add("old" if site(output) == OLD else "new")
        put(NEW, output)
        assert site(output) == NEW
        if lived:
            break
    else:
        pytest.fail("the build never came to its end")
    assert outcomes == {"old", "new"}


def test_unchanged_files_are_not_written(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put(OLD, output)
    before = (output / "tin/a/index.html").stat().st_mtime_ns
    put(NEW, output)
    assert (output / "tin/a/index.html").stat().st_mtime_ns == before


def test_a_file_changed_by_somebody_is_mended(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put(OLD, output)
    (output / "index.html").write_bytes(b"xx")
    put(OLD, output)
    assert site(output) == OLD


def test_what_a_dead_process_left_is_not_written_into(tmp_path: Path) -> None:
    output, shelf = tmp_path / "output", Shelf(tmp_path / "kho-tep")
    put(OLD, output)
    kept = tmp_path / "cu.html"
    kept.write_bytes(b"cu")
    state = state_of(kept)
    assert state is not None
    left = Left(b"", digest_of(b"cu"), state)
    shelf.put(left.digest, kept)
    with Staging(output) as staging:
        assert staging.take(0, "tin/d/index.html", shelf, left)
        again = staging.put(0, "tin/d/index.html", b"moi")
        assert staging.read("tin/d/index.html", again) == b"moi"
    assert kept.read_bytes() == b"cu"


def test_files_of_somebody_else_stay(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put(OLD, output)
    (output / "google-xac-minh.html").write_text("ma", "utf-8")
    put(NEW, output)
    assert site(output) == NEW | {"google-xac-minh.html": b"ma"}


def test_no_link_leads_out(tmp_path: Path) -> None:
    output, outside = tmp_path / "output", tmp_path / "output-khac"
    put(OLD, output)
    outside.mkdir()
    (outside / "index.html").write_bytes(b"cua nguoi khac")
    for path in (output / "tin/b").iterdir():
        path.unlink()
    (output / "tin/b").rmdir()
    (output / "tin/b").symlink_to(outside)
    with pytest.raises(Refusal, match="dẫn ra ngoài"):
        put(NEW, output)
    assert (outside / "index.html").read_bytes() == b"cua nguoi khac"


def test_modes_do_not_depend_on_the_umask(tmp_path: Path) -> None:
    mask = os.umask(0o077)
    try:
        put(OLD, tmp_path / "output")
    finally:
        os.umask(mask)
    for path in (tmp_path / "output").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644), path


def test_one_build_at_a_time(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with (
        locked(output),
        pytest.raises(Refusal, match="Một lần dựng khác") as refused,
        locked(output),
    ):
        pass
    assert refused.value.code == 2
    with locked(output):
        pass


def test_a_full_disk_leaves_the_old_site(tmp_path: Path) -> None:
    """On a real file system of 256 kB, which only root may make."""
    disk = tmp_path / "dia"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("needs the right to mount a small file system")
    try:
        output = disk / "output"
        put(OLD, output)
        large = NEW | {f"lon/{number}": bytes(64_000) for number in range(8)}
        with pytest.raises(OSError, match="No space left"):
            put(large, output)
        assert site(output) == OLD
        put(NEW, output)
        assert site(output) == NEW
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_killed_build_holds_no_lock(tmp_path: Path) -> None:
    output = tmp_path / "output"
    code = (
        "import sys, time; from pathlib import Path; from plugins.portal.publishing import locked\n"
        "with locked(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(output)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    child.stdout.readline()
    with pytest.raises(Refusal), locked(output):
        pass
    child.kill()
    child.wait()
    child.stdout.close()
    with locked(output):
        pass
