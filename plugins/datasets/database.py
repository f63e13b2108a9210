"""One SQLite file with all tables, their keys and their dictionary."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from typing import Any

from plugins.datasets.schemas import LICENCE, dictionary
from plugins.datasets.table import PLAIN, Column, Dataset, Table, Value, as_text

_AFFINITIES = {"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}


def to_sqlite(dataset: Dataset) -> bytes:
    """Return the database, the same bytes for the same dataset and version of SQLite."""
    with closing(sqlite3.connect(":memory:")) as database:
        for filled in dataset.tables:
            database.execute(create(filled.table))
            marks = ", ".join("?" * len(filled.table.columns))
            database.executemany(
                f'INSERT INTO "{filled.table.name}" VALUES ({marks})',  # noqa: S608
                (
                    [value if type(value) in PLAIN else _stored(value) for value in row]
                    for row in filled.rows
                ),
            )
            for column in filled.table.columns:
                if column.refers:
                    name = f"{filled.table.name}_{column.name}"
                    database.execute(
                        f'CREATE INDEX "{name}" ON "{filled.table.name}" ("{column.name}")'
                    )
        _describe(database, dataset)
        database.commit()
        return database.serialize()


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
