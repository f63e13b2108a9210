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


def snapshot(roots: Iterable[Path], *, folders_only: bool = False) -> Snapshot:
    """Look at everything below ``roots``, by name, size, times and inode.

    A folder's own times say nothing that its files do not. With ``folders_only`` they are all that
    is looked at: they change when a file is made, removed or replaced, not when it is written over.
    What is missing has no look.
    """
    digest, newest = hashlib.sha256(), 0.0
    for root in roots:
        digest.update(f"\0{root}\0".encode(errors="surrogateescape"))
        for path, state in _states(root, folders_only=folders_only):
            line = f"{path}\0{state.st_mode}"
            if folders_only or not stat.S_ISDIR(state.st_mode):
                newest = max(newest, state.st_mtime, state.st_ctime)
                line += f" {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino}"
            digest.update(f"{line}\n".encode(errors="surrogateescape"))
    return Snapshot(digest.hexdigest(), newest)


def _states(root: Path, *, folders_only: bool) -> Iterator[tuple[str, os.stat_result]]:
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
            if entry.name in _OWN_TRACES or (folders_only and not is_folder):
                continue
            try:
                yield entry.path, entry.stat(follow_symlinks=False)
            except OSError:
                continue
            if is_folder:
                waiting.append(entry.path)
