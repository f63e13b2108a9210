"""The nginx file: included in a server block, which knows root, port and certificate."""

from __future__ import annotations

import re

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

_ENTRANCE = "location = {prefix} {{ absolute_redirect off; return 301 {prefix}/; }}\n"
_FILE = """\
# Giá trị chung; các mục bên dưới đổi khi cần. Tên riêng để không đụng cấu hình khác.
set $bang_vang_cache "{short}";
set $bang_vang_corp same-origin;
set $bang_vang_cors "";
{entrance}
location {prefix}/ {{
    index index.html;
    # Chuyển hướng theo đường dẫn, nên đúng cả khi nginx đứng sau một máy chủ khác.
    absolute_redirect off;
    server_tokens off;
    error_page 403 =404 {prefix}/404.html;
    error_page 404 {prefix}/404.html;

    # Bảo vệ trình duyệt của người đọc. “always”: cả ở trang báo lỗi.
{headers}
    # Kiểu tệp và bảng mã.
    types {{
{types}    }}
    default_type application/octet-stream;
    charset utf-8;
    charset_types {charset_types};

    gzip on;
    gzip_vary on;
    gzip_min_length 512;
    gzip_types {gzip_types};

    # Tệp ẩn (cả thư mục .bang-vang) và tệp của máy chủ khác: coi như không có.
    location ~ /\\.(?!well-known/) {{ return 404; }}
    location = {prefix}/_headers {{ return 404; }}
    location = {prefix}/_redirects {{ return 404; }}
    location = {prefix}/404.html {{ internal; }}

{feeds}
    # Tệp giao diện: địa chỉ có ?v= đổi mỗi khi tệp đổi nên giữ được mãi.
    location {prefix}{theme} {{
        if ($arg_v) {{ set $bang_vang_cache "{long}"; }}
    }}
    location {prefix}{fonts} {{ set $bang_vang_cache "{long}"; }}

    # Ảnh hiện được trong các trình đọc tin RSS.
    location {prefix}{pictures} {{ set $bang_vang_corp cross-origin; }}

    # Dữ liệu mở: trang khác đọc được. Giá trị rỗng thì nginx không gửi dòng này.
    location {prefix}{data} {{ set $bang_vang_cors "*"; }}

    # Địa chỉ đã đổi.
{moved}
    # Trang đã gỡ: mã 410 kèm trang báo gỡ.
{gone}}}
"""


def nginx(rules: Rules) -> str:
    """Write what the server block includes."""
    prefix = rules.prefix
    headers = {
        **rules.headers,
        CORP: "$bang_vang_corp",
        CORS: "$bang_vang_cors",
        "Cache-Control": "$bang_vang_cache",
    }
    types = {kind: suffix for suffix, kind in TYPES.items()}
    text_types = [TYPES[suffix] for suffix in TEXT if suffix != "html"]
    text_types += FEED_TYPES.values()
    moved = [
        f"location = {path} {{ return 301 {new}; }}"
        for old, new in rules.moved
        for path in (old, old.rstrip("/"))
    ]
    gone = [
        line
        for path in rules.gone
        for line in (
            f"location = {path} {{ error_page 410 {path}index.html; return 410; }}",
            f"location = {path}index.html {{ internal; }}",
        )
    ]
    feeds = [
        f"location ~ /{re.escape(name)}$ {{ types {{}} default_type {kind}; }}"
        for name, kind in FEED_TYPES.items()
    ]
    top = notice(
        "Đưa vào khối server của nginx; sau mỗi lần dựng: nginx -t && nginx -s reload",
        "",
        "    server {",
        "        listen 443 ssl http2;",
        f"        server_name {rules.host};",
        "        ssl_certificate …; ssl_certificate_key …;",
        f"        root {root(rules)};",
        f"        include {root(rules)}{prefix}{FOLDER}nginx.conf;",
        "    }",
        "",
    )
    return top + _FILE.format(
        prefix=prefix,
        entrance=_ENTRANCE.format(prefix=prefix) if prefix else "",
        short=SHORT,
        long=LONG,
        theme=THEME_FOLDER,
        fonts=FONTS,
        pictures=PICTURES,
        data=DATA,
        headers=block(f'add_header {name} "{value}" always;' for name, value in headers.items()),
        types=block((f"{kind} {suffix};" for kind, suffix in types.items()), 8),
        charset_types=" ".join(text_types),
        gzip_types=" ".join(text_types),
        feeds=block(feeds),
        moved=block(moved),
        gone=block(gone),
    )
