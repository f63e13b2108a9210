"""One SQLite file with all tables, their keys and their dictionary."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from plugins.datasets.schemas import LICENCE, dictionary
from plugins.datasets.table import PLAIN, Column, Dataset, Filled, Table, Value, as_text

# Where the header of a file tells how often it was written, and by which version of SQLite; both
# are left out, as in a database that was never on disk.
_TRACES = ((24, 4), (92, 8))
_AFFINITIES = {"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}


def to_sqlite(dataset: Dataset) -> bytes:
    """Return the database, the same bytes for the same dataset and version of SQLite.

    It is made on disk: in memory it would stand there three times while it is handed out.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder, "data.sqlite")
        with closing(sqlite3.connect(file)) as database:
            # Nobody needs it after a crash.
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            for filled in dataset.tables:
                _fill(database, filled)
            _describe(database, dataset)
            database.commit()
        with file.open("r+b") as header:
            for offset, size in _TRACES:
                header.seek(offset)
                header.write(bytes(size))
        return file.read_bytes()


def _fill(database: sqlite3.Connection, filled: Filled) -> None:
    table = filled.table
    database.execute(create(table))
    marks = ", ".join("?" * len(table.columns))
    database.executemany(
        f'INSERT INTO "{table.name}" VALUES ({marks})',  # noqa: S608
        (
            [value if type(value) in PLAIN else _stored(value) for value in row]
            for row in filled.rows
        ),
    )
    for column in table.columns:
        if column.refers:
            name = f"{table.name}_{column.name}"
            database.execute(f'CREATE INDEX "{name}" ON "{table.name}" ("{column.name}")')


def create(table: Table[Any]) -> str:
    """Return the statement that makes a table."""
    lines = [f"  {_definition(column, column is table.key)}" for column in table.columns]
    return f'CREATE TABLE "{table.name}" (\n' + ",\n".join(lines) + "\n)"


def _definition(column: Column[Any], key: bool) -> str:
    return " ".join(_clauses(column, key))


def _clauses(column: Column[Any], key: bool) -> Iterator[str]:
    yield f'"{column.name}"'
    yield _AFFINITIES.get(column.type, "TEXT")
    if key:
        yield "PRIMARY KEY"
    if column.required:
        yield "NOT NULL"
    if column.choices:
        codes = ", ".join(f"'{code}'" for code in column.choices)
        yield f'CHECK ("{column.name}" IN ({codes}))'
    if column.refers:
        yield f'REFERENCES "{column.refers}" ("id")'


def _stored(value: Value) -> str | float:
    return float(value) if isinstance(value, Decimal) else as_text(value)


def _describe(database: sqlite3.Connection, dataset: Dataset) -> None:
    header, *rows = dictionary(dataset.tables)
    names = ", ".join(f'"{name}"' for name in header)
    database.execute(f"CREATE TABLE data_dictionary ({names})")
    marks = ", ".join("?" * len(header))
    database.executemany(f"INSERT INTO data_dictionary VALUES ({marks})", rows)  # noqa: S608
    database.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT)")
    about = {
        "title": dataset.title,
        "publisher": dataset.publisher,
        "homepage": dataset.home,
        "version": dataset.version,
        "licence": LICENCE["name"],
    }
    database.executemany("INSERT INTO about VALUES (?, ?)", about.items())
