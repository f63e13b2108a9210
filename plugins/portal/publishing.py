"""Publish a planned site: stage what changed, then commit it.

A build writes into ``output/.bang-vang/staging``. What of it becomes the site, and when, is told in
:mod:`plugins.portal.journal`.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from plugins.incremental.prints import Left, State, state_of
from plugins.incremental.shelf import FILE_MODE, Shelf, digest_of
from plugins.portal.journal import Folders, decide, make_folder
from plugins.portal.manifest import STATE, Manifest
from plugins.portal.refusal import ENVIRONMENT, Refusal

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class Placed:
    """A file of the new site; ``name`` is its place in the staging, "" where it is there."""

    digest: bytes
    state: State
    name: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """How many files the site has, how many were written and how many removed."""

    files: int
    written: int
    removed: int


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Hold the lock of an output folder; a second build is refused while it is held.

    The lock ends with the process, however that ends.

    Raises:
        Refusal: another build holds it.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    path = output.with_name(f".{output.name}.lock")
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = f"Một lần dựng khác đang ghi vào {output}. Chờ lần đó xong rồi chạy lại."
            raise Refusal(message, ENVIRONMENT) from None
        yield


class Staging:
    """Where the files of the next site wait for the commit; any process may put some.

    Those of a first site lie in the folders that they will have, which are published as they are.
    Later they lie under numbers in one folder: to make and remove as many folders as there are
    pages would take longer than to write them.

    Use it as a context: without a commit all is cleared.
    """

    def __init__(self, output: Path) -> None:
        self._output = output
        self._folder = output / STATE / "staging"
        # Strings: to join paths takes longer than to look at what is there.
        self._site, self._waiting = str(output), str(self._folder)
        self._folders = Folders(self._folder)
        self._is_first = False

    def __enter__(self) -> Self:
        shutil.rmtree(self._folder, ignore_errors=True)
        make_folder(self._folder)
        self._is_first = all(one.name == STATE for one in self._output.iterdir())
        return self

    def __exit__(self, *_: object) -> None:
        if not (self._output / STATE / "journal.json").exists():
            shutil.rmtree(self._folder, ignore_errors=True)

    def put(self, number: int, path: str, data: bytes) -> Placed:
        """Stage a file that has a number of its own, unless its bytes are already there.

        Raises:
            OSError: the disk is full, or not ours to write to.
        """
        digest = digest_of(data)
        there = None if self._is_first else self._same(path, data)
        if there:
            return Placed(digest, there)
        name = self._name(number, path)
        return Placed(digest, _written(f"{self._waiting}/{name}", data), name)

    def take(self, number: int, path: str, shelf: Shelf, left: Left) -> Placed | None:
        """Stage a file of an earlier site from the shelf, if it is still there as it was."""
        name = self._name(number, path)
        state = shelf.take(left.digest, left.state, f"{self._waiting}/{name}")
        return Placed(left.digest, state, name) if state else None

    def read(self, path: str, placed: Placed | None) -> bytes:
        """Return the bytes of a file of the new site."""
        if placed is None or not placed.name:
            return (self._output / path).read_bytes()
        return (self._folder / placed.name).read_bytes()

    def replace(self, placed: Mapping[str, Placed]) -> None:
        """Put files in the place of those of the same path; nothing else of the site changes."""
        put = [(one.name, path) for path, one in placed.items() if one.name]
        if put:
            decide(self._output, put)

    def publish(
        self,
        placed: Mapping[str, Placed],
        paths: Collection[str],
        previous: Manifest,
        new: Manifest,
    ) -> Published:
        """Make the output hold exactly the files of ``paths``; those not ``placed`` stay.

        ``new`` is the manifest to leave, its ``files`` are filled in. Nothing is deleted but what
        ``previous`` says that a build has made.
        """
        put = [(one.name, path) for path, one in placed.items() if one.name]
        written = len(put)
        drop = sorted(set(previous.files).difference(paths))
        manifest = replace(new, files=tuple(sorted(paths)))
        if self._is_first:
            put = self._whole(paths)
        if put or drop or manifest != previous:
            decide(self._output, put, drop, manifest)
        return Published(len(paths), written, len(drop))

    def _same(self, path: str, data: bytes) -> State | None:
        """Return the state of the published file if it has these bytes."""
        file = f"{self._site}/{path}"
        state = state_of(file)
        return state if state and state.size == len(data) and _bytes_of(file) == data else None

    def _name(self, number: int, path: str) -> str:
        if not self._is_first:
            return str(number)
        self._folders.made(path.rpartition("/")[0])
        return path

    def _whole(self, paths: Iterable[str]) -> list[tuple[str, str]]:
        """Return what to move for a first site: whole folders, but for our own, which is there."""
        tops = {path.partition("/")[0] for path in paths} - {STATE}
        own = sorted(path for path in paths if path.startswith(f"{STATE}/"))
        return [(name, name) for name in (*sorted(tops), *own)]


def _written(file: str, data: bytes) -> State:
    """Write a file as visitors may read it; return its state."""
    try:
        stream = os.open(file, _NEW, FILE_MODE)
    except FileExistsError:
        # Left by a process that died; it may be one of the shelf, which must stay as it is.
        os.unlink(file)  # noqa: PTH108
        stream = os.open(file, _NEW, FILE_MODE)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(stream, left) :]
        found = os.fstat(stream)
        if stat.S_IMODE(found.st_mode) != FILE_MODE:
            os.fchmod(stream, FILE_MODE)
    finally:
        os.close(stream)
    return State(found.st_size, found.st_mtime_ns, found.st_ino)


def _bytes_of(file: str) -> bytes:
    with open(file, "rb") as stream:  # noqa: PTH123
        return stream.read()


def strangers(output: Path, files: Collection[str]) -> list[str]:
    """Return the files of an output folder that are none of ``files``: no build has made them."""
    found: list[str] = []
    folders = [""]
    while folders:
        folder = folders.pop()
        for entry in os.scandir(output / folder):
            path = f"{folder}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if path != STATE:
                    folders.append(f"{path}/")
            elif path not in files:
                found.append(path)
    return sorted(found)
