"""The keys of a schema, and values that hold others: lists and groups of keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from plugins.sources.frontmatter import Node, unknown_keys
from plugins.sources.values import FieldType, Place

_MOST = 500  # values of a list


@dataclass(frozen=True, slots=True)
class Several:
    """A list of one type; a single value may stand without the list."""

    item: FieldType

    def read(self, node: Node, place: Place) -> tuple[Any, ...]:
        """Return the values that are right."""
        nodes = node.value if isinstance(node.value, list) else [node]
        if not nodes:
            place.wrong(node, "danh sách trống. Điền giá trị hoặc bỏ hẳn dòng này.")
        if len(nodes) > _MOST:
            place.wrong(node, f"danh sách có {len(nodes)} giá trị; nhiều nhất {_MOST}.")
            return ()
        values = (self.item.read(one, place) for one in nodes)
        return tuple(value for value in values if value is not None)

    def describe(self) -> str:
        """Say what may stand here."""
        return f"một hoặc nhiều: {self.item.describe()}"


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a schema: its type, whether it must stand, and what staff read about it."""

    type: FieldType
    label: str
    required: bool = False
    help: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A value with keys of its own."""

    fields: Mapping[str, Field] = field(hash=False)

    def read(self, node: Node, place: Place) -> dict[str, Any] | None:
        """Return the typed values of all keys; ``None`` for those that do not stand."""
        if not isinstance(node.value, dict):
            place.wrong(node, f"phải gồm các khóa: {', '.join(self.fields)}.")
            return None
        return read_fields(node.value, self.fields, node.line, place)

    def describe(self) -> str:
        """Say what may stand here."""
        keys = (f"{key}{'' if spec.required else '?'}" for key, spec in self.fields.items())
        return "nhóm {" + ", ".join(keys) + "}"


def read_fields(
    values: Mapping[str, Node], fields: Mapping[str, Field], line: int, place: Place
) -> dict[str, Any]:
    """Read ``values`` by ``fields``: unknown and missing keys are noted, the rest is typed."""
    unknown_keys(values, list(fields), place.path, place.problems)
    result: dict[str, Any] = {}
    for key, spec in fields.items():
        inner = place.inside(key) if place.key else Place(place.path, key, place.problems)
        if key in values:
            result[key] = spec.type.read(values[key], inner)
        else:
            result[key] = () if isinstance(spec.type, Several) else None
            if spec.required:
                place.problems.add(
                    place.path, line, f"thiếu khóa “{inner.key}” ({spec.label.lower()})."
                )
    return result
