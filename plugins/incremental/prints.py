"""The fingerprints of the files of an output folder, and what those files were when left."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from plugins.incremental.database import Database

SCHEMA = """
CREATE TABLE place (output TEXT NOT NULL);
CREATE TABLE prints (
    path TEXT PRIMARY KEY, print BLOB NOT NULL,
    size INTEGER NOT NULL, modified INTEGER NOT NULL, inode INTEGER NOT NULL
);
"""


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


class Prints:
    """Fingerprints by path below ``output``, kept in an open ``database``.

    A file whose state is not as it was left has none.
    """

    def __init__(self, database: Database, output: Path) -> None:
        self._database = database
        self._output = str(output.absolute())
        self._known: dict[str, tuple[bytes, State]] = {}
        if database.read("SELECT output FROM place") == [(self._output,)]:
            rows = database.read("SELECT path, print, size, modified, inode FROM prints")
            self._known = {path: (known, State(*state)) for path, known, *state in rows}

    def holds(self, path: str, fingerprint: bytes) -> bool:
        """Whether the file that is there was made of what has this fingerprint."""
        known = self._known.get(path)
        return (
            known is not None
            and known[0] == fingerprint
            and state_of(f"{self._output}/{path}") == known[1]
        )

    def below(self, folder: str) -> list[str]:
        """Return the paths of all files known below a folder ("a/b/")."""
        return [path for path in self._known if path.startswith(folder)]

    def keep(self, made: Mapping[str, tuple[bytes, State]], paths: Collection[str]) -> None:
        """Remember the files that were made, and of all only those of ``paths``."""
        write = self._database.write
        if not self._known:
            write("DELETE FROM place", [()])
            write("DELETE FROM prints", [()])
            write("INSERT INTO place VALUES (?)", [(self._output,)])
        write("DELETE FROM prints WHERE path = ?", ((one,) for one in self._known.keys() - paths))
        rows = ((path, known, *state) for path, (known, state) in made.items())
        write("INSERT OR REPLACE INTO prints VALUES (?, ?, ?, ?, ?)", rows)


def left_as(database: Database, path: str) -> State | None:
    """Return what a file was when it was left, if that is known."""
    rows = database.read("SELECT size, modified, inode FROM prints WHERE path = ?", (path,))
    return State(*rows[0]) if rows else None


def left_unprinted(database: Database, path: str, state: State) -> None:
    """Remember a file as it is left, without a fingerprint: the next build makes it again."""
    row = (b"", *state, path)
    statement = "UPDATE prints SET print = ?, size = ?, modified = ?, inode = ? WHERE path = ?"
    database.write(statement, [row])
