"""What authors write: Markdown files whose front matter is read by one schema each."""

from plugins.sources.privacy import check_privacy
from plugins.sources.problems import Problem, Problems, closest
from plugins.sources.records import Record, read_record
from plugins.sources.schemas import (
    CAMPAIGN,
    PAGE,
    PICTURE,
    TAKEDOWN,
    TERM,
    TITLE_PROSE,
    UNIT,
    Schema,
    article_schema,
)
from plugins.sources.values import Ref

__all__ = [
    "CAMPAIGN",
    "PAGE",
    "PICTURE",
    "TAKEDOWN",
    "TERM",
    "TITLE_PROSE",
    "UNIT",
    "Problem",
    "Problems",
    "Record",
    "Ref",
    "Schema",
    "article_schema",
    "check_privacy",
    "closest",
    "read_record",
]
