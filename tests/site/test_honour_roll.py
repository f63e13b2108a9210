"""The honour roll: a page for each facet, counts that agree, yearbooks, data, persons."""

from __future__ import annotations

import json
from typing import Any

import pytest

from plugins.portal.pages import yearbook
from tests.conftest import Built, Workshop, article

ROLL = "/bang-vang/"
BANG_KHEN = (
    "Ngày 06/5/2024, Chủ tịch UBND tỉnh Hòa Sơn ban hành Quyết định số 9/QĐ-UBND tặng Bằng khen "
    "cho 03 tập thể, gồm: xã Cao Viên và xã Đông Yên."
)
GIAY_KHEN = """Chủ tịch UBND huyện Thanh Oai tặng Giấy khen cho 02 cá nhân theo Quyết định số \
12/QĐ-UBND ngày 07/{month}/{year}:

| STT | Họ và tên | Chức vụ | Đơn vị |
|---|---|---|---|
| 1 | {first} | Công chức | xã Cao Viên |
| 2 | Phạm Thu Hương | Công chức | xã Đông Yên |
"""
CONTEST = "Hội thi cải cách năm 2024 trao giải Nhất cho xã Cao Viên; giải Nhì cho xã Đông Yên."
RANKING = "Chỉ số cải cách hành chính năm 2024: xã Cao Viên xếp thứ nhất với 95 điểm."
CAMPAIGN = """---
name: Thi đua cải cách năm 2024
unit: Huyện Thanh Oai
start: 2024-03-01
summary: Phong trào thi đua của huyện về cải cách hành chính trong năm 2024.
---
"""


def unit(name: str, kind: str = "xã", **more: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in more.items())
    summary = "Một đơn vị dùng trong bài kiểm tra, có phần tóm tắt đủ dài."
    return f"---\nname: {name}\nkind: {kind}\n{lines}summary: {summary}\n---\n"


def giay_khen(first: str = "Lê Thị Đông", month: int = 5, year: int = 2024) -> str:
    return GIAY_KHEN.format(first=first, month=month, year=year)


SITE = {
    "don-vi/tinh-hoa-son.md": unit("Tỉnh Hòa Sơn", "tỉnh"),
    "don-vi/huyen-thanh-oai.md": unit("Huyện Thanh Oai", "huyện", parent="tinh-hoa-son"),
    "don-vi/xa-cao-vien.md": unit(
        "Xã Cao Viên", parent="huyen-thanh-oai", until="2025-06-30", successors="xa-moi"
    ),
    "don-vi/xa-dong-yen.md": unit("Xã Đông Yên", parent="huyen-thanh-oai"),
    "don-vi/xa-moi.md": unit("Xã Bình Minh", parent="tinh-hoa-son", since="2025-07-01"),
    "phong-trao/thi-dua-2024.md": CAMPAIGN,
    "tin/2024/05/bang-khen.md": article(BANG_KHEN, id="bang-khen", date="2024-05-08"),
    "tin/2024/05/giay-khen.md": article(
        giay_khen(), id="giay-khen", date="2024-05-09", campaign="thi-dua-2024"
    ),
    "tin/2024/06/hoi-thi.md": article(CONTEST, id="hoi-thi", date="2024-06-09"),
    "tin/2025/02/xep-hang.md": article(RANKING, id="xep-hang", date="2025-02-09"),
}


def titles(site: Built, address: str, part: str = "main") -> list[str]:
    """The names of the awards that a page lists."""
    links = site.page(address).select(f"{part} .honour-title a")
    return [link.get_text(strip=True) for link in links]


def counts(site: Built, address: str) -> dict[str, str]:
    """What each facet's link on a page says of its number."""
    rows = site.page(address).select("main .facets li")
    return {str(row.a["href"]): row.select("span")[0].get_text() for row in rows if row.a}


