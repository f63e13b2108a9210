"""Columns, tables and what fills them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Generic, Literal, TypeVar

Type = Literal["text", "url", "integer", "number", "boolean", "date", "moment", "list"]
Value = str | int | Decimal | date | datetime | tuple[str, ...] | None
Row = tuple[Value, ...]
Record = TypeVar("Record")

# Types of values that JSON and databases take as they are: nearly all, so it is asked first.
PLAIN = frozenset((str, int, bool, type(None)))
# Between the parts of a list, where a format has no lists of its own.
SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Column(Generic[Record]):
    """One column: what it is called and means, in Vietnamese and English, and where it comes from.

    ``choices`` are the codes it may hold, each with its Vietnamese words; ``refers`` is the table
    whose key it holds. A ``brittle`` column holds text that a spreadsheet would take for a number
    or a date ("04", "1-2") where it is left to guess.
    """

    name: str
    type: Type
    value: Callable[[Record], Value] = field(hash=False, compare=False, repr=False)
    title: str
    title_en: str
    about: str
    about_en: str
    required: bool = False
    choices: Mapping[str, str] = field(default_factory=dict, hash=False)
    refers: str = ""
    brittle: bool = False


@dataclass(frozen=True, slots=True)
class Table(Generic[Record]):
    """A table; its first column is its key."""

    name: str
    title: str
    title_en: str
    about: str
    about_en: str
    columns: tuple[Column[Record], ...]

    @property
    def key(self) -> Column[Record]:
        """The column that tells the rows apart."""
        return self.columns[0]

    def row(self, record: Record) -> Row:
        """Return the values of one record, an empty text as none."""
        return tuple(
            [None if (value := column.value(record)) == "" else value for column in self.columns]
        )

    def filled(self, records: Iterable[Record]) -> Filled:
        """Return the table with a row for each record."""
        return Filled(self, tuple([self.row(record) for record in records]))

    def described(self, record: Record) -> dict[str, Any]:
        """Return one record as JSON has it: every column by its name."""
        return self.named(self.row(record))

    def named(self, row: Row) -> dict[str, Any]:
        """Return a row as JSON has it."""
        return {
            column.name: value if type(value) in PLAIN else as_json(value)
            for column, value in zip(self.columns, row, strict=True)
        }


@dataclass(frozen=True, slots=True)
class Filled:
    """A table and its rows."""

    table: Table[Any]
    rows: tuple[Row, ...]

    @property
    def example(self) -> Row:
        """The row among the first that has the most to show; empty values if there is none."""
        nothing = (None,) * len(self.table.columns)
        return max(self.rows[:100], key=_told, default=nothing)


@dataclass(frozen=True, slots=True)
class Dataset:
    """Tables that are published together.

    ``home`` is the address of the page that offers them, ending in "/"; their files stand below.
    """

    name: str
    title: str
    title_en: str
    about: str
    about_en: str
    home: str
    publisher: str
    version: str
    tables: tuple[Filled, ...]


def _told(row: Row) -> int:
    return sum(value not in (None, ()) for value in row)


def as_json(value: Value) -> Any:
    """Return a value as JSON has it: dates as ISO 8601, lists as arrays."""
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def as_text(value: Value) -> str:
    """Return a value as one text: nothing as "", a list with separators."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return str(as_json(value))
    return value.isoformat() if isinstance(value, date) else str(value)
