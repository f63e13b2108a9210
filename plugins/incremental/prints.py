"""The fingerprints of the files of an output folder, and what those files were when left."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from plugins.incremental.database import Database

SCHEMA = """
CREATE TABLE place (output TEXT NOT NULL);
CREATE TABLE prints (
    path TEXT PRIMARY KEY, print BLOB NOT NULL, digest BLOB NOT NULL,
    size INTEGER NOT NULL, modified INTEGER NOT NULL, inode INTEGER NOT NULL
);
"""
_ONE = "SELECT print, digest, size, modified, inode FROM prints WHERE path = ?"
_ALL = "SELECT print, digest, size, modified, inode, path FROM prints ORDER BY path"


class State(NamedTuple):
    """A file from outside: bytes, nanoseconds since 1970, number on its disk."""

    size: int
    modified: int
    inode: int


def state_of(file: Path | str) -> State | None:
    """Return the state of a regular file, ``None`` where there is none."""
    try:
        found = os.lstat(file)
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return State(found.st_size, found.st_mtime_ns, found.st_ino)


class Left(NamedTuple):
    """A file as it was left: of what (a fingerprint), with which bytes (a digest), in which state.

    Without a fingerprint (b"") it is made again by the next build.
    """

    print: bytes
    digest: bytes
    state: State


class Prints:
    """Files as they were left, by path below ``output``, kept in an open ``database``."""

    def __init__(self, database: Database, output: Path) -> None:
        self._database = database
        self._output = str(output.absolute())
        self._is_known = database.read("SELECT output FROM place") == [(self._output,)]

    def left(self, path: str) -> Left | None:
        """Return what a file was when it was left, if that is known."""
        rows = self._database.read(_ONE, (path,)) if self._is_known else ()
        return _left(rows[0]) if rows else None

    def all(self) -> Iterator[tuple[str, Left]]:
        """Give every file that was left, by path."""
        for *row, path in self._database.read(_ALL) if self._is_known else ():
            yield path, _left(row)

    def held(self, wanted: Mapping[str, bytes]) -> set[str]:
        """Return the paths of files that need not be made: of those ``wanted``, by fingerprint.

        They are there as they were left, made of what has this fingerprint.
        """
        return {
            path
            for path, known in self.all()
            if known.print
            and known.print == wanted.get(path)
            and state_of(f"{self._output}/{path}") == known.state
        }

    def below(self, folder: str) -> list[str]:
        """Return the paths of all files known below a folder ("a/b/")."""
        return [path for path in self._paths() if path.startswith(folder)]

    def keep(self, made: Mapping[str, Left], paths: Collection[str]) -> None:
        """Remember the files that were made, and of all only those of ``paths``."""
        write = self._database.write
        if not self._is_known:
            write("DELETE FROM place", [()])
            write("DELETE FROM prints", [()])
            write("INSERT INTO place VALUES (?)", [(self._output,)])
            self._is_known = True
        gone = [(path,) for path in self._paths() if path not in paths]
        write("DELETE FROM prints WHERE path = ?", gone)
        self.update(made)

    def update(self, made: Mapping[str, Left]) -> None:
        """Remember files that were made anew; all others stay."""
        rows = ((path, one.print, one.digest, *one.state) for path, one in made.items())
        self._database.write("INSERT OR REPLACE INTO prints VALUES (?, ?, ?, ?, ?, ?)", rows)

    def _paths(self) -> list[str]:
        rows = self._database.read("SELECT path FROM prints") if self._is_known else ()
        return [path for (path,) in rows]


def _left(row: Sequence[Any]) -> Left:
    known, digest, *state = row
    return Left(known, digest, State(*state))
