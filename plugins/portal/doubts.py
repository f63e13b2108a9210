"""Documents that staff should look at: what their citations leave open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from plugins.model import Document
from plugins.portal.contexts import CitedDocument
from plugins.portal.remarks import Remarks
from plugins.sources import Record

# "98/2023/NĐ-CP", "06/2022/QH15": laws and decrees are known by number and year alone.
_OF_LAW = re.compile(r"\d+/\d{4}/")


def remark_documents(
    documents: Iterable[CitedDocument], records: Mapping[str, Record], remarks: Remarks
) -> None:
    """Note the documents that are cited incompletely, at the citing sentence.

    ``records`` are the articles' records by path.
    """
    for cited in documents:
        missing = list(_missing(cited.document))
        if missing and cited.stories:
            record = records[cited.stories[-1].article.source_path]
            evidence = cited.document.evidence
            quote = evidence.quote if evidence else cited.document.number
            remarks.add(
                "document",
                record.path,
                record.line_of(quote),
                f"“{' '.join(quote.split())}”: bài không nêu {_listed(missing)}. "
                "Bổ sung vào câu văn, nếu có văn bản gốc.",
            )


def _missing(document: Document) -> Iterator[str]:
    if "/" not in document.number and "-" not in document.number:
        yield "ký hiệu"
    if _OF_LAW.match(document.number):
        return
    if document.date is None:
        yield "ngày ban hành"
    if document.issuer is None:
        yield "cơ quan ban hành"


def _listed(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} và {last}" if first else last
