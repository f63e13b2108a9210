"""The files of the open data: made when they are asked for, one at a time.

The records are held once for all files. Of a file that is made only hash and size are kept, for the
Data Package and the page. The version of the whole is a hash of the JSON files; it is taken while
they are made, so that the records need not be written twice.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import Any

from plugins.datasets import Dataset, Filled, Table
from plugins.datasets.database import to_sqlite
from plugins.datasets.digest import Digest
from plugins.datasets.schemas import File, datapackage, json_schema
from plugins.datasets.text import to_csv
from plugins.portal.site import Site
from plugins.portal.tables import TABLES, dataset, fill

WORKBOOK, DATABASE, PACKAGE = "bang-vang.xlsx", "bang-vang.sqlite", "datapackage.json"


class Downloads:
    """The open data of a site as files."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._made: dict[str, File] = {}

    @property
    def basis(self) -> Any:
        """All that the files are made of."""
        site = self._site
        told = [site.told(story) for story in site.stories]
        return (site.stories, told, site.documents, site.ground, site.target_reports)

    @cached_property
    def _tables(self) -> tuple[Filled, ...]:
        """The records; made when the first file is."""
        return fill(self._site)

    @cached_property
    def _digest(self) -> Digest:
        return Digest(self._tables)

    @cached_property
    def dataset(self) -> Dataset:
        """The records with all that is said of them."""
        return dataset(self._site, self._tables, self._digest.text())

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files, in the order in which they are best made."""
        schemas = tuple(f"{table.name}.schema.json" for table, _ in TABLES)
        return (*self._data_files, *schemas, PACKAGE)

    @cached_property
    def _data_files(self) -> Mapping[str, Table[Any] | None]:
        tables = {
            f"{table.name}.{suffix}": table for table, _ in TABLES for suffix in ("csv", "json")
        }
        return {**tables, WORKBOOK: None, DATABASE: None}

    @cached_property
    def _makers(self) -> Mapping[str, Callable[[], bytes]]:
        makers: dict[str, Callable[[], bytes]] = {
            WORKBOOK: self._workbook,
            DATABASE: lambda: to_sqlite(self.dataset),
            PACKAGE: lambda: _encoded(datapackage(self.dataset, self.files)),
        }
        for number, (table, _) in enumerate(TABLES):
            makers[f"{table.name}.csv"] = partial(self._csv, number)
            makers[f"{table.name}.json"] = partial(self._json, number)
            makers[f"{table.name}.schema.json"] = partial(self._schema, table)
        return makers

    def _workbook(self) -> bytes:
        # Its library takes longer to load than many a rebuild takes to make what it has to.
        from plugins.datasets.workbook import to_xlsx  # noqa: PLC0415

        return to_xlsx(self.dataset)

    def _csv(self, number: int) -> bytes:
        return to_csv(self._tables[number])

    def _json(self, number: int) -> bytes:
        return self._digest.json(number)

    def _schema(self, table: Table[Any]) -> bytes:
        return _encoded(json_schema(self.dataset, table))

    def make(self, name: str) -> bytes:
        """Return the bytes of a file."""
        content = self._makers[name]()
        if name in self._data_files:
            digest = hashlib.sha256(content).hexdigest()
            self._made[name] = File(name, len(content), digest, self._data_files[name])
        return content

    @property
    def files(self) -> tuple[File, ...]:
        """The files that hold records; one that nobody has asked for yet is made to be known."""
        for name in self._data_files:
            if name not in self._made:
                self.make(name)
        return tuple(self._made[name] for name in self._data_files)

    def file(self, name: str) -> File:
        """Return what is known of one file that holds records."""
        if name not in self._made:
            self.make(name)
        return self._made[name]


def _encoded(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
