"""`make due` where there is no ledger to be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.desk import due


@pytest.mark.parametrize("text", [None, "", "{", "[]", "{}", '{"entries": [1]}', '{"entries": 1}'])
def test_what_is_no_ledger_is_told_as_such(
    text: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "so-cai.json"
    if text is not None:
        file.write_text(text, "utf-8")
    monkeypatch.setattr("sys.argv", ["due", str(file)])
    assert due.main() == 2
    assert "Chạy make site trước" in capsys.readouterr().err
