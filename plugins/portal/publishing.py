"""Publish a planned site: stage what changed, then commit it.

A build writes into ``output/.bang-vang/staging``. When all is there a journal is put in place: from
then on the new site is decided, and the commit only moves files, deletes what is stale and writes
the manifest. A build that dies before the journal leaves the old site; one that dies after it is
completed by :func:`heal`, which every build and ``make heal`` begin with. Every step may be done
again.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.portal.manifest import STATE, Manifest, manifest_file
from plugins.portal.refusal import ENVIRONMENT, Refusal

FILE_MODE, FOLDER_MODE = 0o644, 0o755


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


def publish(
    files: Iterable[tuple[str, bytes | Path]], output: Path, previous: Manifest, new: Manifest
) -> Published:
    """Make ``output`` hold exactly ``files`` (path, bytes or a file to copy).

    ``new`` is the manifest to leave, its ``files`` are filled in. Files whose bytes are already
    there are not written. The others are staged under numbers in one folder: to make and remove as
    many folders as there are pages would take longer than to write them. Nothing is deleted but
    what ``previous`` says that a build has made.

    Raises:
        OSError: the disk is full, or not ours to write to; the old site is as it was.
    """
    staging = output / STATE / "staging"
    shutil.rmtree(staging, ignore_errors=True)
    _make_folder(staging)
    digests: dict[str, str] = {}
    put: list[str] = []
    try:
        for path, content in files:
            data = content if isinstance(content, bytes) else content.read_bytes()
            digests[path] = hashlib.sha256(data).hexdigest()
            if not _holds(output / path, data):
                _write(staging / str(len(put)), data)
                put.append(path)
        drop = sorted(set(previous.files) - set(digests))
        journal = {
            "put": put,
            "drop": drop,
            "manifest": replace(new, files=digests).encode(),
        }
        _write_whole(output / STATE / "journal.json", json.dumps(journal))
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    _commit(output)
    return Published(len(digests), len(put), len(drop), _strangers(output, digests))


def _strangers(output: Path, files: Collection[str]) -> tuple[str, ...]:
    found = (
        path.relative_to(output)
        for path in output.rglob("*")
        if path.is_symlink() or not path.is_dir()
    )
    return tuple(
        sorted(
            path.as_posix()
            for path in found
            if path.parts[0] != STATE and path.as_posix() not in files
        )
    )


def _commit(output: Path) -> None:
    """Carry out the journal; whatever of it is done already is left as it is."""
    state = output / STATE
    journal = json.loads((state / "journal.json").read_text("utf-8"))
    root = output.resolve()
    for path in journal["drop"]:
        target = _inside(root, path)
        if target.is_dir() and not target.is_symlink():
            continue  # done before, and a folder of the new site has taken the name
        with suppress(FileNotFoundError, NotADirectoryError):
            target.unlink()
        _remove_empty(target.parent, root)
    for number, path in enumerate(journal["put"]):
        source = state / "staging" / str(number)
        if source.is_file():
            target = _inside(root, path)
            _make_folder(target.parent)
            source.replace(target)
    _write_whole(manifest_file(output), journal["manifest"])
    (state / "journal.json").unlink()
    shutil.rmtree(state / "staging", ignore_errors=True)


def _inside(root: Path, path: str) -> Path:
    """Return the place of ``path`` below ``root``, proved to be there: no link leads out of it."""
    target = root / path
    if os.path.commonpath([root, target.parent.resolve()]) != str(root):
        raise Refusal(f"{target} dẫn ra ngoài thư mục {root}. Xóa liên kết đó.", ENVIRONMENT)
    return target


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.stat().st_size == len(data) and (
            not file.is_symlink() and file.read_bytes() == data
        )
    except (FileNotFoundError, NotADirectoryError):
        return False


def _write(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    file.chmod(FILE_MODE)


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
