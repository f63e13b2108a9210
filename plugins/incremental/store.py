"""What was made of files, kept in a database from build to build.

A result is kept by the path and the content of its file. It has two parts: facts, which every
build needs, and a text, which is loaded only where it is shown.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sqlite3
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from plugins.incremental.database import Database

Result = TypeVar("Result")

SCHEMA = """
CREATE TABLE kept (
    path TEXT PRIMARY KEY, outside TEXT NOT NULL, content BLOB NOT NULL,
    facts_sum BLOB NOT NULL, facts BLOB NOT NULL, text_sum BLOB NOT NULL, text BLOB NOT NULL
);
-- What every build asks of all files, apart from what is large.
CREATE INDEX kept_looks ON kept (path, outside, content);
"""
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
    seen = outside_if_old(file.stat())
    return Look(seen, hashlib.sha256(file.read_bytes()).digest())


def steady(file: Path, read: Callable[[], Result]) -> tuple[Result, Look | None]:
    """Return what ``read`` makes of a file, and what that looked like if it stayed so meanwhile."""
    try:
        before = look(file)
    except OSError:
        before = None
    found = read()
    return found, before if before and _is_still(file, before) else None


def _is_still(file: Path, before: Look) -> bool:
    """Whether a file is what it was: by its size and times where these tell, else by its bytes."""
    try:
        if before.outside:
            return outside(file.stat()) == before.outside
        return look(file).content == before.content
    except OSError:
        return False


def outside_if_old(state: os.stat_result) -> str:
    """Return what a file is by its size and times, "" where these may not tell it from the next."""
    young = time.time() - max(state.st_mtime, state.st_ctime) < _TICK
    return "" if young else outside(state)


def outside(state: os.stat_result) -> str:
    """Return what a file is by its size and times."""
    return f"{state.st_size}.{state.st_mtime_ns}.{state.st_ctime_ns}.{state.st_ino}"


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a file; ``content`` is the digest of the file that it was made of."""

    content: bytes
    facts: Any


class Packed(NamedTuple):
    """Facts and text as they are kept, each with its digest."""

    facts_sum: bytes
    facts: bytes
    text_sum: bytes
    text: bytes


def pack(facts: Any, text: Any) -> Packed:
    """Return what was made of a file as it is kept; any process may do that."""
    parts = (_written(facts), _written(text))
    return Packed(*[one for part in parts for one in (hashlib.sha256(part).digest(), part)])


def facts_of(packed: Packed, package: str) -> Any:
    """Return the facts that were packed, as another process may have done; of ``package``."""
    return _Reader(packed.facts, f"{package}.").load()


class Store:
    """Results by path in an open ``database``; their classes are of ``package``."""

    def __init__(self, database: Database, package: str) -> None:
        self._database = database
        self._package = f"{package}."
        self._seen: set[str] = set()
        rows = database.read("SELECT path, outside, content FROM kept")
        self._looks = {path: Look(outside, content) for path, outside, content in rows}

    def get(self, path: str, file: Path) -> Kept | None:
        """Return what was made of ``file`` if it is still as it was then, else ``None``."""
        try:
            kept = self.kept(path) if self.is_kept(path, file) else None
        except OSError:
            return None
        if kept:
            self._seen.add(path)
        return kept

    def _is_same(self, path: str, file: Path, known: Look) -> bool:
        """Look into a file that looks changed; if it is not, remember what it looks like now."""
        now = look(file)
        if now.content == known.content and now.outside:
            self._looks[path] = now
            statement = "UPDATE kept SET outside = ? WHERE path = ?"
            self._database.write(statement, [(now.outside, path)])
        return now.content == known.content

    def is_kept(self, path: str, file: Path) -> bool:
        """Whether a file is still as it was when it was read.

        Raises:
            OSError: it cannot be read.
        """
        known = self._looks.get(path)
        return known is not None and (
            known.outside == outside(file.stat()) or self._is_same(path, file, known)
        )

    def kept(self, path: str) -> Kept | None:
        """Return what is kept of a file, whatever it is now."""
        rows = self._database.read("SELECT facts_sum, facts FROM kept WHERE path = ?", (path,))
        facts = self._loaded(*rows[0]) if rows else None
        return None if facts is None else Kept(self._looks[path].content, facts)

    def looks(self, folder: str) -> dict[str, str]:
        """Return what each file below a folder ("a/b/") looked like from outside, by path."""
        found = self._looks.items()
        return {path: one.outside for path, one in found if path.startswith(folder)}

    def text(self, path: str, content: bytes) -> Any | None:
        """Return the text that was made of a file with the digest ``content``, if it is kept."""
        rows = self._database.read(
            "SELECT text_sum, text FROM kept WHERE path = ? AND content = ?", (path, content)
        )
        return self._loaded(*rows[0]) if rows else None

    def put(self, path: str, seen: Look, packed: Packed) -> bool:
        """Keep what was made of a file that looked like ``seen``; return whether it is kept."""
        self._seen.add(path)
        row = (path, seen.outside, seen.content, *packed)
        statement = "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?, ?, ?)"
        return self._database.write(statement, [row])

    def settle(self) -> None:
        """Let go what was neither asked for nor put, and keep the rest from now on.

        Only texts can be asked for afterwards.
        """
        gone: Iterable[tuple[str]] = [(path,) for path in self._looks.keys() - self._seen]
        self._database.write("DELETE FROM kept WHERE path = ?", gone)
        self._database.commit()
        self._looks, self._seen = {}, set()

    def _loaded(self, known: bytes, data: bytes) -> Any | None:
        try:
            if hashlib.sha256(data).digest() != known:
                return None
            return _Reader(data, self._package).load()
        except _DAMAGE:
            return None


class _Writer(pickle.Pickler):
    """Writes a dataclass as its class and its values: so it is made again in half the time.

    A time zone is written by its name; by itself it would ask for a function to be called.
    """

    def reducer_override(self, value: Any) -> Any:
        """Return how a value that is special here is made again."""
        if isinstance(value, ZoneInfo):
            return ZoneInfo, (value.key,)
        kind: Any = type(value)
        values = _values_of(kind)
        return (kind, values(value)) if values else NotImplemented


@cache
def _values_of(kind: Any) -> Callable[[Any], tuple[Any, ...]] | None:
    """Return what gives the values that an object of a dataclass is made of again."""
    if not is_dataclass(kind) or not all(one.init and not one.kw_only for one in fields(kind)):
        return None
    names = [one.name for one in fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


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
        return _class_of(self._package, module, name)


@cache
def _class_of(package: str, module: str, name: str) -> Any:
    """Return a class that a value of ``package`` may be of.

    Raises:
        pickle.UnpicklingError: a value is of another.
    """
    if (module, name) in _PLAIN or (module.startswith(package) and "." not in name):
        found = getattr(import_module(module), name)
        if (module, name) in _PLAIN or (isinstance(found, type) and is_dataclass(found)):
            return found
    raise pickle.UnpicklingError(f"{module}.{name}")
