"""What the files promise, for machines: JSON Schema, Table Schema and Data Package."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.datasets.table import Column, Dataset, Filled, Table

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
# Type of a column → its type and format in JSON Schema and in Table Schema.
_JSON_TYPES: Mapping[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "url": {"type": "string", "format": "uri"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "moment": {"type": "string", "format": "date-time"},
    "list": {"type": "array", "items": {"type": "string"}},
}
_TABLE_TYPES: Mapping[str, dict[str, str]] = {
    "text": {"type": "string"},
    "url": {"type": "string", "format": "uri"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "date"},
    # The offset of Vietnam's time is always written, as in 2022-12-22T16:38:00+07:00.
    "moment": {"type": "datetime", "format": "%Y-%m-%dT%H:%M:%S%z"},
    "list": {"type": "string"},
}
_MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sqlite": "application/vnd.sqlite3",
}


@dataclass(frozen=True, slots=True)
class File:
    """A file of the dataset as published; ``table`` is the table it holds, none for all."""

    name: str
    size: int
    sha256: str
    table: Table[Any] | None = None

    @property
    def suffix(self) -> str:
        """What the name ends in."""
        return self.name.rpartition(".")[2]


def media_type(file: File) -> str:
    """Return the media type of a file."""
    return _MEDIA_TYPES[file.suffix]


def json_schema(dataset: Dataset, table: Table[Any]) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a table's JSON file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{dataset.home}{table.name}.schema.json",
        **_words(table),
        "type": "array",
        "items": {
            "type": "object",
            "properties": {column.name: _property(column) for column in table.columns},
            "required": [column.name for column in table.columns],
            "additionalProperties": False,
        },
    }


def _property(column: Column[Any]) -> dict[str, Any]:
    kind = dict(_JSON_TYPES[column.type])
    if column.choices:
        kind["enum"] = [*column.choices] if column.required else [*column.choices, None]
    if not column.required and column.type != "list":
        kind["type"] = [kind["type"], "null"]
    return {**_words(column), **kind}


def _words(named: Column[Any] | Table[Any]) -> dict[str, str]:
    return {
        "title": named.title,
        "title_en": named.title_en,
        "description": named.about,
        "description_en": named.about_en,
    }


def table_schema(table: Table[Any]) -> dict[str, Any]:
    """Return the Table Schema of a table's CSV file."""
    return {
        "fields": [_field(column, column is table.key) for column in table.columns],
        "primaryKey": [table.key.name],
        "foreignKeys": [
            {
                "fields": [column.name],
                # Of the table itself if empty.
                "reference": {
                    "resource": "" if column.refers == table.name else column.refers,
                    "fields": ["id"],
                },
            }
            for column in table.columns
            if column.refers
        ],
    }


def _field(column: Column[Any], key: bool) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if key:
        constraints["unique"] = True
    if column.choices:
        constraints["enum"] = [*column.choices]
    extra = {"constraints": constraints} if constraints else {}
    return {"name": column.name, **_TABLE_TYPES[column.type], **_words(column), **extra}


def datapackage(dataset: Dataset, files: tuple[File, ...]) -> dict[str, Any]:
    """Return the Data Package that describes ``files``."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": dataset.name,
        "id": dataset.home,
        "title": dataset.title,
        "title_en": dataset.title_en,
        "description": dataset.about,
        "description_en": dataset.about_en,
        "homepage": dataset.home,
        "version": dataset.version,
        "licenses": [LICENCE],
        "sources": [{"title": dataset.publisher, "path": dataset.home}],
        "contributors": [{"title": dataset.publisher, "role": "publisher"}],
        "resources": [_described(dataset, file) for file in files],
    }


def _described(dataset: Dataset, file: File) -> dict[str, Any]:
    about: dict[str, Any] = {
        "name": _resource_name(file),
        "path": file.name,
        "format": file.suffix,
        "mediatype": media_type(file),
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
    }
    if not file.table:
        # All tables in one file: a file to fetch, not a table to read.
        return {**about, "type": "file", "title": dataset.title}
    about |= {"encoding": "utf-8", **_words(file.table)}
    if file.suffix == "json":
        return {**about, "type": "json", "jsonSchema": f"{file.table.name}.schema.json"}
    return {**about, "type": "table", "schema": table_schema(file.table)}


def _resource_name(file: File) -> str:
    if not file.table:
        return file.suffix
    return file.table.name if file.suffix == "csv" else f"{file.table.name}-{file.suffix}"


def dictionary(tables: tuple[Filled, ...]) -> list[tuple[str, ...]]:
    """Return the data dictionary: a row for each column, beneath a header."""
    header = ("table", "column", "type", "title", "description", "title_en", "description_en")
    return [
        header,
        *(
            (
                filled.table.name,
                one.name,
                one.type,
                one.title,
                one.about,
                one.title_en,
                one.about_en,
            )
            for filled in tables
            for one in filled.table.columns
        ),
    ]
