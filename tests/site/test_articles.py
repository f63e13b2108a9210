"""Articles: what is published, what is refused, what their pages say."""

from __future__ import annotations

import pytest

from tests.conftest import Workshop, article, pixel

PIXEL = pixel()
PICTURE = (
    "---\nfile: diem.png\nalt: Một điểm ảnh\ncaption: Chú thích của ảnh.\n"
    "credit: Tác giả ảnh\nlicence: CC BY 4.0\n---\n"
)


def test_a_page_says_where_the_article_comes_from(workshop: Workshop) -> None:
    site = workshop.build(
        {
            "tin/2024/05/bai-mot.md": article(
                modified="2024-05-08 09:00",
                author="Đào Thị Mười",
                source="{name: Cổng thông tin huyện, url: https://example.org/tin}",
                corrections="[{date: 2024-05-08, text: Số hồ sơ là 120.}]",
            )
        }
    )
    page = site.page("/tin/2024/05/bai-mot/")
    text = page.main.get_text(" ", strip=True)
    for words in ("06/05/2024", "08/05/2024", "Đào Thị Mười", "Cổng thông tin huyện"):
        assert words in text
    assert "Số hồ sơ là 120." in text
    assert "https://example.org/tin" in site.links("/tin/2024/05/bai-mot/")
    assert page.html["lang"] == "vi"
    assert page.title.get_text() == "Bài một – Bảng Vàng"
    canonical = page.select_one("link[rel=canonical]")
    assert canonical is not None
    assert canonical["href"] == "https://bang-vang.example/tin/2024/05/bai-mot/"


def test_pictures_carry_caption_credit_and_size(workshop: Workshop) -> None:
    site = workshop.build(
        {
            "anh/diem.png": PIXEL,
            "anh/diem-anh.md": PICTURE,
            "tin/2024/05/bai-mot.md": article("Đoạn.\n\n![](anh/diem-anh)", picture="diem-anh"),
        }
    )
    assert site.files()["anh/diem.png"] == PIXEL
    figures = site.page("/tin/2024/05/bai-mot/").select("figure")
    assert len(figures) == 2
    for figure in figures:
        image = figure.select_one("img")
        assert image is not None
        assert (image["src"], image["width"], image["alt"]) == (
            "/anh/diem.png",
            "1",
            "Một điểm ảnh",
        )
        for words in ("Chú thích của ảnh.", "Tác giả ảnh", "CC BY 4.0"):
            assert words in figure.get_text(" ", strip=True)


CAMPAIGN = """---
name: Thi đua
unit: Huyện Thanh Oai
summary: Một phong trào có phần tóm tắt đủ dài để qua được bước kiểm tra.
targets: [{comparator: tối thiểu, quantity: 95%, object: hồ sơ giải quyết đúng hạn}]
---
"""
HIDDEN = """Câu bí mật. Ngày 01/5/2024, Chủ tịch UBND huyện Thanh Oai ký Quyết định số 703/QĐ-UBND
tặng Giấy khen cho 1 tập thể và 1 cá nhân: xã Cao Viên; ông Trần Quốc Kín, Phòng Nội vụ.

Tỷ lệ hồ sơ giải quyết đúng hạn của huyện đạt 97,31%."""
SECRETS = ("bí mật", "bai-an", "703/qđ-ubnd", "cao viên", "trần quốc kín", "97,31")


@pytest.mark.parametrize(
    ("front", "fate"),
    [
        ({"status": "draft"}, "nháp 1"),
        ({"status": "withdrawn"}, "đã gỡ 1"),
        ({"expires": "2025-01-01"}, "hết hạn 1"),
        ({"status": "scheduled", "date": "2026-12-03 08:00"}, "hẹn giờ 1"),
    ],
)
def test_what_is_not_out_leaks_nowhere(
    workshop: Workshop, front: dict[str, str], fate: str
) -> None:
    hidden = article(HIDDEN, id="bai-an", title="Tựa bí mật", campaign="Thi đua", **front)
    folder = "2026/12" if "date" in front else "2024/05"
    site = workshop.build(
        {
            "phong-trao/thi-dua.md": CAMPAIGN,
            f"tin/{folder}/bai-an.md": hidden,
            "tin/2024/05/bai-mot.md": article(campaign="Thi đua"),
        },
        SEARCH=True,
        PERSON_PAGES=True,
    )
    assert "1/2 bài đã xuất bản" in site.log
    assert fate in site.log
    for name, text in site.readable().items():
        assert not [word for word in SECRETS if word in f"{name} {text}".casefold()], name


def test_what_is_out_is_where_it_must_not_leak_to(workshop: Workshop) -> None:
    shown = article(HIDDEN, id="bai-an", title="Tựa bí mật", campaign="Thi đua")
    site = workshop.build(
        {"phong-trao/thi-dua.md": CAMPAIGN, "tin/2024/05/bai-an.md": shown},
        SEARCH=True,
        PERSON_PAGES=True,
    )
    texts = site.readable()
    for word in SECRETS:
        places = {name for name, text in texts.items() if word in f"{name} {text}".casefold()}
        assert "tin/2024/05/bai-an/index.html" in places, word
        assert any(name.startswith("du-lieu/") and name.endswith(".json") for name in places), word
        assert any(name.endswith(".pf_fragment") for name in places), word
        assert any(name.startswith("du-lieu/bang-vang.xlsx/") for name in places), word


