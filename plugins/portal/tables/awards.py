"""The table of awards."""

from __future__ import annotations

from collections.abc import Callable

from plugins.datasets import Column, Table
from plugins.model import RecipientKind
from plugins.portal.tables.common import FAMILIES, STATUSES, quoted, review, url
from plugins.portal.tables.entries import AwardEntry, known
from plugins.portal.wording import award_name


def _listed(kind: RecipientKind) -> Callable[[AwardEntry], int]:
    return lambda one: sum(recipient.kind == kind for recipient in one.award.recipients)


def _count(
    name: str,
    value: Callable[[AwardEntry], int | None],
    titles: tuple[str, str],
    about: tuple[str, str],
) -> Column[AwardEntry]:
    required = name.startswith("listed")
    return Column(name, "integer", value, *titles, *about, required=required)


def _messages(entry: AwardEntry) -> tuple[str, ...]:
    return tuple(note.message for note in entry.award.notes)


def _codes(entry: AwardEntry) -> tuple[str, ...]:
    return tuple(note.code for note in entry.award.notes)


_COUNTS = (
    _count(
        "declared_total",
        lambda one: one.award.declared.total,
        ("Nêu: tổng số", "Declared: total"),
        ("Tổng số được khen mà bài nêu, khi bài không chia loại.", "Total that the text states."),
    ),
    _count(
        "declared_collectives",
        lambda one: one.award.declared.collectives,
        ("Nêu: tập thể", "Declared: collectives"),
        ("Số tập thể mà bài nêu; trống nếu bài không nêu.", "Collectives that the text states."),
    ),
    _count(
        "declared_individuals",
        lambda one: one.award.declared.individuals,
        ("Nêu: cá nhân", "Declared: individuals"),
        ("Số cá nhân mà bài nêu; trống nếu bài không nêu.", "Individuals that the text states."),
    ),
    _count(
        "declared_households",
        lambda one: one.award.declared.households,
        ("Nêu: hộ gia đình", "Declared: households"),
        ("Số hộ gia đình mà bài nêu; trống nếu bài không nêu.", "Households that the text states."),
    ),
    _count(
        "listed_collectives",
        _listed("collective"),
        ("Có tên: tập thể", "Listed: collectives"),
        (
            "Số tập thể có tên trong bài. Số nêu khác số có tên thì giữ cả hai.",
            "Collectives named in the text. Where it differs from the declared count, both stay.",
        ),
    ),
    _count(
        "listed_individuals",
        _listed("individual"),
        ("Có tên: cá nhân", "Listed: individuals"),
        ("Số cá nhân có tên trong bài.", "Individuals named in the text."),
    ),
    _count(
        "listed_households",
        _listed("household"),
        ("Có tên: hộ gia đình", "Listed: households"),
        ("Số hộ gia đình có tên trong bài.", "Households named in the text."),
    ),
)

