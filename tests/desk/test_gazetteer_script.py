from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from plugins.desk import gazetteer
from plugins.registry.gazetteer import Gazetteer

OLD = [
    ("Tỉnh A", "Huyện B", "Xã C", "01", "001", "00001", "a", "b", "c"),
    ("Tỉnh A", "Huyện B", "Xã D", "01", "001", "00002", "a", "b", "d"),
    ("Tỉnh A", "Huyện B", "Xã Hoà Bình", "01", "001", "00003", "a", "b", "h"),
    ("Tỉnh E", "Huyện Đảo", None, "02", "002", None, "e", "dao", None),
]
NEW = [
    ("Tỉnh A", "Xã C", "09", "00001", "a", "c"),
    ("Tỉnh A", "Xã Hoà Bình", "09", "00003", "a", "h"),
    ("Tỉnh A", "Đặc khu Đảo", "09", "00004", "a", "dao"),
]
CHANGES = {
    "DICT_PROVINCE": {"a": ["a", "e"]},
    "DICT_PROVINCE_WARD_NO_DIVIDED": {"a": {"c": ["a_b_c"], "h": ["a_b_h"], "dao": ["e_dao_"]}},
    "DICT_PROVINCE_WARD_DIVIDED": {
        "a": {
            "a_b_d": [
                {"newWardKey": "h", "isDefaultNewWard": False},
                {"newWardKey": "c", "isDefaultNewWard": True},
            ]
        }
    },
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    def table(
        database: sqlite3.Connection, name: str, columns: str, rows: Iterable[object]
    ) -> None:
        count = len(columns.split(","))
        database.execute(f"CREATE TABLE {name} ({columns})")
        marks = ",".join("?" * count)
        database.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608

    with closing(sqlite3.connect(tmp_path / "dataset.db")) as database:
        table(
            database,
            "admin_units_legacy",
            "province, district, ward, provinceCode, districtCode, wardCode,"
            " provinceKey, districtKey, wardKey",
            OLD,
        )
        table(
            database,
            "admin_units",
            "province, ward, provinceCode, wardCode, provinceKey, wardKey",
            NEW,
        )
        database.commit()
    (tmp_path / "converter_2025.json").write_text(json.dumps(CHANGES))
    return tmp_path


def test_units_become_rows(data: Path) -> None:
    made = Gazetteer(gazetteer.written(gazetteer.rows(data), {}))
    rows = {
        one.id: (one.name, one.old_code, one.new_code, one.parents, one.successors) for one in made
    }
    assert rows == {
        "p01": ("Tỉnh A", "01", "09", (), ()),
        "p02": ("Tỉnh E", "02", "", (), ("p01",)),
        "d001": ("Huyện B", "001", "", ("p01",), ("n00001", "n00003")),
        "d002": ("Huyện Đảo", "002", "", ("p02",), ("n00004",)),
        # C took in part of D, so it is new; the main part of a divided commune comes first.
        "w00001": ("Xã C", "00001", "", ("d001",), ("n00001",)),
        "w00002": ("Xã D", "00002", "", ("d001",), ("n00001", "n00003")),
        "w00003": ("Xã Hoà Bình", "00003", "", ("d001",), ("n00003",)),
        "n00001": ("Xã C", "", "00001", ("p01",), ()),
        "n00003": ("Xã Hoà Bình", "", "00003", ("p01",), ()),
        "n00004": ("Đặc khu Đảo", "", "00004", ("p01",), ()),
    }
    assert [one.id for one in made.named("xã hòa bình")] == ["w00003", "n00003"]


def test_an_address_given_once_stays(data: Path) -> None:
    made = Gazetteer(gazetteer.written(gazetteer.rows(data), {"w00001": "xa-c-xua"}))
    assert made.entry("w00001").slug == "xa-c-xua"
    assert made.entry("n00001").slug == "xa-c-a"


def test_the_file_of_the_project_is_what_the_script_wrote() -> None:
    text = gazetteer.FILE.read_text("utf-8")
    assert text.startswith(gazetteer.HEAD)
    assert gazetteer.known_slugs().keys() == {one.id for one in Gazetteer(text)}


def test_data_that_cannot_be_read_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = gazetteer.FILE.read_bytes()
    assert gazetteer.main([str(tmp_path)]) == 2
    assert "Không đọc được dữ liệu" in capsys.readouterr().err
    assert gazetteer.FILE.read_bytes() == before
