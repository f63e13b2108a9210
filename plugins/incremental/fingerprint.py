"""Fingerprints of values: equal wherever an output made of them is equal.

They are made of plain values, dates, sequences, mappings, dataclasses and functions of modules, all
the way down. An object with a ``basis`` stands for that; a field of a dataclass with the metadata
:data:`UNPRINTED` is left out, since who needs it asks for it by itself.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from operator import attrgetter
from pathlib import PurePath
from typing import Any

UNPRINTED: Mapping[str, Any] = {"unprinted": True}
Write = Callable[[Any], Any]
_SIZE = 16
# What is written as it is. Sequences are written as lists, all else as tuples that begin with their
# kind, and what is remembered as bytes, so that nothing can be taken for another.
_PLAIN = frozenset({str, int, float, bool, type(None)})
# The last version of marshal that writes values and nothing of how they lie in memory.
_VERSION = 2


class Fingerprints:
    """Makes fingerprints; objects of the classes ``shared`` are looked at once and remembered."""

    def __init__(self, shared: Iterable[type] = ()) -> None:
        self._writers = _Writers(shared)

    def of(self, *values: Any) -> bytes:
        """Return the fingerprint of values.

        Raises:
            TypeError: one holds something that may differ without being seen to.
        """
        return _hashed(self._writers.listed(values))


class _Writers(dict[type, Write]):
    """What writes the objects of a class in words that only equal ones have, by the class."""

    def __init__(self, shared: Iterable[type]) -> None:
        super().__init__({tuple: self.listed, list: self.listed, bytes: _digest_of})
        self.update(dict.fromkeys((Decimal, date, datetime), _said))
        self._shared = frozenset(shared)
        # The object is held too, so that no other can take its id.
        self._known: dict[int, tuple[Any, bytes]] = {}

    def listed(self, values: Iterable[Any]) -> list[Any]:
        """Write values one after the other."""
        return [one if type(one) in _PLAIN else self[type(one)](one) for one in values]

    def __missing__(self, kind: type) -> Write:
        """Learn to write the objects of a class."""
        write = self._writer(kind)
        self[kind] = found = self._remembering(write) if kind in self._shared else write
        return found

    def _writer(self, kind: type) -> Write:
        name = kind.__qualname__
        if hasattr(kind, "basis") or "basis" in getattr(kind, "__dataclass_fields__", ()):
            return lambda value: (name, self.listed((value.basis,)))
        if is_dataclass(kind):
            names = [one.name for one in fields(kind) if not one.metadata.get("unprinted")]
            if len(names) > 1:
                parts = attrgetter(*names)
                return lambda value: (name, self.listed(parts(value)))
            return lambda value: (name, self.listed(getattr(value, one) for one in names))
        if issubclass(kind, Mapping):
            return lambda value: ("mapping", self.listed(value), self.listed(value.values()))
        if issubclass(kind, set | frozenset):
            return lambda value: ("set", sorted(_hashed(self.listed((one,))) for one in value))
        return _named

    def _remembering(self, write: Write) -> Write:
        known = self._known

        def remember(value: Any) -> bytes:
            found = known.get(id(value))
            if found is None:
                found = known[id(value)] = (value, _hashed(write(value)))
            return found[1]

        return remember


def _digest_of(value: bytes) -> tuple[str, bytes]:
    return "bytes", hashlib.sha256(value).digest()


def _said(value: Any) -> tuple[str, str]:
    return type(value).__name__, repr(value)


def _named(value: Any) -> tuple[str, str]:
    """Return words that only equal values have."""
    kind = type(value)
    if isinstance(value, PurePath | tuple | list | str | int | float):
        return kind.__qualname__, repr(value)
    if callable(value) and "<" not in getattr(value, "__qualname__", "<"):
        return "function", f"{value.__module__}.{value.__qualname__}"
    raise TypeError(f"no fingerprint of {kind.__qualname__}")


def _hashed(words: Any) -> bytes:
    return hashlib.blake2b(marshal.dumps(words, _VERSION), digest_size=_SIZE).digest()
