from __future__ import annotations

import os
import pickle
import sqlite3
from contextlib import closing
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from plugins.incremental import database as databases
from plugins.incremental.database import Database
from plugins.incremental.store import SCHEMA, Store, look, pack
from plugins.model import Correction, Evidence
from plugins.sources.dates import VIETNAM

VALUE = {
    "evidence": (Evidence("chữ", 0, 3), None),
    "correction": Correction(date(2024, 5, 6), "Sửa số."),
    "when": datetime(2024, 5, 6, 8, 30, tzinfo=VIETNAM),
    "much": Decimal("98.4"),
}
TEXT = "<p>Một đoạn.</p>"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "bai.md"
    file.write_text("một", "utf-8")
    old = file.stat().st_mtime - 60
    os.utime(file, (old, old))
    return file


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "noi" / "kho.sqlite"


def keep(kept: Path, source: Path, value: Any = VALUE, version: str = "1") -> None:
    with Database(kept, version, SCHEMA) as database:
        Store(database, "plugins").put("bai.md", look(source), pack(value, TEXT))
        database.commit()


def found(kept: Path, source: Path, version: str = "1") -> Any:
    with Database(kept, version, SCHEMA) as database:
        store = Store(database, "plugins")
        one = store.get("bai.md", source)
        if one is None:
            return None
        assert store.text("bai.md", one.content) in (TEXT, None)
        return one.facts


def test_a_result_is_kept_as_it_was(kept: Path, source: Path) -> None:
    assert found(kept, source) is None
    keep(kept, source)
    assert found(kept, source) == VALUE
    assert found(kept, source)["when"].tzinfo is VIETNAM


def test_only_for_the_same_content(kept: Path, source: Path) -> None:
    keep(kept, source)
    source.write_text("hai", "utf-8")
    assert found(kept, source) is None
    source.write_text("một", "utf-8")
    assert found(kept, source) == VALUE


def test_a_file_written_within_one_tick_of_the_clock_is_not_known_by_its_times(
    kept: Path, tmp_path: Path
) -> None:
    file = tmp_path / "moi.md"
    file.write_text("một", "utf-8")
    seen = file.stat()
    keep(kept, file)
    file.write_text("hai", "utf-8")
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert found(kept, file) is None


def test_only_for_the_same_version(kept: Path, source: Path) -> None:
    keep(kept, source)
    assert found(kept, source, version="2") is None
    assert found(kept, source, version="1") is None  # the other one made it anew


def test_what_is_not_asked_for_any_more_goes(kept: Path, source: Path) -> None:
    keep(kept, source)
    with Database(kept, "1", SCHEMA) as database:
        Store(database, "plugins").settle()
    assert found(kept, source) is None


def test_what_is_not_committed_was_never_there(kept: Path, source: Path) -> None:
    keep(kept, source)
    with Database(kept, "1", SCHEMA) as database:
        Store(database, "plugins").put("bai.md", look(source), pack("khác", TEXT))
    assert found(kept, source) == VALUE


def test_a_text_is_that_of_one_content(kept: Path, source: Path) -> None:
    keep(kept, source)
    with Database(kept, "1", SCHEMA) as database:
        store = Store(database, "plugins")
        assert store.text("bai.md", look(source).content) == TEXT
        assert store.text("bai.md", b"khac") is None


def test_a_forked_process_reads_by_itself(kept: Path, source: Path) -> None:
    keep(kept, source)
    with Database(kept, "1", SCHEMA) as database:
        store = Store(database, "plugins")
        child = os.fork()
        if child == 0:
            os._exit(store.text("bai.md", look(source).content) != TEXT)
        assert os.waitpid(child, 0)[1] == 0
        assert store.text("bai.md", look(source).content) == TEXT


@pytest.mark.parametrize("content", [b"", b"khong phai SQLite", b"SQLite format 3\x00" + b"x" * 99])
def test_a_foreign_file_is_put_aside(kept: Path, source: Path, content: bytes) -> None:
    kept.parent.mkdir()
    kept.write_bytes(content)
    assert found(kept, source) is None
    keep(kept, source)
    assert found(kept, source) == VALUE


def test_another_database_is_put_aside(kept: Path, source: Path) -> None:
    kept.parent.mkdir()
    with closing(sqlite3.connect(kept)) as database:
        database.execute("CREATE TABLE kept (x)")
        database.commit()
    assert found(kept, source) is None
    keep(kept, source)
    assert found(kept, source) == VALUE


def test_every_damaged_byte_is_noticed(kept: Path, source: Path) -> None:
    keep(kept, source)
    whole = kept.read_bytes()
    for place in range(0, len(whole), 37):
        kept.write_bytes(whole[:place] + bytes([whole[place] ^ 0x5A]) + whole[place + 1 :])
        assert found(kept, source) in (None, VALUE)
    for length in range(0, len(whole), 997):
        kept.write_bytes(whole[:length])
        assert found(kept, source) in (None, VALUE)


class Evil:
    def __reduce__(self) -> tuple[Any, ...]:
        return (os.system, ("exit 1",))


@pytest.mark.parametrize("value", [Evil(), os.system, Path("/"), pickle.Pickler, getattr])
def test_a_value_of_another_class_is_never_made(kept: Path, source: Path, value: Any) -> None:
    keep(kept, source, value)
    assert found(kept, source) is None


def test_a_place_that_cannot_be_written_is_no_fault(tmp_path: Path, source: Path) -> None:
    (tmp_path / "tep").write_text("", "utf-8")
    kept = tmp_path / "tep" / "kho.sqlite"
    keep(kept, source)
    assert found(kept, source) is None


def test_a_store_that_another_build_writes_is_left_to_it(
    kept: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(kept, source)
    monkeypatch.setattr(databases, "_WAIT", 0.05)
    with closing(sqlite3.connect(kept, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        keep(kept, source, "khác")
        other.execute("ROLLBACK")
    assert found(kept, source) == VALUE
