from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.incremental.prints import State, state_of
from plugins.incremental.shelf import Shelf, digest_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "trang.html"
    file.write_text("một", "utf-8")
    return file


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "kho-tep")


def state(file: Path) -> State:
    found = state_of(file)
    assert found is not None
    return found


def digest(file: Path) -> bytes:
    return digest_of(file.read_bytes())


def test_what_was_put_can_be_taken_when_it_is_lost(shelf: Shelf, file: Path) -> None:
    known, left = digest(file), state(file)
    shelf.put(known, file)
    shelf.put(known, file)
    file.unlink()
    assert shelf.take(known, left, file) == left
    assert file.read_text("utf-8") == "một"
    assert shelf.take(digest_of(b"x"), left, file.with_name("hai.html")) is None


def test_what_was_written_over_is_not_taken(shelf: Shelf, file: Path, tmp_path: Path) -> None:
    known, left = digest(file), state(file)
    shelf.put(known, file)
    file.write_text("hai", "utf-8")
    os.utime(file, ns=(left.modified + 1, left.modified + 1))
    assert shelf.take(known, left, tmp_path / "khac") is None
    assert not (tmp_path / "khac").exists()


def test_a_copy_with_the_same_bytes_is_taken(shelf: Shelf, file: Path, tmp_path: Path) -> None:
    known, left = digest(file), state(file)
    copy = tmp_path / "copy"
    copy.write_bytes(file.read_bytes())
    copy.chmod(0o600)
    shelf.put(known, copy)
    taken = shelf.take(known, left, tmp_path / "khac")
    assert taken == state(copy) != left
    assert (tmp_path / "khac").stat().st_mode & 0o777 == 0o644


def test_only_what_is_wanted_stays(shelf: Shelf, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "hai.html"
    other.write_text("hai", "utf-8")
    shelf.put(digest(file), file)
    shelf.tidy({digest(other): other})
    assert shelf.take(digest(file), state(file), tmp_path / "mot") is None
    assert shelf.take(digest(other), state(other), tmp_path / "ba") == state(other)


def test_where_nothing_can_be_kept_nothing_fails(tmp_path: Path, file: Path) -> None:
    (tmp_path / "kho-tep").write_text("a file, where the folder should be", "utf-8")
    shelf = Shelf(tmp_path / "kho-tep")
    shelf.put(digest(file), file)
    shelf.tidy({digest(file): file})
    assert shelf.take(digest(file), state(file), tmp_path / "khac") is None
