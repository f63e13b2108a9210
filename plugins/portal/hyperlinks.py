"""Where links may lead: pages of this site, the web, mail and telephone."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote, urlsplit

from markdown.util import AMP_SUBSTITUTE

_ESCAPED = re.compile("\x02(\\d+)\x03")  # Markdown's own stand-in for a character after \
_HIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\\<>\"]")
_OUTSIDE = ("https", "http", "mailto", "tel")
_DECODINGS = 3  # %252e is %2e is a dot


def plain_target(target: str) -> str:
    """Return what a browser would read in the attribute that Markdown made."""
    target = target.replace(AMP_SUBSTITUTE, "&")
    target = _ESCAPED.sub(lambda match: chr(int(match[1])), target)
    return html.unescape(target)


def is_internal(target: str) -> bool:
    """Whether the target is a path of this site."""
    return target.startswith("/") and not target.startswith("//")


def fault_of(target: str) -> str | None:
    """Say in Vietnamese why a link may not lead to ``target``, or ``None``."""
    if _HIDDEN.search(target):
        return (
            f"đường dẫn “{target}” có dấu cách hoặc ký tự không được phép. Xóa hoặc mã hóa chúng."
        )
    if is_internal(target):
        decoded = target
        for _ in range(_DECODINGS):
            decoded = unquote(decoded)
        path = re.split("[?#]", decoded)[0]
        if _HIDDEN.search(path) or "//" in path or {"..", "."} & set(path.split("/")):
            return f"đường dẫn “{target}” đi vòng qua “..” hoặc “//”. Viết đúng địa chỉ của trang."
        return None
    if target.startswith("#") or _is_outside(target):
        return None
    return (
        f"đường dẫn “{target}” không dùng được. Trang khác của cổng viết như "
        "/don-vi/huyen-thanh-oai/; trang ngoài bắt đầu bằng https://."
    )


def _is_outside(target: str) -> bool:
    try:
        parts = urlsplit(target)
        host = parts.hostname
    except ValueError:
        return False
    if parts.scheme not in _OUTSIDE:
        return False
    if parts.scheme in ("mailto", "tel"):
        return bool(parts.path) and not parts.netloc
    # https://chuongmy.gov.vn@example.com leads to the second of the two.
    return bool(host) and "@" not in parts.netloc
