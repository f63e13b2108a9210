from __future__ import annotations

import os
import socket
import unicodedata
from pathlib import Path

import pytest

from plugins.portal import folders
from plugins.portal.contexts import Taxonomy
from plugins.portal.gather import Gathered, gather
from plugins.sources import Problems
from tests.conftest import UNIT, article

UNITS = Taxonomy(key="unit", folder="don-vi", label="Đơn vị", noun="đơn vị", intro="")
PAGE = "---\ntitle: Trang\nsummary: Một trang có phần tóm tắt dài đủ bốn mươi ký tự.\n---\nChữ.\n"


def read(content: Path) -> tuple[Gathered, list[str]]:
    problems = Problems()
    found = gather(content, [UNITS], problems)
    return found, [str(one) for one in problems]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name, text in {
        "tin/2024/05/bai.md": article(),
        "don-vi/huyen-thanh-oai.md": UNIT,
        "trang/gioi-thieu.md": PAGE,
    }.items():
        file = tmp_path / "content" / name
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
    return tmp_path / "content"


def test_good_content_is_gathered(content: Path) -> None:
    found, problems = read(content)
    assert problems == []
    assert [len(found.articles), len(found.terms["unit"]), len(found.pages)] == [1, 1, 1]


def test_nothing_but_files_and_folders_is_opened(content: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(PAGE, "utf-8")
    (tmp_path / "outside").mkdir()
    (content / "trang/lien-ket.md").symlink_to(secret)
    (content / "tin/2025").symlink_to(tmp_path / "outside")
    (content / "trang/hong.md").symlink_to(tmp_path / "nowhere")
    os.mkfifo(content / "trang/ong.md")
    (content / "trang/x.md").mkdir()
    end = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    try:
        os.chdir(content / "trang")  # the address of a socket has hardly a hundred bytes
        end.bind("cam.md")
    finally:
        os.chdir(here)
        end.close()
    found, problems = read(content)
    assert [text.split(".")[0].split(";")[0] for text in problems] == [
        "content/tin/2025:1: là liên kết tượng trưng (symlink)",
        "content/trang/cam",
        "content/trang/hong",
        "content/trang/lien-ket",
        "content/trang/ong",
        "content/trang/x",
    ]
    for part in ("socket", "FIFO", "thư mục mà mang tên"):
        assert any(part in text for text in problems)
    assert len(found.pages) == 1


def test_what_cannot_be_read_is_named(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def refuse(folder: Path) -> object:
        if Path(folder).name == "trang":
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    monkeypatch.setattr(folders.os, "scandir", refuse)
    _, problems = read(content)
    assert problems == [
        "content/trang:1: không đọc được thư mục (Permission denied). "
        "Kiểm tra đường dẫn và quyền đọc."
    ]


def test_no_content_folder(tmp_path: Path) -> None:
    assert "không đọc được thư mục" in read(tmp_path / "content")[1][0]


def test_names_that_are_two_of_one(content: Path) -> None:
    (content / "trang/Gioi-Thieu.md").write_text(PAGE, "utf-8")
    (content / "trang" / unicodedata.normalize("NFD", "giới.md")).write_text(PAGE, "utf-8")
    (content / "trang/xuống\ndòng.md").write_text(PAGE, "utf-8")
    (Path(os.fsdecode(os.fsencode(content) + b"/trang/b\xe9.md"))).write_text(PAGE, "utf-8")
    _, problems = read(content)
    assert len(problems) == 5
    for part in ("chỉ khác “Gioi-Thieu.md” ở chữ hoa", "không phải NFC", "\\u000a", "\\udce9"):
        assert any(part in text for text in problems), part
    for text in problems:
        text.encode()


@pytest.mark.parametrize("name", ["tin", "don-vi", "theme", "bang-vang", "con", "lpt1", "aux"])
def test_reserved_addresses(content: Path, name: str) -> None:
    (content / f"trang/{name}.md").write_text(PAGE, "utf-8")
    _, problems = read(content)
    assert len(problems) == 1
    assert f"content/trang/{name}.md:1: " in problems[0]
