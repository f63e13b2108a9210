"""What became of every source file: the counts add up, and nothing is lost unseen."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from plugins.sources import Problems

Fate = Literal[
    "published", "draft", "scheduled", "expired", "withdrawn", "rejected", "unused", "applied"
]

WORDS: dict[Fate, str] = {
    "published": "đã xuất bản",
    "draft": "nháp",
    "scheduled": "hẹn giờ",
    "expired": "hết hạn",
    "withdrawn": "đã gỡ",
    "rejected": "bị từ chối",
    "unused": "không dùng đến",
    "applied": "đã áp dụng",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One source file. ``due`` is when its fate changes by itself, if it will."""

    path: str
    fate: Fate
    reason: str = ""
    due: datetime | None = None


@dataclass(slots=True)
class Ledger:
    """An entry for each source file, by path."""

    entries: dict[str, Entry] = field(default_factory=dict)

    def add(self, path: str, fate: Fate, reason: str = "", due: datetime | None = None) -> None:
        """Enter what became of a file; a rejection stays."""
        known = self.entries.get(path)
        if known is None or known.fate != "rejected":
            self.entries[path] = Entry(path, fate, reason, due)

    def reject(self, problems: Problems) -> None:
        """Enter every file that has a fault."""
        for problem in problems:
            self.add(problem.path, "rejected", f"dòng {problem.line}: {problem.message}")

    def published(self) -> frozenset[str]:
        """Return the paths of all files that are published."""
        return frozenset(one.path for one in self.entries.values() if one.fate == "published")

    def articles(self) -> Counter[Fate]:
        """Count the articles by fate."""
        entries = (one for _, one in sorted(self.entries.items()))
        return Counter(one.fate for one in entries if "/tin/" in one.path)

    def due(self) -> list[Entry]:
        """Return the entries that change by themselves, the next first."""
        waiting = [one for one in self.entries.values() if one.due]
        return sorted(waiting, key=lambda one: (one.due or datetime.max, one.path))

    def summary(self) -> str:
        """Return the line for the end of a build."""
        counts = self.articles()
        shown: tuple[Fate, ...] = ("draft", "scheduled", "expired", "withdrawn", "rejected")
        rest = [f"{WORDS[fate]} {counts[fate]}" for fate in shown]
        total = sum(counts.values())
        return f"{counts['published']}/{total} bài {WORDS['published']} ({', '.join(rest)})"

    def save(self, file: Path, built: datetime) -> None:
        """Write the ledger as JSON."""
        file.parent.mkdir(parents=True, exist_ok=True)
        content = {
            "built": built.isoformat(),
            "articles": self.articles(),
            "entries": [
                {
                    "path": one.path,
                    "fate": one.fate,
                    "reason": one.reason,
                    "due": one.due.isoformat() if one.due else None,
                }
                for _, one in sorted(self.entries.items())
            ],
        }
        text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        file.write_text(text, encoding="utf-8")
