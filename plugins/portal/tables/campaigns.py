"""The table of campaigns."""

from __future__ import annotations

from plugins.datasets import Column, Table
from plugins.portal.tables.common import review, url
from plugins.portal.tables.entries import CampaignEntry, known

_CAMPAIGN: tuple[Column[CampaignEntry], ...] = (
    Column(
        "id",
        "text",
        lambda one: one.campaign.slug,
        "Mã phong trào",
        "Campaign id",
        "Phần cuối địa chỉ trang của phong trào; đặt một lần, không đổi.",
        "Last part of the address of the campaign's page; written once.",
        required=True,
        brittle=True,
    ),
    Column(
        "name",
        "text",
        lambda one: one.campaign.name,
        "Tên",
        "Name",
        "Tên phong trào thi đua.",
        "Name of the campaign.",
        required=True,
    ),
    Column(
        "unit",
        "text",
        lambda one: known(one.site, "unit", one.campaign.unit),
        "Đơn vị phát động",
        "Unit",
        "Mã đơn vị phát động.",
        "The unit that runs it (id in units).",
        refers="units",
    ),
    Column(
        "parent",
        "text",
        lambda one: known(one.site, "campaign", one.campaign.parent),
        "Thuộc phong trào",
        "Parent",
        "Mã phong trào mà phong trào này là thành phần.",
        "The campaign that this one is part of (id in campaigns).",
        refers="campaigns",
    ),
    Column(
        "plan",
        "text",
        lambda one: one.campaign.plan,
        "Văn bản phát động",
        "Plan",
        "Kế hoạch hoặc văn bản khác phát động phong trào.",
        "The document that launches it.",
    ),
    Column(
        "start_date",
        "date",
        lambda one: one.campaign.start,
        "Bắt đầu",
        "Start",
        "Ngày bắt đầu.",
        "First day.",
    ),
    Column(
        "end_date",
        "date",
        lambda one: one.campaign.end,
        "Kết thúc",
        "End",
        "Ngày kết thúc; trống nếu chưa xác định.",
        "Last day; empty if open.",
    ),
    Column(
        "participants",
        "text",
        lambda one: one.campaign.participants,
        "Đối tượng tham gia",
        "Participants",
        "Tập thể, cá nhân được tham gia.",
        "Who takes part.",
    ),
    Column(
        "articles",
        "integer",
        lambda one: len(one.site.stories_by_term.get(("campaign", one.campaign.slug), ())),
        "Số bài",
        "Articles",
        "Số bài thuộc phong trào.",
        "Articles of the campaign.",
        required=True,
    ),
    Column(
        "awards",
        "integer",
        lambda one: len(one.site.honours_by_term.get(("campaign", one.campaign.slug), ())),
        "Số khen thưởng",
        "Awards",
        "Số lần khen thưởng đã trao mà các bài của phong trào nêu; không tính xếp hạng.",
        "Awards given that articles of the campaign tell; rankings apart.",
        required=True,
    ),
    review(lambda one: "reviewed"),
    url(
        lambda one: one.site.settings.absolute(one.term.path),
        "Trang của phong trào.",
        "The page of the campaign.",
    ),
)

CAMPAIGNS = Table(
    "campaigns",
    "Phong trào",
    "Campaigns",
    "Mỗi dòng là một phong trào thi đua. Muốn biết phong trào sắp diễn ra, đang diễn ra hay đã kết "
    "thúc, xem ngày bắt đầu và ngày kết thúc.",
    "One emulation campaign a row. Whether it is running follows from its first and last day.",
    _CAMPAIGN,
)
