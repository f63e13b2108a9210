"""What is said to a program that has stopped listening."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.portal.manifest import read_manifest
from tests.conftest import UNIT, article, lay_out


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay_out(
        tmp_path,
        {
            "content/don-vi/huyen-thanh-oai.md": UNIT,
            "content/tin/2024/05/bai-mot.md": article(),
            ".build/can-xem-lai.md": "- Xem lại.\n",
            ".build/so-cai.json": '{"entries": []}',
        },
    )


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
