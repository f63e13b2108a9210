"""The journal of a commit: from when it is in place the new site is decided.

What follows only moves files out of the staging, deletes what is stale and writes the manifest. A
build that dies before the journal is there leaves the old site; one that dies after it is completed
by :func:`heal`, which every build and ``make heal`` begin with. Every step may be done again.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

from plugins.incremental.shelf import FILE_MODE
from plugins.portal.manifest import STATE, Manifest, manifest_file
from plugins.portal.refusal import ENVIRONMENT, Refusal

FOLDER_MODE = 0o755


def decide(
    output: Path,
    put: Sequence[tuple[str, str]],
    drop: Sequence[str] = (),
    manifest: Manifest | None = None,
) -> None:
    """Put staged files, by their names there, at their paths; delete others.

    Without a ``manifest`` that of the output stays.
    """
    text = manifest.encode() if manifest else None
    journal = json.dumps({"put": put, "drop": drop, "manifest": text})
    _write_whole(output / STATE / "journal.json", journal)
    _commit(output)


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
    folders, staging = Folders(root), state / "staging"
    for staged, path in journal["put"]:
        folder, _, name = path.rpartition("/")
        with suppress(FileNotFoundError):  # done before
            os.replace(f"{staging}/{staged}", f"{folders.made(folder)}/{name}")  # noqa: PTH105
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


class Folders:
    """The folders below ``root`` that files are put into; there may be as many as files."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._made = {"": str(root)}

    def made(self, path: str) -> str:
        """Return a folder, made if it is not there, and proved to be inside.

        Raises:
            Refusal: a link leads out of ``root``.
        """
        found = self._made.get(path)
        if found is None:
            above, _, name = path.rpartition("/")
            found = self._made[path] = f"{self.made(above)}/{name}"
            try:
                os.mkdir(found)  # noqa: PTH102
                os.chmod(found, FOLDER_MODE)  # noqa: PTH101
            except FileExistsError:
                # What is inside and no link has what is below it inside too.
                if os.path.islink(found):  # noqa: PTH114
                    _inside(self._root, path)
        return found


def _write_whole(file: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all, even after a power cut."""
    make_folder(file.parent)
    part = file.with_name(file.name + ".part")
    with part.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    part.chmod(FILE_MODE)
    part.replace(file)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, as visitors may read them."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        folder.chmod(FOLDER_MODE)


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
