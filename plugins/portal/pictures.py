"""The pictures of ``content/anh``: each file with its record, each record with its file."""

from __future__ import annotations

import warnings
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from plugins.model import Picture
from plugins.portal.gather import Gathered
from plugins.sources import Problems


def read_pictures(gathered: Gathered, content: Path, problems: Problems) -> dict[str, Picture]:
    """Return the pictures by the slug of their record."""
    pictures, described = {}, set()
    for record in gathered.pictures:
        name = record.values["file"]
        file = gathered.picture_files.get(name or "")
        if name and file is None:
            problems.add(
                record.path, record.line("file"), f"không thấy tệp ảnh “{name}” trong anh/."
            )
        if file is None:
            continue
        described.add(name)
        size = _size(file)
        if size is None:
            problems.add(
                record.path, record.line("file"), f"tệp “{name}” không phải ảnh, hoặc bị hỏng."
            )
            continue
        texts = {key: record.values[key] or "" for key in ("alt", "caption", "credit", "licence")}
        pictures[record.slug] = Picture(file=name, width=size[0], height=size[1], **texts)
    for name in sorted(set(gathered.picture_files) - described):
        stem = Path(name).stem
        problems.add(
            f"{content.name}/anh/{name}",
            1,
            f"ảnh chưa có chú thích và tác giả. Thêm tệp {content.name}/anh/{stem}.md.",
        )
    return pictures


def _size(file: Path) -> tuple[int, int] | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a decompression bomb is no picture
            with Image.open(file) as image:
                return image.size
    except (UnidentifiedImageError, OSError, Warning, Image.DecompressionBombError):
        return None
