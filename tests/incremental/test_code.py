from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from plugins.incremental.code import code_version


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "plugins"
    (folder / "data").mkdir(parents=True)
    (folder / "mot.py").write_text("x = 1\n", "utf-8")
    (folder / "data" / "tu.toml").write_text("tu = 1\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mot.py", "x = 2\n"),
        ("data/tu.toml", "tu = 2\n"),
        ("hai.py", ""),
        ("data/xa.tsv", "p01\n"),
    ],
)
def test_any_change_of_code_or_words_is_another_version(
    package: Path, name: str, text: str
) -> None:
    before = code_version(package, ["markdown"])
    (package / name).write_text(text, "utf-8")
    assert code_version(package, ["markdown"]) != before


def test_what_makes_no_results_makes_no_version(package: Path) -> None:
    before = code_version(package, ["markdown"])
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "mot.cpython-311.pyc").write_bytes(b"x")
    assert code_version(package, ["markdown"]) == before
    assert code_version(package, ["markdown", "nh3"]) != before


def test_a_file_that_moves_is_another_version(package: Path) -> None:
    before = code_version(package, [])
    (package / "mot.py").rename(package / "hai.py")
    assert code_version(package, []) != before


def test_a_library_must_be_there(package: Path) -> None:
    with pytest.raises(PackageNotFoundError):
        code_version(package, ["khong-co-thu-vien-nay"])
