"""The filter of the honour roll, under the site's own policy, by keyboard and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from plugins.vocabulary import fold, sort_key
from tests.browser.conftest import served
from tests.conftest import UNIT, Built, Workshop, article

ROLL = "/bang-vang/"
NAMES = ["Ân", "Đại Yên", "An", "Dân Hòa", "Ánh Dương", "Ăn Lạc", "Đông Sơn", "Đồng Sơn"]


def unit(name: str, **more: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in more.items())
    summary = "Một đơn vị dùng trong bài kiểm tra, có phần tóm tắt đủ dài."
    return f"---\nname: {name}\nkind: xã\n{lines}summary: {summary}\n---\n"


def one_award(number: int, name: str) -> str:
    """An article of one award, one a year and a day."""
    body = (
        f"Ngày {number + 1:02}/5/20{number + 15}, Chủ tịch UBND huyện Thanh Oai ban hành Quyết "
        f"định số {number + 1}/QĐ-UBND tặng Giấy khen cho 02 tập thể, gồm: xã {name}."
    )
    date = f"20{number + 15}-05-20"
    return article(body, id=f"bai-{number}", title=f"Bài {number}", date=date)


@pytest.fixture(scope="module")
def roll(tmp_path_factory: pytest.TempPathFactory) -> Built:
    files = {
        f"tin/20{number + 15}/05/bai-{number}.md": one_award(number, name)
        for number, name in enumerate(NAMES)
    }
    for number, name in enumerate(NAMES):
        files[f"don-vi/xa-{number}.md"] = unit(f"Xã {name}", parent="huyen-thanh-oai")
    # After the district has ended: its commune's, and no longer the district's.
    files["don-vi/xa-van-con.md"] = unit("Xã Vân Côn", parent="huyen-thanh-oai")
    files["tin/2026/05/bai-sau.md"] = article(
        "Ngày 06/5/2026, UBND xã Hòa Phú ban hành Quyết định số 7/QĐ-UBND tặng Giấy khen cho 01 "
        "tập thể: xã Vân Côn.",
        id="bai-sau",
        title="Bài sau",
        date="2026-05-20",
    )
    table = "| STT | Họ và tên | Chức vụ | Đơn vị |\n|---|---|---|---|\n"
    rows = "".join(
        f"| {n} | Lê Thị Hoà {chr(64 + n)} | Công chức | xã An |\n" for n in range(1, 13)
    )
    files["tin/2024/05/thu.md"] = article(
        "Chủ tịch UBND huyện Thanh Oai tặng Giấy khen cho 12 cá nhân theo Quyết định số "
        f"99/QĐ-UBND ngày 06/5/2024:\n\n{table}{rows}",
        id="thu",
        title="Nguy <b>hiểm</b> &amp; không",
        date="2024-05-20",
    )
    files["don-vi/huyen-thanh-oai.md"] = UNIT.replace("name:", "until: 2025-06-30\nname:")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1796169600")
        return Workshop(tmp_path_factory.mktemp("roll")).build(files)


@pytest.fixture(scope="module")
def address(roll: Built) -> Iterator[str]:
    with served(roll) as address:
        yield address


def names(page: Page) -> list[str]:
    return page.locator("#ket-qua .name").all_inner_texts()


def status(page: Page) -> Locator:
    return page.get_by_role("status")


def years(page: Page) -> list[str]:
    return [time[-4:] for time in page.locator("#ket-qua time").all_inner_texts()]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dai yen", ["Xã Đại Yên"]),
        ("Đại Yên", ["Xã Đại Yên"]),
        ("đại yên", ["Xã Đại Yên"]),
        ("dong", ["Xã Đồng Sơn", "Xã Đông Sơn"]),
        ("Đông", ["Xã Đông Sơn"]),
        ("Đồng", ["Xã Đồng Sơn"]),
        ("son đông", []),
        ("sơn đông", ["Xã Đông Sơn"]),
        ("Dân Hoà", ["Xã Dân Hòa"]),
        ("yên đ", ["Xã Đại Yên"]),
        ("yen d ", []),
        ("99", []),
        ("&lt;", []),
    ],
)
def test_names_are_found_with_marks_and_without(
    page: Page, address: str, typed: str, found: list[str]
) -> None:
    page.goto(address + ROLL)
    page.get_by_role("searchbox").fill(typed)
    said = f"Tìm thấy {len(found)} lần khen thưởng." if found else "Không tìm thấy"
    expect(status(page)).to_contain_text(said)
    assert names(page) == found
    assert page.locator("#muc-luc").is_hidden()


@pytest.mark.browser
def test_words_fold_as_they_do_in_the_build(page: Page, address: str) -> None:
    words = ["Hoà", "Hòa", "quý", "Thuỷ", "hoàn", "Ngoẹo", "khoẻ", "Đường", "ĐẠI", "quỵ", "uỷ ban"]
    page.goto(address + ROLL)
    script = page.locator("script[src]").first.get_attribute("src")
    source = page.evaluate("path => fetch(path).then(answer => answer.text())", script)
    pieces = re.search(r"const TONE = .+?\n\n(function fold.+?\n})", source, re.DOTALL)
    assert pieces
    page.goto("about:blank")  # where no policy forbids what a test may do
    folded = page.evaluate(f"words => {{ {pieces[0]}; return words.map(fold); }}", words)
    assert folded == [fold(word) for word in words]


@pytest.mark.browser
def test_filter_sort_share_and_go_back(page: Page, address: str) -> None:
    page.goto(f"{address}{ROLL}don-vi/huyen-thanh-oai/")
    expect(page.locator(".standfirst")).to_contain_text("9 lần khen thưởng")
    page.goto(address + ROLL)
    page.get_by_text("Lọc theo năm").click()
    page.get_by_label("Đơn vị (gồm cả").select_option("huyen-thanh-oai")
    expect(status(page)).to_have_text("Tìm thấy 9 lần khen thưởng.")
    page.get_by_label("Đối tượng được khen").select_option("tap-the")
    expect(status(page)).to_have_text("Tìm thấy 8 lần khen thưởng.")
    assert years(page) == [str(year) for year in range(2022, 2014, -1)]
    page.get_by_label("Xếp theo").select_option("ten")
    expect(page.locator("#ket-qua .name").first).to_have_text("Xã An")
    assert names(page) == sorted((f"Xã {name}" for name in NAMES), key=sort_key)
    page.get_by_label("Xếp theo").select_option("cu")
    expect(page.locator("#ket-qua time").first).to_have_text("01/05/2015")
    shared = page.url
    assert shared.endswith("?don-vi=huyen-thanh-oai&doi-tuong=tap-the&xep=cu")
    page.get_by_label("Năm").select_option("2017")
    expect(status(page)).to_have_text("Tìm thấy 1 lần khen thưởng.")
    page.go_back()
    expect(status(page)).to_have_text("Tìm thấy 8 lần khen thưởng.")
    expect(page.get_by_label("Năm")).to_have_value("")
    page.get_by_label("Đối tượng được khen").select_option("")
    page.get_by_label("Đơn vị (gồm cả").select_option("xa-van-con")
    expect(status(page)).to_have_text("Tìm thấy 1 lần khen thưởng.")
    page.get_by_role("button", name="Xóa bộ lọc").click()
    expect(page.locator("#muc-luc")).to_be_visible()
    expect(status(page)).to_have_text("")
    page.goto(shared)
    expect(page.locator("#ket-qua time").first).to_have_text("01/05/2015")
    expect(page.get_by_label("Đơn vị (gồm cả")).to_have_value("huyen-thanh-oai")
    expect(page.get_by_label("Xếp theo")).to_have_value("cu")


@pytest.mark.browser
def test_by_keyboard_alone_and_focus_is_never_lost(page: Page, address: str) -> None:
    page.goto(address + ROLL)
    page.get_by_role("searchbox").focus()
    page.keyboard.type("hoà")
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("Tìm thấy 2 lần khen thưởng.")
    expect(page.get_by_role("searchbox")).to_be_focused()
    for name in ("Lọc theo năm", "Tìm", "Xóa bộ lọc", "Phù hợp nhất", "Giấy khen"):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.innerText")
        assert focused.startswith(name)
    page.go_back()
    expect(page.locator("#ket-qua")).to_be_hidden()
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("xa ")
    expect(status(page)).to_contain_text("Tìm thấy")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#muc-luc")).to_be_visible()
    expect(page.get_by_role("button", name="Xóa bộ lọc")).to_be_focused()
    assert page.url == address + ROLL


@pytest.mark.browser
def test_a_row_tells_what_the_page_tells(page: Page, address: str, roll: Built) -> None:
    page.goto(f"{address}{ROLL}?nam=2024&loai=theo-luat")
    row = page.locator("#ket-qua .honour")
    expect(row).to_have_count(1)
    row.locator("summary").click()
    static = roll.page(f"{ROLL}2024/").select_one(".honour")
    assert static
    for part in (".honour-title", ".honour-title a", ".basis a", ".flag", ".names", ".basis time"):
        shown = row.locator(part).first
        made = static.select_one(part)
        assert made
        said = shown.evaluate("element => element.textContent")
        assert "".join(said.split()) == "".join(made.get_text().split())
        assert shown.get_attribute("href") == made.get("href")
    # What an author wrote is text, whatever it looks like.
    expect(row).to_contain_text("Nguy <b>hiểm</b>")
    assert row.locator("b").count() == 0


@pytest.mark.browser
def test_what_cannot_be_loaded_is_said_and_asked_for_again(page: Page, address: str) -> None:
    page.goto(address + ROLL)
    blocked = "**/du-lieu/*.json*"

    def refuse(route: Route) -> None:
        route.fulfill(status=200, body="<html>")

    page.route(blocked, refuse)
    page.get_by_role("searchbox").fill("an")
    expect(status(page)).to_contain_text("Chưa tải được dữ liệu")
    expect(page.locator("#muc-luc")).to_be_visible()
    page.unroute(blocked)
    page.get_by_role("searchbox").fill("dai yen")
    expect(status(page)).to_have_text("Tìm thấy 1 lần khen thưởng.")


@pytest.mark.browser
def test_nothing_is_loaded_before_a_reader_filters(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + ROLL, wait_until="networkidle")
    assert [url for url in asked if ".json" in url] == []
    page.get_by_text("Lọc theo năm").click()
    with page.expect_response("**/du-lieu/2017.json*"):
        page.get_by_label("Năm").select_option("2017")
    assert len([url for url in asked if "/du-lieu/" in url]) == 1


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_are_accessible(chromium: Browser, address: str, width: int, scheme: str) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 780},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(f"{address}{ROLL}?don-vi=huyen-thanh-oai&xep=danh-hieu")
    expect(status(page)).to_have_text("Tìm thấy 9 lần khen thưởng.")
    faults = Axe().run(page).response["violations"]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in faults] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.browser
def test_without_scripts_every_facet_is_reached(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{ROLL}?tim=an")
    assert page.locator("#tim-bang-vang").is_hidden()
    assert page.locator("#ket-qua").is_hidden()
    page.get_by_role("link", name="Tất cả đơn vị").click()
    page.get_by_role("link", name="Xã Đại Yên").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Xã Đại Yên")
    expect(page.locator(".honour")).to_have_count(1)
    context.close()
