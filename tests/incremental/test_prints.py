from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.incremental.database import Database
from plugins.incremental.prints import (
    SCHEMA,
    Left,
    Prints,
    State,
    state_of,
)

PATH = "tin/index.html"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "output/tin").mkdir(parents=True)
    (tmp_path / "output" / PATH).write_text("một", "utf-8")
    return tmp_path / "output"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "kho.sqlite", "1", SCHEMA) as database:
        yield database


def state(output: Path) -> State:
    found = state_of(output / PATH)
    assert found is not None
    return found


def keep(database: Database, output: Path, fingerprint: bytes = b"x") -> None:
    left = Left(fingerprint, b"bytes", state(output))
    Prints(database, output).keep({PATH: left}, [PATH])


def test_a_file_that_is_as_it_was_left_is_held(database: Database, output: Path) -> None:
    assert not Prints(database, output).held({PATH: b"x"})
    keep(database, output)
    prints = Prints(database, output)
    assert prints.held({PATH: b"x"}) == {PATH}
    assert not prints.held({PATH: b"y"})
    assert not prints.held({"tin/rss.xml": b"x"})


def test_a_file_that_was_changed_or_removed_is_not(database: Database, output: Path) -> None:
    keep(database, output)
    file, before = output / PATH, state(output)
    other = output / "khac"
    other.write_bytes(file.read_bytes())
    os.utime(other, ns=(before.modified, before.modified))
    other.replace(file)
    assert not Prints(database, output).held({PATH: b"x"})
    file.unlink()
    assert not Prints(database, output).held({PATH: b"x"})
    file.symlink_to(output)
    assert not Prints(database, output).held({PATH: b"x"})


def test_of_another_folder_nothing_is_known(database: Database, output: Path) -> None:
    keep(database, output)
    other = output.with_name("khac")
    output.rename(other)
    assert not Prints(database, other).held({PATH: b"x"})
    keep(database, other)
    assert Prints(database, other).held({PATH: b"x"}) == {PATH}


def test_only_what_is_there_is_remembered(database: Database, output: Path) -> None:
    keep(database, output)
    Prints(database, output).keep({}, [])
    assert Prints(database, output).left(PATH) is None
    assert not list(Prints(database, output).all())


def test_files_below_a_folder(database: Database, output: Path) -> None:
    keep(database, output)
    assert Prints(database, output).below("tin/") == [PATH]
    assert Prints(database, output).below("ti/") == []


def test_a_file_may_be_left_without_a_fingerprint(database: Database, output: Path) -> None:
    keep(database, output)
    prints = Prints(database, output)
    assert prints.left(PATH) == Left(b"x", b"bytes", state(output))
    (output / PATH).write_text("ba câu", "utf-8")
    left = Left(b"", b"other", state(output))
    prints.update({PATH: left})
    assert prints.left(PATH) == left
    assert list(prints.all()) == [(PATH, left)]
    assert not prints.held({PATH: b"x"})
