"""The repository's own content: everything it promises is there, and every page is valid."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from plugins.sources import Problems, article_schema, read_record
from tests.conftest import ROOT, Built

CHUONG_MY = "/tin/2022/12/chuong-my-khen-thuong-cai-cach-hanh-chinh-2022/"


@pytest.fixture(scope="module")
def soups(portal: Built) -> dict[str, BeautifulSoup]:
    return {
        "/" + name.removesuffix("index.html"): BeautifulSoup(content, "lxml")
        for name, content in portal.files().items()
        if name.endswith(".html")
    }


def test_the_chuong_my_list(portal: Built) -> None:
    listed = portal.page(CHUONG_MY).select_one("#khen-thuong-1")
    assert listed is not None
    text = listed.get_text(" ", strip=True)
    for words in ("9080", "19/12/2022", "16 tập thể", "21 cá nhân", "15", "chưa rà soát"):
        assert words in text
    anchors = [str(link["href"]) for link in listed.select("a[href^='#can-cu-1-']")]
    assert len(set(anchors)) == 15
    body = portal.page(CHUONG_MY)
    marked = [body.select_one(anchor) for anchor in anchors]
    assert all(marked)


def test_every_link_leads_to_a_page_and_a_place(
    soups: dict[str, BeautifulSoup], portal: Built
) -> None:
    anchors = {
        path: {str(element["id"]) for element in soup.select("[id]")}
        for path, soup in soups.items()
    }
    broken = []
    for path, soup in soups.items():
        for element in soup.select("a[href], link[href], img[src], script[src]"):
            target = urlsplit(str(element.get("href") or element.get("src")))
            if target.netloc not in ("", "bang-vang.example") or target.scheme == "mailto":
                continue
            address = target.path or path
            if not portal.exists(address):
                broken.append((path, address))
            elif target.fragment and target.fragment not in anchors.get(address, ()):
                broken.append((path, f"{address}#{target.fragment}"))
    assert broken == []


def test_every_page_is_reached_from_home(soups: dict[str, BeautifulSoup]) -> None:
    reached, waiting = {"/"}, ["/"]
    while waiting:
        soup = soups[waiting.pop()]
        for link in soup.select("a[href^='/'], form[action^='/']"):
            path = urlsplit(str(link.get("href") or link["action"])).path
            if path in soups and path not in reached:
                reached.add(path)
                waiting.append(path)
    assert set(soups) - reached == {"/404.html"}


def test_no_script_or_style_inside_pages(soups: dict[str, BeautifulSoup]) -> None:
    for path, soup in soups.items():
        programs = "script:not([src], [type='application/ld+json'])"
        assert soup.select(f"style, {programs}, [style]") == [], path
        assert [
            name for element in soup.find_all() for name in element.attrs if name.startswith("on")
        ] == []


@pytest.mark.vnu
def test_every_page_is_valid_html(portal: Built) -> None:
    jar = ROOT / "tests/node_modules/vnu-jar/build/dist/vnu.jar"
    command = ["java", "-jar", str(jar), "--format", "json", "--skip-non-html", str(portal.output)]
    report = subprocess.run(command, check=False, capture_output=True, text=True)
    messages = json.loads(report.stderr)["messages"]
    found = Counter((one["type"], one["message"]) for one in messages)
    assert found == {}


def test_the_sample_covers_what_the_portal_is_for() -> None:
    problems = Problems()
    schema = article_schema({key: (key, key) for key in ("unit", "campaign", "award")})
    records = [
        record
        for file in sorted((ROOT / "content/tin").rglob("*.md"))
        if (record := read_record(file, file.name, schema, problems))
    ]
    assert not problems
    kinds = Counter(record.values["kind"] for record in records)
    assert len(records) >= 35
    assert set(kinds) == set(schema.fields["kind"].type.spellings.values())  # type: ignore[attr-defined]
    assert len({record.values["date"].year for record in records}) >= 5
    assert len({ref.text for record in records for ref in record.values["unit"]}) >= 10
    for sign in ("|---", "\n- ", "\n1. ", "![](anh/", "[^1]"):
        assert any(sign in record.body for record in records), sign
    assert any(record.values["corrections"] for record in records)
    assert any(record.values["source"] for record in records)
