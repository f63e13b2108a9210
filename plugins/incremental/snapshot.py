"""What a tree of files is from outside, without opening one of them."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# What running the code leaves in its folders.
_OWN_TRACES = frozenset({"__pycache__"})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """``digest`` changes whenever a file or folder does; ``newest`` is when the last one did."""

    digest: str
    newest: float


def snapshot(roots: Iterable[Path], besides: Path | None = None) -> Snapshot:
    """Look at everything below ``roots``, by name, size, times and inode, but for ``besides``.

    A folder's own times say nothing that its files do not. What is missing has no look.
    """
    digest, newest = hashlib.sha256(), 0.0
    for root in roots:
        digest.update(f"\0{root}\0".encode(errors="surrogateescape"))
        for path, state in _states(root, str(besides)):
            line = f"{path}\0{state.st_mode}"
            if not stat.S_ISDIR(state.st_mode):
                newest = max(newest, state.st_mtime, state.st_ctime)
                line += f" {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino}"
            digest.update(f"{line}\n".encode(errors="surrogateescape"))
    return Snapshot(digest.hexdigest(), newest)


def folder_times(folders: Iterable[str]) -> dict[str, str]:
    """Return what each folder is from outside: it changes when a file is made or removed there.

    One that is missing is left out.
    """
    found = {}
    for folder in folders:
        try:
            state = os.lstat(folder)
        except OSError:
            continue
        found[folder] = f"{state.st_mode} {state.st_mtime_ns} {state.st_ino}"
    return found


def _states(root: Path, besides: str) -> Iterator[tuple[str, os.stat_result]]:
    """Give every path below a root, itself first, in an order that does not depend on the disk."""
    try:
        state = root.lstat()
    except OSError:
        return
    yield "", state
    waiting = [str(root)] if stat.S_ISDIR(state.st_mode) else []
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if entry.name in _OWN_TRACES or entry.path == besides:
                continue
            try:
                yield entry.path, entry.stat(follow_symlinks=False)
            except OSError:
                continue
            if is_folder:
                waiting.append(entry.path)
