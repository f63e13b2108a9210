from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.incremental.database import Database
from plugins.incremental.pool import FEW
from plugins.incremental.store import SCHEMA, Store
from plugins.model import Picture
from plugins.portal import intake
from plugins.portal.contexts import Taxonomy
from plugins.portal.course import Course
from plugins.portal.intake import ArticleFile, Intake, read_articles, version
from plugins.portal.texts import Body
from tests.conftest import article

TAXONOMIES = (Taxonomy(key="unit", folder="don-vi", label="Đơn vị", noun="đơn vị"),)
PICTURE = Picture("so-hoa.webp", "Máy quét", "Quét sổ.", "Ảnh: Ban biên tập", "CC BY 4.0", 8, 6)
AWARD = (
    "Chủ tịch UBND huyện ban hành Quyết định số 9/QĐ-UBND ngày 5/5/2024 tặng Giấy khen cho "
    "2 tập thể, gồm: xã Đại Yên và xã Bích Hòa."
)


class Desk:
    """Writes article files that look old, and reads them all with one store."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.pictures: dict[str, Picture] = {}
        self.read_now: list[str] = []
        self.bodies: dict[str, Body] = {}
        share = intake.share

        def counted(make: object, tasks: list[ArticleFile]) -> object:
            self.read_now = [task.file.stem for task in tasks]
            return share(make, tasks)  # type: ignore[arg-type]

        monkeypatch.setattr(intake, "share", counted)

    def write(self, name: str, text: str) -> None:
        file = self.folder / f"{name}.md"
        file.write_text(text, "utf-8")
        old = file.stat().st_mtime - 60
        os.utime(file, (old, old))

    def read(self, **more: object) -> Mapping[str, Intake]:
        files = [
            ArticleFile(file, f"content/tin/2024/05/{file.name}")
            for file in sorted(self.folder.glob("*.md"))
        ]
        taxonomies, prefix = more.get("taxonomies", TAXONOMIES), str(more.get("prefix", ""))
        assert isinstance(taxonomies, tuple)
        kept = Database(self.folder / "kho.sqlite", version(taxonomies, prefix), SCHEMA)
        with kept as database:
            store = Store(database, "plugins")
            found, texts = read_articles(
                files, taxonomies, self.pictures, prefix, store, course=Course()
            )
            intakes = {file.file.stem: intake for file, intake in found}
            self.bodies = {
                file.file.stem: texts.get(file.path)
                for file in files
                if intakes[file.file.stem].reading
            }
        return intakes


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, monkeypatch)


def test_a_reading_has_all_that_the_file_says(desk: Desk) -> None:
    desk.write("mot", article(AWARD, kind="khen thưởng"))
    reading = desk.read()["mot"].reading
    assert reading is not None
    assert [one.name for one in reading.awards[0].recipients] == ["Xã Đại Yên", "Xã Bích Hòa"]
    assert [one.number for one in reading.documents] == ["9/QĐ-UBND"]
    assert 'id="can-cu-1"' in desk.bodies["mot"].marked
    assert 'id="can-cu-1"' not in desk.bodies["mot"].html
    assert reading.digest == desk.bodies["mot"].digest


def test_only_what_changed_is_read_again(desk: Desk) -> None:
    desk.write("mot", article(AWARD, kind="khen thưởng"))
    desk.write("hai", article("Bài hai.", id="hai"))
    first = desk.read()
    assert desk.read_now == ["hai", "mot"]
    assert desk.read() == first
    assert desk.read_now == []
    desk.write("hai", article("Bài hai, đã sửa.", id="hai"))
    second = desk.read()
    assert desk.read_now == ["hai"]
    assert second["mot"] == first["mot"]
    assert "đã sửa" in desk.bodies["hai"].html


def test_a_file_at_another_place_is_another_file(desk: Desk) -> None:
    desk.write("mot", article())
    desk.read()
    (desk.folder / "mot.md").rename(desk.folder / "hai.md")
    assert desk.read()["hai"].record.path.endswith("/hai.md")  # type: ignore[union-attr]
    assert desk.read_now == ["hai"]


def test_a_file_with_a_fault_is_read_until_it_is_mended(desk: Desk) -> None:
    desk.write("mot", article("Bài có <b>thẻ</b>."))
    for _ in range(2):
        problems = desk.read()["mot"].problems
        assert desk.read_now == ["mot"]
        assert "không dùng được thẻ HTML" in problems[0].message
    desk.write("mot", article())
    assert desk.read()["mot"].problems == ()


def test_a_picture_that_changed_changes_the_articles_that_show_it(desk: Desk) -> None:
    desk.pictures["so-hoa"] = PICTURE
    desk.write("mot", article("Một đoạn.\n\n![](anh/so-hoa)"))
    desk.write("hai", article("Không ảnh.", id="hai"))
    desk.read()
    desk.pictures["anh-khac"] = PICTURE
    desk.read()
    assert desk.read_now == []
    desk.pictures["so-hoa"] = replace(PICTURE, caption="Quét trang sổ đầu tiên.")
    desk.read()
    assert "trang sổ đầu tiên" in desk.bodies["mot"].html
    assert desk.read_now == ["mot"]
    del desk.pictures["so-hoa"]
    assert "không có ảnh" in desk.read()["mot"].problems[0].message


def test_settings_that_a_reading_depends_on(desk: Desk) -> None:
    desk.write("mot", article("[Trang](/gioi-thieu/)"))
    desk.read()
    desk.read(prefix="/cong")
    assert 'href="/cong/gioi-thieu/"' in desk.bodies["mot"].html
    topic = Taxonomy(key="topic", folder="chu-de", label="Chủ đề", noun="chủ đề")
    desk.write("mot", article("Bài.", topic="Một cửa"))
    assert desk.read()["mot"].problems
    assert desk.read(taxonomies=(*TAXONOMIES, topic))["mot"].problems == ()


def test_many_files_are_read_by_several_processes_alike(desk: Desk) -> None:
    for number in range(FEW + 6):
        desk.write(f"bai-{number:03}", article(f"{AWARD} Lần {number}.", id=f"bai-{number}"))
    together = desk.read()
    assert len(desk.read_now) == len(together)
    reader = intake.IntakeReader(TAXONOMIES, {}, "")
    for name, one in together.items():
        file = ArticleFile(desk.folder / f"{name}.md", f"content/tin/2024/05/{name}.md")
        assert reader.read(file) == (one, desk.bodies[name])


def test_personal_data_in_an_article_on_awards(desk: Desk) -> None:
    body = "UBND huyện tặng giấy khen cho bà A, CCCD số 001185012345.\n\nHết."
    desk.write("khen", article(body, id="khen"))
    assert [str(one) for one in desk.read()["khen"].problems] == [
        "content/tin/2024/05/khen.md:9: có số giấy tờ tùy thân. "
        "Xóa: trang công khai không đăng dữ liệu cá nhân của người được khen thưởng."
    ]
