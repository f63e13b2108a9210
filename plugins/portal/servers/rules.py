"""The rules that every server keeps: headers, caching, types, redirects, tombstones."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from plugins.portal.addresses import THEME_FOLDER
from plugins.portal.outputs import Plan
from plugins.portal.settings import Settings

# Below the folder that the build keeps for itself and no server serves.
FOLDER = "/.bang-vang/may-chu/"

# Only what the theme uses: its own style sheets, scripts, data, fonts, pictures, and the search,
# which is WebAssembly. No frame.
_POLICY = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "connect-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# Readers of feeds show our pictures on pages of their own; nobody else needs our files.
CORP = "Cross-Origin-Resource-Policy"
FONTS = f"{THEME_FOLDER}fonts/"
# Programs of other sites may read the open data.
CORS = "Access-Control-Allow-Origin"
SHORT = "public, max-age=300"
LONG = "public, max-age=31536000, immutable"

TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "xml": "application/xml",
    "json": "application/json",
    "csv": "text/csv",
    "txt": "text/plain",
    "ics": "text/calendar",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sqlite": "application/vnd.sqlite3",
    "woff2": "font/woff2",
}
FEED_TYPES = {"rss.xml": "application/rss+xml"}
TEXT = ("html", "css", "js", "xml", "json", "csv", "txt", "ics", "svg")

_PATH = re.compile(r"/(?:[a-z0-9-]+/)+")
_PREFIX = re.compile(r"(?:/[A-Za-z0-9_~-]+)*")
_HOST = re.compile(r"[a-z0-9.-]+")


class ServedSite(Protocol):
    """What of a site the servers must know."""

    @property
    def settings(self) -> Settings:
        """The portal's settings."""

    @property
    def moved(self) -> Mapping[str, str]:
        """Today's address of each page, by the one it had."""

    @property
    def gone(self) -> Collection[str]:
        """The addresses of pages that were removed, where now a tombstone stands."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What every server is to do.

    ``moved`` and ``gone`` begin with ``prefix``; ``folders`` are those at the top, without it.
    ``host`` is for the examples in comments.
    """

    prefix: str
    host: str
    headers: Mapping[str, str]
    moved: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]
    folders: tuple[str, ...]


def read_rules(site: ServedSite, plan: Plan) -> Rules:
    """Return the rules of a site.

    Raises:
        ValueError: a path cannot be written into a server's file.
    """
    prefix = _checked(site.settings.prefix, _PREFIX)
    url = urlsplit(site.settings.site.url)
    host = url.hostname or ""
    policy, headers = dict(_POLICY), dict(_HEADERS)
    if url.scheme == "https":
        policy["upgrade-insecure-requests"] = ""
        headers["Strict-Transport-Security"] = "max-age=63072000"
    csp = "; ".join(f"{name} {value}".rstrip() for name, value in policy.items())
    moved = tuple(
        (prefix + _checked(old, _PATH), prefix + _checked(new, _PATH))
        for old, new in sorted(site.moved.items())
        if old != new
    )
    gone = tuple(prefix + _checked(path, _PATH) for path in sorted(set(site.gone)))
    tops = {f"/{path.split('/')[0]}/" for path in plan.paths if "/" in path and path[0] != "."}
    return Rules(
        prefix=prefix,
        host=host if _HOST.fullmatch(host) else "ten-mien.example",
        headers={"Content-Security-Policy": csp, **headers},
        moved=moved,
        gone=gone,
        folders=tuple(sorted(tops)),
    )


def _checked(path: str, shape: re.Pattern[str]) -> str:
    """Return ``path``, proved to mean the same in every server's language: no quoting is needed."""
    if not shape.fullmatch(path):
        raise ValueError(f"không ghi được “{path}” vào tệp cấu hình máy chủ")
    return path


def notice(*lines: str) -> str:
    """Return ``lines`` as the comment that a file begins with."""
    own = "Tệp này do lần dựng trang viết ra; đừng sửa, lần dựng sau sẽ thay."
    return "".join(f"# {line}".rstrip() + "\n" for line in (own, *lines))


def block(lines: Iterable[str], indent: int = 4) -> str:
    """Return ``lines`` indented, each with its end."""
    return "".join(" " * indent + line + "\n" for line in lines)


def root(rules: Rules) -> str:
    """Return the document root of the examples: the site stands in it below its prefix."""
    return "/srv/web" if rules.prefix else "/srv/bang-vang/output"
