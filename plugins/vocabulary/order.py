"""Vietnamese alphabetical order: a ă â b … d đ …, then tones."""

from __future__ import annotations

from functools import lru_cache

from vn_collate import collate_key


@lru_cache(maxsize=65536)
def sort_key(text: str) -> tuple[str, str]:
    """Return a key that sorts Vietnamese text; equal keys only for equal text."""
    return collate_key(text), text
