"""Fingerprints of values: equal wherever an output made of them is equal.

They are made of plain values, dates, sequences, mappings, dataclasses and functions of modules, all
the way down. An object with a ``basis`` stands for that; a field of a dataclass with the metadata
:data:`UNPRINTED` is left out, since who needs it asks for it by itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from operator import attrgetter
from pathlib import PurePath
from typing import Any

UNPRINTED: Mapping[str, Any] = {"unprinted": True}
_SIZE = 16
_PLAIN = frozenset({int, float, bool, Decimal, date, datetime})


class Fingerprints:
    """Makes fingerprints; of an object that it meets again it remembers the first."""

    def __init__(self) -> None:
        # The object is held too, so that no other can take its id.
        self._known: dict[int, tuple[Any, bytes]] = {}
        self._parts: dict[type, Callable[[Any], Any]] = {}

    def of(self, *values: Any) -> bytes:
        """Return the fingerprint of values.

        Raises:
            TypeError: one holds something that may differ without being seen to.
        """
        parts: list[bytes] = []
        self._add(values, parts.append)
        return _hashed(parts)

    def _add(self, value: Any, add: Callable[[bytes], None]) -> None:
        kind = type(value)
        if kind is str:
            data = value.encode("utf-8", "surrogatepass")
            add(b"s%d:" % len(data))
            add(data)
        elif kind is tuple or kind is list:
            add(b"(%d:" % len(value))
            for one in value:
                self._add(one, add)
        elif value is None:
            add(b"-")
        elif kind in _PLAIN:
            add(f"{kind.__name__}:{value!r};".encode())
        else:
            known = self._known.get(id(value))
            if known is None:
                parts: list[bytes] = []
                self._describe(value, kind, parts.append)
                known = self._known[id(value)] = (value, _hashed(parts))
            add(known[1])

    def _describe(self, value: Any, kind: type, add: Callable[[bytes], None]) -> None:
        parts = self._parts.get(kind) or self._learn(kind)
        if parts:
            self._add((kind.__qualname__, parts(value)), add)
        elif isinstance(value, Mapping):
            add(b"m%d:" % len(value))
            for pair in value.items():
                self._add(pair, add)
        elif isinstance(value, set | frozenset):
            add(b"f%d:" % len(value))
            add(b"".join(sorted(map(self.of, value))))
        elif isinstance(value, bytes):
            add(b"b" + hashlib.sha256(value).digest())
        else:
            add(_named(value, kind.__qualname__))

    def _learn(self, kind: type) -> Callable[[Any], Any] | None:
        """Return what gives the parts of the objects of a class, if they have parts."""
        if hasattr(kind, "basis") or "basis" in getattr(kind, "__dataclass_fields__", ()):
            found: Callable[[Any], Any] = attrgetter("basis")
        elif is_dataclass(kind):
            names = [one.name for one in fields(kind) if not one.metadata.get("unprinted")]
            found = attrgetter(*names) if names else _nothing
        else:
            return None
        self._parts[kind] = found
        return found


def _nothing(_: object) -> tuple[()]:
    return ()


def _named(value: Any, kind: str) -> bytes:
    """Return a text that only equal values have."""
    if isinstance(value, PurePath | tuple | list | str | int | float):
        return f"{kind}:{value!r};".encode(errors="surrogateescape")
    if callable(value) and "<" not in getattr(value, "__qualname__", "<"):
        return f"{value.__module__}.{value.__qualname__};".encode()
    raise TypeError(f"no fingerprint of {kind}")


def _hashed(parts: list[bytes]) -> bytes:
    return hashlib.blake2b(b"".join(parts), digest_size=_SIZE).digest()
