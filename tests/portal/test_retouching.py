"""An edit of words alone goes straight into what shows them; any other is left to a build."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from plugins.portal.manifest import STATE
from plugins.portal.retouching import MOST, retouch
from tests.conftest import ROOT, Workshop, article, files_below, pixel

AWARD = "Chủ tịch UBND huyện tặng Giấy khen cho 2 tập thể: xã Bích Hòa và xã Cao Viên."
PICTURE = {
    "anh/diem.png": pixel(),
    "anh/diem.md": "---\nfile: diem.png\nalt: Một điểm\ncaption: Một điểm.\ncredit: Tác giả\n"
    "licence: CC BY 4.0\n---\n",
}
PLACE = "tin/2024/05/{}.md"
PAGE = "tin/2024/05/{}/index.html"
FEEDS = {"rss.xml", "don-vi/huyen-thanh-oai/rss.xml"}


class Desk:
    """A site of two articles that was built, and edits of them."""

    def __init__(self, workshop: Workshop, body: str, **settings: object) -> None:
        self.workshop = workshop
        workshop.write(PICTURE)
        self.write("mot", article(body))
        self.write("hai", article("Bài hai có một đoạn.", id="hai", title="Bài hai"))
        workshop.build(**settings)
        self.scene = workshop.scene(**settings)

    def write(self, name: str, text: str) -> None:
        """Write a file that looks older than it is, but changed."""
        file = self.workshop.content / PLACE.format(name)
        before = file.stat().st_mtime if file.exists() else 0
        self.workshop.write({PLACE.format(name): text})
        moment = max(file.stat().st_mtime - 60, before + 1)
        os.utime(file, (moment, moment))

    def retouch(self) -> set[str] | None:
        """Retouch; whatever comes of it, a build finds nothing to do but what was left to it."""
        before = files_below(self.workshop.output)
        written = retouch(self.scene)
        after = files_below(self.workshop.output)
        if written is None:
            assert after == before
            return None
        assert {path for path in after if after[path] != before.get(path)} == set(written)
        self.workshop.build(STORE=str(self.workshop.folder / "khac.sqlite"))
        clean = files_below(self.workshop.output)
        assert clean == after
        return set(written)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Bài có một đoạn.", "Bài có hai đoạn.\n\nĐây là đoạn thứ hai."),
        ("Một câu.", "Một câu & một “dấu” ]]> lạ, \\<thẻ\\>."),
        (AWARD, f"{AWARD}\n\nThêm một câu ở cuối."),
        ("[Tin](/tin/) mới.", "[Tin](/tin/) mới hơn."),
    ],
)
def test_words_go_into_the_page_and_the_feeds(workshop: Workshop, before: str, after: str) -> None:
    desk = Desk(workshop, before)
    feeds = FEEDS | ({"khen-thuong/giay-khen/rss.xml"} if before == AWARD else set())
    for text in (after, before):
        desk.write("mot", article(text))
        assert desk.retouch() == feeds | {PAGE.format("mot")}


EDITS: Mapping[str, str] = {
    "title": article("Bài có một đoạn.", title="Bài khác"),
    "summary": article(
        "Bài có một đoạn.", summary="Một tóm tắt khác, cũng đủ dài để qua kiểm tra."
    ),
    "an award": article(AWARD),
    "a document": article("Theo Kế hoạch số 5/KH-UBND ngày 3/2/2024 của UBND huyện."),
    "a link": article("Xem [tin](/tin/)."),
    "a broken link": article("Xem [tin](/khong-co/)."),
    "a fault": article("Bài có <b>thẻ</b>."),
    "a picture": article("Một đoạn.\n\n![](anh/khong-co)"),
    "a draft": article("Bài có một đoạn, đã sửa.", status="draft"),
}


@pytest.mark.parametrize("what", EDITS)
def test_whatever_more_changes_is_left_to_a_build(workshop: Workshop, what: str) -> None:
    desk = Desk(workshop, "Bài có một đoạn.")
    desk.write("mot", EDITS[what])
    assert desk.retouch() is None


def test_an_article_that_comes_or_goes_is_left_to_a_build(workshop: Workshop) -> None:
    desk = Desk(workshop, "Bài có một đoạn.")
    desk.write("ba", article("Bài ba.", id="ba"))
    assert desk.retouch() is None
    (workshop.content / PLACE.format("ba")).unlink()
    assert desk.retouch() == set()
    (workshop.content / PLACE.format("hai")).unlink()
    assert desk.retouch() is None


def test_a_file_that_was_only_touched_changes_nothing(workshop: Workshop) -> None:
    desk = Desk(workshop, "Bài có một đoạn.")
    os.utime(workshop.content / PLACE.format("mot"))
    assert desk.retouch() == set()


def test_words_that_something_was_read_from_may_not_move(workshop: Workshop) -> None:
    """The data tell where a document is cited, and the remark on it tells the line."""
    body = "Theo Kế hoạch số 5/KH-UBND của huyện."
    desk = Desk(workshop, f"{body}\n\nMột câu.")
    desk.write("mot", article(f"{body}\n\nMột câu, đã sửa."))
    assert desk.retouch() == FEEDS | {PAGE.format("mot")}
    desk.write("mot", article(f"Hai câu.\n\n{body}\n\nMột câu, đã sửa."))
    assert desk.retouch() is None


def test_words_that_a_figure_is_read_from_are_left_to_a_build(workshop: Workshop) -> None:
    workshop.write(
        {
            "phong-trao/thi-dua.md": "---\nname: Thi đua năm 2024\nunit: Huyện Thanh Oai\n"
            "targets: [{comparator: tối thiểu, quantity: 95%, object: hồ sơ đúng hạn}]\n"
            "summary: Phong trào thi đua của huyện trong năm 2024, để kiểm tra.\n---\n"
        }
    )
    desk = Desk(workshop, "Bài có một đoạn.")
    desk.write("mot", article("Bài có một đoạn.", campaign="Thi đua năm 2024"))
    workshop.build()
    desk.write("mot", article("Tỷ lệ hồ sơ đúng hạn đạt 97%.", campaign="Thi đua năm 2024"))
    assert desk.retouch() is None


def test_a_takedown_leaves_all_to_a_build(workshop: Workshop) -> None:
    workshop.write({"go-ten/mot.md": "---\nname: Lê Thị Mận\ndate: 2024-06-01\n---\n"})
    desk = Desk(workshop, "Bà Lê Thị Mận có mặt.")
    desk.write("mot", article("Bà Lê Thị Mận và ông Lê Văn Bưởi có mặt."))
    assert desk.retouch() is None


def test_a_page_that_somebody_changed_is_left_to_a_build(workshop: Workshop) -> None:
    desk = Desk(workshop, "Bài có một đoạn.")
    page = workshop.output / PAGE.format("mot")
    page.write_bytes(page.read_bytes() + b"<!-- x -->")
    desk.write("mot", article("Bài có hai đoạn."))
    assert retouch(desk.scene) is None


def test_a_text_that_stands_twice_is_left_to_a_build(workshop: Workshop, tmp_path: Path) -> None:
    theme = tmp_path / "giao-dien"
    for file in (ROOT / "theme").rglob("*"):
        if file.is_file():
            target = theme / file.relative_to(ROOT / "theme")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    template = theme / "templates/article.html"
    text = template.read_text("utf-8")
    template.write_text(
        text.replace("{{ body|safe }}", "{{ body|safe }}{{ body|length }}"), "utf-8"
    )
    template.write_text(text.replace("{{ body|safe }}", "{{ body|safe }}{{ body }}"), "utf-8")
    desk = Desk(workshop, "Bài có một đoạn.", THEME=str(theme))
    desk.write("mot", article("Bài có hai đoạn."))
    assert retouch(desk.scene) is None


def test_many_edits_are_a_build(workshop: Workshop) -> None:
    workshop.write(
        {PLACE.format(f"b{n}"): article(f"Bài {n}.", id=f"b{n}") for n in range(MOST + 1)}
    )
    desk = Desk(workshop, "Bài có một đoạn.")
    for number in range(MOST + 1):
        desk.write(f"b{number}", article(f"Bài {number}, đã sửa.", id=f"b{number}"))
    assert desk.retouch() is None


def test_a_commit_that_was_cut_short_is_healed_first(workshop: Workshop) -> None:
    desk = Desk(workshop, "Bài có một đoạn.")
    journal = workshop.output / STATE / "journal.json"
    journal.write_text('{"put": [], "drop": [], "manifest": null}', "utf-8")
    desk.write("mot", article("Bài có hai đoạn."))
    assert retouch(desk.scene) is None
    assert not journal.exists()
