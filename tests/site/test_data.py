"""The open data of a whole site: files that agree with each other, with schemas and pages."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openpyxl import load_workbook

from plugins.datasets import Table
from plugins.datasets.cells import shown
from plugins.portal.pages.data import QUERIES
from plugins.portal.tables import TABLES
from tests.conftest import Built, Workshop, article
from tests.frictionless import validate

NAMES = [table.name for table, _ in TABLES]
TABLE = {table.name: table for table, _ in TABLES}
AWARD = (
    "Ngày 19/12/2022, Chủ tịch UBND huyện ban hành Quyết định số 04/QĐ-UBND tặng **Giấy khen** cho "
    "03 tập thể, gồm: xã Đại Yên và Phòng Nội vụ huyện."
)
# Names that a spreadsheet would run or change.
HOSTILE = {
    "don-vi/don-vi-a.md": "=1+1",
    "don-vi/don-vi-b.md": "@x",
    "don-vi/don-vi-c.md": "-2",
    "don-vi/don-vi-d.md": "9.080",
    "don-vi/don-vi-e.md": "04",
}


def unit(name: str) -> str:
    summary = "Một đơn vị dùng trong bài kiểm tra, có phần tóm tắt đủ dài."
    return f'---\nname: "{name}"\nkind: xã\nsummary: {summary}\n---\n'


def lines(site: Built, table: str) -> list[dict[str, str]]:
    content = (site.output / f"du-lieu/{table}.csv").read_bytes()
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def records(site: Built, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(site.text(f"/du-lieu/{table}.json"))
    return found


@pytest.fixture(scope="module")
def sheets(portal: Built) -> dict[str, list[tuple[Any, ...]]]:
    book = load_workbook(portal.output / "du-lieu/bang-vang.xlsx", read_only=True)
    return {
        name: list(book[TABLE[name].title].iter_rows(min_row=2, values_only=True)) for name in NAMES
    }


@pytest.fixture(scope="module")
def database(portal: Built) -> Any:
    with closing(sqlite3.connect(portal.output / "du-lieu/bang-vang.sqlite")) as connection:
        yield connection


def test_frictionless_finds_nothing_wrong(portal: Built) -> None:
    assert validate(portal.output / "du-lieu/datapackage.json") == []


def test_the_package_describes_every_file(portal: Built) -> None:
    package = json.loads(portal.text("/du-lieu/datapackage.json"))
    described = {one["path"] for one in package["resources"]}
    there = {path.name for path in (portal.output / "du-lieu").iterdir()}
    schemas = {f"{name}.schema.json" for name in NAMES}
    assert described == there - schemas - {"datapackage.json", "index.html"}
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert package["homepage"] == "https://bang-vang.example/du-lieu/"


@pytest.mark.parametrize("name", NAMES)
def test_json_keeps_its_schema(portal: Built, name: str) -> None:
    schema = json.loads(portal.text(f"/du-lieu/{name}.schema.json"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    found = records(portal, name)
    assert found
    assert list(validator.iter_errors(found)) == []


@pytest.mark.parametrize("name", NAMES)
def test_all_formats_tell_the_same(
    portal: Built,
    sheets: dict[str, list[tuple[Any, ...]]],
    database: sqlite3.Connection,
    name: str,
) -> None:
    table = TABLE[name]
    told, typed = lines(portal, name), records(portal, name)
    stored = database.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608
    assert len(told) == len(typed) == len(sheets[name]) == len(stored)
    for line, record, cells, row in zip(told, typed, sheets[name], stored, strict=True):
        assert list(line) == list(record)
        for column, cell, value in zip(table.columns, cells, row, strict=True):
            true = record[column.name]
            expected = "; ".join(true) if isinstance(true, list) else true
            assert value == (int(true) if isinstance(true, bool) else expected)
            text = "" if expected is None else str(expected)
            written = text.lower() if isinstance(true, bool) else text
            assert line[column.name].removeprefix("'") == written.removeprefix("'")
            assert as_read(cell) == as_read(shown(column, _value(column.type, true)))


def _value(kind: str, true: Any) -> Any:
    if kind == "number":
        return Decimal(str(true))
    if true is None or kind not in ("date", "moment", "list"):
        return true
    if kind == "list":
        return tuple(true)
    return date.fromisoformat(true) if kind == "date" else datetime.fromisoformat(true)


def as_read(value: Any) -> Any:
    """Take a day for its midnight, and nothing for an empty text, as Excel does."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    return None if value == "" else value


