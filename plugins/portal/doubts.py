"""Documents that staff should look at: what their citations leave open or contradict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from plugins.documents import number_parts
from plugins.model import Document
from plugins.portal.contexts import CitedDocument
from plugins.portal.document_register import Register
from plugins.portal.remarks import Remarks
from plugins.portal.wording import document_name
from plugins.sources import Record
from plugins.vocabulary import load

# "98/2023/NĐ-CP", "06/2022/QH15": laws and decrees are known by number and year alone.
_OF_LAW = re.compile(r"\d+/\d{4}/")
# Codes that stand for one kind of document and no other.
_CODES = frozenset({"QĐ", "KH", "NQ", "NĐ", "TTr", "BC", "TB"})
# A full day, which a citation without a date has in vain.
_DAY = re.compile(r"ngày\s+(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?!\d)")
# These are issued under the number of the decision that they come with.
_ATTACHED = frozenset({"Quy định", "Quy chế", "Đề án", "Thể lệ", "Văn bản"})


class Places:
    """Where a document is cited first: path and line of the source; ``campaigns`` are by slug."""

    def __init__(self, campaigns: Mapping[str, Record]) -> None:
        self._campaigns = campaigns
        self._lines: dict[str, tuple[int, ...]] = {}

    def remember(self, record: Record, documents: Iterable[Document]) -> None:
        """Remember the lines on which an article cites each of its documents."""
        if documents:
            self._lines[record.path] = tuple(
                record.line_of(one.evidence.quote) if one.evidence else record.line("source")
                for one in documents
            )

    def of(self, cited: CitedDocument) -> tuple[str, int]:
        """Return the path and the line."""
        if not cited.citations:
            record = self._campaigns[cited.campaigns[0]]
            return record.path, record.line("plan")
        oldest = cited.citations[-1]
        path = oldest.story.article.source_path
        return path, self._lines[path][oldest.story.documents.index(oldest.document)]


def remark_documents(register: Register, places: Places, remarks: Remarks) -> None:
    """Note the documents that are cited incompletely or in contradiction, where they are cited."""
    for cited in register.documents:
        missing = list(_missing(cited.document))
        if day := _impossible_day(cited):
            path, line = places.of(cited)
            message = f"“{document_name(cited.document)} ngày {day}”: không có ngày này trong lịch."
            remarks.add("document", path, line, f"{message} Sửa theo văn bản gốc.")
        elif missing:
            path, line = places.of(cited)
            remarks.add(
                "document",
                path,
                line,
                f"“{document_name(cited.document)}”: chưa nêu {_listed(missing)}. "
                "Bổ sung vào câu văn, nếu có văn bản gốc.",
            )
        if code := _other_code(cited.document):
            path, line = places.of(cited)
            message = (
                f"“{document_name(cited.document)}”: ký hiệu “{code}” không phải của loại văn bản "
                "này. Sửa tên loại hoặc ký hiệu."
            )
            remarks.add("contradiction", path, line, message)
    for first, *others in register.contradictions:
        path, line = places.of(first)
        elsewhere = "; ".join(
            f"{document_name(other.document)} ở {':'.join(map(str, places.of(other)))}"
            for other in others
        )
        message = (
            f"“{document_name(first.document)}” khác ngày với {elsewhere}. Đối chiếu văn bản gốc."
        )
        remarks.add("contradiction", path, line, message)


def _impossible_day(cited: CitedDocument) -> str:
    """The day that the oldest citation tells and that no calendar has."""
    oldest = cited.citations[-1].document.evidence if cited.citations else None
    told = _DAY.search(oldest.quote) if oldest and cited.document.date is None else None
    return told[1] if told else ""


def _missing(document: Document) -> Iterator[str]:
    if not number_parts(document.number)[1]:
        yield "ký hiệu"
    if _OF_LAW.match(document.number):
        return
    if document.date is None:
        yield "ngày ban hành"
    if document.issuer is None:
        yield "cơ quan ban hành"


def _other_code(document: Document) -> str:
    """The code in the number where it belongs to another kind: "Công văn số 12/QĐ-UBND"."""
    parts = re.split(r"[/\-]", document.number)[1:]
    code = next((part for part in parts if not part.isdigit()), "")
    row = load().document_kind(code) if code in _CODES else None
    alike = row is None or row.name == document.kind or document.kind in _ATTACHED
    return "" if alike else code


def _listed(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} và {last}" if first else last
