"""Citations of official documents: kind, number, date, issuer, subject. Text in, values out."""

from plugins.documents.dates import Day, dateline, days
from plugins.documents.find import citations, find
from plugins.documents.identity import completed, group, may_be_one, merge, number_parts, office
from plugins.documents.organisations import organisation

__all__ = [
    "Day",
    "citations",
    "completed",
    "dateline",
    "days",
    "find",
    "group",
    "may_be_one",
    "merge",
    "number_parts",
    "office",
    "organisation",
]