@pytest.mark.parametrize(
    ("address", "listed"),
    [
        ("2024/", ["Bằng khen", "Giấy khen", "Giải Nhất", "Giải Nhì"]),
        ("danh-hieu/giay-khen/", ["Giấy khen"]),
        ("danh-hieu/giai-thuong/", ["Giải Nhất", "Giải Nhì"]),
        ("loai/theo-luat/", ["Giấy khen", "Bằng khen"]),
        ("loai/hoi-thi/", ["Giải Nhất", "Giải Nhì"]),
        ("loai/khac/", []),
        ("phong-trao/thi-dua-2024/", ["Giấy khen"]),
        ("doi-tuong/tap-the/", ["Giải Nhất", "Giải Nhì", "Bằng khen"]),
        ("doi-tuong/ca-nhan/", ["Giấy khen"]),
        ("doi-tuong/ho-gia-dinh/", []),
        ("don-vi/tinh-hoa-son/", ["Giải Nhất", "Giải Nhì", "Giấy khen", "Bằng khen"]),
        ("don-vi/huyen-thanh-oai/", ["Giải Nhất", "Giải Nhì", "Giấy khen", "Bằng khen"]),
        ("don-vi/xa-cao-vien/", ["Giải Nhất", "Giấy khen", "Bằng khen"]),
        ("don-vi/xa-dong-yen/", ["Giải Nhì", "Giấy khen", "Bằng khen"]),
        ("xep-hang/", ["Xếp hạng: thứ nhất"]),
        ("", ["Giải Nhất", "Giải Nhì", "Giấy khen", "Bằng khen"]),
    ],
)
def test_each_facet_has_its_page(portal_of_facets: Built, address: str, listed: list[str]) -> None:
    assert titles(portal_of_facets, ROLL + address) == listed


@pytest.fixture(scope="module")
def portal_of_facets(tmp_path_factory: pytest.TempPathFactory) -> Built:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1796169600")
        return Workshop(tmp_path_factory.mktemp("facets")).build(SITE)


def test_counts_are_those_of_the_pages(portal_of_facets: Built) -> None:
    site = portal_of_facets
    for index in ("", "don-vi/", "danh-hieu/", "phong-trao/"):
        for address, count in counts(site, ROLL + index).items():
            assert count == f"({len(titles(site, address))})", address
    totals = site.page(ROLL).select(".plaque-totals span")
    assert [span.get_text() for span in totals] == [
        "4 lần khen thưởng",
        "6 lượt tập thể, cá nhân, hộ gia đình",
        "2 đơn vị",
    ]


def test_units_stand_below_their_parents(portal_of_facets: Built) -> None:
    tree = portal_of_facets.page(f"{ROLL}don-vi/").select_one(".facet-index > .facets")
    assert tree is not None
    rows = [(len(link.find_parents("ul")), link.get_text()) for link in tree.select("a")]
    assert rows == [
        (1, "Tỉnh Hòa Sơn"),
        (2, "Huyện Thanh Oai (đến 30/06/2025)"),
        (3, "Xã Cao Viên (đến 30/06/2025)"),
        (3, "Xã Đông Yên"),
    ]
    parts = portal_of_facets.links(f"{ROLL}don-vi/huyen-thanh-oai/", ".facets a")
    assert parts == [f"{ROLL}don-vi/xa-cao-vien/", f"{ROLL}don-vi/xa-dong-yen/"]


def test_a_unit_counts_those_below_it_while_it_exists(workshop: Workshop) -> None:
    later = BANG_KHEN.replace("06/5/2024", "06/5/2026").replace("9/QĐ", "8/QĐ")
    site = workshop.build(
        SITE | {"tin/2026/05/sau.md": article(later, id="sau", title="Sau", date="2026-05-08")}
    )
    for unit_slug, number in (("huyen-thanh-oai", 4), ("tinh-hoa-son", 5), ("xa-dong-yen", 4)):
        assert len(titles(site, f"{ROLL}don-vi/{unit_slug}/")) == number, unit_slug


