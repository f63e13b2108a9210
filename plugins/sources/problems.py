"""What is wrong with the content, collected so that staff see all of it at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from plugins.vocabulary import fold

_LONGEST = 80  # characters of what was found that a message repeats


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault: the file, the line (from 1), what is wrong and how to mend it, in Vietnamese."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class Problems:
    """A growing list of faults."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def add(self, path: str, line: int, message: str) -> None:
        """Note a fault at a line of a file."""
        self._found.append(Problem(path, line, message))

    def __bool__(self) -> bool:
        return bool(self._found)

    def __iter__(self) -> Iterator[Problem]:
        """Go through the faults by file and line, each once."""
        return iter(sorted(set(self._found)))

    def report(self) -> str:
        """Return the text for staff: every fault on a line of its own, and how many there are."""
        found = list(self)
        files = len({problem.path for problem in found})
        lines = [str(problem) for problem in found]
        lines.append(
            f"\nCó {len(found)} lỗi trong {files} tệp. "
            "Trang chưa được xuất bản; bản đang có giữ nguyên."
        )
        return "\n".join(lines)


def closest(text: str, known: Iterable[str]) -> str:
    """Return " Có phải ý là “…”?" for the nearest known spelling, or an empty string."""
    if len(text) > _LONGEST * 3:
        return ""
    spellings = {fold(name): name for name in known}
    near = get_close_matches(fold(text), spellings, n=1, cutoff=0.6)
    return f" Có phải ý là “{spellings[near[0]]}”?" if near else ""


def quoted(text: str) -> str:
    """Return ``text`` as a message shows it: on one line, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
