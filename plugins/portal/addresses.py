"""Where the parts of the site stand, and parts of addresses that are computed."""

from __future__ import annotations

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


def year_path(year: int) -> str:
    """Return the address of the yearbook of a year."""
    return f"{ROLL}{year}/"


def slug(text: str) -> str:
    """Return ``text`` in ``[a-z0-9-]``, đ as d and without marks, e.g. ``quyet-dinh-9080``."""
    # An edit of an article's words needs no slug, and Pelican takes longer to load than the edit.
    from pelican.settings import DEFAULT_CONFIG  # noqa: PLC0415
    from pelican.utils import slugify  # noqa: PLC0415

    result: str = slugify(text, DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"])
    return result
