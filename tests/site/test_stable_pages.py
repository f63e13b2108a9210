"""A new article changes the pages that tell of it, and no other."""

from __future__ import annotations

import re

import pytest

from plugins.portal.pages import documents
from tests.conftest import Built, Workshop, article

SUMMARY = "summary: Dùng trong bài kiểm tra, có phần tóm tắt đủ dài.\n---\n"
CAMPAIGN = "---\nname: {}\nunit: Huyện Thanh Oai\nstart: 2022-01-01\n" + SUMMARY
DECISION = (
    "Ngày {day}/{month}/{year}, Chủ tịch UBND huyện Thanh Oai ban hành Quyết định số "
    "{number}/QĐ-UBND tặng Giấy khen cho bà {person}, Chủ tịch UBND xã Cao Viên."
)
PERSONS = ("Lê Thị Đông", "Phạm Thu Hương", "Đỗ Văn Bảy")


def told(number: int, year: int, month: int, day: int = 20) -> dict[str, str]:
    """An article that tells of an award, by a decision of two days before."""
    name = f"bai-{year}-{month:02}-{day}"
    body = DECISION.format(
        day=day - 2, month=month, year=year, number=number, person=PERSONS[number % 3]
    )
    text = article(
        body,
        id=name,
        title=f"Trao Giấy khen ngày {day}/{month}/{year}",
        date=f"{year}-{month:02}-{day}",
        kind="khen thưởng",
        campaign="thi-dua",
    )
    return {f"tin/{year}/{month:02}/{name}.md": text}


def several_pages() -> dict[str, str]:
    files = {
        "don-vi/xa-cao-vien.md": "---\nname: Xã Cao Viên\nkind: xã\nparent: Huyện Thanh Oai\n"
        + SUMMARY,
        "phong-trao/thi-dua.md": CAMPAIGN.format("Thi đua cải cách"),
        "phong-trao/khac.md": CAMPAIGN.format("Thi đua khác"),
        "don-vi/so-noi-vu.md": "---\nname: Sở Nội vụ\nkind: cơ quan\n" + SUMMARY,
    }
    for number, (year, month) in enumerate(
        (year, month) for year in (2022, 2023, 2024) for month in (2, 3, 8)
    ):
        files |= told(number, year, month) | told(100 + number, year, month, 22)
    for day in (21, 24, 27):  # of another unit
        name = f"khac-{day}"
        files[f"tin/2024/08/{name}.md"] = article(
            id=name, date=f"2024-08-{day}", unit="Sở Nội vụ", campaign="khac"
        )
    return files


def changed(before: Built, files: dict[str, bytes]) -> set[str]:
    """The addresses that are new or not as they were, without the open data."""
    now = before.files()
    paths = {path for path in now if now[path] != files.get(path)} | (files.keys() - now.keys())
    addresses = {f"/{path}".removesuffix("index.html") for path in paths}
    return {one for one in addresses if not one.startswith(("/du-lieu/", "/.bang-vang/"))}


# What tells of an award in any article: the newest page of each list it stands on.
ALWAYS = {
    "/",
    "/rss.xml",
    "/sitemap.xml",
    "/tin/",
    "/don-vi/",
    "/don-vi/huyen-thanh-oai/",
    "/don-vi/huyen-thanh-oai/index.json",
    "/don-vi/huyen-thanh-oai/rss.xml",
    "/don-vi/xa-cao-vien/",
    "/don-vi/xa-cao-vien/index.json",
    "/phong-trao/",
    "/phong-trao/thi-dua/",
    "/phong-trao/thi-dua/index.json",
    "/phong-trao/thi-dua/lich.ics",
    "/phong-trao/thi-dua/rss.xml",
    "/khen-thuong/",
    "/khen-thuong/giay-khen/",
    "/khen-thuong/giay-khen/index.json",
    "/khen-thuong/giay-khen/rss.xml",
    "/bang-vang/",
    "/bang-vang/danh-hieu/",
    "/bang-vang/danh-hieu/giay-khen/",
    "/bang-vang/doi-tuong/ca-nhan/",
    "/bang-vang/don-vi/",
    "/bang-vang/don-vi/huyen-thanh-oai/",
    "/bang-vang/don-vi/thanh-pho-ha-noi/",
    "/bang-vang/don-vi/xa-cao-vien/",
    "/bang-vang/du-lieu.json",
    "/bang-vang/loai/theo-luat/",
    "/bang-vang/phong-trao/",
    "/bang-vang/phong-trao/thi-dua/",
    "/van-ban/",
    # The commune of today shows the honours of the one it follows.
    "/don-vi/xa-binh-minh-ha-noi/",
    "/bang-vang/don-vi/xa-binh-minh-ha-noi/",
}
# The articles that it is now next to: in the strip of steps and among related stories.
LAST_STEPS = {"/tin/2024/08/bai-2024-08-20/", "/tin/2024/08/bai-2024-08-22/"}


@pytest.mark.parametrize(
    ("new", "also"),
    [
        pytest.param(
            told(500, 2024, 9),
            {
                "/tin/2024/",
                "/tin/2024/09/",
                "/tin/2024/09/bai-2024-09-20/",
                "/tin/2024/09/bai-2024-09-20/index.json",
                "/bang-vang/2024/",
                "/bang-vang/du-lieu/2024.json",
                "/van-ban/2024/",
                "/van-ban/quyet-dinh-500-qd-ubnd-2024-09-18/",
            },
            id="a new month",
        ),
        pytest.param(
            told(500, 2025, 1),
            {
                "/tin/2025/",
                "/tin/2025/01/",
                "/tin/2025/01/bai-2025-01-20/",
                "/tin/2025/01/bai-2025-01-20/index.json",
                "/bang-vang/2025/",
                "/bang-vang/2024/",  # now has a year after it
                "/bang-vang/du-lieu/2025.json",
                "/van-ban/2025/",
                "/van-ban/2024/",
                "/van-ban/quyet-dinh-500-qd-ubnd-2025-01-18/",
            },
            id="a new year",
        ),
    ],
)
def test_only_what_tells_of_an_article_changes(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, new: dict[str, str], also: set[str]
) -> None:
    monkeypatch.setattr(documents, "LISTED", 2)
    sizes = {"PAGE_SIZE": 4, "ROLL_PAGE_SIZE": 4}
    site = workshop.build(several_pages(), **sizes)
    before = site.files()
    lists = {re.sub(r"trang/\d+/index.html", "", path) for path in before if "/trang/" in path}
    assert lists == LISTS
    assert changed(workshop.build(new, **sizes), before) == ALWAYS | LAST_STEPS | also


# The lists of which the site has several pages.
LISTS = {
    "tin/",
    "tin/2024/",
    "don-vi/huyen-thanh-oai/",
    "phong-trao/thi-dua/",
    "khen-thuong/giay-khen/",
    "bang-vang/danh-hieu/giay-khen/",
    "bang-vang/doi-tuong/ca-nhan/",
    "bang-vang/don-vi/huyen-thanh-oai/",
    "bang-vang/don-vi/thanh-pho-ha-noi/",
    "bang-vang/don-vi/xa-cao-vien/",
    "bang-vang/loai/theo-luat/",
    "bang-vang/phong-trao/thi-dua/",
    "van-ban/2022/",
    "van-ban/2023/",
    "van-ban/2024/",
}
