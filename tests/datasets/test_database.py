"""SQLite: tables, keys, indexes, dictionary."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from plugins.datasets import Dataset
from plugins.datasets.database import to_sqlite


@pytest.fixture
def database(dataset: Dataset) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(to_sqlite(dataset))
        yield connection


def test_values(database: sqlite3.Connection) -> None:
    rows = dict(database.execute("SELECT id, name FROM places"))
    assert rows["1-2"] == '=1+1, "hai"\nhai dòng'
    assert rows["6"] == "-2"
    found = database.execute("SELECT open, since, others, people, area FROM places WHERE id = '04'")
    assert found.fetchone() == (1, "1894-01-02", "Đại Yên; Đại-Yên; cũ", None, 12.0)
    assert database.execute("SELECT typeof(id) FROM places LIMIT 1").fetchone() == ("text",)


def test_keys_and_choices_hold(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("PRAGMA foreign_key_list(places)").fetchone()[2:5] == (
        "places",
        "above",
        "id",
    )
    indexes = {row[1] for row in database.execute("PRAGMA index_list(places)")}
    assert "places_above" in indexes
    database.execute("PRAGMA foreign_keys = ON")
    for statement in (
        "INSERT INTO places (id, kind, open, above) VALUES ('x', 'commune', 0, 'none')",
        "INSERT INTO places (id, kind, open) VALUES ('y', 'village', 0)",
        "INSERT INTO places (id, kind) VALUES ('z', 'commune')",
        "INSERT INTO places (id, kind, open) VALUES ('04', 'commune', 0)",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            database.execute(statement)


def test_it_explains_itself(database: sqlite3.Connection, dataset: Dataset) -> None:
    columns = dataset.tables[0].table.columns
    told = database.execute('SELECT "column", type FROM data_dictionary').fetchall()
    assert told == [(column.name, column.type) for column in columns]
    about = dict(database.execute("SELECT name, value FROM about"))
    assert about["version"] == dataset.version
    assert about["licence"] == "CC-BY-4.0"


def test_the_same_bytes(dataset: Dataset) -> None:
    content = to_sqlite(dataset)
    assert content == to_sqlite(dataset)
    # Neither how often it was written nor the version of SQLite that wrote it.
    assert content[24:28] + content[92:100] == bytes(12)
