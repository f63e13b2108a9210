"""Two builds in different surroundings give the same bytes, and a difference is found."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plugins.desk import reproduce
from tests.conftest import ROOT, UNIT, article


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name, text in {
        "don-vi/huyen-thanh-oai.md": UNIT,
        "tin/2024/05/bai-mot.md": article("Tặng **Giấy khen** cho bà Nguyễn Thị Hoa."),
        "tin/2024/06/bai-hai.md": article(id="bai-hai", title="Bài hai", date="2024-06-07"),
    }.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "content"


def test_surroundings_do_not_matter(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert reproduce.main(["--content", str(content)]) == 0, capsys.readouterr().out
    assert capsys.readouterr().out.startswith("Giống hệt: 3 lần dựng, ")


def test_a_build_that_looks_at_its_surroundings_is_found(
    content: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, tmp_path / name)
    settings = (ROOT / "pelicanconf.py").read_text("utf-8")
    settings += "\nOWNER = 'Ban biên tập ' + os.environ['USER']\n"
    (tmp_path / "pelicanconf.py").write_text(settings, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(reproduce, "PLACES", reproduce.PLACES[:2])
    assert reproduce.main(["--content", str(content)]) == 1
    printed = capsys.readouterr().out
    assert "index.html: nội dung khác nhau từ byte " in printed
    assert "“mot" in printed
    assert "“hai" in printed


def test_a_refused_build_is_shown(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    (content / "tin/2024/05/bai-mot.md").write_text(article(kind="tim"), "utf-8")
    assert reproduce.main(["--content", str(content)]) == 1
    assert "bai-mot.md:5" in capsys.readouterr().err


def test_outside_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert reproduce.main([]) == 2
    assert "Chạy lệnh ở thư mục của dự án" in capsys.readouterr().err


def test_differences(tmp_path: Path) -> None:
    one, other = tmp_path / "a", tmp_path / "b"
    for folder in (one, other):
        folder.mkdir(mode=0o755)
        for name in ("same", "bytes", "mode", "longer", "link"):
            (folder / name).write_text("đầu\nmột", "utf-8")
            (folder / name).chmod(0o644)
    (other / "bytes").write_text("đầu\nhai", "utf-8")
    (other / "longer").write_text("đầu\nmột nữa", "utf-8")
    (other / "mode").chmod(0o600)
    (other / "link").unlink()
    (other / "link").symlink_to("same")
    (other / "more").touch()
    assert list(reproduce.differences(one, other)) == [
        "bytes: nội dung khác nhau từ byte 7 (dòng 2): “một” và “hai”",
        "link: quyền khác nhau (-rw-r--r-- và lrwxrwxrwx)",
        "longer: nội dung khác nhau từ byte 12 (dòng 2): “” và “ nữa”",
        "mode: quyền khác nhau (-rw-r--r-- và -rw-------)",
        "more: chỉ có ở một bản",
    ]
