"""The texts of articles, which are loaded only where they are shown."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from plugins.incremental.store import Look, Store
from plugins.portal.refusal import ENVIRONMENT, Refusal


@dataclass(frozen=True, slots=True)
class Body:
    """An article's text: as it was written, as HTML, and with the evidence of awards marked."""

    source: str
    html: str
    marked: str

    @property
    def digest(self) -> bytes:
        """Return what tells this text from every other, as readers meet it."""
        digest = hashlib.sha256(self.html.encode())
        digest.update(b"\0" + self.marked.encode())
        return digest.digest()


@dataclass(frozen=True, slots=True)
class StoryText:
    """The text of a story, known by its ``digest``; asked for more, it gets it by its ``path``.

    In ``marked`` the words that award number *n* (from 1) rests on stand in ``<mark>`` elements
    with the ids ``can-cu-n`` (first evidence) and ``can-cu-n-j`` (recipient *j*, from 1).
    """

    digest: bytes
    path: str = field(compare=False)
    get: Callable[[str], Body] = field(compare=False, repr=False)

    @property
    def basis(self) -> bytes:
        """All that an output depends on which shows the text."""
        return self.digest

    def load(self) -> Body:
        """Return all of the text."""
        return self.get(self.path)

    def __html__(self) -> str:
        """Return the text as templates print it."""
        return self.marked

    @property
    def html(self) -> str:
        """The text as HTML."""
        return self.load().html

    @property
    def marked(self) -> str:
        """The text as HTML with the evidence marked."""
        return self.load().marked


class Texts:
    """Texts by the path of their file: in ``store``, or held where that could not keep them.

    ``asked_for`` are the paths of all that were loaded.
    ``read_again`` reads a file whose text another build has replaced in the store meanwhile; it
    returns what the file looks like now and its text.
    """

    def __init__(
        self, store: Store, read_again: Callable[[Path, str], tuple[Look | None, Body | None]]
    ) -> None:
        self._store = store
        self._read_again = read_again
        self._files: dict[str, tuple[str, bytes]] = {}
        self._held: dict[str, Body] = {}
        self.asked_for: set[str] = set()
        self._get = self.get  # one for all stories

    def know(self, path: str, file: Path, content: bytes) -> None:
        """Know where a text is: made of ``file`` when its bytes had the digest ``content``."""
        self._files[path] = (str(file), content)  # a Path takes five times as much memory

    def hold(self, path: str, body: Body) -> None:
        """Hold a text that is kept nowhere else."""
        self._held[path] = body

    def get(self, path: str) -> Body:
        """Return the text of an article.

        Raises:
            Refusal: it has changed since it was read.
        """
        self.asked_for.add(path)
        if path in self._held:
            return self._held[path]
        file, content = self._files[path]
        body = self._store.text(path, content)
        if isinstance(body, Body):
            return body
        seen, again = self._read_again(Path(file), path)
        if again is None or seen is None or seen.content != content:
            message = f"{path} vừa được sửa trong lúc dựng. Trang đang có giữ nguyên; chạy lại."
            raise Refusal(message, ENVIRONMENT)
        return again

    def of(self, path: str, digest: bytes) -> StoryText:
        """Return the text of an article as its story has it."""
        return StoryText(digest, path, self._get)


def held(body: Body) -> StoryText:
    """Return a text that is in memory."""
    return StoryText(body.digest, "", partial(_same, body))


def _same(body: Body, _path: str) -> Body:
    return body
