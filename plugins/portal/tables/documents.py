"""The table of cited documents."""

from __future__ import annotations

from plugins.datasets import Column, Table
from plugins.model import Evidence
from plugins.portal.tables.common import quoted, review, url
from plugins.portal.tables.entries import DocumentEntry


def _evidence(entry: DocumentEntry) -> Evidence | None:
    return entry.cited.document.evidence


_COLUMNS: tuple[Column[DocumentEntry], ...] = (
    Column(
        "id",
        "text",
        lambda one: one.cited.anchor,
        "Mã văn bản",
        "Document id",
        "Mã trong danh mục văn bản.",
        "Id in the register of documents.",
        required=True,
    ),
    Column(
        "kind",
        "text",
        lambda one: one.cited.document.kind,
        "Loại",
        "Kind",
        "Quyết định, kế hoạch, công văn, chỉ thị…",
        "Kind, in Vietnamese: decision, plan, dispatch, directive …",
        required=True,
    ),
    Column(
        "number",
        "text",
        lambda one: one.cited.document.number,
        "Số, ký hiệu",
        "Number",
        "Số, ký hiệu như bài nêu, ví dụ 9080/QĐ-UBND.",
        "Number as cited, e.g. 9080/QĐ-UBND.",
        required=True,
        brittle=True,
    ),
    Column(
        "date",
        "date",
        lambda one: one.cited.document.date,
        "Ngày",
        "Date",
        "Ngày ban hành; trống nếu bài không nêu.",
        "Date of issue; empty if the text does not say.",
    ),
    Column(
        "date_inferred",
        "boolean",
        lambda one: one.cited.document.date_inferred,
        "Năm được suy ra",
        "Year inferred",
        "Có khi bài chỉ nêu ngày và tháng, năm lấy từ ngày đăng bài.",
        "True where the text gives day and month only, and the year is the article's.",
        required=True,
    ),
    Column(
        "issuer",
        "text",
        lambda one: one.cited.document.issuer,
        "Nơi ban hành",
        "Issuer",
        "Cơ quan ban hành như bài nêu.",
        "Who issued it, as the text says.",
    ),
    Column(
        "articles",
        "integer",
        lambda one: len(one.cited.stories),
        "Số bài dẫn",
        "Articles",
        "Số bài dẫn văn bản này.",
        "Articles that cite it.",
        required=True,
    ),
    Column(
        "article",
        "text",
        lambda one: one.cited.stories[0].article.id,
        "Bài trích",
        "Article",
        "Bài mới nhất dẫn văn bản; câu trích lấy từ bài này.",
        "The newest article that cites it; the quote is from it (id in articles).",
        required=True,
        refers="articles",
        brittle=True,
    ),
    *quoted(_evidence),
    review(lambda one: "automatic"),
    url(
        lambda one: one.site.settings.absolute(f"/van-ban/#{one.cited.anchor}"),
        "Mục của văn bản trong danh mục.",
        "The entry of the document in the register.",
    ),
)

DOCUMENTS = Table(
    "documents",
    "Văn bản",
    "Documents",
    "Mỗi dòng là một quyết định, kế hoạch, công văn… được dẫn trong bài.",
    "One decision, plan, dispatch … that articles cite a row.",
    _COLUMNS,
)