def test_a_unit_shows_its_own_recipients_and_its_years(portal_of_facets: Built) -> None:
    page = portal_of_facets.page(f"{ROLL}don-vi/xa-dong-yen/")
    assert [name.get_text() for name in page.select("main .name")] == [
        "Xã Đông Yên",
        "Phạm Thu Hương",
        "Xã Đông Yên",
    ]
    assert "Cùng đợt còn 1 cá nhân khác" in page.main.get_text()
    cells = [
        [cell.get_text(" ", strip=True) for cell in row.select("th, td")]
        for row in page.select(".chart tr")
    ]
    assert cells == [["Năm", "Tập thể", "Cá nhân", "Cộng", ""], ["2024", "2", "1", "3", ""]]
    bars = [(bar["x"], bar["width"]) for bar in page.select(".bar rect")]
    assert bars == [("0%", "66.67%"), ("66.67%", "33.33%")]


def test_inherited_honours_are_never_the_successors_own(portal_of_facets: Built) -> None:
    address = f"{ROLL}don-vi/xa-moi/"
    page = portal_of_facets.page(address)
    assert titles(portal_of_facets, address, ".inherited") == [
        "Giải Nhất",
        "Giấy khen",
        "Bằng khen",
    ]
    assert page.select(".chart") == []
    assert "chưa có khen thưởng của riêng mình" in page.main.get_text()
    assert address not in counts(portal_of_facets, f"{ROLL}don-vi/")
    assert address in portal_of_facets.links(f"{ROLL}don-vi/xa-cao-vien/")


def test_every_entry_says_who_read_it_and_what_differs(portal_of_facets: Built) -> None:
    for address in (ROLL, f"{ROLL}2024/", f"{ROLL}don-vi/xa-cao-vien/"):
        entries = portal_of_facets.page(address).select(".honour")
        flags = [entry.select_one(".flag") for entry in entries]
        texts = [flag.get_text() for flag in flags if flag]
        assert len(texts) == len(entries)
        assert all(text.startswith("Trích tự động, chưa rà soát.") for text in texts)
        assert [text for text in texts if "Bài nêu 3 tập thể nhưng chỉ nêu tên 2." in text]


def test_rankings_are_counted_nowhere_else(portal_of_facets: Built) -> None:
    site = portal_of_facets
    assert not site.exists(f"{ROLL}2025/")
    assert not site.exists(f"{ROLL}danh-hieu/xep-hang/")
    assert "xep-hang" not in site.text(f"{ROLL}du-lieu.json")
    assert counts(site, ROLL)[f"{ROLL}xep-hang/"] == "(1)"


def test_the_sitemap_lists_every_facet(portal_of_facets: Built) -> None:
    listed = portal_of_facets.text("/sitemap.xml")
    pages = [name for name in portal_of_facets.files() if name.startswith("bang-vang/")]
    for name in pages:
        if name.endswith("index.html"):
            assert f"/{name.removesuffix('index.html')}</loc>" in listed
    assert ".json" not in listed


def test_the_yearbook_is_sorted_by_title_and_issuer(portal_of_facets: Built) -> None:
    page = portal_of_facets.page(f"{ROLL}2024/")
    parts = [
        (part.h2.get_text(), [head.get_text() for head in part.select("h3")])
        for part in page.select(".roll-group")
        if part.h2
    ]
    assert parts[:2] == [
        ("Bằng khen", ["Chủ tịch UBND tỉnh Hòa Sơn"]),
        ("Giấy khen", ["Chủ tịch UBND huyện Thanh Oai"]),
    ]
    anchors = [str(link["href"]) for link in page.select(".contents a")]
    assert anchors
    assert all(page.select_one(f"[id='{anchor[1:]}']") for anchor in anchors)
    assert page.select("details") == []
    assert "https://bang-vang.example/tin/2024/05/giay-khen/" in page.main.get_text()


def test_a_large_year_has_a_page_for_each_month(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yearbook, "LARGEST", 3)
    site = workshop.build(SITE)
    assert counts(site, f"{ROLL}2024/") == {f"{ROLL}2024/05/": "(2)", f"{ROLL}2024/06/": "(2)"}
    assert "Tháng 5" in site.page(f"{ROLL}2024/").main.get_text()
    assert titles(site, f"{ROLL}2024/") == []
    assert titles(site, f"{ROLL}2024/05/") == ["Bằng khen", "Giấy khen"]
    assert f"{ROLL}2024/" in site.links(f"{ROLL}2024/05/", ".crumbs a")