def test_the_database_holds_together(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize(("question", "statement"), QUERIES)
def test_the_example_queries_run(
    portal: Built, database: sqlite3.Connection, question: str, statement: str
) -> None:
    assert database.execute(statement).fetchall()
    text = portal.page("/du-lieu/").get_text()
    assert question in text
    assert statement in text


def test_every_record_leads_to_its_words(portal: Built) -> None:
    for name in NAMES:
        for record in records(portal, name):
            address, _, anchor = (
                record["url"].removeprefix("https://bang-vang.example").partition("#")
            )
            assert portal.exists(address), record
            if anchor:
                assert f'id="{anchor}"' in portal.text(address), record
            if name != "articles":
                assert record["review"] in ("automatic", "reviewed")
    stated = [one for one in records(portal, "reports") if one["review"] == "reviewed"]
    for name in ("awards", "recipients", "documents", "reports"):
        for record in records(portal, name):
            if record in stated:
                continue  # an editor's own word
            assert record["quote"]
            assert record["quote_end"] - record["quote_start"] == len(record["quote"])


def test_only_what_is_published(workshop: Workshop) -> None:
    site = workshop.build(
        {
            "tin/2024/05/bai-mot.md": article(AWARD),
            "tin/2024/05/bai-nhap.md": article(
                "Bí mật: tặng Giấy khen cho bà Nguyễn Thị Kín.",
                id="bai-nhap",
                title="Bài nháp bí mật",
                status="draft",
            ),
        }
    )
    for path, content in site.files().items():
        assert "bí mật" not in content.decode("utf-8", "ignore").lower(), path
    assert [one["id"] for one in records(site, "articles")] == ["bai-mot"]


def test_hostile_names_are_text_everywhere(workshop: Workshop) -> None:
    site = workshop.build(
        {path: unit(name) for path, name in HOSTILE.items()}
        | {"tin/2024/05/bai-mot.md": article(AWARD)}
    )
    names = {one["name"] for one in records(site, "units")}
    assert set(HOSTILE.values()) <= names
    told = {one["name"] for one in lines(site, "units")}
    assert {"'=1+1", "'@x", "'-2", "9.080", "04"} <= told
    page = load_workbook(site.output / "du-lieu/bang-vang.xlsx")["Đơn vị"]
    cells = {row[1].value: row[1] for row in page.iter_rows(min_row=2)}
    assert {cells[name].data_type for name in HOSTILE.values()} == {"s"}


def test_ids_are_made_of_the_articles(workshop: Workshop) -> None:
    site = workshop.build({"tin/2024/05/bai-mot.md": article(AWARD)})
    (award,) = records(site, "awards")
    assert (award["id"], award["article"], award["number"]) == ("bai-mot#1", "bai-mot", 1)
    assert award["document_number"] == "04/QĐ-UBND"
    assert (award["declared_collectives"], award["listed_collectives"]) == (3, 2)
    assert "count-mismatch" in award["note_codes"]
    assert [one["id"] for one in records(site, "recipients")] == ["bai-mot#1-1", "bai-mot#1-2"]
    assert award["document"] == records(site, "documents")[0]["id"]


def test_the_version_follows_the_data(workshop: Workshop) -> None:
    def version() -> str:
        package = json.loads(workshop.build().text("/du-lieu/datapackage.json"))
        return str(package["version"])

    workshop.write({"tin/2024/05/bai-mot.md": article(AWARD)})
    first = version()
    assert first.startswith("2024.5.6+")
    assert version() == first
    workshop.write({"tin/2024/05/bai-mot.md": article(AWARD, modified="2024-06-07")})
    assert version().startswith("2024.6.7+")
    workshop.write({"tin/2024/05/bai-mot.md": article(AWARD + " Xin chúc mừng.")})
    assert version() == first  # nothing that the data tell has changed


def test_the_version_is_a_hash_of_all_records(portal: Built) -> None:
    version = json.loads(portal.text("/du-lieu/datapackage.json"))["version"]
    digest = hashlib.sha256()
    for name in NAMES:
        digest.update((portal.output / f"du-lieu/{name}.json").read_bytes())
    assert version.partition("+")[2] == digest.hexdigest()[:8]


def test_a_site_without_articles_of_a_kind_has_empty_tables(workshop: Workshop) -> None:
    site = workshop.build({"tin/2024/05/bai-mot.md": article()})
    assert records(site, "recipients") == []
    assert validate(site.output / "du-lieu/datapackage.json") == []


def test_leading_zeros_stay(portal: Built, sheets: dict[str, list[tuple[Any, ...]]]) -> None:
    codes = [one["code"] for one in records(portal, "units")]
    assert any(code and code.startswith("0") for code in codes)
    assert [line["code"] for line in lines(portal, "units")] == [code or "" for code in codes]
    place = [column.name for column in TABLE["units"].columns].index("code")
    assert [row[place] for row in sheets["units"]] == codes


# ---------------------------------------------------------------- spreadsheets
def calc(folder: Path, file: Path, options: str) -> list[tuple[Any, ...]]:
    """Return what LibreOffice Calc reads in a CSV file, as the XLSX that it makes of it."""
    program = shutil.which("soffice")
    if program is None:
        pytest.fail("không có LibreOffice để thử tệp CSV: cài gói libreoffice-calc-nogui (apt)")
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += [f"--infilter=CSV:{options}"] if options else []
    command += ["--convert-to", "xlsx", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    sheet = load_workbook(folder / f"{file.stem}.xlsx").active
    assert sheet is not None
    return [tuple(cell for cell in row) for row in sheet.iter_rows()]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    workshop = Workshop(tmp_path_factory.mktemp("hostile"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1796169600")
        return workshop.build(
            {path: unit(name) for path, name in HOSTILE.items()}
            | {"tin/2024/05/bai-mot.md": article(AWARD, id="04")}
        )


def text_columns(table: Table[Any]) -> str:
    """Return the options of an import that reads every column as text."""
    columns = "/".join(f"{number}/2" for number in range(1, len(table.columns) + 1))
    return f"44,34,76,1,{columns},0,false,false"


@pytest.mark.parametrize("name", ["awards", "recipients", "units", "articles"])
def test_calc_reads_every_cell_as_it_is(
    hostile: Built, portal: Built, tmp_path: Path, name: str
) -> None:
    for site in (hostile, portal):
        file = site.output / f"du-lieu/{name}.csv"
        read = [
            ["" if cell.value is None else str(cell.value) for cell in row]
            for row in calc(tmp_path, file, text_columns(TABLE[name]))
        ]
        told = lines(site, name)
        assert read == [list(told[0]), *(list(line.values()) for line in told)]


@pytest.mark.parametrize("locale", ["", ",,1066,false,true"], ids=["plain", "Vietnamese"])
def test_calc_left_to_guess_runs_nothing(hostile: Built, tmp_path: Path, locale: str) -> None:
    """As after a double click: what changes is only what the page warns of."""
    changed = set()
    for name in ("units", "articles", "awards", "recipients"):
        table = TABLE[name]
        file = hostile.output / f"du-lieu/{name}.csv"
        header, *rows = calc(tmp_path, file, f"44,34,76,1{locale}")
        assert [cell.value for cell in header] == [column.name for column in table.columns]
        for row, line in zip(rows, lines(hostile, name), strict=True):
            for cell, column in zip(row, table.columns, strict=True):
                assert cell.data_type != "f", (name, column.name)
                written = line[column.name]
                if column.type in ("text", "list", "url") and str(cell.value or "") != written:
                    assert column.brittle or written in HOSTILE.values(), (name, column.name)
                    changed.add((name, column.name))
    # The warning is not idle: an id of digits alone loses its zero.
    assert {("articles", "id"), ("awards", "article")} <= changed
