"""One SQLite file of what is kept from build to build: a help and never the truth.

A file that is corrupt, foreign or of another version is put aside and made anew; one that cannot
be written stays as it was, and the build goes on without it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_WAIT = 5.0  # seconds for another build to finish writing
_FAULTS = (sqlite3.Error, OSError)


class Database:
    """The file, for results of one ``version``, with the tables of ``schema``.

    Use it as a context. What was written is kept from :meth:`commit` on. Forked processes may read
    what was committed; each has a connection of its own.
    """

    def __init__(self, file: Path, version: str, schema: str) -> None:
        self._file = file
        self._version = version
        self._schema = schema
        self._connections: dict[int, sqlite3.Connection | None] = {}
        self.writable = False

    def __enter__(self) -> Self:
        found: sqlite3.Connection | None = None
        try:
            found = self._opened()
        except _FAULTS:
            with suppress(*_FAULTS):
                found = self._made()
        self._connections[os.getpid()] = found
        self.writable = found is not None
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        connection = self._connections.pop(os.getpid(), None)
        self.writable = False
        if connection:
            with suppress(*_FAULTS), closing(connection):
                connection.rollback()

    def read(self, question: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return the rows that answer a question; none where they cannot be read."""
        connection = self._connection()
        if connection is None:
            return []
        try:
            return connection.execute(question, values).fetchall()
        except _FAULTS:
            return []

    def write(self, statement: str, rows: Iterable[Sequence[Any]]) -> bool:
        """Run a statement for each row; return whether it could be."""
        if not self.writable:
            return False
        connection = self._connection()
        try:
            if connection is not None:
                connection.executemany(statement, rows)
        except _FAULTS:
            self.writable = False
        return self.writable

    def commit(self) -> bool:
        """Keep what was written; return whether it could be kept."""
        connection = self._connection()
        if self.writable and connection is not None:
            try:
                connection.commit()
            except _FAULTS:
                self.writable = False
        return self.writable

    def _connection(self) -> sqlite3.Connection | None:
        process = os.getpid()
        if process not in self._connections:
            try:
                self._connections[process] = self._opened()
            except _FAULTS:
                self._connections[process] = None
        return self._connections[process]

    def _opened(self) -> sqlite3.Connection:
        """Open the file that is there.

        Raises:
            sqlite3.Error: there is none, or it is not ours or not of this version.
        """
        address = f"{self._file.absolute().as_uri()}?mode=rw"
        connection = sqlite3.connect(address, _WAIT, uri=True)
        try:
            if connection.execute("SELECT version FROM about").fetchall() != [(self._version,)]:
                raise sqlite3.DatabaseError("another version")
        except BaseException:
            connection.close()
            raise
        return connection

    def _made(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        for left in (self._file, Path(f"{self._file}-journal")):
            left.unlink(missing_ok=True)
        connection = sqlite3.connect(self._file, _WAIT)
        try:
            connection.executescript(f"CREATE TABLE about (version TEXT NOT NULL);{self._schema}")
            connection.execute("INSERT INTO about VALUES (?)", (self._version,))
            connection.commit()
        except BaseException:
            connection.close()
            raise
        return connection
