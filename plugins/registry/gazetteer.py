"""Vietnam's units of government before and after 1 July 2025, without a file for each.

The districts ended on 30 June 2025 and the communes were merged (Law 72/2025/QH15 on the
organisation of local government; resolutions 202/2025/QH15 and 1656 to 1689/NQ-UBTVQH15). A
province whose name lives on, and a commune that the reform left as it was, are one unit throughout.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from pathlib import Path

from plugins.model import OfficialCode
from plugins.registry.localities import LOCALITIES
from plugins.vocabulary import fold

FILE = Path(__file__).parent / "data" / "gazetteer.tsv"
COLUMNS = (
    "id",
    "name",
    "slug",
    "old_code",
    "new_code",
    "old_parent",
    "new_parent",
    "successors",
    "fold",
)
REFORM = date(2025, 7, 1)
LAST_DAY = REFORM - timedelta(days=1)

# What kind of city an entry is, by the first letter of its id; other kinds begin their names.
_CITY = {"p": "thành phố trực thuộc trung ương", "d": "thành phố thuộc tỉnh"}
_LEADING_ZERO = re.compile(r"\b0+(?=\d)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One unit as the file gives it; ``parent`` and ``successors`` are ids of entries."""

    id: str
    name: str
    slug: str
    old_code: str
    new_code: str
    old_parent: str
    new_parent: str
    successors: tuple[str, ...]

    @property
    def kind(self) -> str:
        """The kind of unit, as the vocabulary names it."""
        folded = self.name.lower()
        return (
            next((kind for kind in LOCALITIES if folded.startswith(kind + " ")), "")
            or _CITY[self.id[0]]
        )

    @property
    def parents(self) -> tuple[str, ...]:
        """The ids of the units that it belongs or belonged to, today's first."""
        return tuple(one for one in (self.new_parent, self.old_parent) if one)

    @property
    def since(self) -> date | None:
        """The first day, for units of the reform."""
        return REFORM if self.id[0] == "n" and not self.old_code else None

    @property
    def until(self) -> date | None:
        """The last day, for units that the reform ended."""
        return None if self.new_code else LAST_DAY

    @property
    def codes(self) -> tuple[OfficialCode, ...]:
        """The official codes with their periods; numbers were used again for other units."""
        old = OfficialCode(self.old_code, None, LAST_DAY) if self.old_code else None
        new = OfficialCode(self.new_code, REFORM, None) if self.new_code else None
        return tuple(code for code in (old, new) if code)


class Gazetteer:
    """All entries by id, by name and by slug; loading is a split of lines, no more."""

    def __init__(self, text: str) -> None:
        self._lines = {line.split("\t", 1)[0]: line for line in text.splitlines() if line[0] != "#"}
        # Ids with a space between them: lists would cost the collector twice the time.
        self._names: dict[str, str] = {}
        for identity, line in self._lines.items():
            fields = line.split("\t")
            folded = fields[8] if len(fields) == len(COLUMNS) else fields[1].lower()
            known = self._names.get(folded)
            self._names[folded] = f"{known} {identity}" if known else identity

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[Entry]:
        return map(self.entry, self._lines)

    def entry(self, identity: str) -> Entry:
        """Return the entry of an id.

        Raises:
            KeyError: there is none.
        """
        fields = self._lines[identity].split("\t")
        one, name, slug, old_code, new_code, old_parent, new_parent, successors, *_ = (
            *fields,
            *[""] * len(COLUMNS),
        )
        heirs = tuple(successors.split())
        return Entry(one, name, slug, old_code, new_code, old_parent, new_parent, heirs)

    def named(self, name: str) -> tuple[Entry, ...]:
        """Return the entries of a full name ("xã Đại Yên"); provinces by their bare name too."""
        folded = _LEADING_ZERO.sub("", fold(name))
        found = self._names.get(folded) or self._bare_provinces.get(folded, "")
        return tuple(map(self.entry, found.split()))

    def above(self, entry: Entry) -> tuple[Entry, ...]:
        """Return all units that an entry belongs or belonged to."""
        found: dict[str, Entry] = {}
        waiting = list(entry.parents)
        while waiting:
            parent = self.entry(waiting.pop(0))
            found.setdefault(parent.id, parent)
            waiting += parent.parents
        return tuple(found.values())

    def of_slug(self, slug: str) -> Entry | None:
        """Return the entry with an address of its own."""
        identity = self._slugs.get(slug)
        return self.entry(identity) if identity else None

    def of_code(self, code: str) -> tuple[Entry, ...]:
        """Return the entries that bear or bore an official code, today's first."""
        found = [self._lines.get(f"n{code}") and f"n{code}"]
        found += [identity for level in "pdw" if (identity := f"{level}{code}") in self._lines]
        found += self._changed_codes.get(code, [])
        return tuple(self.entry(identity) for identity in dict.fromkeys(found) if identity)

    @cached_property
    def _slugs(self) -> dict[str, str]:
        return {line.split("\t", 3)[2]: identity for identity, line in self._lines.items()}

    @cached_property
    def _bare_provinces(self) -> dict[str, str]:
        bare = {}
        for entry in map(self.entry, (one for one in self._lines if one[0] == "p")):
            kind = "tỉnh" if entry.kind == "tỉnh" else "thành phố"
            bare[fold(entry.name).removeprefix(f"{kind} ")] = entry.id
        return bare

    @cached_property
    def _changed_codes(self) -> dict[str, list[str]]:
        changed: defaultdict[str, list[str]] = defaultdict(list)
        for entry in self:
            for code in (entry.old_code, entry.new_code):
                if code and code != entry.id[1:]:
                    changed[code].append(entry.id)
        return changed


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer; read once per process."""
    return Gazetteer(FILE.read_text(encoding="utf-8"))
