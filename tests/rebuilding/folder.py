"""The folder of a project: copied once, then kept as a scene has it, with a plain twin."""

from __future__ import annotations

import atexit
import compileall
import os
import py_compile
import shutil
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tests.rebuilding.scene import ROOT

PARTS = ("plugins", "theme", "pelicanconf.py")


def copy_project(folder: Path) -> None:
    """Copy code, theme and settings into ``folder``."""
    shutil.copytree(_original(), folder)


@cache
def _original() -> Path:
    """Make the first copy, compiled such that no edit of the code is missed.

    Python takes a compiled file for good if the source has its size and second of change; an edit
    may leave both as they are.
    """
    room = Path(tempfile.mkdtemp(prefix="bang-vang-"))
    atexit.register(shutil.rmtree, room, ignore_errors=True)
    folder = room / "goc"
    folder.mkdir()
    for name in PARTS:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder / name)
    checked = py_compile.PycInvalidationMode.CHECKED_HASH
    compileall.compile_dir(folder / "plugins", quiet=1, invalidation_mode=checked)
    return folder


class Files:
    """Keeps the varying files of a project: content, and what differs from the repository."""

    def __init__(self, folder: Path, twin: Path) -> None:
        self.folder = folder
        self._twin = twin
        self._known: dict[str, bytes | None] = {}

    def update(
        self, files: Mapping[str, bytes | None], *, replaced: bool = False, aged: bool = False
    ) -> list[str]:
        """Write what has changed, as an editor may do it, and plainly into the twin.

        Returns the paths of the files that changed.
        """
        wanted = dict(files)
        for path in self._known.keys() - wanted.keys():
            original = ROOT / path
            in_repository = path.split("/")[0] in PARTS and original.is_file()
            wanted[path] = original.read_bytes() if in_repository else None
        changed = [path for path in sorted(wanted) if wanted[path] != self._known.get(path, b"\0")]
        for path in changed:
            _put(self.folder / path, wanted[path], replaced=replaced, aged=aged)
            _put(self._twin / path, wanted[path])
        self._known = wanted
        return changed


def _put(file: Path, data: bytes | None, *, replaced: bool = False, aged: bool = False) -> None:
    if data is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.stat() if file.exists() else None
    if replaced:
        new = file.with_name(f".{file.name}.new")
        new.write_bytes(data)
        new.replace(file)
    else:
        file.write_bytes(data)
    if aged and before:
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def contents(output: Path) -> dict[str, tuple[int, bytes]]:
    """Return mode and bytes of all files of an output by path, but for what is half written."""
    found = {}
    for top, folders, files in os.walk(output):
        is_state = Path(top) == output / ".bang-vang"
        if is_state:
            folders[:] = [one for one in folders if one != "staging"]
        for name in files:
            if not (is_state and name.endswith(".part")):
                path = Path(top, name)
                state = (path.stat().st_mode, path.read_bytes())
                found[path.relative_to(output).as_posix()] = state
    return found
