"""The table of articles."""

from __future__ import annotations

from plugins.datasets import Column, Table
from plugins.portal.tables.common import url
from plugins.portal.tables.entries import ArticleEntry, all_known

_COLUMNS: tuple[Column[ArticleEntry], ...] = (
    Column(
        "id",
        "text",
        lambda one: one.id,
        "Mã bài",
        "Article id",
        "Mã cố định của bài, không đổi kể cả khi bài đổi tên, đổi địa chỉ.",
        "Permanent id of the article; it stays when title or address change.",
        required=True,
        brittle=True,
    ),
    Column(
        "title",
        "text",
        lambda one: one.story.article.title,
        "Tiêu đề",
        "Title",
        "Tiêu đề bài.",
        "Headline of the article.",
        required=True,
    ),
    Column(
        "kind",
        "text",
        lambda one: one.story.article.kind,
        "Loại bài",
        "Kind",
        "Tin, kế hoạch, phát động, kiểm tra, khen thưởng…",
        "Kind of article, in Vietnamese: news, plan, launch, inspection, commendation …",
        required=True,
    ),
    Column(
        "published",
        "moment",
        lambda one: one.story.article.date,
        "Đăng lúc",
        "Published",
        "Ngày giờ đăng, giờ Việt Nam.",
        "When it was published, in Vietnamese time.",
        required=True,
    ),
    Column(
        "modified",
        "moment",
        lambda one: one.story.article.modified,
        "Sửa lúc",
        "Modified",
        "Ngày giờ sửa lần cuối; trống nếu chưa sửa.",
        "When it was last changed; empty if never.",
    ),
    Column(
        "summary",
        "text",
        lambda one: one.story.article.summary,
        "Tóm tắt",
        "Summary",
        "Một, hai câu tóm tắt bài.",
        "One or two sentences on what the article tells.",
        required=True,
    ),
    Column(
        "unit",
        "text",
        lambda one: next(iter(_terms(one, "unit")), None),
        "Đơn vị",
        "Unit",
        "Mã đơn vị chính mà bài nói tới.",
        "The main unit that the article is about (id in units).",
        refers="units",
    ),
    Column(
        "units",
        "list",
        lambda one: _terms(one, "unit"),
        "Các đơn vị",
        "Units",
        "Mã mọi đơn vị mà bài nói tới, cách nhau bằng dấu chấm phẩy.",
        "All units that the article is about, separated by semicolons.",
    ),
    Column(
        "campaigns",
        "list",
        lambda one: _terms(one, "campaign"),
        "Phong trào",
        "Campaigns",
        "Mã các phong trào thi đua mà bài thuộc về, cách nhau bằng dấu chấm phẩy.",
        "The campaigns that the article belongs to, separated by semicolons.",
    ),
    Column(
        "source",
        "text",
        lambda one: one.story.article.source.name if one.story.article.source else None,
        "Nguồn",
        "Source",
        "Nơi đăng đầu tiên, nếu bài lấy từ nơi khác.",
        "Where the story was first told, if elsewhere.",
    ),
    Column(
        "source_url",
        "url",
        lambda one: one.story.article.source.url if one.story.article.source else None,
        "Địa chỉ nguồn",
        "Source URL",
        "Địa chỉ bài ở nơi đăng đầu tiên.",
        "Address of the story at its source.",
    ),
    Column(
        "corrections",
        "integer",
        lambda one: len(one.story.article.corrections),
        "Số đính chính",
        "Corrections",
        "Bài đã được đính chính mấy lần.",
        "How many corrections the article carries.",
        required=True,
    ),
    Column(
        "awards",
        "integer",
        lambda one: len(one.story.awards),
        "Số khen thưởng",
        "Awards",
        "Số dòng của bảng khen thưởng lấy từ bài này.",
        "How many records of the table awards come from this article.",
        required=True,
    ),
    url(
        lambda one: one.site.settings.absolute(one.story.article.path),
        "Trang của bài.",
        "The page of the article.",
    ),
)

ARTICLES = Table(
    "articles",
    "Tin, bài",
    "Articles",
    "Mỗi dòng là một bài đã đăng.",
    "One published article a row.",
    _COLUMNS,
)


def _terms(entry: ArticleEntry, key: str) -> tuple[str, ...]:
    return all_known(entry.site, key, *entry.story.article.terms.get(key, ()))
