"""The honour roll's indexes and sums, each made in one pass over the honours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plugins.portal.contexts import Honour, HonourYear


def history(honours: Iterable[Honour]) -> tuple[HonourYear, ...]:
    """Count the recipients that ``honours`` show by year and kind, oldest year first.

    Years between the first and the last without any are there too, with zeros.
    """
    counts = Counter(
        (honour.year, recipient.kind) for honour in honours for _, recipient in honour.recipients
    )
    years = sorted({year for year, _ in counts})
    if not years:
        return ()
    return tuple(
        HonourYear(
            year,
            counts[year, "collective"],
            counts[year, "individual"],
            counts[year, "household"],
        )
        for year in range(years[0], years[-1] + 1)
    )
