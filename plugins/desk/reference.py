"""The reference table of all front-matter keys, written from the schemas.

``python -m plugins.desk.reference`` prints it; ``docs/huong-dan/khoa.md`` keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator

import pelicanconf
from plugins.sources import (
    CAMPAIGN,
    PAGE,
    PICTURE,
    TAKEDOWN,
    TERM,
    TITLE_PROSE,
    UNIT,
    Schema,
    article_schema,
)

_INTRO = """# Các khóa khai báo đầu tệp

Trang này được viết ra từ chính bộ quy tắc mà máy dùng để kiểm tra, nên luôn khớp với nó.
Dấu ● là khóa bắt buộc. Khóa nào không có trong bảng thì không dùng được.
"""


def reference() -> str:
    """Return the reference as Markdown."""
    taxonomies = {one["key"]: (one["label"], one["noun"]) for one in pelicanconf.TAXONOMIES}
    files = (
        ("content/tin/NĂM/THÁNG/ten-bai.md", article_schema(taxonomies)),
        ("content/don-vi/ten-don-vi.md", UNIT),
        ("content/phong-trao/ten-phong-trao.md", CAMPAIGN),
        ("content/khen-thuong/ten-danh-hieu.md", TITLE_PROSE),
        ("content/trang/ten-trang.md", PAGE),
        ("content/anh/ten-anh.md", PICTURE),
        ("content/go-ten/yeu-cau.md", TAKEDOWN),
        ("mục phân loại thêm vào pelicanconf.py", TERM),
    )
    parts = [_INTRO]
    for path, schema in files:
        parts.append(f"\n## {schema.name.capitalize()} — `{path}`\n\n")
        parts.append("| Khóa | Ý nghĩa | Giá trị |\n|---|---|---|\n")
        parts += _rows(schema)
    return "".join(parts)


def _rows(schema: Schema) -> Iterator[str]:
    for key, field in schema.fields.items():
        mark = " ●" if field.required else ""
        meaning = f"{field.label}. {field.help}".strip() if field.help else field.label
        yield f"| `{key}`{mark} | {meaning} | {field.type.describe()} |\n"


if __name__ == "__main__":
    print(reference(), end="")
