"""XLSX, read back."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from openpyxl import load_workbook

from plugins.datasets import Dataset
from plugins.datasets.cells import CUT, LONGEST
from plugins.datasets.workbook import to_xlsx
from tests.datasets.conftest import PLACES


def sheet(dataset: Dataset, name: str = "Nơi") -> Any:
    return load_workbook(io.BytesIO(to_xlsx(dataset)))[name]


def test_cells_are_typed_and_text_is_text(dataset: Dataset) -> None:
    page = sheet(dataset)
    cells = {row[0].value: row for row in page.iter_rows(min_row=2)}
    for key, name in {
        "1-2": '=1+1, "hai"\nhai dòng',
        "5": "@x",
        "6": "-2",
        "7": "+84 24",
        "8": "'=x",
        "9": "#N/A",
        "10": " 9.080 ",
    }.items():
        assert (cells[key][1].value, cells[key][1].data_type) == (name, "s"), key
        assert cells[key][1].number_format == "@"
    district = cells["01"]
    told = [cell.value for cell in district[3:7]]
    assert told == ["huyện", 347_000, 237.4, "không"]
    assert district[4].data_type == "n"
    commune = cells["04"]
    assert commune[7].value == "1894-01-02"  # before Excel's first day
    assert commune[9].value == "Đại Yên; Đại-Yên; cũ"
    other = cells["1-2"]
    assert (other[7].value, other[7].number_format) == (datetime(2022, 12, 19), "dd/mm/yyyy")
    assert other[8].value == datetime(2022, 12, 22, 16, 38)


def test_a_sheet_is_ready_to_read(dataset: Dataset) -> None:
    page = sheet(dataset)
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref == "A1:K10"
    assert page["A1"].font.bold
    assert page.column_dimensions["B"].width > 15
    titles = load_workbook(io.BytesIO(to_xlsx(dataset))).sheetnames
    assert titles == ["Giới thiệu", "Nơi", "Từ điển dữ liệu"]
    told = [row[1].value for row in sheet(dataset, "Giới thiệu").iter_rows()]
    assert dataset.version in told
    assert sheet(dataset, "Từ điển dữ liệu").max_row == 1 + len(PLACES.columns)


def test_a_text_too_long_for_excel_is_cut_and_says_so(dataset: Dataset) -> None:
    filled = PLACES.filled([{"id": "1", "name": "x" * 40_000 + "\x0b"}])
    long = Dataset(**{name: getattr(dataset, name) for name in (
        "name", "title", "title_en", "about", "about_en", "home", "publisher", "version"
    )}, tables=(filled,))  # fmt: skip
    value = sheet(long)["B2"].value
    assert len(value) == LONGEST
    assert value.endswith(CUT)


def test_nothing_tells_when_it_was_made(dataset: Dataset) -> None:
    content = to_xlsx(dataset)
    assert content == to_xlsx(dataset)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml")
    assert core.count(b"2000-01-01T00:00:00Z") == 2
