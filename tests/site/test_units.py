"""Units: those of the gazetteer too have pages; what ended says who follows; honours stay apart."""

from __future__ import annotations

import pytest

from tests.conftest import Built, Workshop, article
from tests.site.test_terms import unit

HONOURS = """Chủ tịch Ủy ban nhân dân huyện Nam Đàn ban hành Quyết định số 41/QĐ-UBND ngày
13/12/2024 tặng Giấy khen cho 3 tập thể, gồm: xã Khánh Sơn; xã Hùng Tiến và xã Tiên Tiến Mới."""


@pytest.fixture
def nam_dan(workshop: Workshop) -> Built:
    return workshop.build(
        {
            "tin/2024/12/bai-mot.md": article(
                HONOURS, date="2024-12-18", unit='"Huyện Nam Đàn, tỉnh Nghệ An"', kind="khen thưởng"
            )
        }
    )


def test_a_unit_without_a_file_is_named_and_has_a_page(nam_dan: Built) -> None:
    page = nam_dan.page("/don-vi/huyen-nam-dan-nghe-an/")
    text = page.select_one("main").get_text(" ", strip=True)  # type: ignore[union-attr]
    assert "Huyện thuộc tỉnh Nghệ An, hoạt động đến hết ngày 30/06/2025" in text
    assert "Mã đơn vị hành chính 430" in text
    crumbs = [link["href"] for link in page.select(".crumbs a")]
    assert crumbs == ["/", "/don-vi/", "/don-vi/tinh-nghe-an/"]
    assert "/tin/2024/12/bai-mot/" in nam_dan.links("/don-vi/huyen-nam-dan-nghe-an/")
    assert "/don-vi/huyen-nam-dan-nghe-an/" in nam_dan.links("/don-vi/tinh-nghe-an/")


def test_an_honour_leads_to_a_commune_without_a_file(nam_dan: Built) -> None:
    links = nam_dan.links("/tin/2024/12/bai-mot/")
    assert "/don-vi/xa-khanh-son-nam-dan-nghe-an/" in links
    assert "/don-vi/xa-hung-tien-nam-dan-nghe-an/" in links
    page = nam_dan.page("/don-vi/xa-khanh-son-nam-dan-nghe-an/")
    assert page.select_one(".chart td.figure-cell").get_text(strip=True) == "1"  # type: ignore[union-attr]
    assert [one.get_text(strip=True) for one in page.select(".honour-names .name")] == [
        "Xã Khánh Sơn"
    ]


def test_a_successor_shows_honours_of_before_apart(nam_dan: Built) -> None:
    page = nam_dan.page("/don-vi/xa-thien-nhan-nghe-an/")
    headings = [heading.get_text(strip=True) for heading in page.select("main h2")]
    assert "Khen thưởng của đơn vị tiền thân" in headings
    assert "Khen thưởng" not in headings
    assert page.select(".chart") == []
    inherited = [link["href"] for link in page.select(".roll-group h3 a")]
    assert inherited == ["/don-vi/xa-khanh-son-nam-dan-nghe-an/"]


def test_a_unit_shows_what_it_conferred_by_its_own_decisions(nam_dan: Built) -> None:
    page = nam_dan.page("/don-vi/huyen-nam-dan-nghe-an/")
    part = next(one for one in page.select("section") if "do đơn vị quyết định" in one.get_text())
    assert "Xã Khánh Sơn" in part.get_text()
    assert "Quyết định số 41/QĐ-UBND" in part.get_text()
    assert "do đơn vị quyết định" not in nam_dan.text("/don-vi/xa-khanh-son-nam-dan-nghe-an/")


def test_only_units_with_something_to_tell_stand_in_the_index(nam_dan: Built) -> None:
    listed = nam_dan.links("/don-vi/")
    assert "/don-vi/xa-khanh-son-nam-dan-nghe-an/" in listed
    assert nam_dan.exists("/don-vi/xa-thien-nhan-nghe-an/")
    assert "/don-vi/xa-thien-nhan-nghe-an/" not in listed
    assert not nam_dan.exists("/don-vi/xa-nam-cat-nam-dan-nghe-an/")


def test_the_feed_of_a_unit_that_ended_ends_with_where_to_go(nam_dan: Built) -> None:
    feed = nam_dan.feed("/don-vi/xa-khanh-son-nam-dan-nghe-an/rss.xml")
    last = feed.entries[0]
    assert "đã kết thúc hoạt động" in last.title
    assert last.published.startswith("Tue, 01 Jul 2025")
    assert last.id == "tag:bang-vang.example,2026:don-vi-ket-thuc:xa-khanh-son-nam-dan-nghe-an"
    assert "https://bang-vang.example/don-vi/xa-thien-nhan-nghe-an/rss.xml" in last.content[0].value
    assert nam_dan.exists("/don-vi/xa-thien-nhan-nghe-an/rss.xml")
    alive = nam_dan.feed("/don-vi/xa-thien-nhan-nghe-an/rss.xml")
    assert alive.entries == []


