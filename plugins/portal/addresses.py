"""Where the parts of the site stand, and parts of addresses that are computed."""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup
from unidecode import unidecode

ROLL = "/bang-vang/"
DOCUMENTS = "/van-ban/"
DATA = "/du-lieu/"
SEARCH = "/tim-kiem/"
PICTURES = "/anh/"
THEME_FOLDER = "/theme/"
# The indexes of the roll's facets; each has its lists below it.
ROLL_UNITS, ROLL_TITLES, ROLL_CAMPAIGNS, ROLL_PERSONS, ROLL_FAMILIES, ROLL_KINDS = (
    f"{ROLL}{facet}/"
    for facet in ("don-vi", "danh-hieu", "phong-trao", "ca-nhan", "loai", "doi-tuong")
)
# What is neither a letter, a digit nor between words goes; what is between words becomes a hyphen.
_OTHER, _BETWEEN = re.compile(r"[^\w\s-]"), re.compile(r"[-\s]+")


def year_path(year: int) -> str:
    """Return the address of the yearbook of a year."""
    return f"{ROLL}{year}/"


def slug(text: str) -> str:
    """Return ``text`` in ``[a-z0-9-]``, đ as d and without marks, e.g. ``quyet-dinh-9080``.

    It is what Pelican makes of it, which takes longer to load than an edit of words takes in all.
    """
    plain = unidecode(unicodedata.normalize("NFKC", Markup(text).striptags()))  # noqa: S704
    words = _OTHER.sub("", plain).strip()
    return _BETWEEN.sub("-", words).lower().strip()
