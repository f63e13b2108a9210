"""The hash of all records, taken while they are written."""

from __future__ import annotations

import hashlib

from plugins.datasets.table import Filled
from plugins.datasets.text import to_json


class Digest:
    """A hash of tables as JSON, one after the other; none is written for the hash alone.

    That holds where they are asked for in their order. In any other the hash is the same, and
    takes more work.
    """

    def __init__(self, tables: tuple[Filled, ...]) -> None:
        self._tables, self._taken = tables, 0
        self._hash = hashlib.sha256()

    def json(self, number: int) -> bytes:
        """Return a table as JSON, and take it in if its turn has come."""
        content = to_json(self._tables[number])
        if number == self._taken:
            self._hash.update(content)
            self._taken += 1
        return content

    def text(self) -> str:
        """Return the hash of all tables in hexadecimal digits."""
        for number in range(self._taken, len(self._tables)):
            self.json(number)
        return self._hash.hexdigest()