_COLUMNS: tuple[Column[AwardEntry], ...] = (
    Column(
        "id",
        "text",
        lambda one: one.id,
        "Mã khen thưởng",
        "Award id",
        "Mã bài, dấu # và số thứ tự trong bài, ví dụ ten-bai#2.",
        "Article id, # and the number of the award in the article, e.g. ten-bai#2.",
        required=True,
    ),
    Column(
        "article",
        "text",
        lambda one: one.honour.story.article.id,
        "Mã bài",
        "Article",
        "Bài nêu lần khen thưởng này.",
        "The article that tells of this award (id in articles).",
        required=True,
        refers="articles",
        brittle=True,
    ),
    Column(
        "number",
        "integer",
        lambda one: one.honour.number,
        "Thứ tự trong bài",
        "Number",
        "Số thứ tự trong bài, từ 1.",
        "Position in the article, from 1.",
        required=True,
    ),
    Column(
        "status",
        "text",
        lambda one: one.award.status,
        "Tình trạng",
        "Status",
        "conferred: đã trao; background: thành tích cũ được nhắc lại; proposed: mới đề nghị; "
        "planned: dự kiến. Chỉ conferred là kết quả.",
        "conferred: given; background: an earlier honour told in passing; proposed: put forward; "
        "planned: foreseen. Only conferred is a result.",
        required=True,
        choices=STATUSES,
    ),
    Column(
        "family",
        "text",
        lambda one: one.award.title.family,
        "Loại khen thưởng",
        "Family",
        "law: danh hiệu, hình thức theo Luật; contest: giải hội thi; ranking: xếp hạng (không phải "
        "khen thưởng); other: khác.",
        "law: titles of the Law on Emulation and Commendation; contest: prizes; ranking: rankings, "
        "which are no awards; other.",
        required=True,
        choices=FAMILIES,
    ),
    Column(
        "name",
        "text",
        lambda one: award_name(one.award),
        "Danh hiệu, hình thức",
        "Award",
        "Tên danh hiệu, hình thức khen thưởng hoặc giải, kèm hạng.",
        "Name of the title, commendation or prize, with its rank.",
        required=True,
    ),
    Column(
        "title",
        "text",
        lambda one: one.award.title.slug,
        "Mã danh hiệu",
        "Title id",
        "Mã danh hiệu trong danh mục; cũng là phần cuối địa chỉ trang của danh hiệu.",
        "Id of the title in the vocabulary, as in the address of its page.",
        required=True,
    ),
    Column(
        "rank",
        "text",
        lambda one: one.award.rank,
        "Hạng",
        "Rank",
        "Hạng, giải hoặc thứ bậc, nếu có.",
        "Class, prize or place, if any.",
        brittle=True,
    ),
    Column(
        "issuer",
        "text",
        lambda one: one.award.issuer,
        "Cấp khen thưởng",
        "Issuer",
        "Người hoặc cơ quan quyết định khen thưởng, như bài nêu.",
        "Who confers, as the text says.",
    ),
    Column(
        "document",
        "text",
        lambda one: one.document.slug if one.document else None,
        "Mã văn bản",
        "Document",
        "Mã quyết định khen thưởng trong bảng văn bản.",
        "The deciding document (id in documents).",
        refers="documents",
    ),
    Column(
        "document_number",
        "text",
        lambda one: one.award.document.number if one.award.document else None,
        "Số văn bản",
        "Document number",
        "Số, ký hiệu quyết định như bài nêu.",
        "Number of the decision as cited.",
        brittle=True,
    ),
    Column(
        "date",
        "date",
        lambda one: one.award.date,
        "Ngày quyết định",
        "Date",
        "Ngày của quyết định; trống nếu bài không nêu.",
        "Date of the decision; empty if the text does not say.",
    ),
    Column(
        "year",
        "integer",
        lambda one: one.honour.year,
        "Năm",
        "Year",
        "Năm của quyết định, nếu không rõ thì năm đăng bài.",
        "Year of the decision, else of the article.",
        required=True,
    ),
    Column(
        "merit_year",
        "integer",
        lambda one: one.award.year,
        "Thành tích năm",
        "Year of merit",
        "Năm của thành tích được khen, nếu bài nêu.",
        "The year whose merit is rewarded, if the text says.",
    ),
    Column(
        "campaign",
        "text",
        lambda one: known(one.site, "campaign", one.award.campaign),
        "Phong trào",
        "Campaign",
        "Mã phong trào thi đua mà bài thuộc về.",
        "The campaign that the article belongs to (id in campaigns).",
        refers="campaigns",
    ),
    *_COUNTS,
    Column(
        "notes",
        "list",
        _messages,
        "Lưu ý",
        "Notes",
        "Điều người dùng cần biết, ví dụ số nêu và số có tên khác nhau.",
        "What a user must know, in Vietnamese, such as counts that differ.",
    ),
    Column(
        "note_codes",
        "list",
        _codes,
        "Mã lưu ý",
        "Note codes",
        "Các lưu ý trên, dưới dạng mã cho máy đọc.",
        "The same remarks as codes for machines.",
    ),
    *quoted(lambda one: one.award.evidence[0]),
    review(lambda one: one.award.review),
    url(
        lambda one: one.site.settings.absolute(one.honour.path),
        "Chỗ ghi lần khen thưởng này trên trang của bài.",
        "The entry of this award on the page of its article.",
    ),
)

AWARDS = Table(
    "awards",
    "Khen thưởng",
    "Awards",
    "Mỗi dòng là một lần trao (hoặc nhắc lại, đề nghị, dự kiến trao) một danh hiệu, hình thức khen "
    "thưởng hoặc giải mà một bài nêu; kết quả xếp hạng cũng ở đây, thuộc loại ranking.",
    "One giving (or recalling, proposing, planning) of one title or prize, as one article tells "
    "it, a row; rankings are here too, with family ranking.",
    _COLUMNS,
)
