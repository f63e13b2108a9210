"""Find and read every source file below ``content/``; a file of no known kind is a fault."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plugins.portal.contexts import Taxonomy
from plugins.portal.folders import files_below
from plugins.portal.intake import ArticleFile
from plugins.sources import (
    CAMPAIGN,
    PAGE,
    PICTURE,
    TAKEDOWN,
    TERM,
    TITLE_PROSE,
    UNIT,
    Problems,
    Record,
    Schema,
    read_record,
)

ARTICLES, PAGES, PICTURES, TAKEDOWNS = "tin", "trang", "anh", "go-ten"
PICTURE_ENDINGS = frozenset({".webp", ".png", ".jpg", ".jpeg", ".avif"})
# Taxonomies whose terms are more than a name: their schemas by key.
TERM_SCHEMAS = {"unit": UNIT, "campaign": CAMPAIGN, "award": TITLE_PROSE}
# Pictures of kinds that are not published yet.
_OTHER_PICTURES = frozenset({".svg", ".pdf", ".gif", ".tif", ".tiff", ".bmp", ".heic"})
# Addresses of the system's own pages and folders, which no file of trang/ may take.
SYSTEM_ADDRESSES = {
    "tin": "mục Tin tức",
    "anh": "thư mục ảnh",
    "bang-vang": "trang Bảng vàng",
    "van-ban": "trang Văn bản",
    "theo-doi": "trang Theo dõi",
    "theme": "thư mục giao diện",
    **dict.fromkeys(
        ("trang", "tim-kiem", "du-lieu", "api", "index", "rss", "atom", "sitemap", "robots"),
        "trang của hệ thống",
    ),
}


@dataclass(frozen=True, slots=True)
class Gathered:
    """All records by kind; ``terms`` by the taxonomy's key; ``picture_files`` by name.

    Articles are only found here: reading them is most of the work, done in ``intake``.
    """

    articles: list[ArticleFile] = field(default_factory=list)
    pages: list[Record] = field(default_factory=list)
    pictures: list[Record] = field(default_factory=list)
    picture_files: dict[str, Path] = field(default_factory=dict)
    terms: dict[str, list[Record]] = field(default_factory=dict)
    takedowns: list[Record] = field(default_factory=list)


def gather(
    content: Path,
    taxonomies: Sequence[Taxonomy],
    problems: Problems,
    reserved: Mapping[str, str] = SYSTEM_ADDRESSES,
) -> Gathered:
    """Read all files below ``content`` but the articles; note what is wrong in ``problems``.

    ``reserved`` are addresses that no page may take, and what stands there.
    """
    found = Gathered(terms={taxonomy.key: [] for taxonomy in taxonomies})
    keys = {taxonomy.folder: taxonomy.key for taxonomy in taxonomies}
    kinds: dict[str, tuple[Schema, list[Record]]] = {
        PAGES: (PAGE, found.pages),
        PICTURES: (PICTURE, found.pictures),
        TAKEDOWNS: (TAKEDOWN, found.takedowns),
        **{folder: (TERM_SCHEMAS.get(key, TERM), found.terms[key]) for folder, key in keys.items()},
    }
    taken = {**reserved, **{one.folder: f"danh mục {one.label}" for one in taxonomies}}
    for file in files_below(content, problems):
        inside = file.relative_to(content)
        path = f"{content.name}/{inside.as_posix()}"
        folder = inside.parts[0]
        if _is_picture(inside):
            found.picture_files[file.name] = file
        elif folder == ARTICLES and _fits(inside):
            found.articles.append(ArticleFile(file, path))
        elif folder in kinds and _fits(inside):
            schema, records = kinds[folder]
            record = read_record(file, path, schema, problems)
            if folder == PAGES and file.stem in taken:
                problems.add(
                    path,
                    1,
                    f"/{file.stem}/: vừa là {taken[file.stem]}, vừa là {path}. Đổi tên tệp.",
                )
            if record is not None:
                records.append(record)
        else:
            problems.add(path, 1, _where_it_belongs(inside, [ARTICLES, *kinds]))
    return found


def _is_picture(inside: Path) -> bool:
    return inside.parent == Path(PICTURES) and inside.suffix.lower() in PICTURE_ENDINGS


def _fits(inside: Path) -> bool:
    depth = 4 if inside.parts[0] == ARTICLES else 2
    return inside.suffix == ".md" and len(inside.parts) == depth


def _where_it_belongs(inside: Path, folders: list[str]) -> str:
    folder, ending = inside.parts[0], inside.suffix.lower()
    if folder == PICTURES and ending in _OTHER_PICTURES:
        kinds = ", ".join(sorted(PICTURE_ENDINGS))
        return f"chưa nhận ảnh {ending}. Chuyển sang một trong các loại: {kinds}."
    if folder == ARTICLES:
        return "bài viết phải nằm ở tin/NĂM/THÁNG/ten-bai.md, ví dụ tin/2024/05/ten-bai.md."
    if folder == PICTURES:
        endings = ", ".join(sorted(PICTURE_ENDINGS))
        return f"thư mục anh/ chỉ chứa tệp ảnh ({endings}) và tệp .md mô tả ảnh."
    if folder in folders:
        return f"thư mục {folder}/ chỉ chứa các tệp .md, không có thư mục con."
    return (
        f"tệp nằm ngoài các thư mục nội dung ({', '.join(folders)}). Chuyển vào đúng chỗ hoặc xóa."
    )
