"""A source file read by its schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.sources.bounds import body_faults
from plugins.sources.fields import read_fields
from plugins.sources.frontmatter import read_file
from plugins.sources.problems import Problems
from plugins.sources.reserved import reserved
from plugins.sources.schemas import Schema
from plugins.sources.values import SLUG, Place


@dataclass(frozen=True, slots=True)
class Record:
    """Typed front matter (a value or ``None`` for every key of the schema) and Markdown body.

    ``lines`` maps the keys that stand in the file to their lines; ``slug`` is the file's stem. Of a
    body that is kept apart, ``places`` are the lines of words that may be asked for.
    """

    path: str
    slug: str
    values: Mapping[str, Any] = field(hash=False)
    lines: Mapping[str, int] = field(hash=False)
    body: str
    body_line: int
    places: Mapping[str, int] = field(default_factory=dict, hash=False)

    def line(self, key: str) -> int:
        """Return the line of a key, or 1 where the file does not have it."""
        return self.lines.get(key, 1)

    def line_of(self, words: str) -> int:
        """Return the line of the body on which ``words`` first stand, else the body's first."""
        if words in self.places:
            return self.places[words]
        position = max(self.body.find(words), 0) if words else 0
        return self.body_line + self.body.count("\n", 0, position)


def read_record(file: Path, path: str, schema: Schema, problems: Problems) -> Record | None:
    """Read ``file``, known to staff as ``path``, by ``schema``.

    Everything that is wrong is noted in ``problems``. A record is returned wherever the front
    matter could be read at all and the body is within bounds, with ``None`` for values that are
    wrong, so that further checks can go on.
    """
    if not SLUG.fullmatch(file.stem):
        problems.add(
            path,
            1,
            f"tên tệp “{file.name}” không dùng làm địa chỉ được. "
            "Đổi tên: chỉ gồm a–z, 0–9 và dấu gạch nối, không dấu, tối đa 80 ký tự.",
        )
    elif fault := reserved(file.stem):
        problems.add(path, 1, fault)
    source = read_file(file, path, problems)
    if source is None:
        return None
    values = read_fields(source.values, schema.fields, 1, Place(path, "", problems))
    lines = {key: node.line for key, node in source.values.items()}
    too_large = list(body_faults(source.body))
    for position, message in too_large:
        problems.add(path, source.body_line + position, message)
    if too_large:
        return None
    return Record(path, file.stem, values, lines, source.body, source.body_line)
