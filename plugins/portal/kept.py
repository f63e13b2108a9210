"""What is kept from build to build.

Readings, texts and where these are shown, sizes of pictures, fingerprints, the manifest; files on
the shelf.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from plugins.incremental import prints, store
from plugins.incremental.database import Database
from plugins.incremental.shelf import Shelf

SCHEMA = (
    store.SCHEMA
    + prints.SCHEMA
    + """
CREATE TABLE shown (source TEXT NOT NULL, output TEXT);
CREATE INDEX shown_source ON shown (source);
CREATE TABLE manifest (digest BLOB NOT NULL, text TEXT NOT NULL);
"""
)


def shelf_beside(store: Path) -> Shelf:
    """Return the shelf that belongs to the database ``store``: ".build/kho-tep" to "kho.sqlite"."""
    return Shelf(store.with_name(f"{store.stem}-tep"))


def keep_manifest(database: Database, text: str) -> None:
    """Remember the manifest of the output, as it is written there."""
    database.write("DELETE FROM manifest", [()])
    row = (hashlib.sha256(text.encode()).digest(), text)
    database.write("INSERT INTO manifest VALUES (?, ?)", [row])


def kept_manifest(database: Database) -> str | None:
    """Return the manifest as it was kept, if it is still whole."""
    for digest, text in database.read("SELECT digest, text FROM manifest"):
        if isinstance(text, str) and hashlib.sha256(text.encode()).digest() == digest:
            return text
    return None


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
