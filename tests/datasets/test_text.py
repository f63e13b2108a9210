"""CSV and JSON: what stands in them, byte for byte where it matters."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.datasets import Dataset
from plugins.datasets.text import cell, to_csv, to_json


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("Xã Đại Yên", "Xã Đại Yên"),
        ("=1+1", "'=1+1"),
        ("+84", "'+84"),
        ("-2", "'-2"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\nx", "'\nx"),
        ("'=x", "''=x"),
        ("'90 ngày đêm'", "'90 ngày đêm'"),
        ("1-2", "1-2"),
        ("04", "04"),
        (-2, "-2"),  # a number is no text
        (True, "true"),
        (("a", "b"), "a; b"),
        (("=a", "b"), "'=a; b"),
    ],
)
def test_a_cell(value: Any, text: str) -> None:
    assert cell(value) == text


@given(st.text())
def test_no_text_is_run_and_every_text_comes_back(text: str) -> None:
    written = cell(text)
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    guarded = re.match(r"'+[=+\-@\t\r\n]", written)
    assert (written[1:] if guarded else written) == text


def test_csv_as_excel_and_the_standard_want_it(dataset: Dataset) -> None:
    content = to_csv(dataset.tables[0])
    assert content.startswith(
        b"\xef\xbb\xbfid,name,above,kind,people,area,open,since,changed,others,url\r\n"
    )
    assert content.endswith(b"\r\n")
    assert b'\r\n1-2,"\'=1+1, ""hai""\nhai d\xc3\xb2ng",01,' in content
    header, *lines = rows(content)
    assert lines[0] == [
        "01",
        "Huyện Chương Mỹ",
        "",
        "district",
        "347000",
        "237.4",
        "false",
        *[""] * 4,
    ]
    assert lines[1][5:10] == ["12", "true", "1894-01-02", "", "Đại Yên; Đại-Yên; cũ"]
    assert lines[2][7:9] == ["2022-12-19", "2022-12-22T16:38:00+07:00"]
    assert {len(line) for line in lines} == {len(header)}


def test_json_keeps_the_true_text_and_every_key(dataset: Dataset) -> None:
    content = to_json(dataset.tables[0])
    records = json.loads(content)
    assert records[2]["name"] == '=1+1, "hai"\nhai dòng'
    assert records[1]["others"] == ["Đại Yên", "Đại-Yên; cũ"]
    assert records[0]["above"] is None
    assert {tuple(record) for record in records} == {
        tuple(column.name for column in dataset.tables[0].table.columns)
    }
    assert content.count(b"\n") == len(records) + 2  # a record a line
    assert "Đại Yên".encode() in content
