"""Looking for litter that refers to itself, which is seldom worth it in a build.

What a build makes, it mostly keeps to its end; to look through all of that again and again takes a
fifth of its time, and writes to pages of memory that processes share.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New objects before the young are looked through, young ones before the older, older before all.
_PATIENCE = (50_000, 20, 1_000)


@contextmanager
def seldom_looked_for() -> Iterator[None]:
    """Have the interpreter look for litter among new objects, and seldom among those it has."""
    before = gc.get_threshold()
    gc.set_threshold(*_PATIENCE)
    try:
        yield
    finally:
        gc.set_threshold(*before)
