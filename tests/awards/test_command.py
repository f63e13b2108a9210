from __future__ import annotations

import json
from pathlib import Path

import pytest

from plugins.awards.__main__ import main

ARTICLE = """---
title: Xã Tân Lập khen thưởng
date: 05/01/2023
---

Ngày 28/12, UBND xã Tân Lập ban hành Quyết định số 31/QĐ-UBND tặng Giấy khen cho 2 tập
thể gồm: Thôn Đông.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bai.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_people_are_shown_what_was_found_in_its_context(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(article)]) == 0
    shown = capsys.readouterr().out
    for words in (
        "Giấy khen",
        "Quyết định số 31/QĐ-UBND ngày 28/12/2022",
        "[Thôn Đông]",
        "chỉ nêu tên 1",
    ):
        assert words in shown


def test_machines_get_one_object_a_line(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", str(article), str(article)]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == second
    record = json.loads(first)
    assert record["file"] == str(article)
    (award,) = record["awards"]
    assert award["decision_number"] == "31/QĐ-UBND"
    assert award["decision_date"] == "2022-12-28"
    assert award["declared"]["collectives"] == 2
    assert award["recipients"][0]["name"] == "Thôn Đông"
    assert award["recipients"][0]["resolved"] is None
    assert record["documents"][0]["number"] == "31/QĐ-UBND"
    assert {note["code"] for note in award["notes"]} == {"count-mismatch", "year-inferred"}


def test_bad_files_are_named_and_the_others_still_read(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    legacy = tmp_path / "cu.txt"
    legacy.write_bytes("Giấy khen".encode("utf-16"))
    out = tmp_path / "ra"
    assert main(["--out", str(out), str(tmp_path / "thieu.html"), str(legacy), str(article)]) == 1
    errors = capsys.readouterr().err
    assert "thieu.html: không đọc" in errors
    assert "cu.txt: không phải văn bản UTF-8" in errors
    assert json.loads((out / "bai.json").read_text(encoding="utf-8"))["awards"]


@pytest.mark.parametrize("suffix", [".html", ".txt"])
def test_other_formats(tmp_path: Path, suffix: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / f"bai{suffix}"
    path.write_text("<p>UBND xã tặng Giấy khen cho Thôn Đông.</p>" if suffix == ".html" else
                    "UBND xã tặng Giấy khen cho Thôn Đông.", encoding="utf-8")  # fmt: skip
    assert main(["--json", str(path)]) == 0
    assert json.loads(capsys.readouterr().out)["awards"][0]["recipients"][0]["name"] == "Thôn Đông"