def test_long_lists_are_numbered_from_the_oldest_end(workshop: Workshop) -> None:
    site = workshop.build(SITE, ROLL_PAGE_SIZE=1)
    address = f"{ROLL}don-vi/xa-cao-vien/"
    assert titles(site, f"{address}trang/1/") == ["Bằng khen"]
    assert titles(site, f"{address}trang/2/") == ["Giấy khen"]
    assert titles(site, address) == ["Giải Nhất"]
    assert site.page(f"{address}trang/1/").select(".chart") == []


def load(site: Built, address: str) -> Any:
    return json.loads(site.text(address.partition("?")[0]))


def test_the_data_tells_what_the_pages_tell(portal_of_facets: Built) -> None:
    site = portal_of_facets
    index = load(site, f"{ROLL}du-lieu.json")
    assert [(year, count) for year, _, count in index["years"]] == [(2024, 4)]
    assert {unit[0]: unit[3] for unit in index["units"]} == {
        "tinh-hoa-son": [],
        "huyen-thanh-oai": ["tinh-hoa-son"],
        "xa-cao-vien": ["huyen-thanh-oai", "tinh-hoa-son"],
        "xa-dong-yen": ["huyen-thanh-oai", "tinh-hoa-son"],
    }
    data = load(site, index["years"][0][1])
    entries = site.page(f"{ROLL}loai/theo-luat/").select(".honour")
    rows = [row for row in data["honours"] if data["titles"][row["title"]][2] == "theo-luat"]
    assert len(rows) == len(entries) == 2
    for row, entry in zip(rows, entries, strict=True):
        text = entry.get_text(" ", strip=True)
        for words in (row["name"], data["issuers"][row["issuer"]], row["document"]):
            assert words in text
        article_path = data["articles"][row["article"]][0]
        link = entry.select_one(".honour-title a")
        assert link is not None
        assert link["href"] == f"{article_path}#khen-thuong-{row['number']}"
        names = [name.get_text() for name in entry.select(".name")]
        assert [one[0] for one in row["recipients"]] == names
        for note in row.get("notes", []):
            assert note in text


PERSONS = {
    "tin/2024/06/mot.md": article(
        giay_khen("Lê Thị  ĐÔNG", 6), id="mot", title="Một", date="2024-06-09"
    ),
    "tin/2024/07/hai.md": article(
        giay_khen("Lê Thị Đồng", 7), id="hai", title="Hai", date="2024-07-09"
    ),
}


def test_persons_have_no_page_unless_the_setting_says_so(portal_of_facets: Built) -> None:
    assert not (portal_of_facets.output / "bang-vang/ca-nhan").exists()
    assert not any("/ca-nhan/le" in link for link in portal_of_facets.links(f"{ROLL}2024/"))


def test_a_person_is_one_name_and_one_unit(workshop: Workshop) -> None:
    site = workshop.build(SITE | PERSONS, PERSON_PAGES=True)
    folder = site.output / "bang-vang/ca-nhan"
    assert sorted(path.name for path in folder.iterdir()) == [
        "le-thi-dong-xa-cao-vien",
        "le-thi-dong-xa-cao-vien-2",
        "pham-thu-huong-xa-dong-yen",
    ]
    first, second = (f"{ROLL}ca-nhan/le-thi-dong-xa-cao-vien{end}/" for end in ("", "-2"))
    assert len(titles(site, first)) == 2
    assert len(titles(site, second)) == 1
    assert "Lê Thị Đồng" in site.page(second).h1.get_text()
    assert {name.get_text() for name in site.page(second).select(".name")} == {"Lê Thị Đồng"}
    assert {first, second} <= set(site.links(f"{ROLL}2024/"))
    assert second in site.links("/tin/2024/07/hai/")
