"""Taxonomies: pages, feeds, indexes; a further one is an entry of configuration."""

from __future__ import annotations

from typing import Any

import pelicanconf
from tests.conftest import Workshop, article

TOPIC = {"key": "topic", "folder": "chu-de", "label": "Chủ đề", "noun": "chủ đề"}


def topic(name: str) -> str:
    return (
        f"---\nname: {name}\nsummary: Các bài viết về {name.lower()} trong cải cách hành chính.\n"
        f"---\nLời giới thiệu chủ đề **{name}**.\n"
    )


def unit(name: str, kind: str = "xã", **more: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in more.items())
    summary = "Một đơn vị dùng trong bài kiểm tra, có phần tóm tắt đủ dài."
    return f"---\nname: {name}\nkind: {kind}\n{lines}summary: {summary}\n---\nVài dòng về {name}.\n"


def build_with_topics(workshop: Workshop) -> Any:
    return workshop.build(
        {
            "chu-de/mot-cua.md": topic("Một cửa"),
            "chu-de/dich-vu-cong.md": topic("Dịch vụ công"),
            "tin/2024/05/bai-mot.md": article(topic="Một cửa"),
            "tin/2024/05/bai-hai.md": article(
                id="bai-hai", title="Bài hai", topic="[dich-vu-cong, Một  CỬA]"
            ),
        },
        TAXONOMIES=(*pelicanconf.TAXONOMIES, TOPIC),
    )


def test_a_fourth_taxonomy_is_one_entry_of_configuration(workshop: Workshop) -> None:
    site = build_with_topics(workshop)
    index = site.page("/chu-de/")
    assert [link["href"] for link in index.select("main a[href^='/chu-de/']")] == [
        "/chu-de/dich-vu-cong/",
        "/chu-de/mot-cua/",
    ]
    page = site.page("/chu-de/mot-cua/")
    assert page.h1.get_text() == "Một cửa"
    assert "Lời giới thiệu chủ đề" in page.main.get_text()
    assert {"/tin/2024/05/bai-mot/", "/tin/2024/05/bai-hai/"} <= set(site.links("/chu-de/mot-cua/"))
    assert len(site.feed("/chu-de/mot-cua/rss.xml").entries) == 2
    assert "/chu-de/dich-vu-cong/" in site.links("/tin/2024/05/bai-hai/")


def test_an_unknown_term_is_refused_with_the_nearest(workshop: Workshop) -> None:
    report = workshop.refusal({"tin/2024/05/bai-mot.md": article(unit="Huyện Thanh Oia")})
    assert (
        "content/tin/2024/05/bai-mot.md:6: chưa có đơn vị “Huyện Thanh Oia”. "
        "Có phải ý là “Huyện Thanh Oai”?"
    ) in report


def test_a_name_of_two_units_asks_for_the_address(workshop: Workshop) -> None:
    report = workshop.refusal(
        {
            "don-vi/xa-an-binh-1.md": unit("Xã An Bình"),
            "don-vi/xa-an-binh-2.md": unit("Xã An Bình"),
            "tin/2024/05/bai-mot.md": article(unit="Xã An Bình"),
        }
    )
    assert "“Xã An Bình” là tên của nhiều đơn vị" in report
    assert "xa-an-binh-1, xa-an-binh-2" in report


def test_names_apart_by_a_mark_are_two_terms(workshop: Workshop) -> None:
    site = workshop.build(
        {
            "don-vi/xa-dong-xuan.md": unit("Xã Đông Xuân"),
            "don-vi/xa-dong-xuan-soc-son.md": unit("Xã Đồng Xuân"),
            "tin/2024/05/bai-mot.md": article(unit="Xã Đồng Xuân"),
        }
    )
    path = "/tin/2024/05/bai-mot/"
    assert path in site.links("/don-vi/xa-dong-xuan-soc-son/")
    assert path not in site.links("/don-vi/xa-dong-xuan/")


def test_vietnamese_order(workshop: Workshop) -> None:
    names = ["Xã Ánh Dương", "Xã An Bình", "Xã Đại Yên", "Xã Dân Hạ", "Xã Ân Tường", "Xã Ăn Lạc"]
    site = workshop.build(
        {f"don-vi/xa-{number}.md": unit(name) for number, name in enumerate(names)}
        | {"tin/2024/05/bai-mot.md": article()}
    )
    listed = [
        link.get_text(strip=True) for link in site.page("/don-vi/").select("a[href^='/don-vi/xa-']")
    ]
    assert [name for name in listed if name in names] == [
        "Xã An Bình",
        "Xã Ánh Dương",
        "Xã Ăn Lạc",
        "Xã Ân Tường",
        "Xã Dân Hạ",
        "Xã Đại Yên",
    ]


def test_a_unit_that_ended_says_who_follows(workshop: Workshop) -> None:
    site = workshop.build(
        {
            "don-vi/thi-tran-chuc-son.md": unit(
                "Thị trấn Chúc Sơn", "thị trấn", until="2025-06-30", successors="phuong-chuong-my"
            ),
            "don-vi/phuong-chuong-my.md": unit("Phường Chương Mỹ", "phường", since="2025-07-01"),
            "tin/2024/05/bai-mot.md": article(),
        }
    )
    old = site.page("/don-vi/thi-tran-chuc-son/").main
    assert "30/06/2025" in old.get_text()
    assert "/don-vi/phuong-chuong-my/" in site.links("/don-vi/thi-tran-chuc-son/")
    assert "/don-vi/thi-tran-chuc-son/" in site.links("/don-vi/phuong-chuong-my/")


def test_a_campaign_shows_plans_apart_from_results(workshop: Workshop) -> None:
    campaign = """---
name: Thi đua cải cách hành chính năm 2024
unit: UBND huyện Thanh Oai
plan: Kế hoạch số 26/KH-UBND
start: 2024-03-01
end: 31/12/2024
targets:
  - {comparator: tối thiểu, quantity: 95%, object: hồ sơ đúng hạn}
prizes:
  - {group: Xã, prize: giải Nhất, count: 1}
summary: Phong trào thi đua của huyện về cải cách hành chính trong năm 2024.
---
"""
    site = workshop.build(
        {
            "phong-trao/thi-dua-2024.md": campaign,
            "tin/2024/05/bai-mot.md": article(campaign="Thi đua cải cách hành chính năm 2024"),
        }
    )
    text = site.page("/phong-trao/thi-dua-2024/").main.get_text(" ", strip=True)
    for words in ("Kế hoạch số 26/KH-UBND", "01/03/2024", "31/12/2024", "95%", "Giải Nhất"):
        assert words in text
    assert "/don-vi/huyen-thanh-oai/" in site.links("/phong-trao/thi-dua-2024/")
    assert "/phong-trao/thi-dua-2024/" in site.links("/don-vi/huyen-thanh-oai/")
    # The prize is planned: the honour roll knows nothing of it.
    assert "giải nhất" not in site.page("/bang-vang/").get_text().lower()
