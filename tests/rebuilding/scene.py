"""A whole project with its surroundings, at a moment of its life."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.rebuilding.content import Content

ROOT = Path(__file__).parent.parent.parent
BEGINNING = 1796169600  # 2 December 2026, 07:00 in Vietnam

DAY = 86_400


@dataclass
class State:
    """What can be taken back: content, files of theme, code and settings, the environment.

    ``code`` has only files that differ from the repository's; ``None`` is a file removed.
    """

    content: Content = field(default_factory=Content)
    code: dict[str, bytes | None] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)


@dataclass
class Hindrance:
    """What the next build meets with: its end, a full disk, a second build at the same time."""

    kill: dict[str, float] = field(default_factory=dict)
    file_size: int | None = None
    doubled: bool = False

    def __bool__(self) -> bool:
        return bool(self.kill) or self.file_size is not None or self.doubled


@dataclass
class Scene:
    """The project in ``folder`` as edits find and leave it.

    ``draw`` makes all choices. ``most`` is how many articles there may be. ``memory`` holds the
    states that were published, packed, ``good`` the last of them. The next files are written
    ``replaced`` (a new file takes the place of the old) or ``aged`` (the old file's time of change
    is kept). ``stash`` has older files of what is kept from build to build. The
    next build goes into ``output`` and begins after so many seconds of ``rest``.
    """

    folder: Path
    draw: Random
    state: State = field(default_factory=State)
    now: int = BEGINNING
    most: int = 24
    memory: list[bytes] = field(default_factory=list)
    good: bytes = b""
    replaced: bool = False
    aged: bool = False
    arguments: tuple[str, ...] = ()
    hindrance: Hindrance = field(default_factory=Hindrance)
    stash: dict[str, bytes] = field(default_factory=dict)
    output: str = "output"
    rest: float = 0.0

    @property
    def content(self) -> Content:
        """The content as it is now."""
        return self.state.content

    def packed(self) -> bytes:
        """Return the state to be gone back to."""
        return pickle.dumps(self.state)

    def go_back(self, packed: bytes) -> None:
        """Make the state what it was."""
        self.state = pickle.loads(packed)  # noqa: S301 - made by packed()

    def source(self, path: str) -> str:
        """Return the text of a file of theme, code or settings as it is now."""
        data = self.state.code.get(path)
        if data is None:
            data = (ROOT / path).read_bytes()
        return data.decode()

    def put(self, path: str, text: str) -> None:
        """Change a file of theme, code or settings."""
        self.state.code[path] = text.encode()

    def replace(self, path: str, old: str, new: str) -> bool:
        """Replace words of such a file; say whether they stand there once."""
        text = self.source(path)
        if text.count(old) != 1:
            return False
        self.put(path, text.replace(old, new))
        return True

    def chance(self, share: float) -> bool:
        """Decide something by chance."""
        return self.draw.random() < share
