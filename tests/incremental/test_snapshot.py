from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.incremental.snapshot import folder_times, snapshot


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    (root / "tin").mkdir(parents=True)
    (root / "tin" / "mot.md").write_text("một", "utf-8")
    (root / "hai.md").write_text("hai", "utf-8")
    return root


def rewritten(tree: Path) -> None:
    """Write as many bytes and put the time back: only the time of the change tells."""
    state = (tree / "hai.md").stat()
    (tree / "hai.md").write_text("ha1", "utf-8")
    os.utime(tree / "hai.md", ns=(state.st_atime_ns, state.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "new file": lambda tree: (tree / "tin" / "ba.md").write_text("", "utf-8"),
    "new folder": lambda tree: (tree / "anh").mkdir(),
    "removed": lambda tree: (tree / "tin" / "mot.md").unlink(),
    "renamed": lambda tree: (tree / "hai.md").rename(tree / "ba.md"),
    "moved": lambda tree: (tree / "hai.md").rename(tree / "tin" / "hai.md"),
    "written over": rewritten,
    "another mode": lambda tree: (tree / "hai.md").chmod(0o600),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_seen(tree: Path, change: str) -> None:
    before = snapshot([tree])
    assert snapshot([tree]) == before
    CHANGES[change](tree)
    assert snapshot([tree]).digest != before.digest


def test_folders_tell_of_files_that_come_and_go(tree: Path) -> None:
    folders = [str(tree), str(tree / "tin")]
    before = folder_times(folders)
    assert set(before) == set(folders)
    rewritten(tree)
    assert folder_times(folders) == before
    (tree / "tin" / "mot.md").unlink()
    after = folder_times(folders)
    assert after[folders[0]] == before[folders[0]]
    assert after[folders[1]] != before[folders[1]]
    (tree / "tin").rmdir()
    assert set(folder_times(folders)) == {folders[0]}


def test_a_part_may_be_left_out(tree: Path) -> None:
    before = snapshot([tree], besides=tree / "tin")
    (tree / "tin" / "mot.md").write_text("khác", "utf-8")
    assert snapshot([tree], besides=tree / "tin") == before
    assert snapshot([tree], besides=tree / "anh") != before


def test_traces_of_running_code_are_no_change(tree: Path) -> None:
    before = snapshot([tree])
    (tree / "__pycache__").mkdir()
    (tree / "__pycache__" / "x.pyc").write_bytes(b"x")
    assert snapshot([tree]) == before


def test_what_is_missing_or_a_file_has_a_look_too(tree: Path) -> None:
    missing = snapshot([tree / "khong-co"])
    assert missing.newest == 0
    assert missing.digest != snapshot([tree / "khong-co-luon"]).digest
    assert snapshot([tree / "hai.md"]).digest != snapshot([tree / "tin" / "mot.md"]).digest
