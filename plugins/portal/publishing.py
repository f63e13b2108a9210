"""Publish a planned site: stage what changed, then commit it.

A build writes into ``output/.bang-vang/staging``. What of it becomes the site, and when, is told in
:mod:`plugins.portal.journal`.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from plugins.incremental.prints import Left, State, state_of
from plugins.incremental.shelf import Shelf, digest_of
from plugins.portal.journal import FILE_MODE, Folders, decide, make_folder
from plugins.portal.manifest import STATE, Manifest
from plugins.portal.refusal import ENVIRONMENT, Refusal


@dataclass(frozen=True, slots=True)
class Placed:
    """A file of the new site; ``number`` is its place in the staging, none where it is there."""

    digest: bytes
    state: State
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """How many files the site has, how many were written and how many removed.

    ``strangers`` are files in the folder that no build has made.
    """

    files: int
    written: int
    removed: int
    strangers: tuple[str, ...] = ()


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

    They lie under numbers in one folder: to make and remove as many folders as there are pages
    would take longer than to write them. Use it as a context: without a commit all is cleared.
    """

    def __init__(self, output: Path) -> None:
        self._output = output
        self._folder = output / STATE / "staging"

    def __enter__(self) -> Self:
        shutil.rmtree(self._folder, ignore_errors=True)
        make_folder(self._folder)
        return self

    def __exit__(self, *_: object) -> None:
        if not (self._output / STATE / "journal.json").exists():
            shutil.rmtree(self._folder, ignore_errors=True)

    def put(self, number: int, path: str, data: bytes) -> Placed:
        """Stage a file under a number of its own, unless its bytes are already there.

        Raises:
            OSError: the disk is full, or not ours to write to.
        """
        target = self._output / path
        state, digest = state_of(target), digest_of(data)
        if state and state.size == len(data) and target.read_bytes() == data:
            return Placed(digest, state)
        with (self._folder / str(number)).open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fchmod(stream.fileno(), FILE_MODE)
            found = os.fstat(stream.fileno())
        return Placed(digest, State(found.st_size, found.st_mtime_ns, found.st_ino), number)

    def take(self, number: int, shelf: Shelf, left: Left) -> Placed | None:
        """Stage a file of an earlier site from the shelf, if it is still there as it was."""
        state = shelf.take(left.digest, left.state, self._folder / str(number))
        return Placed(left.digest, state, number) if state else None

    def restore(
        self, shelf: Shelf, left: Mapping[str, Left], manifest: Manifest
    ) -> dict[str, Left] | None:
        """Publish a whole earlier site where there is none, and return it as it is left now.

        ``None``, and nothing is published, if not every file is on the shelf.
        """
        folders, now = Folders(self._folder), {}
        for path, one in left.items():
            folder, _, name = path.rpartition("/")
            state = shelf.take(one.digest, one.state, f"{folders.made(folder)}/{name}")
            if state is None:
                return None
            now[path] = one._replace(state=state)
        names = {one.name for one in self._folder.iterdir()} - {STATE}
        put = [(name, name) for name in sorted(names)]
        # Our own folder is there already.
        put += [(path, path) for path in left if path.startswith(f"{STATE}/")]
        decide(self._output, put, manifest=manifest)
        return now

    def read(self, path: str, placed: Placed | None) -> bytes:
        """Return the bytes of a file of the new site."""
        if placed is None or placed.number is None:
            return (self._output / path).read_bytes()
        return (self._folder / str(placed.number)).read_bytes()

    def replace(self, placed: Mapping[str, Placed]) -> None:
        """Put files in the place of those of the same path; nothing else of the site changes."""
        put = [(one.number, path) for path, one in placed.items() if one.number is not None]
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
        put = [(one.number, path) for path, one in placed.items() if one.number is not None]
        drop = sorted(set(previous.files).difference(paths))
        manifest = replace(new, files=tuple(sorted(paths)))
        if put or drop or manifest != previous:
            decide(self._output, put, drop, manifest)
        return Published(len(paths), len(put), len(drop), _strangers(self._output, set(paths)))


def _strangers(output: Path, files: Collection[str]) -> tuple[str, ...]:
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
    return tuple(sorted(found))
