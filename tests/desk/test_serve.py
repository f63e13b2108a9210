"""`make serve` as a writer meets it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import IncompleteRead
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from tests.conftest import UNIT, article, lay_out

PATIENCE = 60  # seconds; far more than needed, so that a slow machine is no fault


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A working copy of the project with one article."""
    return lay_out(
        tmp_path,
        {
            "content/don-vi/huyen-thanh-oai.md": UNIT,
            "content/tin/2024/05/bai-mot.md": article("Câu thứ nhất."),
            "content/tin/2024/05/bai-hai.md": article("Bài khác.", id="bai-hai"),
        },
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def serving(desk: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    port = free_port()
    log = (desk / "log").open("w")
    process = subprocess.Popen(
        [sys.executable, "-m", "plugins.desk.serve", "--port", str(port)],
        cwd=desk,
        stdout=log,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    yield process, f"http://127.0.0.1:{port}"
    if process.poll() is None:
        process.kill()
        process.wait()
    log.close()


def get(url: str) -> str | None:
    try:
        with urlopen(url, timeout=5) as response:  # noqa: S310
            return str(response.read().decode())
    except HTTPError as error:
        return f"HTTP {error.code}"
    except (URLError, IncompleteRead):
        # Not up yet, or the page was replaced while the server read it: `until` asks again.
        return None


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it did not come to hold"
        time.sleep(0.1)


def test_saving_shows_and_ctrl_c_ends_all(
    desk: Path, serving: tuple[subprocess.Popen[str], str]
) -> None:
    process, url = serving
    page = f"{url}/tin/2024/05/bai-mot/"
    until(lambda: "Câu thứ nhất." in (get(page) or ""))
    assert "livereload.js" in (get(page) or "")

    source = desk / "content/tin/2024/05/bai-mot.md"
    source.write_text(article("Câu thứ hai."), "utf-8")
    until(lambda: "Câu thứ hai." in (get(page) or ""))

    # A fault leaves the last good page and says what to mend.
    source.write_text(article("Câu thứ ba.", kind="tim"), "utf-8")
    until(lambda: "bai-mot.md:5: “kind”" in (desk / "log").read_text("utf-8"))
    assert "Câu thứ hai." in (get(page) or "")

    source.unlink()
    until(lambda: "Trang này đã được gỡ" in (get(page) or ""))
    assert get(f"{url}/khong-co/") == "HTTP 404"

    group = os.getpgid(process.pid)
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 0
    with pytest.raises(ProcessLookupError):
        os.killpg(group, 0)
    assert "Traceback" not in (desk / "log").read_text("utf-8")


def test_a_port_that_is_taken(desk: Path) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        run = subprocess.run(
            [sys.executable, "-m", "plugins.desk.serve", "--port", str(port)],
            cwd=desk,
            check=False,
            capture_output=True,
            text=True,
        )
    assert run.returncode == 2
    assert f"Cổng {port} đang bận" in run.stderr
