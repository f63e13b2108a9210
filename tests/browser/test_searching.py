"""Searching as readers do, under the site's own content security policy."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def titles(page: Page) -> list[str]:
    return page.locator(".search-results h2").all_inner_texts()


def search(page: Page, address: str, query: str) -> list[str]:
    page.goto(f"{address}/tim-kiem/?q={query}")
    expect(page.get_by_role("status")).to_contain_text("kết quả")
    if "Không có kết quả nào" not in page.get_by_role("status").inner_text():
        expect(page.locator(".search-results li").first).to_be_visible()
    return titles(page)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("Đặng Ngọc Lài", "Bến Tre lấy ý kiến Nhân dân"),
        ("dang ngoc lai", "Bến Tre lấy ý kiến Nhân dân"),
        ("Chúc Sơn", "Thị trấn Chúc Sơn"),
        ("Chúc Sơn", "Phường Chương Mỹ"),
        ("thi tran chuc son", "Thị trấn Chúc Sơn"),
        ("Thuỷ Xuân Tiên", "Xã Thủy Xuân Tiên"),
        ("292/KH-UBND", "Thanh Oai kiểm tra công tác"),
        ("Giấy khen", "Giấy khen"),
        ("khả năng tiếp cận", "Tuyên bố về khả năng tiếp cận"),
    ],
)
def test_found(page: Page, address: str, query: str, title: str) -> None:
    assert any(found.startswith(title) for found in search(page, address, query))


def test_a_name_that_was_taken_out_is_not_found(page: Page, address: str) -> None:
    search(page, address, '"Hiền Lương"')
    assert "Không có kết quả nào" in page.get_by_role("status").inner_text()
    search(page, address, "Đoàn Thị Hiền Lương")
    assert "Lương" not in page.locator(".search-results").inner_text()


def test_marks_are_passed_over_only_where_they_find_nothing(page: Page, address: str) -> None:
    assert not any("Nam Đàn" in title for title in search(page, address, "Chúc Sơn"))
    search(page, address, "Chuc Sơn")
    expect(page.get_by_role("status")).to_contain_text("gần giống")
    assert "Thị trấn Chúc Sơn" in titles(page)


def test_from_the_masthead_by_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("search").get_by_label("Tìm kiếm trên cổng").press_sequentially("Xuân Mai")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/tim-kiem/\?q=Xu"))
    expect(page.get_by_label("Tìm tin, đơn vị")).to_have_value("Xuân Mai")
    expect(page.locator(".search-results li")).to_have_count(10)
    page.get_by_role("button", name="Xem thêm kết quả").press("Enter")
    expect(page.locator(".search-results li")).not_to_have_count(10)
    expect(page.locator(".search-results li").nth(10).get_by_role("link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page).not_to_have_url(re.compile("/tim-kiem/"))


def test_filters_stand_in_the_address(page: Page, address: str) -> None:
    search(page, address, "Chương Mỹ")
    page.get_by_label("Loại trang").select_option("Tin, bài")
    page.get_by_label("Năm").select_option("2022")
    expect(page).to_have_url(re.compile(r"year=2022"))
    expect(page.locator(".search-results .entry-date").first).to_contain_text("2022")
    kinds = page.locator(".search-results .entry-date").all_inner_texts()
    assert kinds
    assert all("Tin, bài" in kind and "2022" in kind for kind in kinds)
    status = page.get_by_role("status").inner_text()
    page.reload()
    expect(page.get_by_role("status")).to_have_text(status)
    expect(page.get_by_label("Năm")).to_have_value("2022")
    page.go_back()
    expect(page.get_by_label("Năm")).to_have_value("")
    expect(page.get_by_role("status")).not_to_have_text(status)


def test_nothing_found_is_said(page: Page, address: str) -> None:
    assert search(page, address, "xyzzy qwq") == []
    expect(page.get_by_role("link", name="Danh sách đơn vị")).to_be_visible()


def test_what_is_typed_is_text(page: Page, address: str) -> None:
    query = "<img src=x onerror=alert(1)>"
    page.goto(f"{address}/tim-kiem/")
    page.get_by_label("Tìm tin, đơn vị").fill(query)
    expect(page.get_by_role("status")).to_contain_text(query)
    expect(page.locator("main img")).to_have_count(0)


def test_without_javascript_the_page_says_so(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/tim-kiem/?q=Chúc+Sơn")
    expect(page.get_by_text("Ô tìm kiếm cần JavaScript")).to_be_visible()
    for name in ("Danh sách đơn vị", "Tin tức theo năm, tháng", "Bảng vàng", "Văn bản"):
        expect(page.get_by_role("main").get_by_role("link", name=name, exact=True)).to_be_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_have_no_accessibility_fault(chromium: Browser, address: str, scheme: str) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 780}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    search(page, address, "chuc son")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    found = Axe().run(page).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []
    context.close()
