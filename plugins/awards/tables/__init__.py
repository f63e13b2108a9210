"""Tables of recipients: header variants, merged rows that head a group, rows that go on."""

from plugins.awards.tables.table import Heading, read_table

__all__ = ["Heading", "read_table"]
