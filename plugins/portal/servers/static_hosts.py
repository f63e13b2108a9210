"""The ``_headers`` and ``_redirects`` of static hosts."""

from __future__ import annotations

from plugins.portal.addresses import DATA, PICTURES, THEME_FOLDER
from plugins.portal.servers.rules import (
    CORP,
    CORS,
    LONG,
    SHORT,
    Rules,
    block,
    notice,
)


def headers_file(rules: Rules) -> str:
    """Write ``_headers``; no header is set by two rules, since hosts would join the values."""
    parts = [notice("Dùng cho Netlify, Cloudflare Pages và nơi tương tự."), "/*\n"]
    parts.append(block(f"{name}: {value}" for name, value in rules.headers.items()))
    for folder in rules.folders:
        corp = "cross-origin" if folder == PICTURES else "same-origin"
        cache = LONG if folder == THEME_FOLDER else SHORT
        parts.append(f"{rules.prefix}{folder}*\n")
        parts.append(block((f"{CORP}: {corp}", f"Cache-Control: {cache}")))
        if folder == DATA:
            parts.append(block([f"{CORS}: *"]))
    parts.append(f"{rules.prefix}/*/rss.xml\n")
    parts.append(block(["Content-Type: application/rss+xml; charset=utf-8"]))
    parts.append(f"{rules.prefix}/rss.xml\n")
    parts.append(block(["Content-Type: application/rss+xml; charset=utf-8"]))
    return "".join(parts)


def redirects_file(rules: Rules) -> str:
    """Write ``_redirects``; such hosts know no 410, so that tombstones answer 200."""
    prefix = rules.prefix
    lines = [f"{prefix}/.bang-vang/* {prefix}/404.html 302"]
    lines += [f"{path} {new} 301" for old, new in rules.moved for path in (old, old.rstrip("/"))]
    top = notice("Dùng cho Netlify, Cloudflare Pages và nơi tương tự.")
    return top + block(lines, 0)
