"""The portal in a real browser."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Built


@contextmanager
def served(site: Built) -> Iterator[str]:
    """Serve a site on a free port of this machine, with the policy that its server files set."""
    policy = re.search(r"Content-Security-Policy: (.+)", site.text("/_headers"))
    assert policy is not None
    # This server has no certificate.
    value = policy[1].replace("; upgrade-insecure-requests", "")

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", value)
            self.send_header("X-Content-Type-Options", "nosniff")
            super().end_headers()

    handler = functools.partial(Handler, directory=str(site.output))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def address(portal: Built) -> Iterator[str]:
    with served(portal) as address:
        yield address


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Give a page of a phone's size, on which nothing may go wrong."""
    context = chromium.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []
