"""The .htaccess of Apache."""

from __future__ import annotations

from plugins.portal.addresses import DATA, PICTURES, THEME_FOLDER
from plugins.portal.servers.rules import (
    CORP,
    CORS,
    FEED_TYPES,
    FONTS,
    LONG,
    SHORT,
    TEXT,
    TYPES,
    Rules,
    block,
    notice,
)

_FILE = """\
Options -Indexes -MultiViews
DirectoryIndex index.html
ErrorDocument 403 {prefix}/404.html
ErrorDocument 404 {prefix}/404.html

# Bảo vệ trình duyệt của người đọc. “always”: cả ở trang báo lỗi.
{headers}
# Tệp giao diện: địa chỉ có ?v= đổi mỗi khi tệp đổi nên giữ được mãi.
<If "%{{REQUEST_URI}} =~ m#^{prefix}{theme}# && %{{QUERY_STRING}} =~ /^v=/">
    Header always set Cache-Control "{long}"
</If>
<If "%{{REQUEST_URI}} =~ m#^{prefix}{fonts}#">
    Header always set Cache-Control "{long}"
</If>

# Ảnh hiện được trong các trình đọc tin RSS.
<If "%{{REQUEST_URI}} =~ m#^{prefix}{pictures}#">
    Header always set {corp} cross-origin
</If>

# Dữ liệu mở: trang khác đọc được.
<If "%{{REQUEST_URI}} =~ m#^{prefix}{data}#">
    Header always set {cors} "*"
</If>

# Kiểu tệp và bảng mã.
AddDefaultCharset utf-8
{types}
<IfModule mod_deflate.c>
    AddOutputFilterByType DEFLATE {deflate}
</IfModule>

# Tệp ẩn (cả thư mục .bang-vang) và tệp của máy chủ khác: coi như không có.
RedirectMatch 404 "/\\.(?!well-known/)"
RedirectMatch 404 "^{prefix}/_(?:headers|redirects)$"

# Địa chỉ đã đổi.
{moved}
# Trang đã gỡ: mã 410 kèm trang báo gỡ.
ErrorDocument 410 "/%{{REQUEST_URI}}index.html"
{gone}"""


def htaccess(rules: Rules) -> str:
    """Write .htaccess; paths need no quoting, :class:`Rules` holds none that would."""
    prefix = rules.prefix
    headers = {**rules.headers, CORP: "same-origin", "Cache-Control": SHORT}
    types = [f"AddType {kind} .{suffix}" for suffix, kind in TYPES.items()]
    types.append("AddCharset utf-8 " + " ".join(f".{suffix}" for suffix in TEXT))
    for name, kind in FEED_TYPES.items():
        types += [f'<Files "{name}">', f'    ForceType "{kind}; charset=utf-8"', "</Files>"]
    top = notice(
        "Apache 2.4.13 trở lên, với: a2enmod alias headers dir mime deflate",
        "và, cho thư mục này: AllowOverride FileInfo Indexes Options=Indexes,MultiViews",
    )
    return top + _FILE.format(
        prefix=prefix,
        long=LONG,
        theme=THEME_FOLDER,
        fonts=FONTS,
        pictures=PICTURES,
        corp=CORP,
        cors=CORS,
        data=DATA,
        headers=block((f'Header always set {n} "{v}"' for n, v in headers.items()), 0),
        types=block(types, 0),
        deflate=" ".join([*(TYPES[suffix] for suffix in TEXT), *FEED_TYPES.values()]),
        moved=block(
            (f'RedirectMatch 301 "^{old.rstrip("/")}/?$" "{new}"' for old, new in rules.moved), 0
        ),
        gone=block((f'RedirectMatch 410 "^{path}$"' for path in rules.gone), 0),
    )
