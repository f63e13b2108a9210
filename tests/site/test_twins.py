"""JSON twins: beside every article and every term, and nothing in them that pages do not tell."""

from __future__ import annotations

import json
from typing import Any

import pytest

import pelicanconf
from plugins.portal import twins
from tests.conftest import Built, Workshop, article
from tests.site.test_terms import TOPIC, topic

CHUONG_MY = "/tin/2022/12/chuong-my-khen-thuong-cai-cach-hanh-chinh-2022/"


def twin(site: Built, address: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(site.text(f"{address}index.json"))
    return found


def test_every_article_and_term_has_one_and_its_page_says_so(portal: Built) -> None:
    pages = [path for path in portal.files() if path.endswith("/index.html")]
    told = 0
    for path in pages:
        address = f"/{path.removesuffix('index.html')}"
        link = portal.page(address).select_one("link[rel=alternate][type='application/json']")
        assert (link is not None) == portal.exists(f"{address}index.json"), address
        if link is not None:
            assert link["href"] == f"{address}index.json"
            assert f"{address}index.json" in portal.links(address, "footer a")
            assert twin(portal, address)["url"] == f"https://bang-vang.example{address}"
            told += 1
    assert told > 100


def test_an_article(portal: Built) -> None:
    found = twin(portal, CHUONG_MY)
    award = found["awards"][0]
    assert award["declared_individuals"] == 21
    assert award["evidence"][0]["quote"] == award["quote"]
    assert len(award["recipients"]) == 15
    assert {"9080"} <= {one["number"] for one in found["documents"]}
    assert found["licence"] == "CC-BY-4.0"


def test_a_unit_shows_only_its_own_people(portal: Built) -> None:
    name = "phong-noi-vu-huyen-chuong-my"
    found = twin(portal, f"/don-vi/{name}/")
    assert found["awards"]["count"] == len(found["awards"]["newest"]) > 0
    for award in found["awards"]["newest"]:
        assert {one["unit"] for one in award["recipients"]} == {name}
    assert found["related"]["parent"][0]["id"] == "huyen-chuong-my"
    assert found["facts"]["name"] == "Phòng Nội vụ huyện Chương Mỹ"


def test_a_unit_that_ended_names_its_successors(portal: Built) -> None:
    found = twin(portal, "/don-vi/huyen-thanh-oai/")
    assert found["facts"]["until"] == "2025-06-30"
    assert {one["id"] for one in found["related"]["successors"]} == set(
        found["facts"]["successors"]
    )
    follower = twin(portal, "/don-vi/xa-thanh-oai/")
    assert "huyen-thanh-oai" in follower["facts"]["predecessors"]


def test_a_campaign_has_its_targets(portal: Built) -> None:
    facts = twin(portal, "/phong-trao/nam-dan-mot-lan-den-dung-ngay-hen/")["facts"]
    assert facts["targets"][0]["campaign"] == facts["id"]
    assert facts["planned_prizes"]


def test_a_further_taxonomy_has_twins_too(workshop: Workshop) -> None:
    site = workshop.build(
        {
            "chu-de/mot-cua.md": topic("Một cửa"),
            "tin/2024/05/bai-mot.md": article(topic="Một cửa"),
        },
        TAXONOMIES=(*pelicanconf.TAXONOMIES, TOPIC),
    )
    found = twin(site, "/chu-de/mot-cua/")
    assert (found["type"], found["name"], found["facts"]) == ("topic", "Một cửa", {})
    assert [one["id"] for one in found["articles"]["newest"]] == ["bai-mot"]


def test_a_long_list_is_bounded(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(twins, "MOST", 2)
    files = {
        f"tin/2024/05/bai-{day}.md": article(id=f"bai-{day}", date=f"2024-05-0{day}")
        for day in range(1, 5)
    }
    found = twin(workshop.build(files), "/don-vi/huyen-thanh-oai/")["articles"]
    assert found["count"] == 4
    assert [one["id"] for one in found["newest"]] == ["bai-4", "bai-3"]
