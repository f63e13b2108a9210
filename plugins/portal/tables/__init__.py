"""The tables of the open data: what each column is and where in the site it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from plugins.datasets import Dataset, Filled, Table
from plugins.portal.addresses import DATA
from plugins.portal.site import Site
from plugins.portal.tables import entries
from plugins.portal.tables.articles import ARTICLES
from plugins.portal.tables.awards import AWARDS
from plugins.portal.tables.campaigns import CAMPAIGNS
from plugins.portal.tables.documents import DOCUMENTS
from plugins.portal.tables.recipients import RECIPIENTS
from plugins.portal.tables.targets import REPORTS, TARGETS
from plugins.portal.tables.units import UNITS

__all__ = [
    "ARTICLES", "AWARDS", "CAMPAIGNS", "DOCUMENTS", "RECIPIENTS", "REPORTS", "TABLES",
    "TARGETS", "UNITS", "dataset", "fill",
]  # fmt: skip

# In the order in which readers will want them.
TABLES: tuple[tuple[Table[Any], Callable[[Site], Iterable[Any]]], ...] = (
    (AWARDS, entries.awards),
    (RECIPIENTS, entries.recipients),
    (UNITS, entries.units),
    (CAMPAIGNS, entries.campaigns),
    (TARGETS, entries.targets),
    (REPORTS, entries.reports),
    (DOCUMENTS, entries.documents),
    (ARTICLES, entries.articles),
)


def fill(site: Site) -> tuple[Filled, ...]:
    """Return the tables of a site; every row is made once."""
    return tuple(table.filled(read(site)) for table, read in TABLES)


def dataset(site: Site, tables: tuple[Filled, ...], digest: str) -> Dataset:
    """Return the open data of a site; ``digest`` is a hash of all records."""
    name = site.settings.site.name
    return Dataset(
        name="bang-vang",
        title=f"Dữ liệu mở {name}",
        title_en=f"Open data of {name}",
        about="Khen thưởng, đối tượng được khen, đơn vị, phong trào, chỉ tiêu và văn bản nêu trong "
        "tin, bài; mỗi dòng có địa chỉ bài, câu trích và tình trạng rà soát.",
        about_en="Awards, recipients, units, campaigns, targets and documents told in the news; "
        "every record with the address of its article, its quote and its review flag.",
        home=site.settings.absolute(DATA),
        publisher=site.settings.site.owner,
        version=_version(site, digest),
        tables=tables,
    )


def _version(site: Site, digest: str) -> str:
    """Return "2026.11.20+1a2b3c4d": the day of the newest change and a hash of all records.

    So the version, and with it the bytes of all files, changes when the data do and never else.
    """
    days = [(one.article.modified or one.article.date).date() for one in site.stories]
    newest = max(days, default=None)
    day = f"{newest.year}.{newest.month}.{newest.day}" if newest else "0.0.0"
    return f"{day}+{digest[:8]}"
