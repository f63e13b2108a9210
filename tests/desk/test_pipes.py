"""What is said to a program that has stopped listening."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.portal.manifest import read_manifest
from tests.conftest import ROOT, UNIT, article


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    for name, text in {
        "content/don-vi/huyen-thanh-oai.md": UNIT,
        "content/tin/2024/05/bai-mot.md": article(),
        ".build/can-xem-lai.md": "- Xem lại.\n",
        ".build/so-cai.json": '{"entries": []}',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def said_to_nobody(project: Path, command: str) -> str:
    """Run a command whose output nobody reads; return what it says of faults."""
    here, there = os.pipe()
    os.close(here)
    try:
        run = subprocess.run(
            [sys.executable, "-m", command],
            cwd=project,
            env=os.environ | {"SEARCH": "0"},
            stdout=there,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(there)
    return run.stderr.decode()


@pytest.mark.parametrize("command", ["build", "review", "due"])
def test_nothing_is_said_of_a_pipe(project: Path, command: str) -> None:
    assert said_to_nobody(project, f"plugins.desk.{command}") == ""


def test_the_site_is_published_all_the_same(project: Path) -> None:
    said_to_nobody(project, "plugins.desk.build")
    manifest = read_manifest(project / "output")
    assert manifest is not None
    assert "tin/2024/05/bai-mot/index.html" in manifest.files
