"""Citations of official documents: kind, number, date, issuer. Pure text in, values out."""

from plugins.documents.dates import Day, dateline, days
from plugins.documents.find import citations, find, merge
from plugins.documents.organisations import organisation

__all__ = ["Day", "citations", "dateline", "days", "find", "merge", "organisation"]
