"""Read the TOML tables of this package into typed rows."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeVar

from plugins.model import AwardTitle
from plugins.vocabulary.fold import fold


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of a small closed list: kinds of article, of unit, of document.

    ``aliases`` are other words for it; ``plural`` heads a list; ``example`` is a phrase that a test
    recognises it in. ``short`` are abbreviations that a bare number may follow ("QĐ 9080").
    """

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    plural: str = ""
    example: str = ""
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that play one role in a sentence; ``value`` refines it (a number, a level, a kind)."""

    role: str
    words: tuple[str, ...]
    example: str
    value: str = ""


Row = TypeVar("Row", AwardTitle, Kind, Cue)
Named = TypeVar("Named", AwardTitle, Kind)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All closed lists, each row findable under its slug, its name and its aliases."""

    award_titles: tuple[AwardTitle, ...]
    article_kinds: tuple[Kind, ...]
    unit_kinds: tuple[Kind, ...]
    document_kinds: tuple[Kind, ...]
    cues: tuple[Cue, ...] = ()
    target_cues: tuple[Cue, ...] = ()

    def award_title(self, text: str) -> AwardTitle | None:
        """Find an award title by slug, name or alias, however it is spelt."""
        return _index(self.award_titles).get(fold(text))

    def article_kind(self, text: str) -> Kind | None:
        """Find a kind of article likewise."""
        return _index(self.article_kinds).get(fold(text))

    def unit_kind(self, text: str) -> Kind | None:
        """Find a kind of unit likewise."""
        return _index(self.unit_kinds).get(fold(text))

    def document_kind(self, text: str) -> Kind | None:
        """Find a kind of document likewise."""
        return _index(self.document_kinds).get(fold(text))


def read_table(name: str) -> dict[str, Any]:
    """Return ``data/<name>.toml`` as plain values."""
    text = files(__package__).joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@lru_cache(maxsize=1)
def load() -> Vocabulary:
    """Return the vocabulary; read once per process.

    Raises:
        ValueError: a row has an unknown key, or two rows of one table share a spelling.
    """
    vocabulary = Vocabulary(
        award_titles=_rows("award_titles", AwardTitle),
        article_kinds=_rows("article_kinds", Kind),
        unit_kinds=_rows("unit_kinds", Kind),
        document_kinds=_rows("document_kinds", Kind),
        cues=_rows("cues", Cue) + _rows("names", Cue),
        target_cues=_rows("targets", Cue),
    )
    _index(vocabulary.award_titles)
    for kinds in (vocabulary.article_kinds, vocabulary.unit_kinds, vocabulary.document_kinds):
        _index(kinds)
    _check(vocabulary.cues)
    _check(vocabulary.target_cues)
    return vocabulary


def _rows(table: str, row_type: type[Row]) -> tuple[Row, ...]:
    known = {field.name for field in fields(row_type)}
    rows = []
    for raw in read_table(table)["row"]:
        if unknown := set(raw) - known:
            row = raw.get("slug") or raw.get("example")
            raise ValueError(f"{table}.toml, {row}: unknown key {sorted(unknown)}")
        values: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()
        }
        rows.append(row_type(**values))
    return tuple(rows)


def _check(cues: Iterable[Cue]) -> None:
    seen: dict[tuple[str, str], Cue] = {}
    for cue in cues:
        for word in {fold(word) for word in cue.words}:
            if seen.setdefault((cue.role, word), cue) is not cue:
                raise ValueError(f"{word!r} stands twice under the role {cue.role}")


@lru_cache(maxsize=16)
def _index(rows: tuple[Named, ...]) -> Mapping[str, Named]:
    index: dict[str, Named] = {}
    for row in rows:
        for spelling in _spellings(row.slug, row.name, row.aliases):
            if index.setdefault(spelling, row) is not row:
                raise ValueError(f"{spelling!r} names both {index[spelling].slug} and {row.slug}")
    return index


def _spellings(slug: str, name: str, aliases: Iterable[str]) -> set[str]:
    return {fold(slug), fold(name), *map(fold, aliases)}
