"""The tables of targets and of what articles reported for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from plugins.datasets import Column, Table
from plugins.model import Quantity
from plugins.portal.tables.common import quoted, review, url
from plugins.portal.tables.entries import ReportEntry, TargetEntry

Record = TypeVar("Record")

COMPARATORS = {
    "at-least": "tối thiểu",
    "at-most": "không quá",
    "reach": "đạt",
    "aim": "phấn đấu",
}


def _quantity(read: Callable[[Record], Quantity]) -> tuple[Column[Record], ...]:
    """Return the columns of a number with its unit of measure."""
    return (
        Column(
            "value",
            "number",
            lambda one: read(one).number,
            "Trị số",
            "Value",
            "Con số, không kèm đơn vị đo; CSV viết dấu chấm trước phần lẻ.",
            "The number without its unit of measure.",
            required=True,
        ),
        Column(
            "measure",
            "text",
            lambda one: read(one).unit,
            "Đơn vị đo",
            "Unit of measure",
            "%, phút, hồ sơ, buổi/tháng…; trống nếu con số đứng một mình.",
            "Unit of measure, in Vietnamese; empty where the number stands alone.",
        ),
        Column(
            "written",
            "text",
            lambda one: read(one).text,
            "Như đã viết",
            "As written",
            "Con số và đơn vị đo như văn bản hoặc bài viết ghi, ví dụ 98,4% hay 9.080 hồ sơ.",
            "Number and unit as written, e.g. 98,4% (decimal comma) or 9.080 (dot for thousands).",
            required=True,
            brittle=True,
        ),
    )


_TARGET: tuple[Column[TargetEntry], ...] = (
    Column(
        "id",
        "text",
        lambda one: one.id,
        "Mã chỉ tiêu",
        "Target id",
        "Mã phong trào, dấu # và số thứ tự chỉ tiêu.",
        "Campaign id, # and the number of the target.",
        required=True,
    ),
    Column(
        "campaign",
        "text",
        lambda one: one.of.campaign.slug,
        "Phong trào",
        "Campaign",
        "Mã phong trào đặt ra chỉ tiêu.",
        "The campaign (id in campaigns).",
        required=True,
        refers="campaigns",
        brittle=True,
    ),
    Column(
        "number",
        "integer",
        lambda one: one.number,
        "Thứ tự",
        "Number",
        "Số thứ tự, từ 1.",
        "Position, from 1.",
        required=True,
    ),
    Column(
        "object",
        "text",
        lambda one: one.target.object,
        "Nội dung",
        "Object",
        "Nội dung phải đạt.",
        "What is to be reached.",
        required=True,
    ),
    Column(
        "comparator",
        "text",
        lambda one: one.target.comparator,
        "Phép so sánh",
        "Comparator",
        "at-least: tối thiểu; at-most: không quá; reach: đạt; aim: phấn đấu.",
        "at-least, at-most, reach or aim.",
        required=True,
        choices=COMPARATORS,
    ),
    Column(
        "level",
        "text",
        lambda one: one.target.level,
        "Mức",
        "Level",
        "Mức phấn đấu như văn bản ghi, ví dụ tối thiểu 95%, không quá 15 phút.",
        "The level as written, e.g. tối thiểu 95% (at least 95%).",
        required=True,
    ),
    *_quantity(lambda one: one.target.quantity),
    Column(
        "deadline",
        "date",
        lambda one: one.target.deadline,
        "Thời hạn",
        "Deadline",
        "Ngày phải đạt; trống nếu không ghi thời hạn riêng.",
        "By when; empty for the whole campaign.",
    ),
    review(lambda one: "reviewed"),
    url(
        lambda one: one.of.site.settings.absolute(one.of.term.path),
        "Trang của phong trào.",
        "The page of the campaign.",
    ),
)

_REPORT: tuple[Column[ReportEntry], ...] = (
    Column(
        "id",
        "text",
        lambda one: one.id,
        "Mã số liệu",
        "Report id",
        "Mã chỉ tiêu, dấu @, mã bài và, từ số liệu thứ hai của bài, số thứ tự.",
        "Target id, @, article id and, from an article's second figure on, its number.",
        required=True,
    ),
    Column(
        "target",
        "text",
        lambda one: one.of.id,
        "Mã chỉ tiêu",
        "Target",
        "Mã chỉ tiêu mà số liệu này phản ánh.",
        "The target that the figure is for (id in targets).",
        required=True,
        refers="targets",
    ),
    Column(
        "article",
        "text",
        lambda one: one.figure.story.article.id,
        "Mã bài",
        "Article",
        "Mã bài nêu số liệu.",
        "The article that gives the figure (id in articles).",
        required=True,
        refers="articles",
        brittle=True,
    ),
    Column(
        "date",
        "date",
        lambda one: one.figure.story.article.date.date(),
        "Ngày",
        "Date",
        "Ngày đăng bài.",
        "Day of the article.",
        required=True,
    ),
    *_quantity(lambda one: one.figure.report.quantity),
    Column(
        "late",
        "boolean",
        lambda one: one.figure.late,
        "Sau thời hạn",
        "Late",
        "Có: bài đăng sau thời hạn của chỉ tiêu.",
        "Whether the article came after the deadline of the target.",
        required=True,
    ),
    *quoted(lambda one: one.figure.report.evidence),
    review(lambda one: one.figure.report.review),
    url(
        lambda one: one.of.of.site.settings.absolute(one.figure.story.article.path),
        "Trang của bài.",
        "The page of the article.",
    ),
)

TARGETS = Table(
    "targets",
    "Chỉ tiêu",
    "Targets",
    "Mỗi dòng là một chỉ tiêu của một phong trào.",
    "One target of one campaign a row.",
    _TARGET,
)
REPORTS = Table(
    "reports",
    "Số liệu thực hiện chỉ tiêu",
    "Reports on targets",
    "Mỗi dòng là một số liệu mà một bài nêu cho một chỉ tiêu.",
    "One figure that an article gives for a target a row.",
    _REPORT,
)
