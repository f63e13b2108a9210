"""Publish a planned site: stage what changed, then commit it.

A build writes into ``output/.bang-vang/staging``. When all is there a journal is put in place: from
then on the new site is decided, and the commit only moves files, deletes what is stale and writes
the manifest. A build that dies before the journal leaves the old site; one that dies after it is
completed by :func:`heal`, which every build and ``make heal`` begin with. Every step may be done
again.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any, Self

from plugins.incremental.prints import State, state_of
from plugins.portal.manifest import STATE, Manifest, manifest_file
from plugins.portal.refusal import ENVIRONMENT, Refusal

FILE_MODE, FOLDER_MODE = 0o644, 0o755


@dataclass(frozen=True, slots=True)
class Placed:
    """A file of the new site; ``number`` is its place in the staging, none where it is there."""

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


def heal(output: Path) -> bool:
    """Complete a commit that was cut short, or clear away an unfinished staging.

    Returns whether a commit was completed.
    """
    state = output / STATE
    if (state / "journal.json").is_file():
        _commit(output)
        return True
    shutil.rmtree(state / "staging", ignore_errors=True)
    return False


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
        _make_folder(self._folder)
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
        state = state_of(target)
        if state and state.size == len(data) and target.read_bytes() == data:
            return Placed(state)
        with (self._folder / str(number)).open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fchmod(stream.fileno(), FILE_MODE)
            found = os.fstat(stream.fileno())
        return Placed(State(found.st_size, found.st_mtime_ns, found.st_ino), number)

    def read(self, path: str, placed: Placed | None) -> bytes:
        """Return the bytes of a file of the new site."""
        if placed is None or placed.number is None:
            return (self._output / path).read_bytes()
        return (self._folder / str(placed.number)).read_bytes()

    def replace(self, placed: Mapping[str, Placed]) -> None:
        """Put files in the place of those of the same path; nothing else of the site changes."""
        put = [(one.number, path) for path, one in placed.items() if one.number is not None]
        if put:
            self._decide({"put": put, "drop": [], "manifest": None})

    def _decide(self, journal: Mapping[str, Any]) -> None:
        _write_whole(self._output / STATE / "journal.json", json.dumps(journal))
        _commit(self._output)

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
            self._decide({"put": put, "drop": drop, "manifest": manifest.encode()})
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


def _commit(output: Path) -> None:
    """Carry out the journal; whatever of it is done already is left as it is."""
    state = output / STATE
    journal = json.loads((state / "journal.json").read_text("utf-8"))
    root = output.resolve()
    inside = cache(partial(_inside, root))
    for path in journal["drop"]:
        folder, name = os.path.split(path)
        target = inside(folder) / name
        if target.is_dir() and not target.is_symlink():
            continue  # done before, and a folder of the new site has taken the name
        with suppress(FileNotFoundError, NotADirectoryError):
            target.unlink()
        _remove_empty(target.parent, root)
    folders, staging = _Folders(root), state / "staging"
    for number, path in journal["put"]:
        folder, _, name = path.rpartition("/")
        with suppress(FileNotFoundError):  # done before
            (staging / str(number)).replace(folders.made(folder) / name)
    if journal["manifest"] is not None:
        _write_whole(manifest_file(output), journal["manifest"])
    (state / "journal.json").unlink()
    shutil.rmtree(state / "staging", ignore_errors=True)


def _inside(root: Path, path: str) -> Path:
    """Return the folder ``path`` below ``root``, proved to be there: no link leads out of it."""
    folder = root / path
    if os.path.commonpath([root, folder.resolve()]) != str(root):
        raise Refusal(f"{folder} dẫn ra ngoài thư mục {root}. Xóa liên kết đó.", ENVIRONMENT)
    return folder


class _Folders:
    """The folders below ``root`` that files are moved into."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._made = {"": root}

    def made(self, path: str) -> Path:
        """Return a folder, made if it is not there, and proved to be inside."""
        found = self._made.get(path)
        if found is None:
            above, _, name = path.rpartition("/")
            found = self.made(above) / name
            try:
                found.mkdir()
                found.chmod(FOLDER_MODE)
            except FileExistsError:
                # What is inside and no link has what is below it inside too.
                if found.is_symlink():
                    _inside(self._root, path)
            self._made[path] = found
        return found


def _write_whole(file: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all, even after a power cut."""
    _make_folder(file.parent)
    part = file.with_name(file.name + ".part")
    with part.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    part.chmod(FILE_MODE)
    part.replace(file)


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        folder.chmod(FOLDER_MODE)


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
