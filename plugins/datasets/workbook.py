"""One XLSX file with a sheet for each table, for readers who work in Excel."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from plugins.datasets.cells import SheetColumn, rows_as_xml, shown
from plugins.datasets.schemas import LICENCE, dictionary
from plugins.datasets.table import Column, Dataset, Filled

_WIDTHS = {
    "integer": 10,
    "number": 12,
    "boolean": 10,
    "date": 13,
    "moment": 18,
    "url": 34,
    "list": 30,
}
_NARROWEST, _WIDEST, _LOOKED_AT = 10, 60, 200
_FORMATS = {"date": "dd/mm/yyyy", "moment": "dd/mm/yyyy hh:mm", "integer": "0", "number": "General"}
_AS_WRITTEN = "@"
_ROWS_END = b"</sheetData>"
_WORDS_OF_TYPES = {
    "text": "chữ",
    "url": "địa chỉ",
    "integer": "số nguyên",
    "number": "số",
    "boolean": "có, không",
    "date": "ngày",
    "moment": "ngày giờ",
    "list": "danh sách",
}
_HEADER = ("Bảng", "Cột", "Tên cột trong CSV, JSON", "Kiểu", "Ý nghĩa", "Column", "Meaning")


def to_xlsx(dataset: Dataset) -> bytes:
    """Return the workbook, the same bytes for the same dataset."""
    book = Workbook(write_only=True)
    book.properties.title = dataset.title
    book.properties.creator = dataset.publisher
    # When it is made is said nowhere: it would differ from build to build.
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)
    _introduce(book, dataset)
    rows = dict(_add(book, filled) for filled in dataset.tables)
    _add_dictionary(book, dataset)
    stream = io.BytesIO()
    ExcelWriter(book, _SteadyZip(stream, rows)).save()
    return stream.getvalue()


class _SteadyZip(ZipFile):
    """A zip file that does not tell when it was made.

    It puts the rows of the tables in their sheets, of which the library has written the rest.
    """

    def __init__(self, stream: io.BytesIO, rows: Mapping[str, Iterable[bytes]]) -> None:
        super().__init__(stream, "w", ZIP_DEFLATED)
        self._rows = rows

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        with self.open(_entry(zinfo_or_arcname), "w") as target:
            target.write(data.encode() if isinstance(data, str) else data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        sheet = Path(filename).read_bytes()
        end = sheet.index(_ROWS_END)
        with self.open(_entry(arcname), "w") as target:
            target.write(sheet[:end])
            for rows in self._rows.get(arcname, ()):
                target.write(rows)
            target.write(sheet[end:])


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def _add(book: Any, filled: Filled) -> tuple[str, Iterable[bytes]]:
    """Add a table's sheet with its header; return the name of its file, and the rows to put in."""
    columns, rows = filled.table.columns, filled.rows
    sheet = book.create_sheet(filled.table.title)
    _lay_out(sheet, [_width(column, number, rows) for number, column in enumerate(columns)])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    _add_header(sheet, [column.title for column in columns])
    placed = [
        SheetColumn(column, get_column_letter(number), _style(sheet, column))
        for number, column in enumerate(columns, start=1)
    ]
    return f"xl/worksheets/sheet{len(book.worksheets)}.xml", rows_as_xml(placed, rows)


def _style(sheet: Any, column: Column[Any]) -> int:
    """Return the number under which the workbook knows the style of a column's cells."""
    cell = WriteOnlyCell(sheet)
    cell.number_format = _FORMATS.get(column.type, _AS_WRITTEN)
    number: int = cell.style_id if cell.has_style else 0
    return number


def _texts(sheet: Any, texts: Iterable[str]) -> list[Any]:
    """Make cells of texts, which are texts whatever they begin with."""
    cells = []
    for text in texts:
        cell = WriteOnlyCell(sheet, text)
        cell.number_format = _AS_WRITTEN
        cell.data_type = "s"
        cells.append(cell)
    return cells


def _lay_out(sheet: Any, widths: Iterable[int]) -> None:
    """Freeze the header and set the widths; both must come before the first row."""
    sheet.freeze_panes = "B2"
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def _width(column: Column[Any], number: int, rows: Sequence[Any]) -> int:
    """Return a width that shows the title and most values, as far as the first rows tell."""
    wanted = _WIDTHS.get(column.type)
    if wanted is None:
        looked_at = (shown(column, row[number]) for row in rows[:_LOOKED_AT])
        wanted = max((len(str(value)) for value in looked_at if value), default=0) + 2
    return min(max(wanted, len(column.title) + 4, _NARROWEST), _WIDEST)


def _add_header(sheet: Any, titles: Iterable[str]) -> None:
    header = []
    for title in titles:
        cell = WriteOnlyCell(sheet, title)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        header.append(cell)
    sheet.append(header)


def _introduce(book: Any, dataset: Dataset) -> None:
    sheet = book.create_sheet("Giới thiệu")
    sheet.column_dimensions["A"].width = 18
    sheet.column_dimensions["B"].width = 100
    wrapped = Alignment(vertical="top", wrap_text=True)
    for name, value in (
        ("Dữ liệu", dataset.title),
        ("Nội dung", dataset.about),
        ("Nơi công bố", dataset.publisher),
        ("Địa chỉ", dataset.home),
        ("Phiên bản", dataset.version),
        ("Giấy phép", f"{LICENCE['name']} ({LICENCE['path']})"),
        *(
            (filled.table.title, f"{len(filled.rows)} dòng. {filled.table.about}")
            for filled in dataset.tables
        ),
    ):
        cells = _texts(sheet, (name, value))
        cells[0].font = Font(bold=True)
        for cell in cells:
            cell.alignment = wrapped
        sheet.append(cells)


def _add_dictionary(book: Any, dataset: Dataset) -> None:
    titles = {filled.table.name: filled.table.title for filled in dataset.tables}
    sheet = book.create_sheet("Từ điển dữ liệu")
    _lay_out(sheet, (16, 26, 24, 14, 70, 26, 70))
    _add_header(sheet, _HEADER)
    _, *rows = dictionary(dataset.tables)
    for table, name, kind, title, about, title_en, about_en in rows:
        values = (titles[table], title, name, _WORDS_OF_TYPES[kind], about, title_en, about_en)
        sheet.append(_texts(sheet, values))
