"""The pictures of ``content/anh``: each file with its record, each record with its file."""

from __future__ import annotations

import warnings
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from plugins.model import Picture
from plugins.portal.gather import PICTURE_ENDINGS, Gathered
from plugins.sources import Problems
from plugins.sources.bounds import number
from plugins.sources.problems import quoted
from plugins.sources.values import SLUG

FILE_BYTES = 20_000_000
PIXELS = 60_000_000
# What the content of a file says → the endings its name may have.
_ENDINGS = {
    "PNG": (".png",),
    "JPEG": (".jpg", ".jpeg"),
    "MPO": (".jpg", ".jpeg"),
    "WEBP": (".webp",),
    "AVIF": (".avif",),
}
_FORMATS = ("PNG", "JPEG", "WEBP", "AVIF")  # MPO is a JPEG with more pictures, as cameras write
_TOO_LARGE = f"ảnh quá {PIXELS // 1_000_000} triệu điểm ảnh. Thu nhỏ ảnh rồi lưu lại."
_BROKEN = "không phải ảnh, hoặc bị hỏng. Xuất lại ảnh từ bản gốc."


def read_pictures(gathered: Gathered, content: Path, problems: Problems) -> dict[str, Picture]:
    """Return the pictures by the slug of their record."""
    pictures, described = {}, set()
    for record in gathered.pictures:
        name, line = record.values["file"], record.line("file")
        if not name:
            continue
        described.add(name)
        file = gathered.picture_files.get(name)
        if fault := _fault_of_name(name):
            problems.add(record.path, line, fault)
            continue
        if file is None:
            problems.add(record.path, line, f"không thấy tệp ảnh “{name}” trong anh/.")
            continue
        size = _measure(file)
        if isinstance(size, str):
            problems.add(record.path, line, f"tệp “{name}”: {size}")
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


def _fault_of_name(name: str) -> str | None:
    """Say why ``name`` is no name of a picture beside its record, or ``None``."""
    if "/" in name or "\\" in name or ".." in name:
        return f"“{quoted(name)}”: chỉ ghi tên tệp nằm trong anh/, không ghi đường dẫn."
    stem, dot, ending = name.rpartition(".")
    if not SLUG.fullmatch(stem) or dot + ending not in PICTURE_ENDINGS:
        endings = ", ".join(sorted(PICTURE_ENDINGS))
        return (
            f"tên tệp ảnh “{quoted(name)}” không dùng được. "
            f"Đổi tên: chỉ gồm a–z, 0–9, dấu gạch nối, với đuôi viết thường ({endings})."
        )
    return None


def _measure(file: Path) -> tuple[int, int] | str:
    """Return width and height of a good picture, or what is wrong with it."""
    try:
        length = file.lstat().st_size
        if length > FILE_BYTES:
            return f"dài {number(length)} byte; nhiều nhất 20 MB. Thu nhỏ ảnh rồi lưu lại."
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # odd metadata are no fault of the picture
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file, formats=_FORMATS) as image:
                size = image.size
                return _fault_of_image(image, file) or size
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return _TOO_LARGE
    except UnidentifiedImageError:
        return _BROKEN
    except PermissionError as error:
        return f"không đọc được ({error.strerror}). Kiểm tra quyền đọc."
    except (OSError, SyntaxError, ValueError, EOFError):
        return _BROKEN  # Pillow raises each of them on broken files


def _fault_of_image(image: Image.Image, file: Path) -> str | None:
    kind = image.format or ""
    if file.suffix not in _ENDINGS.get(kind, ()):
        return f"nội dung là ảnh {kind}, không khớp đuôi {file.suffix}. Đổi đuôi tên tệp."
    if image.width * image.height > PIXELS:
        return _TOO_LARGE
    if getattr(image, "n_frames", 1) > 1 and kind != "MPO":
        return "ảnh động chưa dùng được. Thay bằng ảnh tĩnh."
    image.draft("L", (1, 1))  # a JPEG is read at an eighth of its size; others in full
    image.load()
    return None
