"""Ready-made files for web servers, for whoever runs the site to include."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from plugins.portal.manifest import Manifest
from plugins.portal.outputs import Made, Plan
from plugins.portal.servers.apache import htaccess
from plugins.portal.servers.caddy import caddyfile
from plugins.portal.servers.nginx import nginx
from plugins.portal.servers.rules import FOLDER, Rules, read_rules
from plugins.portal.servers.static_hosts import headers_file, redirects_file
from plugins.portal.settings import Settings


@dataclass(frozen=True, slots=True)
class _Served:
    settings: Settings
    moved: Mapping[str, str]
    gone: tuple[str, ...]


def plan_servers(settings: Settings, manifest: Manifest, plan: Plan) -> None:
    """Plan the server files; after all pages, since ``_headers`` names their folders.

    Raises:
        ValueError: a path cannot be written into a server's file.
    """
    rules = read_rules(_Served(settings, manifest.moved, manifest.gone), plan)
    writers: dict[str, Callable[[Rules], str]] = {
        "/_headers": headers_file,
        "/_redirects": redirects_file,
        "/.htaccess": htaccess,
        f"{FOLDER}nginx.conf": nginx,
        f"{FOLDER}Caddyfile": caddyfile,
    }
    for address, write in writers.items():
        plan.add(address, Made(partial(_encoded, write, rules), rules), f"tệp máy chủ {address}")


def _encoded(write: Callable[[Rules], str], rules: Rules) -> bytes:
    return write(rules).encode()
