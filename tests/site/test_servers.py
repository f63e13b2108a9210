"""The server files, and the site as a real nginx serves it by them."""

from __future__ import annotations

import http.client
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import Browser, ConsoleMessage

from plugins.portal.manifest import Manifest
from plugins.portal.outputs import Made, Plan
from plugins.portal.pages.servers import plan_servers
from plugins.portal.search import BUNDLE
from plugins.portal.servers import rules
from tests.conftest import Built

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
MOVED = {"/tin/2020/03/ten-cu/": "/tin/2020/03/ten-moi/", "/phong-trao/cu/": "/phong-trao/"}
GONE = ("/tin/2020/03/da-go/",)
SEARCHED = "/tim-kiem/?q=Xuân+Mai"
SECURITY = {
    "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "
    "connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
}


@dataclass(frozen=True)
class SiteInfo:
    url: str = "https://bang-vang.example"


@dataclass(frozen=True)
class Settings:
    prefix: str = ""
    site: SiteInfo = SiteInfo()


@dataclass(frozen=True)
class Served:
    """As much of a site as the servers must know."""

    settings: Settings = Settings()
    moved: Mapping[str, str] = field(default_factory=lambda: MOVED)
    gone: tuple[str, ...] = GONE


def server_files(
    site: Served | None = None, paths: tuple[str, ...] = ("tin/index.html",)
) -> dict[str, str]:
    """Return the server files of a site whose other files are ``paths``."""
    plan = Plan()
    for path in paths:
        plan.add(f"/{path}", Made(bytes, b""), "tệp")
    served = site or Served()
    manifest = Manifest(moved=served.moved, gone=served.gone)
    plan_servers(cast(Any, served.settings), manifest, plan)
    return {
        path: output.make().decode()
        for path, output in plan
        if isinstance(output, Made) and path not in paths
    }


