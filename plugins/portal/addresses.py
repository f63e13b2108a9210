"""Parts of addresses that are computed: ids within a page."""

from __future__ import annotations

from pelican.settings import DEFAULT_CONFIG
from pelican.utils import slugify


def slug(text: str) -> str:
    """Return ``text`` in ``[a-z0-9-]``, đ as d and without marks, e.g. ``quyet-dinh-9080``."""
    result: str = slugify(text, DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"])
    return result