def test_a_name_of_no_known_place_is_reported_and_not_guessed(
    nam_dan: Built, workshop: Workshop
) -> None:
    review = (workshop.folder / "can-xem-lai.md").read_text("utf-8")
    assert "“Xã Tiên Tiến Mới”: danh mục không có địa phương nào mang tên này" in review
    assert "tin/2024/12/bai-mot.md:" in review
    assert not any("tien-tien" in link for link in nam_dan.links("/tin/2024/12/bai-mot/"))


def test_a_name_of_several_places_is_reported_with_them(workshop: Workshop) -> None:
    body = "Sở Nội vụ tặng Giấy khen cho 1 tập thể: huyện Châu Thành."
    school = unit("Trường Cán bộ", kind="trường học")
    workshop.build(
        {
            "don-vi/truong-can-bo.md": school,
            "tin/2024/12/bai-mot.md": article(body, date="2024-12-18", unit="truong-can-bo"),
        }
    )
    review = (workshop.folder / "can-xem-lai.md").read_text("utf-8")
    assert "“Huyện Châu Thành” có thể là: Huyện Châu Thành, tỉnh " in review


def test_one_place_far_away_is_not_called_several(workshop: Workshop) -> None:
    body = "Sở Nội vụ tặng Giấy khen cho 1 tập thể: xã Đông Sơn."
    workshop.build(
        {"tin/2026/05/bai-mot.md": article(body, date="2026-05-18", unit="Phường Chương Mỹ")}
    )
    review = (workshop.folder / "can-xem-lai.md").read_text("utf-8")
    assert "chỉ có Xã Đông Sơn, tỉnh Quảng Ngãi, ngoài địa bàn của bài" in review
    assert "hiểu được nhiều cách" not in review


def test_an_author_is_asked_which_of_several_places_is_meant(workshop: Workshop) -> None:
    report = workshop.refusal(
        {"tin/2024/12/bai-mot.md": article(date="2024-12-18", unit="Huyện Châu Thành")}
    )
    assert "“Huyện Châu Thành” là tên của nhiều đơn vị" in report
    assert "huyen-chau-thanh-tien-giang" in report
    site = workshop.build(
        {"tin/2024/12/bai-mot.md": article(date="2024-12-18", unit="huyen-chau-thanh-tien-giang")}
    )
    assert site.exists("/don-vi/huyen-chau-thanh-tien-giang/")


@pytest.mark.parametrize(
    "above",
    [
        {
            "don-vi/mot.md": unit("Phòng Một", parent="Phòng Hai"),
            "don-vi/hai.md": unit("Phòng Hai", parent="Phòng Một"),
        },
        # The commune has been below this district, and now is below a province.
        {"don-vi/mot.md": unit("Huyện Vị Xuyên", kind="huyện", parent="Xã Cao Bồ")},
    ],
)
def test_a_unit_below_itself_is_refused(workshop: Workshop, above: dict[str, str]) -> None:
    report = workshop.refusal(above | {"tin/2024/05/bai-mot.md": article()})
    assert "content/don-vi/mot.md:4: “parent”: đơn vị này nằm dưới chính nó." in report


def test_the_day_of_the_article_tells_which_commune_is_meant(workshop: Workshop) -> None:
    name = '"Xã Dân Hòa, Hà Nội"'
    site = workshop.build(
        {
            "tin/2024/12/bai-mot.md": article(date="2024-12-18", unit=name),
            "tin/2026/05/bai-hai.md": article(id="bai-hai", date="2026-05-06", unit=name),
        }
    )
    assert "/don-vi/xa-dan-hoa-ha-noi/" in site.links("/tin/2026/05/bai-hai/")
    assert "/don-vi/xa-dan-hoa-thanh-oai-ha-noi/" in site.links("/tin/2024/12/bai-mot/")


def test_a_cluster_says_its_number_and_year_and_an_office_its_contact(workshop: Workshop) -> None:
    cluster = """---
name: Cụm thi đua số 3 huyện Thanh Oai
kind: cụm thi đua
number: 3
year: 2024
members: [Huyện Thanh Oai]
phone: 024 3387 0000
email: cum3@thanhoai.example
summary: Một cụm thi đua gồm vài đơn vị của huyện, dùng trong phép thử.
---
"""
    site = workshop.build(
        {"don-vi/cum-3.md": cluster, "tin/2024/05/bai-mot.md": article(unit="cum-3")}
    )
    text = site.page("/don-vi/cum-3/").get_text(" ", strip=True)
    for words in ("Số cụm, khối 3", "Năm thi đua 2024", "024 3387 0000", "cum3@thanhoai.example"):
        assert words in text
    assert "tel:02433870000" in site.links("/don-vi/cum-3/")


def test_chuc_son_in_the_sample(portal: Built) -> None:
    links = portal.links("/don-vi/thi-tran-chuc-son/", ".notice a")
    assert links == ["/don-vi/phuong-chuong-my/"]
    heirs = portal.links("/don-vi/phuong-chuong-my/", ".roll-group h3 a")
    assert "/don-vi/thi-tran-chuc-son/" in heirs
    for district in ("huyen-thanh-oai", "huyen-chuong-my"):
        assert len(portal.links(f"/don-vi/{district}/", ".notice a")) >= 4
