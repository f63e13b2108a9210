"""JSON Schema, Table Schema and Data Package agree with what is written."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from plugins.datasets import Dataset
from plugins.datasets.schemas import File, datapackage, json_schema, table_schema
from plugins.datasets.text import to_csv, to_json
from tests.datasets.conftest import PLACES
from tests.frictionless import validate


def test_json_schema(dataset: Dataset) -> None:
    schema = json_schema(dataset, PLACES)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    records = json.loads(to_json(dataset.tables[0]))
    assert list(validator.iter_errors(records)) == []
    for change in (
        {"kind": "village"},
        {"people": "347.000"},
        {"since": "19/12/2022"},
        {"id": None},
        {"others": None},
        {"more": 1},
    ):
        assert list(validator.iter_errors([records[0] | change])), change


def test_table_schema_names_the_columns_in_order(dataset: Dataset) -> None:
    schema = table_schema(PLACES)
    header = to_csv(dataset.tables[0]).decode("utf-8-sig").splitlines()[0]
    assert header.split(",") == [field["name"] for field in schema["fields"]]
    assert schema["primaryKey"] == ["id"]
    assert schema["foreignKeys"][0]["reference"] == {"resource": "", "fields": ["id"]}


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        (b"", b"", ""),
        (b"district", b"village0", "constraint-error"),
        (b"2022-12-19", b"19/12/2022", "type-error"),
        (b"04,X\xc3\xa3", b"99,X\xc3\xa3", "hash-count"),
        (b",01,commune", b",77,commune", "foreign-key"),
    ],
)
def test_frictionless_finds_what_is_wrong(
    dataset: Dataset, tmp_path: Path, old: bytes, new: bytes, error: str
) -> None:
    content = to_csv(dataset.tables[0])
    digest = hashlib.sha256(content).hexdigest()
    files = (File("places.csv", len(content), digest, PLACES),)
    (tmp_path / "places.csv").write_bytes(content.replace(old, new) if old else content)
    package = tmp_path / "datapackage.json"
    package.write_text(json.dumps(datapackage(dataset, files)), "utf-8")
    errors = validate(package)
    assert (error in errors) if error else errors == []
