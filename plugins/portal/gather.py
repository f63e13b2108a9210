"""Find and read every source file below ``content/``; a file of no known kind is a fault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plugins.portal.contexts import Taxonomy
from plugins.sources import (
    CAMPAIGN,
    PAGE,
    PICTURE,
    TERM,
    TITLE_PROSE,
    UNIT,
    Problems,
    Record,
    Schema,
    article_schema,
    read_record,
)

ARTICLES, PAGES, PICTURES = "tin", "trang", "anh"
PICTURE_ENDINGS = frozenset({".webp", ".png", ".jpg", ".jpeg", ".avif"})
# Taxonomies whose terms are more than a name: their schemas by key.
TERM_SCHEMAS = {"unit": UNIT, "campaign": CAMPAIGN, "award": TITLE_PROSE}
# What operating systems and office programs leave in folders.
_LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Gathered:
    """All records by kind; ``terms`` by the taxonomy's key; ``picture_files`` by name."""

    articles: list[Record] = field(default_factory=list)
    pages: list[Record] = field(default_factory=list)
    pictures: list[Record] = field(default_factory=list)
    picture_files: dict[str, Path] = field(default_factory=dict)
    terms: dict[str, list[Record]] = field(default_factory=dict)


def gather(content: Path, taxonomies: Sequence[Taxonomy], problems: Problems) -> Gathered:
    """Read all files below ``content``; what is wrong is noted in ``problems``."""
    found = Gathered(terms={taxonomy.key: [] for taxonomy in taxonomies})
    keys = {taxonomy.folder: taxonomy.key for taxonomy in taxonomies}
    kinds: dict[str, tuple[Schema, list[Record]]] = {
        ARTICLES: (
            article_schema({one.key: (one.label, one.noun) for one in taxonomies}),
            found.articles,
        ),
        PAGES: (PAGE, found.pages),
        PICTURES: (PICTURE, found.pictures),
        **{folder: (TERM_SCHEMAS.get(key, TERM), found.terms[key]) for folder, key in keys.items()},
    }
    for file in _files(content):
        inside = file.relative_to(content)
        path = f"{content.name}/{inside.as_posix()}"
        folder = inside.parts[0]
        if _is_picture(inside):
            found.picture_files[file.name] = file
        elif folder in kinds and _fits(inside):
            schema, records = kinds[folder]
            record = read_record(file, path, schema, problems)
            if record is not None:
                records.append(record)
        else:
            problems.add(path, 1, _where_it_belongs(folder, list(kinds)))
    return found


def _files(content: Path) -> Iterator[Path]:
    for file in sorted(content.rglob("*")):
        name = file.name.lower()
        hidden = any(part.startswith((".", "~$")) for part in file.relative_to(content).parts)
        if not (hidden or name in _LEFT_BEHIND or file.is_dir()):
            yield file


def _is_picture(inside: Path) -> bool:
    return inside.parent == Path(PICTURES) and inside.suffix.lower() in PICTURE_ENDINGS


def _fits(inside: Path) -> bool:
    depth = 4 if inside.parts[0] == ARTICLES else 2
    return inside.suffix == ".md" and len(inside.parts) == depth


def _where_it_belongs(folder: str, folders: list[str]) -> str:
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
