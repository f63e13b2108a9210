"""The table of cited documents."""

from __future__ import annotations

from plugins.datasets import Column, Table
from plugins.model import Evidence
from plugins.portal.contexts import Citation
from plugins.portal.tables.common import quoted, review, url
from plugins.portal.tables.entries import DocumentEntry, known


def _newest(entry: DocumentEntry) -> Citation | None:
    return next(iter(entry.cited.citations), None)


def _article(entry: DocumentEntry) -> str | None:
    newest = _newest(entry)
    return newest.story.article.id if newest else None


def _evidence(entry: DocumentEntry) -> Evidence | None:
    newest = _newest(entry)
    return newest.document.evidence if newest else None


_COLUMNS: tuple[Column[DocumentEntry], ...] = (
    Column(
        "id",
        "text",
        lambda one: one.cited.slug,
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
        "Loại văn bản",
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
        "Ngày ban hành",
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
        "Có: bài chỉ nêu ngày và tháng; năm lấy từ ngày đăng bài.",
        "True where the text gives day and month only, and the year is the article's.",
        required=True,
    ),
    Column(
        "issuer",
        "text",
        lambda one: one.cited.document.issuer,
        "Cơ quan ban hành",
        "Issuer",
        "Cơ quan hoặc người ban hành, như bài nêu.",
        "Who issued it, as the text says.",
    ),
    Column(
        "unit",
        "text",
        lambda one: known(one.site, "unit", one.cited.document.issued_by),
        "Mã đơn vị ban hành",
        "Unit",
        "Mã đơn vị ban hành trong bảng đơn vị; trống khi không chắc.",
        "The unit that issued it (id in units); empty where not certain.",
        refers="units",
    ),
    Column(
        "subject",
        "text",
        lambda one: one.cited.document.subject,
        "Trích yếu",
        "Subject",
        "Văn bản về việc gì, theo câu văn của bài.",
        "What it is about, in the words of the text.",
    ),
    Column(
        "articles",
        "integer",
        lambda one: len(one.cited.stories),
        "Số bài nêu",
        "Articles",
        "Số bài nêu văn bản này.",
        "Articles that cite it.",
        required=True,
    ),
    Column(
        "article",
        "text",
        _article,
        "Bài có câu trích",
        "Article",
        "Mã bài mới nhất nêu văn bản; câu trích lấy từ bài này. Trống khi chỉ trang phong trào "
        "nêu.",
        "The newest article that cites it; the quote is from it (id in articles). Empty where only "
        "a campaign names it.",
        refers="articles",
        brittle=True,
    ),
    *quoted(_evidence),
    review(lambda one: "automatic"),
    url(
        lambda one: one.site.settings.absolute(one.cited.path),
        "Trang của văn bản trong danh mục.",
        "The page of the document in the register.",
    ),
)

DOCUMENTS = Table(
    "documents",
    "Văn bản",
    "Documents",
    "Mỗi dòng là một quyết định, kế hoạch, công văn… được nêu trong bài.",
    "One decision, plan, dispatch … that articles cite a row.",
    _COLUMNS,
)
