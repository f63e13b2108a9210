"""Show the site while it is written: build, serve, rebuild on save, reload the browser.

One process serves and watches; each build is a process of its own, so that changed code counts. A
build with faults leaves the last good site in place and says what to mend.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from livereload import Server
from livereload.server import StaticFileHandler
from watchfiles import watch

from plugins.portal.manifest import manifest_file

HOST = "127.0.0.1"
WATCHED = ("content", "theme", "plugins", "pelicanconf.py")


class Builder:
    """Builds the site for ``url`` into ``output``, one build after the other."""

    def __init__(self, output: Path, url: str) -> None:
        self._command = [sys.executable, "-m", "plugins.desk.build", "--output", str(output)]
        self._url = url
        self._running: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._lock = threading.Lock()

    def build(self) -> bool:
        """Build in a process of its own; return whether the site was published.

        An index of the search that is there stays; :meth:`index` makes it anew.
        """
        process = self._start("--keep-index")
        return process is not None and process.wait() == 0

    def index(self) -> None:
        """Begin to make the search's index for the site as it is; the next build ends that."""
        self._start(said=subprocess.DEVNULL)

    def rebuild_on_save(self) -> None:
        """Build after each change below the watched paths, tell open browsers; never returns."""
        paths = [path for path in WATCHED if Path(path).exists()]
        for changes in watch(*paths, raise_interrupt=False):
            names = sorted({os.path.relpath(path) for _, path in changes})
            more = f" và {len(names) - 1} tệp khác" if len(names) > 1 else ""
            print(f"Có thay đổi: {names[0]}{more}. Đang dựng lại…")
            if self.build():
                _reload_browsers(self._url)
                self.index()

    def stop(self) -> None:
        """End the build that runs, if any, and let none begin. What is published stays whole."""
        with self._lock:
            self._stopped = True
            self._end()

    def _start(self, *arguments: str, said: int | None = None) -> subprocess.Popen[bytes] | None:
        with self._lock:
            self._end()
            if self._stopped:
                return None
            self._running = subprocess.Popen(
                [*self._command, *arguments],
                env={**os.environ, "SITEURL": self._url},
                stdout=said,
                stderr=said,
            )
            return self._running

    def _end(self) -> None:
        if self._running and self._running.poll() is None:
            self._running.terminate()
            self._running.wait()


def _reload_browsers(url: str) -> None:
    try:
        urlopen(f"{url}/forcereload", timeout=5).close()  # noqa: S310 - our own address
    except (URLError, TimeoutError) as error:
        print(f"Không báo được cho trình duyệt ({error}); hãy tải lại trang.", file=sys.stderr)


class _Pages(StaticFileHandler):  # type: ignore[misc]
    """Serves the site as a web server would: with its own page for addresses that do not exist."""

    def write_error(self, status_code: int, **_: object) -> None:
        """Answer with the site's 404 page, or say that there is no site yet."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        page = Path(self.root, "404.html")
        if page.is_file():
            self.finish(page.read_bytes())
        else:
            self.finish(
                "<!doctype html><html lang=vi><head><title>Chưa có trang</title></head>"
                "<body><p>Chưa dựng được trang; xem lỗi ở cửa sổ lệnh. Sửa xong, trang này "
                "tự tải lại.</p></body></html>"
            )


def _free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, then serve until Ctrl-C. Returns 2 if the port is taken."""
    parser = argparse.ArgumentParser(description="Dựng trang và xem trên máy này.")
    parser.add_argument("--port", type=int, default=8000, help="cổng (mặc định 8000)")
    parser.add_argument("--output", type=Path, default=Path("output"), help="thư mục kết quả")
    options = parser.parse_args(arguments)
    url = f"http://{HOST}:{options.port}"
    if not _free(options.port):
        print(
            f"Cổng {options.port} đang bận. Chọn cổng khác: make serve PORT={options.port + 1}",
            file=sys.stderr,
        )
        return 2
    builder = Builder(options.output, url)
    if builder.build():
        builder.index()
    else:
        print("Chưa dựng được trang. Sửa các lỗi nêu trên rồi lưu lại, trang sẽ tự dựng.")
    threading.Thread(target=builder.rebuild_on_save, daemon=True).start()
    print(f"Xem trang tại {url}/ – bấm Ctrl-C để dừng.", flush=True)
    server = Server()
    server.SFH = _Pages
    # Something to watch, or livereload would watch the whole folder; reloads come from us.
    server.watch(str(manifest_file(options.output)), delay="forever")
    try:
        server.serve(host=HOST, port=options.port, root=str(options.output))
    finally:
        builder.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
