"""A tiny run of the whole benchmark, without Hugo."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.counting import SHARED
from bench.peers import main

SIZE = 30


def test_a_tiny_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--sizes", str(SIZE), "--rounds", "1", "--sides", "project,pelican"]
    assert main([*options, "--measures", "cold,edit,title", "--into", str(tmp_path)]) == 0
    assert "one article edited" in capsys.readouterr().out
    (size,) = json.loads((tmp_path / "peers.json").read_text("utf-8"))["sizes"]
    for side in ("project", "pelican"):
        assert size["pages"][side]["articles"] == SIZE
        assert all(size["pages"][side][kind] for kind in SHARED)
        for measure in ("cold", "edit", "title"):
            (sample,) = size["samples"][measure][side]
            assert sample["peak"] > 0


@pytest.mark.parametrize("option", ["--sides=nobody", "--measures=nothing,all"])
def test_what_is_unknown_is_refused(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([option])
    assert "unknown" in capsys.readouterr().err
