"""What was made of files, kept in one SQLite file from build to build.

A result is kept by the path and the content of its file, and only for the very version that made
it. The store is a help and never the truth: one that is corrupt, foreign or older is put aside and
made anew, one that cannot be written stays as it was.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import dataclass, is_dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from zoneinfo import ZoneInfo

_LAYOUT = "1"
_SCHEMA = """
CREATE TABLE about (version TEXT NOT NULL);
CREATE TABLE kept (
    path TEXT PRIMARY KEY, outside TEXT NOT NULL, content BLOB NOT NULL,
    sum BLOB NOT NULL, value BLOB NOT NULL
);
"""
_WAIT = 5.0  # seconds for another build to finish writing
# A file written so shortly before it was read may be written again within one tick of its clock.
_TICK = 2.0  # seconds
# Values that are no dataclasses: module and name, as pickle writes them.
_PLAIN = frozenset(
    {
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("decimal", "Decimal"),
        ("zoneinfo", "ZoneInfo"),
    }
)
# What reading damaged or foreign bytes may raise.
_DAMAGE = (
    pickle.UnpicklingError,
    AttributeError,
    EOFError,
    ImportError,
    IndexError,
    KeyError,
    OSError,
    TypeError,
    ValueError,
    sqlite3.Error,
)


@dataclass(frozen=True, slots=True)
class Look:
    """What a file was when it was read: ``outside`` by its size and times, ``content`` by bytes."""

    outside: str
    content: bytes


def look(file: Path) -> Look:
    """Look at a file; one that was just written is known by its content only.

    Raises:
        OSError: it cannot be read.
    """
    state = file.stat()
    young = time.time() - max(state.st_mtime, state.st_ctime) < _TICK
    return Look("" if young else _outside(state), hashlib.sha256(file.read_bytes()).digest())


def _outside(state: os.stat_result) -> str:
    return f"{state.st_size}.{state.st_mtime_ns}.{state.st_ctime_ns}.{state.st_ino}"


class Store:
    """Results by path. ``version`` is of what makes them; their classes are of ``package``.

    Use it as a context: what was put is written when the context ends without an error.
    """

    def __init__(self, file: Path, version: str, package: str) -> None:
        self._file = file
        self._version = f"{_LAYOUT}.{version}"
        self._package = f"{package}."
        self._database: sqlite3.Connection | None = None
        self._looks: dict[str, Look] = {}
        self._seen: set[str] = set()
        self._new: list[tuple[str, Look, Any]] = []

    def __enter__(self) -> Self:
        try:
            self._database = self._opened()
        except (sqlite3.Error, OSError):
            with suppress(sqlite3.Error, OSError):
                self._database = self._made()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._database is None:
            return
        with closing(self._database) as database:
            if kind is None:
                with suppress(sqlite3.Error, OSError), database:
                    self._write(database)
        self._database = None

    def get(self, path: str, file: Path) -> Any | None:
        """Return what was made of ``file`` if it is still as it was then, else ``None``."""
        self._seen.add(path)
        known = self._looks.get(path)
        if known is None or self._database is None:
            return None
        try:
            if known.outside != _outside(file.stat()) and known.content != look(file).content:
                return None
            row = self._database.execute(
                "SELECT sum, value FROM kept WHERE path = ?", (path,)
            ).fetchone()
            if row is None or hashlib.sha256(row[1]).digest() != row[0]:
                return None
            return _Reader(row[1], self._package).load()
        except _DAMAGE:
            return None

    def put(self, path: str, seen: Look, value: Any) -> None:
        """Keep what was made of a file that looked like ``seen``."""
        self._seen.add(path)
        self._new.append((path, seen, value))

    def _opened(self) -> sqlite3.Connection:
        """Open the file that is there.

        Raises:
            sqlite3.Error: there is none, or it is not ours or not of this version.
        """
        database = sqlite3.connect(f"{self._file.absolute().as_uri()}?mode=rw", _WAIT, uri=True)
        try:
            if database.execute("SELECT version FROM about").fetchall() != [(self._version,)]:
                raise sqlite3.DatabaseError("another version")
            rows = database.execute("SELECT path, outside, content FROM kept")
            self._looks = {path: Look(outside, content) for path, outside, content in rows}
        except BaseException:
            database.close()
            raise
        return database

    def _made(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        for left in (self._file, Path(f"{self._file}-journal")):
            left.unlink(missing_ok=True)
        database = sqlite3.connect(self._file, _WAIT)
        try:
            database.executescript(_SCHEMA)
            database.execute("INSERT INTO about VALUES (?)", (self._version,))
            database.commit()
        except BaseException:
            database.close()
            raise
        return database

    def _write(self, database: sqlite3.Connection) -> None:
        gone = [(path,) for path in self._looks.keys() - self._seen]
        database.executemany("DELETE FROM kept WHERE path = ?", gone)
        for path, seen, value in self._new:
            data = _written(value)
            row = (path, seen.outside, seen.content, hashlib.sha256(data).digest(), data)
            database.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)", row)


class _Writer(pickle.Pickler):
    """Writes a time zone by its name; by itself it would ask for a function to be called."""

    def reducer_override(self, value: Any) -> Any:
        """Return how a value that is special here is made again."""
        return (ZoneInfo, (value.key,)) if isinstance(value, ZoneInfo) else NotImplemented


def _written(value: Any) -> bytes:
    data = io.BytesIO()
    _Writer(data, pickle.HIGHEST_PROTOCOL).dump(value)
    return data.getvalue()


class _Reader(pickle.Unpickler):
    """Makes dataclasses of one package and plain values; whatever else is asked for is refused."""

    def __init__(self, data: bytes, package: str) -> None:
        super().__init__(io.BytesIO(data))
        self._package = package

    def find_class(self, module: str, name: str) -> Any:
        """Return a class that a value may be of.

        Raises:
            pickle.UnpicklingError: a value is of another.
        """
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.startswith(self._package) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and is_dataclass(found):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")
