"""schema.org on pages: true, bounded, and unable to break out of its element."""

from __future__ import annotations

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup

from plugins.portal.contexts import Link, PageInfo
from plugins.portal.structured import script
from tests.conftest import Built, Workshop, article
from tests.site.test_twins import CHUONG_MY

SITE = "https://bang-vang.example"


def nodes(site: Built, address: str) -> dict[str, dict[str, Any]]:
    """Return what a page tells, by type."""
    (element,) = site.page(address).select("script")
    assert element["type"] == "application/ld+json"
    data = json.loads(element.get_text())
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in data["@graph"]}


def test_every_listed_page_has_one_block(portal: Built) -> None:
    for path, content in portal.files().items():
        if not path.endswith(".html"):
            continue
        soup = BeautifulSoup(content, "lxml")
        blocks = soup.select("script[type='application/ld+json']")
        assert len(blocks) == (0 if soup.select("meta[name=robots]") else 1), path
        for block in blocks:
            assert json.loads(block.get_text())["@graph"], path


def test_an_article(portal: Built) -> None:
    node = nodes(portal, CHUONG_MY)["NewsArticle"]
    page = portal.page(CHUONG_MY)
    assert node["headline"] == page.h1.get_text()
    assert node["@id"] == f"{SITE}{CHUONG_MY}"
    assert node["datePublished"].endswith("+07:00")
    assert node["publisher"]["name"]
    assert node["about"][0]["@type"] == "GovernmentOrganization"
    assert any("9080" in one["name"] for one in node["citation"])
    if "image" in node:
        assert node["image"]["url"].startswith(f"{SITE}/anh/")
    for one in node["mentions"]:
        assert set(one) == {"@type", "name", "award"}
        assert one["@type"] in ("Person", "Organization")


def test_what_was_not_given_honours_nobody(workshop: Workshop) -> None:
    body = "Hội đồng đề nghị Chủ tịch UBND huyện tặng Giấy khen cho bà Nguyễn Thị Hoa."
    site = workshop.build({"tin/2024/05/bai-mot.md": article(body)})
    assert "mentions" not in nodes(site, "/tin/2024/05/bai-mot/")["NewsArticle"]


def test_a_unit(portal: Built) -> None:
    node = nodes(portal, "/don-vi/huyen-thanh-oai/")["GovernmentOrganization"]
    assert node["dissolutionDate"] == "2025-06-30"
    assert node["parentOrganization"]["@id"] == f"{SITE}/don-vi/thanh-pho-ha-noi/"
    assert len(node["subOrganization"]) > 3
    office = nodes(portal, "/don-vi/phong-noi-vu-huyen-chuong-my/")["GovernmentOrganization"]
    assert all(isinstance(text, str) for text in office["award"])


def test_an_honour_of_a_person_is_not_the_offices(workshop: Workshop) -> None:
    body = (
        "Chủ tịch UBND huyện tặng Giấy khen cho bà Nguyễn Thị Hoa, công chức Phòng Nội vụ huyện "
        "Thanh Oai."
    )
    office = "name: Phòng Nội vụ huyện Thanh Oai\nkind: cơ quan\nparent: huyen-thanh-oai\n"
    summary = "summary: Cơ quan chuyên môn của huyện, dùng trong bài kiểm tra.\n"
    site = workshop.build(
        {
            "don-vi/phong-noi-vu.md": f"---\n{office}{summary}---\n",
            "tin/2024/05/bai-mot.md": article(body),
        }
    )
    assert "Nguyễn Thị Hoa" in site.text("/don-vi/phong-noi-vu/")
    assert "award" not in nodes(site, "/don-vi/phong-noi-vu/")["GovernmentOrganization"]


def test_a_cluster_and_a_campaign(portal: Built) -> None:
    cluster = nodes(portal, "/don-vi/cum-thi-dua-so-vi-thanh-pho-ha-noi/")["Organization"]
    assert len(cluster["member"]) > 2
    campaign = nodes(portal, "/phong-trao/nam-dan-mot-lan-den-dung-ngay-hen/")["Event"]
    assert campaign["startDate"] < campaign["endDate"]
    assert campaign["organizer"]["@id"].startswith(f"{SITE}/don-vi/")


def test_the_way_to_a_page(portal: Built) -> None:
    trail = nodes(portal, CHUONG_MY)["BreadcrumbList"]["itemListElement"]
    assert [one["position"] for one in trail] == [1, 2, 3, 4]
    assert [one["item"].removeprefix(SITE) for one in trail] == [
        "/",
        "/tin/",
        "/tin/2022/",
        CHUONG_MY,
    ]
    assert "BreadcrumbList" not in nodes(portal, "/")
    assert nodes(portal, "/")["WebSite"]["url"] == f"{SITE}/"


def test_the_dataset_lists_its_files(portal: Built) -> None:
    node = nodes(portal, "/du-lieu/")["Dataset"]
    package = json.loads(portal.text("/du-lieu/datapackage.json"))
    assert node["version"] == package["version"]
    for file in node["distribution"]:
        assert portal.exists(file["contentUrl"].removeprefix(SITE)), file


@pytest.mark.parametrize(
    "title",
    ["</script><script>alert(1)</script>", "<!--<script>", "a & b", "]]>", "“x”\u2028y", '"\\'],
)
def test_no_text_leaves_the_element(title: str) -> None:
    info = PageInfo(title=title, description="", path="/x/", crumbs=(Link(title, "/y/"),))
    text = script(_Settings(), info)  # type: ignore[arg-type]
    assert not set("<>&\u2028\u2029") & set(text)
    soup = BeautifulSoup(f'<script type="application/ld+json">{text}</script><p>sau</p>', "lxml")
    assert soup.p is not None
    (block,) = soup.select("script")
    trail = json.loads(block.get_text())["@graph"][0]["itemListElement"]
    assert trail[-1]["name"] == title


class _Settings:
    def absolute(self, path: str) -> str:
        return SITE + path