@pytest.fixture(scope="session")
def plain(portal: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the portal, with server files for plain http, a moved page and a tombstone."""
    folder = tmp_path_factory.mktemp("served") / "output"
    shutil.copytree(portal.output, folder)
    paths = tuple(path for path in portal.files() if path not in server_files(Served()))
    site = Served(Settings(site=SiteInfo("http://127.0.0.1")))
    for name, text in server_files(site, paths).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    for path in (*GONE, "/.well-known/"):
        (folder / path.strip("/")).mkdir(parents=True, exist_ok=True)
        (folder / path.strip("/") / "index.html").write_text("Trang đã được gỡ", "utf-8")
    return folder


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    port: int

    def get(self, target: str, **headers: str) -> Answer:
        """Ask for exactly ``target``: no client tidies the path first."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.putrequest("GET", target, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            response = connection.getresponse()
            names = {name.lower(): value for name, value in response.getheaders()}
            assert len(names) == len(response.getheaders()), "a header is sent twice"
            return Answer(response.status, names, response.read())
        finally:
            connection.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def configuration(folder: Path, port: int, root: Path, include: Path) -> str:
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    return f"""daemon off; master_process off; pid {folder}/pid; error_log {folder}/errors;
events {{ worker_connections 64; }}
http {{
{temporary}access_log off;
server {{ listen 127.0.0.1:{port}; root {root}; include {include}; }}
}}
"""


def serve(folder: Path, root: Path, include: Path) -> Iterator[Server]:
    """Run nginx in the foreground until the tests are done; end it by its process."""
    if not Path(NGINX).exists():
        pytest.fail("không có nginx để thử tệp máy chủ: cài gói nginx-light (apt)")
    port = free_port()
    settings = folder / "nginx.conf"
    settings.write_text(configuration(folder, port, root, include), "utf-8")
    process = subprocess.Popen(
        [NGINX, "-p", str(folder), "-c", str(settings), "-e", str(folder / "errors")]
    )
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, (folder / "errors").read_text("utf-8")
            time.sleep(0.05)
        yield Server(port)
    finally:
        process.terminate()
        process.wait(20)
    assert "uninitialized" not in (folder / "errors").read_text("utf-8")


@pytest.fixture(scope="session")
def server(plain: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    include = plain / rules.FOLDER.strip("/") / "nginx.conf"
    yield from serve(tmp_path_factory.mktemp("nginx"), plain, include)


@pytest.mark.parametrize(
    ("target", "status", "kind", "cache"),
    [
        ("/", 200, "text/html; charset=utf-8", rules.SHORT),
        ("/tin/", 200, "text/html; charset=utf-8", rules.SHORT),
        ("/khong/co/", 404, "text/html; charset=utf-8", rules.SHORT),
        ("/rss.xml", 200, "application/rss+xml; charset=utf-8", rules.SHORT),
        ("/sitemap.xml", 200, "application/xml; charset=utf-8", rules.SHORT),
        ("/robots.txt", 200, "text/plain; charset=utf-8", rules.SHORT),
        ("/theme/css/base.css", 200, "text/css; charset=utf-8", rules.SHORT),
        ("/theme/css/base.css?v=1234abcd", 200, "text/css; charset=utf-8", rules.LONG),
        ("/theme/js/roll.js?v=1234abcd", 200, "text/javascript; charset=utf-8", rules.LONG),
        ("/bang-vang/du-lieu.json", 200, "application/json; charset=utf-8", rules.SHORT),
        ("/theme/css/none.css?v=1234abcd", 404, "text/html; charset=utf-8", rules.SHORT),
        ("/theme/img/mark.svg?v=1234abcd", 200, "image/svg+xml; charset=utf-8", rules.LONG),
        ("/theme/fonts/source-sans-3-latin.woff2", 200, "font/woff2", rules.LONG),
        ("/anh/so-hoa-ho-so.webp", 200, "image/webp", rules.SHORT),
        ("/du-lieu/awards.csv", 200, "text/csv; charset=utf-8", rules.SHORT),
        ("/du-lieu/awards.json", 200, "application/json; charset=utf-8", rules.SHORT),
        ("/du-lieu/bang-vang.xlsx", 200, rules.TYPES["xlsx"], rules.SHORT),
        ("/du-lieu/bang-vang.sqlite", 200, "application/vnd.sqlite3", rules.SHORT),
        ("/theme/js/search.js", 200, "text/javascript; charset=utf-8", rules.SHORT),
        (f"{BUNDLE}pagefind.js", 200, "text/javascript; charset=utf-8", rules.SHORT),
        (f"{BUNDLE}wasm.unknown.pagefind", 200, "application/octet-stream", rules.SHORT),
        (GONE[0], 410, "text/html; charset=utf-8", rules.SHORT),
    ],
)
def test_what_is_served(server: Server, target: str, status: int, kind: str, cache: str) -> None:
    answer = server.get(target)
    assert (answer.status, answer.headers["content-type"]) == (status, kind)
    assert answer.headers["cache-control"] == cache
    for name, value in SECURITY.items():
        assert answer.headers[name] == value, name
    corp = "cross-origin" if target.startswith("/anh/") else "same-origin"
    assert answer.headers["cross-origin-resource-policy"] == corp
    shared = "*" if target.startswith("/du-lieu/") else None
    assert answer.headers.get("access-control-allow-origin") == shared
    assert "strict-transport-security" not in answer.headers  # the site is not https
    assert answer.headers["server"] == "nginx"


def test_pages_of_errors_have_the_sites_face(server: Server, portal: Built) -> None:
    assert server.get("/khong/co/").body.decode() == portal.text("/404.html")
    assert server.get("/404.html").status == 404
    assert server.get(GONE[0]).body.decode() == "Trang đã được gỡ"
    assert server.get(f"{GONE[0]}index.html").status == 404


@pytest.mark.parametrize(
    ("target", "to"),
    [
        *MOVED.items(),
        *((old.rstrip("/"), new) for old, new in MOVED.items()),
        ("/tin", "/tin/"),
        ("//tin", "/tin/"),
        (GONE[0].rstrip("/"), GONE[0]),
    ],
)
def test_redirects_stay_on_the_host(server: Server, target: str, to: str) -> None:
    answer = server.get(target, X_Forwarded_Host="evil.example")
    assert (answer.status, answer.headers["location"]) == (301, to)
    assert answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "target",
    [
        "/.bang-vang",
        "/.bang-vang/",
        "/.bang-vang/may-chu/nginx.conf",
        "/.bang-vang/may-chu/Caddyfile",
        "/.htaccess",
        "/tin/../.htaccess",
        "/%2ehtaccess",
        "/tin/%2e%2e/.bang-vang/may-chu/nginx.conf",
        "/_headers",
        "/_redirects",
        "/anh/",
        "/theme/",
    ],
)
def test_what_is_not_served(server: Server, target: str) -> None:
    answer = server.get(target)
    assert answer.status == 404
    assert b"add_header" not in answer.body


@pytest.mark.parametrize(
    "target",
    ["/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/theme/../../x", "/anh/..%2f..%2fx"],
)
def test_no_path_leads_out(server: Server, target: str) -> None:
    answer = server.get(target)
    assert answer.status in (400, 404)
    assert b"root:" not in answer.body


def test_text_is_compressed_and_pictures_are_not(server: Server) -> None:
    page = server.get("/", Accept_Encoding="gzip")
    assert page.headers["content-encoding"] == "gzip"
    assert page.headers["vary"] == "Accept-Encoding"
    picture = server.get("/anh/so-hoa-ho-so.webp", Accept_Encoding="gzip")
    assert "content-encoding" not in picture.headers


def test_well_known_is_served(server: Server) -> None:
    assert server.get("/.well-known/").status == 200


def test_a_site_below_a_path(plain: Path, tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    shutil.copytree(plain, root / "cong")
    prefixed = Served(Settings("/cong", SiteInfo("https://bang-vang.example/cong")))
    include = tmp_path / "cong.conf"
    include.write_text(server_files(prefixed)[f"{rules.FOLDER[1:]}nginx.conf"], "utf-8")
    for server in serve(tmp_path, root, include):
        assert server.get("/cong").headers["location"] == "/cong/"
        answer = server.get("/cong/tin/")
        assert answer.status == 200
        assert answer.headers["strict-transport-security"] == "max-age=63072000"
        assert answer.headers["content-security-policy"].endswith("; upgrade-insecure-requests")
        assert server.get("/cong/phong-trao/cu/").headers["location"] == "/cong/phong-trao/"
        assert server.get(f"/cong{GONE[0]}").body.decode() == "Trang đã được gỡ"
        assert server.get("/cong/.htaccess").status == 404
        assert server.get("/cong/khong-co/").status == 404
        fonts = server.get("/cong/theme/fonts/source-sans-3-latin.woff2")
        assert fonts.headers["cache-control"] == rules.LONG


@pytest.mark.browser
def test_a_browser_finds_nothing_forbidden(
    server: Server, portal: Built, chromium: Browser
) -> None:
    articles = sorted(portal.output.glob("tin/*/*/*/index.html"))
    article = "/" + articles[-1].parent.relative_to(portal.output).as_posix() + "/"
    page = chromium.new_page()
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    # Going to the next page ends what was still under way, such as the icon: that is no failure.
    page.on(
        "requestfailed",
        lambda request: (
            None if "ERR_ABORTED" in (request.failure or "") else complaints.append(request.url)
        ),
    )
    folders = ("tin", "don-vi", "khen-thuong", "bang-vang", "van-ban", "du-lieu")
    for address in ("/", article, *(f"/{folder}/" for folder in folders), SEARCHED):
        page.goto(f"http://127.0.0.1:{server.port}{address}", wait_until="load")
        page.evaluate("document.fonts.ready")
        assert page.evaluate("document.styleSheets.length") >= 5, address
        assert page.evaluate("[...document.fonts].some(font => font.status === 'loaded')"), address
        assert page.evaluate(
            "[...document.images].every(i => i.loading === 'lazy' || i.naturalWidth > 0)"
        ), address
    page.goto(f"http://127.0.0.1:{server.port}/")
    # The policy is really in force: what it forbids is refused and noted.
    assert complaints == []
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.wait_for_timeout(100)
    assert any("Content Security Policy" in text for text in complaints)
    page.close()


# ---------------------------------------------------------------- the other servers' files
def test_static_hosts() -> None:
    files = server_files(paths=("tin/index.html", "anh/a.webp", "theme/a.css", "rss.xml"))
    sections: dict[str, dict[str, str]] = {}
    for line in files["_headers"].splitlines():
        if line.startswith("/"):
            current = sections.setdefault(line, {})
        elif not line.startswith("#"):
            assert line.startswith("    "), line
            name, _, value = line.strip().partition(": ")
            assert re.fullmatch(r"[A-Za-z-]+", name)
            assert value
            current[name] = value
    assert list(sections) == [
        "/*",
        "/anh/*",
        "/theme/*",
        "/tin/*",
        "/*/rss.xml",
        "/rss.xml",
    ]
    assert "upgrade-insecure-requests" in sections["/*"]["Content-Security-Policy"]
    assert sections["/theme/*"]["Cache-Control"] == rules.LONG
    # Hosts join the values of a header that two rules set.
    for name, headers in sections.items():
        assert name == "/*" or not set(headers) & set(sections["/*"])
    lines = [line for line in files["_redirects"].splitlines() if not line.startswith("#")]
    assert "/tin/2020/03/ten-cu/ /tin/2020/03/ten-moi/ 301" in lines
    assert "/tin/2020/03/ten-cu /tin/2020/03/ten-moi/ 301" in lines
    assert all(re.fullmatch(r"/\S+ /\S+ 30[12]", line) for line in lines)


def test_apache() -> None:
    text = server_files()[".htaccess"]
    lines = [line.strip() for line in text.splitlines() if line and not line.startswith("#")]
    opened: list[str] = []
    for line in lines:
        if closing := re.fullmatch(r"</(\w+)>", line):
            assert opened.pop() == closing[1]
        elif opening := re.fullmatch(r"<(\w+) .+>", line):
            opened.append(opening[1])
        else:
            assert line.count('"') % 2 == 0, line
            assert re.match(r"[A-Z]\w+ \S", line), line
    assert opened == []
    assert 'RedirectMatch 301 "^/tin/2020/03/ten-cu/?$" "/tin/2020/03/ten-moi/"' in lines
    assert f'RedirectMatch 410 "^{GONE[0]}$"' in lines
    assert any("Strict-Transport-Security" in line for line in lines)
    for pattern in re.findall(r'^RedirectMatch \d+ "(.+?)"', text, re.MULTILINE):
        assert not re.search(pattern, "/.well-known/security.txt")
    hidden = re.findall(r'^RedirectMatch 404 "(.+?)"', text, re.MULTILINE)
    assert any(re.search(pattern, "/.bang-vang/manifest.json") for pattern in hidden)


def test_caddy() -> None:
    text = server_files()[f"{rules.FOLDER[1:]}Caddyfile"]
    depth = 0
    for line in text.splitlines():
        words = line.partition("#")[0].strip()
        if words.endswith("{"):
            depth += 1
        elif words == "}":
            depth -= 1
            assert depth >= 0
        assert line.count('"') % 2 == 0, line
    assert depth == 0
    assert "    redir /tin/2020/03/ten-cu/ /tin/2020/03/ten-moi/ 301\n" in text
    assert f"    error {GONE[0]} 410\n" in text
    assert "    error @hidden 404\n" in text


@pytest.mark.parametrize(
    "path",
    [
        "tin/x/",
        "/tin/x",
        "/tin/../x/",
        "/tin/x;y/",
        "/tin/{x}/",
        '/tin/"x/',
        "/tin/x y/",
        "/tin//x/",
        "/tin/x/\n",
        "/Tin/x/",
        "/tin/đ/",
        "//evil.example/",
    ],
)
def test_paths_that_could_mean_more_are_refused(path: str) -> None:
    for site in (
        Served(moved={path: "/tin/"}),
        Served(moved={"/tin/a/": path}),
        Served(gone=(path,)),
    ):
        with pytest.raises(ValueError, match="không ghi được"):
            server_files(site)


def test_a_site_url_cannot_add_rules() -> None:
    with pytest.raises(ValueError, match="không ghi được"):
        server_files(Served(Settings(prefix="/a;b")))
    for url in ("https://x.example}\nlocation / {}", "http://[::1]:80"):
        for text in server_files(Served(Settings(site=SiteInfo(url)))).values():
            assert "location / {}" not in text
            assert "::1" not in text
