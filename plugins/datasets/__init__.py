"""Tables of data, declared once and written in every format that readers ask for.

A :class:`Table` declares its columns; CSV, JSON, XLSX, SQLite, JSON Schema, Table Schema and the
data dictionary are all made of that declaration. Nothing here knows what the tables are about.
"""

from plugins.datasets.table import SEPARATOR, Column, Dataset, Filled, Row, Table, Value

__all__ = ["SEPARATOR", "Column", "Dataset", "Filled", "Row", "Table", "Value"]
