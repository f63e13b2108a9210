from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from plugins.incremental.database import Database
from plugins.incremental.store import SCHEMA, Store
from plugins.portal import pictures
from plugins.portal.course import Course
from plugins.portal.gather import gather
from plugins.sources import Problems

RECORD = "---\nfile: {}\nalt: Mô tả\ncaption: Chú thích\ncredit: Tác giả\nlicence: CC BY 4.0\n---\n"


def picture(kind: str, size: tuple[int, int] = (40, 30), frames: int = 1) -> bytes:
    stream = io.BytesIO()
    image = Image.effect_noise(size, 50).convert("RGB")
    more = [Image.new("RGB", size, (number * 40, 0, 0)) for number in range(1, frames)]
    if more:
        image.save(stream, kind, save_all=True, append_images=more)
    else:
        image.save(stream, kind)
    return stream.getvalue()


def read(content: Path, name: str, data: bytes | None) -> tuple[dict[str, object], list[str]]:
    (content / "anh").mkdir(parents=True)
    (content / "anh/a.md").write_text(RECORD.format(name), "utf-8")
    if data is not None:
        (content / "anh" / name).write_bytes(data)
    return look_again(content)


def look_again(content: Path) -> tuple[dict[str, object], list[str]]:
    problems = Problems()
    with Database(content.with_name("kho.sqlite"), "1", SCHEMA) as database:
        store = Store(database, "plugins")
        gathered = gather(content, [], problems)
        found = pictures.read_pictures(gathered, content, problems, store, course=Course())
        store.settle()
    return dict(found), [str(one) for one in problems]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.png", "PNG"),
        ("a.jpg", "JPEG"),
        ("a.jpeg", "JPEG"),
        ("a.webp", "WEBP"),
        ("a.avif", "AVIF"),
    ],
)
def test_a_good_picture_is_measured(tmp_path: Path, name: str, kind: str) -> None:
    found, problems = read(tmp_path / "content", name, picture(kind))
    assert problems == []
    assert (found["a"].width, found["a"].height) == (40, 30)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.png", picture("JPEG"), "nội dung là ảnh JPEG, không khớp đuôi .png"),
        ("a.jpg", picture("GIF"), "không phải ảnh"),
        ("a.png", b"<svg onload=alert(1)>", "không phải ảnh"),
        ("a.png", b"", "không phải ảnh"),
        ("a.png", picture("PNG")[:-200], "hỏng"),
        ("a.jpg", picture("JPEG", (400, 300))[:-2000], "hỏng"),
        ("a.webp", picture("WEBP")[:-60], "hỏng"),
        ("a.webp", picture("WEBP", frames=3), "ảnh động"),
        ("a.png", picture("PNG", frames=3), "ảnh động"),
        ("a.png", None, "không thấy tệp ảnh"),
        ("../tin/a.png", None, "không ghi đường dẫn"),
        ("/etc/passwd", None, "không ghi đường dẫn"),
        ("a..png", None, "không ghi đường dẫn"),
        ("A.PNG", picture("PNG"), "không dùng được"),
        ("a.svg", None, "không dùng được"),
    ],
)
def test_a_bad_picture_is_refused(
    tmp_path: Path, name: str, data: bytes | None, words: str
) -> None:
    found, problems = read(tmp_path / "content", name, data)
    assert found == {}
    assert [text for text in problems if words in text and "anh/a.md:2: " in text], problems


def test_large_pictures_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "PIXELS", 1_000)
    _, problems = read(tmp_path / "one" / "content", "a.png", picture("PNG"))
    assert "ảnh quá 60 triệu điểm ảnh" in problems[0]
    monkeypatch.setattr(pictures, "FILE_BYTES", 100)
    _, problems = read(tmp_path / "two" / "content", "a.png", picture("PNG"))
    assert "nhiều nhất 20 MB" in problems[0]


def test_a_decompression_bomb_is_refused(tmp_path: Path) -> None:
    stream = io.BytesIO()
    Image.new("1", (15_000, 15_000)).save(stream, "PNG")
    _, problems = read(tmp_path / "content", "a.png", stream.getvalue())
    assert "60 triệu điểm ảnh" in problems[0]


@pytest.mark.parametrize("ending", ["svg", "pdf", "gif"])
def test_kinds_that_are_not_supported_are_named(tmp_path: Path, ending: str) -> None:
    (tmp_path / "content/anh").mkdir(parents=True)
    (tmp_path / f"content/anh/a.{ending}").write_bytes(b"x")
    problems = Problems()
    gather(tmp_path / "content", [], problems)
    assert f"chưa nhận ảnh .{ending}" in str(next(iter(problems)))


def test_a_good_picture_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read(tmp_path / "content", "a.png", picture("PNG"))
    monkeypatch.setattr(Image, "open", pytest.fail)
    assert look_again(tmp_path / "content") == before


@pytest.mark.parametrize(
    ("data", "size"), [(picture("PNG", (30, 20)), (30, 20)), (picture("PNG")[:-200], None)]
)
def test_another_picture_of_the_same_name_is_read(
    tmp_path: Path, data: bytes, size: tuple[int, int] | None
) -> None:
    content = tmp_path / "content"
    read(content, "a.png", picture("PNG"))
    (content / "anh/a.png").write_bytes(data)
    found, problems = look_again(content)
    sizes = [(one.width, one.height) for one in found.values()]  # type: ignore[attr-defined]
    assert sizes == ([size] if size else [])
    assert bool(problems) == (size is None)


def test_a_bad_picture_is_told_each_time(tmp_path: Path) -> None:
    before = read(tmp_path / "content", "a.png", picture("PNG")[:-200])
    assert before[1]
    assert look_again(tmp_path / "content") == before


def test_many_pictures_are_all_read(tmp_path: Path) -> None:
    content = tmp_path / "content"
    read(content, "a.png", picture("PNG"))
    for number in range(20):
        name = f"anh-{number}.png"
        (content / "anh" / name).write_bytes(picture("PNG", (20 + number, 10)))
        (content / f"anh/anh-{number}.md").write_text(RECORD.format(name), "utf-8")
    found, problems = look_again(content)
    assert problems == []
    widths = {name: one.width for name, one in found.items()}  # type: ignore[attr-defined]
    assert widths == {"a": 40, **{f"anh-{number}": 20 + number for number in range(20)}}