def test_a_picture_of_a_draft_is_not_out(workshop: Workshop) -> None:
    site = workshop.build(
        {
            "anh/diem.png": PIXEL,
            "anh/diem-anh.md": PICTURE,
            "tin/2024/05/nhap.md": article("x\n\n![](anh/diem-anh)", id="nhap", status="draft"),
            "tin/2024/05/bai-mot.md": article(),
        }
    )
    assert not site.exists("/anh/diem.png")


def test_a_draft_may_link_to_a_draft(workshop: Workshop) -> None:
    draft = article("[sau](/tin/2024/05/sau/)", id="nhap", status="draft")
    files = {"tin/2024/05/bai-mot.md": article(), "tin/2024/05/nhap.md": draft}
    assert workshop.build(files).exists("/tin/2024/05/bai-mot/")


def test_a_scheduled_article_is_out_after_its_time(workshop: Workshop) -> None:
    text = article(status="scheduled", date="2026-12-02 06:59")
    assert workshop.build({"tin/2026/12/bai-mot.md": text}).exists("/tin/2026/12/bai-mot/")


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("tin/2024/05/a.md", article(date="2027-01-01"), "còn ở tương lai"),
        ("tin/2024/06/a.md", article(), "a.md:4: ngày đăng 06/05/2024 không khớp thư mục"),
        ("tin/2024/05/a.md", article(expires="2024-05-01"), "a.md:8: “expires”: ngày hết hạn"),
        ("tin/2024/05/a.md", article(modified="2024-05-01"), "a.md:8: “modified”: ngày sửa"),
        ("tin/2024/05/a.md", article(""), "a.md:9: bài chưa có nội dung"),
        ("tin/2024/05/a.md", article("# Đề mục"), "a.md:9: đề mục trong bài"),
        ("tin/2024/05/a.md", article("x\n\n![](anh/khong-co)"), "a.md:11: không có ảnh"),
        ("tin/2024/05/a.md", article("x\n\n[y](/khong-co/)"), "a.md:11: không có trang"),
        ("tin/2024/05/a.md", article("[y](/tin/2024/05/aa/)"), "Có phải ý là “/tin/2024/05/a/”?"),
        ("tin/2024/05/a.md", article("[y](b.md)"), "a.md:9: đường dẫn “b.md” không dùng được"),
        ("tin/2024/05/a.md", article("[y](javascript:x)"), "đường dẫn “javascript:x”"),
        ("tin/2024/05/a.md", article("[y](//xa.example)"), "đường dẫn “//xa.example”"),
        ("tin/2024/05/a.md", article(picture="khong-co"), "a.md:8: chưa có ảnh “khong-co”"),
        ("tin/2024/a.md", article(), "bài viết phải nằm ở tin/NĂM/THÁNG"),
        ("tin/2024/05/a.txt", "x", "bài viết phải nằm ở"),
        ("bai.md", article(), "nằm ngoài các thư mục nội dung"),
        ("anh/diem.png", PIXEL, "ảnh chưa có chú thích và tác giả"),
        ("anh/diem-anh.md", PICTURE, "không thấy tệp ảnh “diem.png”"),
        ("don-vi/sau/xa.md", "x", "không có thư mục con"),
        ("khen-thuong/khong-co.md", "---\nsummary: x\n---\n", "không có danh hiệu nào"),
    ],
)
def test_what_cannot_be_published_is_refused_by_name(
    workshop: Workshop, name: str, text: str | bytes, fault: str
) -> None:
    report = workshop.refusal({name: text})
    assert fault in report
    assert f"content/{name}:" in report
    assert not workshop.output.exists()


def test_all_faults_of_all_files_come_at_once(workshop: Workshop) -> None:
    report = workshop.refusal(
        {
            "tin/2024/05/a.md": article(kind="tim", unit="Huyện X"),
            "tin/2024/05/b.md": article(id="b", date="2024-05-32"),
            "tin/2024/05/c.md": article(id="bai-mot"),
        }
    )
    assert "mã bài “bai-mot” đã dùng ở content/tin/2024/05/a.md" in report
    assert report.count("content/tin/2024/05/") >= 5
    assert "Có 4 lỗi trong 3 tệp. Trang chưa được xuất bản" in report


def test_html_is_refused_and_code_is_text(workshop: Workshop) -> None:
    report = workshop.refusal({"tin/2024/05/bai-mot.md": article("Chữ <script>alert(1)</script>.")})
    assert "bai-mot.md:9: không dùng được thẻ HTML “<script>”" in report
    site = workshop.build(
        {
            "tin/2024/05/bai-mot.md": article(
                "Chữ `<script>alert(1)</script>` và {{ 7 * 7 }} {% raw %}.",
                title="'<b>Tựa</b> & ]]>'",
            )
        }
    )
    page = site.page("/tin/2024/05/bai-mot/")
    assert page.select("main script") == []
    assert "<script>alert(1)</script> và {{ 7 * 7 }} {% raw %}" in page.main.get_text()
    assert page.h1.get_text() == "<b>Tựa</b> & ]]>"
    assert site.feed("/rss.xml").entries[0].title == "<b>Tựa</b> & ]]>"
