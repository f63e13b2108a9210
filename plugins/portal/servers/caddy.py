"""The Caddy file: imported into the block of the domain."""

from __future__ import annotations

from plugins.portal.addresses import DATA, PICTURES, THEME_FOLDER
from plugins.portal.servers.rules import (
    CORP,
    CORS,
    FEED_TYPES,
    FOLDER,
    FONTS,
    LONG,
    SHORT,
    TEXT,
    TYPES,
    Rules,
    block,
    notice,
    root,
)

_FILE = """\
{entrance}route {prefix}/* {{
    # Bảo vệ trình duyệt của người đọc, cả ở trang báo lỗi.
    header {{
{headers}    }}

    # Tệp giao diện: địa chỉ có ?v= đổi mỗi khi tệp đổi nên giữ được mãi.
    @theme {{
        path {prefix}{theme}*
        query v=*
    }}
    header @theme Cache-Control "{long}"
    header {prefix}{fonts}* Cache-Control "{long}"

    # Ảnh hiện được trong các trình đọc tin RSS.
    header {prefix}{pictures}* {corp} cross-origin

    # Dữ liệu mở: trang khác đọc được.
    header {prefix}{data}* {cors} *

    # Kiểu tệp và bảng mã.
{types}
    # Tệp ẩn (cả thư mục .bang-vang) và tệp của máy chủ khác: coi như không có.
    @hidden {{
        path_regexp /\\.
        not path {prefix}/.well-known/*
    }}
    error @hidden 404
    @foreign path {prefix}/_headers {prefix}/_redirects
    error @foreign 404

    # Địa chỉ đã đổi.
{moved}
    # Trang đã gỡ: mã 410 kèm trang báo gỡ.
{gone}
    encode zstd gzip
    file_server
}}

handle_errors {{
    # Trang báo lỗi luôn là HTML và không được giữ lâu, dù địa chỉ được hỏi là gì.
    header Content-Type "text/html; charset=utf-8"
    header Cache-Control "{short}"
    @gone expression {{http.error.status_code}} == 410
    handle @gone {{
        rewrite * {{path}}index.html
        file_server
    }}
    handle {{
        rewrite * {prefix}/404.html
        file_server
    }}
}}
"""


def caddyfile(rules: Rules) -> str:
    """Write what the block of the domain imports."""
    prefix = rules.prefix
    headers = {**rules.headers, CORP: "same-origin", "Cache-Control": SHORT}
    kinds = {f"*.{suffix}": TYPES[suffix] for suffix in TEXT if suffix != "html"}
    kinds |= {f"*/{name}": kind for name, kind in FEED_TYPES.items()}
    types = [
        line
        for number, (pattern, kind) in enumerate(kinds.items())
        for line in (
            f"@kind{number} path {pattern}",
            f'header @kind{number} Content-Type "{kind}; charset=utf-8"',
        )
    ]
    moved = [
        f"redir {path} {new} 301" for old, new in rules.moved for path in (old, old.rstrip("/"))
    ]
    top = notice(
        "Đưa vào khối của tên miền trong Caddyfile; sau mỗi lần dựng: caddy reload",
        "",
        f"    {rules.host} {{",
        f"        root * {root(rules)}",
        f"        import {root(rules)}{prefix}{FOLDER}Caddyfile",
        "    }",
        "",
    )
    return top + _FILE.format(
        prefix=prefix,
        short=SHORT,
        long=LONG,
        theme=THEME_FOLDER,
        fonts=FONTS,
        pictures=PICTURES,
        corp=CORP,
        cors=CORS,
        data=DATA,
        headers=block((f'{name} "{value}"' for name, value in headers.items()), 8),
        types=block(types),
        entrance=f"redir {prefix} {prefix}/ 301\n\n" if prefix else "",
        moved=block(moved),
        gone=block(f"error {path} 410" for path in rules.gone),
    )
