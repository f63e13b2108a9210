"""Feeds as a reader program sees them."""

from __future__ import annotations

from urllib.parse import urlsplit

from tests.conftest import Built, Workshop, article

FILES = {
    f"tin/2024/05/bai-{number}.md": article(
        f"Đoạn của bài {number}.\n\n[Đơn vị](/don-vi/huyen-thanh-oai/)",
        id=f"ma-{number}",
        title=f"Bài {number}",
        date=f"2024-05-{number:02} 09:30",
        campaign="Thi đua năm 2024" if number % 2 else "",
    )
    for number in range(1, 8)
} | {
    "phong-trao/thi-dua-2024.md": "---\nname: Thi đua năm 2024\nunit: Huyện Thanh Oai\n"
    "summary: Phong trào thi đua của huyện trong năm 2024, để kiểm tra.\n---\n"
}


def listed(site: Built, address: str) -> list[str]:
    """Return the articles that a page lists, in its order."""
    found = [link for link in site.links(address, ".entries a") if link.startswith("/tin/")]
    return list(dict.fromkeys(found))


def test_a_feed_has_the_articles_of_its_page(workshop: Workshop) -> None:
    site = workshop.build(FILES, PAGE_SIZE=2)
    for page, feed in (
        ("/tin/", "/rss.xml"),
        ("/don-vi/huyen-thanh-oai/", "/don-vi/huyen-thanh-oai/rss.xml"),
        ("/phong-trao/thi-dua-2024/", "/phong-trao/thi-dua-2024/rss.xml"),
    ):
        parsed = site.feed(feed)
        assert not parsed.bozo
        told = [entry for entry in parsed.entries if "don-vi-ket-thuc" not in entry.id]
        assert [urlsplit(entry.link).path for entry in told] == listed(site, page)
        assert len(parsed.entries) > 1
        assert parsed.feed.link == f"https://bang-vang.example{page}"


def test_an_entry_is_whole(workshop: Workshop) -> None:
    site = workshop.build(FILES)
    parsed = site.feed("/rss.xml")
    assert parsed.version == "rss20"
    assert parsed.feed.language == "vi"
    entry = parsed.entries[0]
    assert entry.id == "tag:bang-vang.example,2026:ma-7"
    assert entry.guidislink is False
    assert entry.published == "Tue, 07 May 2024 09:30:00 +0700"
    assert "Đoạn của bài 7." in entry.content[0].value
    assert 'href="https://bang-vang.example/don-vi/huyen-thanh-oai/"' in entry.content[0].value
    assert [tag.term for tag in entry.tags] == ["Huyện Thanh Oai", "Thi đua năm 2024"]
    assert parsed.feed.updated == "Tue, 07 May 2024 09:30:00 +0700"


def test_a_text_is_the_articles_own(workshop: Workshop) -> None:
    site = workshop.build({"tin/2024/05/bai.md": article("Số liệu < 5 & > 3.\n\n- Một\n- Hai")})
    text = "<p>Số liệu &lt; 5 &amp; &gt; 3.</p>\n<ul>\n<li>Một</li>\n<li>Hai</li>\n</ul>"
    assert f"<content:encoded><![CDATA[{text}]]></content:encoded>" in site.text("/rss.xml")


def test_a_correction_keeps_the_id(workshop: Workshop) -> None:
    first = workshop.build(FILES).feed("/rss.xml").entries[0]
    changed = article(
        "Đoạn đã sửa.",
        id="ma-7",
        title="Bài 7, đã sửa",
        date="2024-05-07 09:30",
        modified="2024-05-09",
    )
    second = workshop.build({"tin/2024/05/bai-7.md": changed}).feed("/rss.xml").entries[0]
    assert (second.id, second.published) == (first.id, first.published)
    assert second.title == "Bài 7, đã sửa"


def test_an_empty_feed_is_a_feed(workshop: Workshop) -> None:
    site = workshop.build(ALLOW_LOSS=True)
    parsed = site.feed("/don-vi/thanh-pho-ha-noi/rss.xml")
    assert not parsed.bozo
    assert parsed.entries == []


def test_pages_name_their_feeds(workshop: Workshop) -> None:
    site = workshop.build(FILES)
    for address in ("/", "/don-vi/huyen-thanh-oai/", "/phong-trao/thi-dua-2024/"):
        links = site.page(address).select("link[rel=alternate][type='application/rss+xml']")
        assert links
        assert all(site.exists(str(link["href"])) for link in links)
    assert "/phong-trao/thi-dua-2024/rss.xml" in site.links("/theo-doi/")


def test_feeds_of_units_of_one_name_are_told_apart(portal: Built) -> None:
    names = [link.get_text() for link in portal.page("/theo-doi/").select("main li a")]
    assert {"Xã Kim Liên", "Xã Kim Liên (đến 30/06/2025)"} <= set(names)
    assert len(names) == len(set(names))
