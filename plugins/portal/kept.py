"""What is kept from build to build: readings, texts, where these are shown, fingerprints."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.incremental import prints, store
from plugins.incremental.database import Database

SCHEMA = (
    store.SCHEMA
    + prints.SCHEMA
    + """
CREATE TABLE shown (source TEXT NOT NULL, output TEXT);
CREATE INDEX shown_source ON shown (source);
"""
)


class Shown:
    """Which outputs show the text of an article as it is, each once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, shown: Iterable[tuple[str, str | None]], bound: Iterable[str]) -> None:
        """Remember where texts are shown: pairs of the article's path and the output's.

        An output of ``None``, or an article among ``bound``, says that more depends on the text.
        """
        rows = [*shown, *((path, None) for path in bound)]
        self._database.write("DELETE FROM shown", [()])
        self._database.write("INSERT INTO shown VALUES (?, ?)", rows)

    def of(self, source: str) -> list[str] | None:
        """Return the outputs that show a text; ``None`` if more may depend on it than they."""
        rows = self._database.read("SELECT output FROM shown WHERE source = ?", (source,))
        outputs = [output for (output,) in rows if output is not None]
        return outputs if rows and len(outputs) == len(rows) else None
