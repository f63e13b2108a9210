"""The table of units."""

from __future__ import annotations

from datetime import date

from plugins.datasets import Column, Table
from plugins.portal.tables.common import review, url
from plugins.portal.tables.entries import UnitEntry, all_known, known


def _code(entry: UnitEntry) -> str | None:
    """The code of the last period: numbers are used again, so a code is one of its time."""
    codes = sorted(entry.unit.codes, key=lambda one: one.until or date.max)
    return codes[-1].value if codes else None


def _codes(entry: UnitEntry) -> tuple[str, ...]:
    return tuple(
        f"{one.value} ({one.since or '..'}/{one.until or '..'})" for one in entry.unit.codes
    )


_COLUMNS: tuple[Column[UnitEntry], ...] = (
    Column(
        "id",
        "text",
        lambda one: one.unit.slug,
        "Mã đơn vị",
        "Unit id",
        "Phần cuối địa chỉ trang của đơn vị; đặt một lần, không đổi.",
        "Last part of the address of the unit's page; written once.",
        required=True,
        brittle=True,
    ),
    Column(
        "name",
        "text",
        lambda one: one.unit.name,
        "Tên",
        "Name",
        "Tên đầy đủ.",
        "Full name.",
        required=True,
    ),
    Column(
        "kind",
        "text",
        lambda one: one.unit.kind,
        "Loại",
        "Kind",
        "Tỉnh, huyện, xã, phường, sở, phòng, cụm thi đua…",
        "Kind of unit, in Vietnamese: province, district, commune, department, cluster …",
        required=True,
    ),
    Column(
        "parent",
        "text",
        lambda one: known(one.site, "unit", one.unit.parent),
        "Đơn vị cấp trên",
        "Parent",
        "Mã đơn vị cấp trên.",
        "The unit above (id in units).",
        refers="units",
    ),
    Column(
        "former_parent",
        "text",
        lambda one: known(one.site, "unit", one.unit.former_parent),
        "Cấp trên trước ngày 01/7/2025",
        "Former parent",
        "Mã đơn vị cấp trên khi còn cấp huyện, nếu khác.",
        "The unit above before districts ended on 2025-07-01, if another (id in units).",
        refers="units",
    ),
    Column(
        "code",
        "text",
        _code,
        "Mã đơn vị hành chính",
        "Official code",
        "Mã đơn vị hành chính hiện hành hoặc cuối cùng; giữ nguyên số 0 ở đầu.",
        "Official code of a unit of government, the present or last one, with its leading zeros.",
        brittle=True,
    ),
    Column(
        "codes",
        "list",
        _codes,
        "Mã theo thời gian",
        "Codes by period",
        "Mọi mã, mỗi mã kèm thời gian dùng (từ/đến; hai dấu chấm là không giới hạn), vì số cũ được "
        "dùng lại cho nơi khác.",
        "All codes, each with its period (from/to, two dots for open): numbers are used again "
        "for other places.",
    ),
    Column(
        "aliases",
        "list",
        lambda one: one.unit.aliases,
        "Tên khác",
        "Aliases",
        "Các tên khác, cách nhau bằng dấu chấm phẩy.",
        "Other names, separated by semicolons.",
    ),
    Column(
        "since",
        "date",
        lambda one: one.unit.since,
        "Hoạt động từ ngày",
        "Since",
        "Ngày bắt đầu hoạt động, nếu biết.",
        "First day, if known.",
    ),
    Column(
        "until",
        "date",
        lambda one: one.unit.until,
        "Hoạt động đến hết ngày",
        "Until",
        "Ngày cuối cùng hoạt động; trống nếu còn hoạt động.",
        "Last day; empty if it still exists.",
    ),
    Column(
        "predecessors",
        "list",
        lambda one: one.predecessors,
        "Đơn vị tiền thân",
        "Predecessors",
        "Mã các đơn vị trước khi sắp xếp.",
        "The units that it follows.",
    ),
    Column(
        "successors",
        "list",
        lambda one: all_known(one.site, "unit", *one.unit.successors),
        "Đơn vị kế tục",
        "Successors",
        "Mã các đơn vị kế tục.",
        "The units that follow it.",
    ),
    Column(
        "members",
        "list",
        lambda one: all_known(one.site, "unit", *one.unit.members),
        "Thành viên",
        "Members",
        "Mã các thành viên của cụm, khối thi đua.",
        "Members of a cluster.",
    ),
    Column(
        "head",
        "text",
        lambda one: known(one.site, "unit", one.unit.head),
        "Cụm trưởng",
        "Head",
        "Mã đơn vị làm cụm trưởng, khối trưởng.",
        "The unit that heads a cluster (id in units).",
        refers="units",
    ),
    Column(
        "cluster_number",
        "text",
        lambda one: one.unit.number,
        "Số cụm, khối",
        "Cluster number",
        "Số của cụm, khối thi đua.",
        "Number of a cluster.",
        brittle=True,
    ),
    Column(
        "cluster_year",
        "integer",
        lambda one: one.unit.year,
        "Năm thi đua",
        "Cluster year",
        "Năm thi đua của cụm, khối lập theo từng năm.",
        "Year of a cluster.",
    ),
    Column(
        "address",
        "text",
        lambda one: one.unit.address,
        "Trụ sở",
        "Address",
        "Địa chỉ trụ sở.",
        "Address of the office.",
    ),
    Column(
        "phone",
        "text",
        lambda one: one.unit.phone,
        "Điện thoại",
        "Phone",
        "Điện thoại của cơ quan.",
        "Phone of the office.",
        brittle=True,
    ),
    Column(
        "email",
        "text",
        lambda one: one.unit.email,
        "Thư điện tử",
        "Email",
        "Địa chỉ thư của cơ quan.",
        "Email of the office.",
    ),
    Column(
        "website",
        "url",
        lambda one: one.unit.website,
        "Trang thông tin",
        "Website",
        "Trang thông tin riêng của đơn vị.",
        "The unit's own website.",
    ),
    Column(
        "articles",
        "integer",
        lambda one: len(one.site.stories_by_term.get(("unit", one.unit.slug), ())),
        "Số bài",
        "Articles",
        "Số bài nói tới đơn vị.",
        "Articles about the unit.",
        required=True,
    ),
    Column(
        "awards",
        "integer",
        lambda one: len(one.site.honours_by_term.get(("unit", one.unit.slug), ())),
        "Số khen thưởng",
        "Awards",
        "Số lần khen thưởng đã trao cho đơn vị hoặc cá nhân thuộc đơn vị; không tính xếp hạng.",
        "Awards given to the unit or its people; rankings apart.",
        required=True,
    ),
    review(lambda one: "reviewed" if one.term.described else "automatic"),
    url(
        lambda one: one.site.settings.absolute(one.term.path),
        "Trang của đơn vị.",
        "The page of the unit.",
    ),
)

UNITS = Table(
    "units",
    "Đơn vị",
    "Units",
    "Mỗi dòng là một cơ quan, địa phương, trường học hoặc cụm thi đua có trang riêng, kể cả nơi đã "
    "kết thúc hoạt động. Nơi chưa có lời giới thiệu (review = automatic) lấy từ danh mục đơn vị "
    "hành chính.",
    "One office, locality, school or cluster with a page of its own a row; ended ones stay. Those "
    "that nobody has described (review = automatic) are from the list of units of government.",
    _COLUMNS,
)
