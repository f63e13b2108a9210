"""What a reader does and sees; every page usable by all, on every screen."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

STORY = "/tin/2022/12/chuong-my-khen-thuong-cai-cach-hanh-chinh-2022/"
PAGES = [
    "/",
    "/tin/",
    "/tin/2022/",
    STORY,
    "/don-vi/",
    "/don-vi/huyen-chuong-my/",
    "/don-vi/cum-thi-dua-so-vi-thanh-pho-ha-noi/",
    "/phong-trao/",
    "/khen-thuong/",
    "/khen-thuong/giay-khen/",
    "/bang-vang/",
    "/bang-vang/don-vi/",
    "/bang-vang/danh-hieu/",
    "/bang-vang/danh-hieu/giay-khen/",
    "/bang-vang/don-vi/phuong-chuong-my/",
    "/bang-vang/2024/",
    "/bang-vang/xep-hang/",
    "/van-ban/",
    "/van-ban/2019/",
    "/van-ban/quyet-dinh-9080-2022-12-19/",
    "/du-lieu/",
    "/theo-doi/",
    "/tim-kiem/",
    "/gioi-thieu/",
    "/404.html",
]


def open_page(browser: Browser, width: int = 360, scheme: str = "light") -> Page:
    context = browser.new_context(viewport={"width": width, "height": 780}, color_scheme=scheme)  # type: ignore[arg-type]
    return context.new_page()


@pytest.mark.browser
def test_from_home_to_the_words_an_award_was_read_from(chromium: Browser, address: str) -> None:
    page = open_page(chromium)
    page.goto(address)
    page.get_by_role("navigation").get_by_role("link", name="Đơn vị").first.click()
    page.get_by_role("link", name="Huyện Chương Mỹ", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Huyện Chương Mỹ")
    page.get_by_role("heading", name="khen thưởng 16 tập thể").get_by_role("link").first.click()
    expect(page).to_have_url(address + STORY)
    listed = page.locator("#khen-thuong-1")
    listed.get_by_role("link", name="Thị trấn Xuân Mai").first.scroll_into_view_if_needed()
    jump = listed.locator("a[href='#can-cu-1-8']")
    jump.click()
    words = page.locator("#can-cu-1-8")
    expect(words).to_have_text("Xuân Mai")
    expect(words).to_be_in_viewport()
    page.context.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_an_accessibility_fault(chromium: Browser, address: str, scheme: str) -> None:
    page = open_page(chromium, scheme=scheme)
    axe = Axe()
    faults = {}
    for path in PAGES:
        page.goto(address + path)
        found = axe.run(page).response["violations"]
        if found:
            faults[path] = [
                (fault["id"], [node["html"] for node in fault["nodes"]][:3]) for fault in found
            ]
    assert faults == {}
    page.context.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_no_page_scrolls_sideways_or_asks_elsewhere(
    chromium: Browser, address: str, width: int
) -> None:
    page = open_page(chromium, width)
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("response", lambda answer: answer.status < 400 or faults.append(answer.url))
    for path in PAGES:
        page.goto(address + path)
        page.evaluate("document.fonts.ready")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert faults == []
    page.context.close()


@pytest.mark.browser
def test_text_is_set_in_the_sites_own_fonts(chromium: Browser, address: str) -> None:
    page = open_page(chromium)
    page.goto(address + STORY)
    loaded = page.evaluate(
        "document.fonts.ready.then(all => [...all].filter(f => f.status == 'loaded')"
        ".map(f => f.family.replaceAll('\"', '')))"
    )
    assert set(loaded) >= {"Source Sans 3", "Source Serif 4"}
    page.context.close()
