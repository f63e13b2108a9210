"""An edit of an article's words and nothing else, put straight into the files that show them.

What a site tells is read from the articles; but most edits change no title, no name, no award,
only words of the text. Then the pages stay what they are around the text, which stands in each of
them just once and as it is. Whatever is not so simple is left to a whole build.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.incremental.database import Database
from plugins.incremental.prints import Left, Prints, state_of
from plugins.incremental.store import Look, Store, outside, pack
from plugins.portal.feeds import full_text
from plugins.portal.folders import is_passed_over
from plugins.portal.gather import ARTICLES
from plugins.portal.intake import ArticleFile, Intake, IntakeReader
from plugins.portal.journal import heal
from plugins.portal.kept import SCHEMA, Shown, shelf_beside
from plugins.portal.outputs import file_path
from plugins.portal.publishing import Placed, Staging, locked
from plugins.portal.scene import Scene
from plugins.portal.texts import Body

# More edits at once are no retouching.
MOST = 20


@dataclass(frozen=True, slots=True)
class _Edit:
    """An article's file as it is now; ``old`` and ``new`` are its text before and after."""

    path: str
    seen: Look
    intake: Intake
    old: Body
    new: Body


def retouch(scene: Scene) -> list[str] | None:
    """Publish edits of articles' words; return the paths of the files that were written.

    ``None``, and nothing is done, where more must be built than the words.

    Raises:
        Refusal: another build holds the output.
        OSError: a file cannot be written; the old site is as it was.
    """
    output = Path(scene.output)
    with ExitStack() as held:
        held.enter_context(locked(output))
        if heal(output):
            return None
        database = held.enter_context(Database(Path(scene.store), scene.version, SCHEMA))
        work = _Retouching(scene, database)
        edits = work.edits()
        pages = None if edits is None else work.pages(edits)
        if edits is None or pages is None:
            return None
        with Staging(output) as staging:
            placed = {
                path: staging.put(number, path, data)
                for number, (path, data) in enumerate(pages.items())
            }
            staging.replace(placed)
        work.keep(edits, placed)
        return [path for path, one in placed.items() if one.name]


class _Retouching:
    def __init__(self, scene: Scene, database: Database) -> None:
        self._scene = scene
        self._database = database
        self._store = Store(database, "plugins")
        self._content, self._output = Path(scene.content), Path(scene.output)
        self._prints = Prints(database, self._output)
        self._shelf = shelf_beside(Path(scene.store))

    def edits(self) -> list[_Edit] | None:
        """Return the files that changed, if nothing of them did but words of their text."""
        changed = self._changed()
        if changed is None or len(changed) > MOST:
            return None
        edits = []
        for path, file in changed:
            edit = self._edit(path, file)
            if edit is None:
                return None
            edits.append(edit)
        return edits

    def pages(self, edits: Sequence[_Edit]) -> dict[str, bytes] | None:
        """Return the files that show the edited texts, as they are to be."""
        pages: dict[str, bytes] = {}
        shown = Shown(self._database)
        for edit in edits:
            if edit.old == edit.new:
                continue
            outputs = shown.of(edit.path)
            if outputs is None:
                return None
            for path in outputs:
                data = pages.get(path) or self._left(path)
                old, new = self._parts(path, edit)
                if data is None or not old or data.count(old) != 1:
                    return None
                pages[path] = data.replace(old, new)
        return pages

    def keep(self, edits: Sequence[_Edit], placed: Mapping[str, Placed]) -> None:
        """Remember what was read and written."""
        for edit in edits:
            self._store.put(edit.path, edit.seen, pack(edit.intake, edit.new))
        self._prints.update(
            {path: Left(b"", one.digest, one.state) for path, one in placed.items()}
        )
        self._database.commit()
        for path, one in placed.items():
            self._shelf.put(one.digest, self._output / path)

    def _changed(self) -> list[tuple[str, Path]] | None:
        """Return the articles that look changed; ``None`` if any came or went."""
        known = self._store.looks(f"{self._content.name}/{ARTICLES}/")
        changed = []
        start = len(str(self._content.parent)) + 1 if self._content.parent != Path() else 0
        for name, look in _looks(str(self._content / ARTICLES)):
            path = name[start:]
            if path not in known:
                return None
            if known.pop(path) != look and not self._store.is_kept(path, Path(name)):
                changed.append((path, Path(name)))
        return None if known else changed

    def _edit(self, path: str, file: Path) -> _Edit | None:
        kept = self._store.kept(path)
        before = kept.facts if kept else None
        if kept is None or not isinstance(before, Intake) or before.reading is None:
            return None
        text = self._store.text(path, kept.content)
        reader = IntakeReader(
            self._scene.taxonomies, dict(before.reading.pictures), self._scene.prefix
        )
        intake, body, look = reader(ArticleFile(file, path))
        if intake.reading is None or body is None or look is None or not isinstance(text, Body):
            return None
        same = replace(intake, reading=replace(intake.reading, digest=before.reading.digest))
        return _Edit(path, look, intake, text, body) if same == before else None

    def _left(self, path: str) -> bytes | None:
        """Return the bytes of an output, if it is as it was left."""
        file, left = self._output / path, self._prints.left(path)
        return file.read_bytes() if left and state_of(file) == left.state else None

    def _parts(self, path: str, edit: _Edit) -> tuple[bytes, bytes]:
        """Return what an output shows of a text, before and after."""
        record = edit.intake.record
        assert record is not None  # noqa: S101 - it has a text
        address = f"/{ARTICLES}/{record.values['date']:%Y/%m}/{record.slug}/"
        if path == file_path(address):
            return edit.old.marked.encode(), edit.new.marked.encode()
        url = self._scene.url + address
        return full_text(url, edit.old.html).encode(), full_text(url, edit.new.html).encode()


def _looks(folder: str) -> Iterator[tuple[str, str]]:
    """Give every file below a folder with what it looks like from outside."""
    folders = [folder]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if is_passed_over(entry.name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    yield entry.path, outside(entry.stat(follow_symlinks=False))
