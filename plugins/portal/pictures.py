"""The pictures of ``content/anh``: each file with its record, each record with its file.

To see that a picture is whole it must be read to its end, which takes longer than to read an
article; what was found good is kept until the file changes.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from plugins.incremental.pool import share
from plugins.incremental.store import Look, Store, pack, steady
from plugins.model import Picture
from plugins.portal.course import Course
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
# Fewer pictures are read sooner than a second process is started.
_FEW = 4


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a picture, in pixels."""

    width: int
    height: int


def read_pictures(
    gathered: Gathered, content: Path, problems: Problems, store: Store, *, course: Course
) -> dict[str, Picture]:
    """Return the pictures by the slug of their record."""
    pictures, described = {}, set()
    sizes = _sizes(_described(gathered), f"{content.name}/anh", store, course)
    for record in gathered.pictures:
        name, line = record.values["file"], record.line("file")
        if not name:
            continue
        described.add(name)
        if fault := _fault_of_name(name):
            problems.add(record.path, line, fault)
            continue
        size = sizes.get(name)
        if size is None:
            problems.add(record.path, line, f"không thấy tệp ảnh “{name}” trong anh/.")
            continue
        if isinstance(size, str):
            problems.add(record.path, line, f"tệp “{name}”: {size}")
            continue
        texts = {key: record.values[key] or "" for key in ("alt", "caption", "credit", "licence")}
        pictures[record.slug] = Picture(file=name, width=size.width, height=size.height, **texts)
    for name in sorted(set(gathered.picture_files) - described):
        stem = Path(name).stem
        problems.add(
            f"{content.name}/anh/{name}",
            1,
            f"ảnh chưa có chú thích và tác giả. Thêm tệp {content.name}/anh/{stem}.md.",
        )
    return pictures


def _described(gathered: Gathered) -> dict[str, Path]:
    """Return the files of pictures that have a record, by their names."""
    names = sorted({record.values["file"] or "" for record in gathered.pictures})
    files = gathered.picture_files
    return {name: files[name] for name in names if name in files and not _fault_of_name(name)}


def _sizes(
    files: Mapping[str, Path], folder: str, store: Store, course: Course
) -> dict[str, Size | str]:
    """Return how large each picture is, by its name, or what is wrong with it."""
    found: dict[str, Size | str] = {}
    stale = []
    for name, file in files.items():
        if fault := _fault_of_length(file):
            found[name] = fault
            continue
        kept = store.get(f"{folder}/{name}", file)
        if kept and isinstance(kept.facts, Size):
            found[name] = kept.facts
        else:
            stale.append(name)
    with course.step("pictures", "Đọc ảnh", len(stale)) as advance:
        for place, (size, seen) in share(lambda: _measured, [files[one] for one in stale], _FEW):
            name = stale[place]
            found[name] = size
            if isinstance(size, Size) and seen:
                store.put(f"{folder}/{name}", seen, pack(size, None))
            advance()
    return found


def _measured(file: Path) -> tuple[Size | str, Look | None]:
    """Return what is found of a file, and what it looked like if it stayed so."""
    return steady(file, lambda: _measure(file))


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


def _fault_of_length(file: Path) -> str | None:
    try:
        length = file.lstat().st_size
    except OSError:
        return _BROKEN
    if length <= FILE_BYTES:
        return None
    return f"dài {number(length)} byte; nhiều nhất 20 MB. Thu nhỏ ảnh rồi lưu lại."


def _measure(file: Path) -> Size | str:
    """Return the size of a good picture, or what is wrong with it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # odd metadata are no fault of the picture
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file, formats=_FORMATS) as image:
                size = Size(*image.size)
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
