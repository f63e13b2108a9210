"""Walk the content folder without following or opening anything but files and folders."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from plugins.sources import Problems

# What operating systems and office programs leave in folders.
_LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini"})
_SPECIAL = {
    stat.S_IFLNK: "là liên kết tượng trưng (symlink); máy không đi theo liên kết",
    stat.S_IFIFO: "là ống dẫn (FIFO)",
    stat.S_IFSOCK: "là socket",
    stat.S_IFCHR: "là thiết bị",
    stat.S_IFBLK: "là thiết bị",
}


def files_below(content: Path, problems: Problems) -> Iterator[Path]:
    """Give the regular files below ``content`` in order; what is no file or folder is a fault.

    Hidden files and what programs leave behind are passed over.
    """
    found: list[Path] = []
    folders = [content]
    while folders:
        folder = folders.pop()
        place = shown(content, folder)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            message = f"không đọc được thư mục ({error.strerror}). Kiểm tra đường dẫn và quyền đọc."
            problems.add(place, 1, message)
            continue
        first: dict[str, str] = {}
        for entry in entries:
            if is_passed_over(entry.name):
                continue
            fault = _fault(entry, first)
            path = Path(entry.path)
            if fault:
                problems.add(shown(content, path), 1, fault)
            elif entry.is_dir(follow_symlinks=False):
                folders.append(path)
            else:
                found.append(path)
    yield from sorted(found)


def is_passed_over(name: str) -> bool:
    """Whether a file is none of ours: hidden, or left behind by a program."""
    return name.startswith((".", "~$")) or name.lower() in _LEFT_BEHIND


def shown(content: Path, path: Path) -> str:
    """Return a path as staff know it, with anything that cannot be printed spelt out."""
    name = (Path(content.name) / path.relative_to(content)).as_posix()
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in name)


def _fault(entry: os.DirEntry[str], first: dict[str, str]) -> str | None:
    """Say what is wrong with an entry; ``first`` holds the names of its folder seen so far."""
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError as error:
        return f"không đọc được ({error.strerror}). Kiểm tra quyền đọc."
    if special := _SPECIAL.get(stat.S_IFMT(mode)):
        return f"{special}. Thay bằng tệp thật, hoặc xóa."
    if stat.S_ISDIR(mode) and entry.name.lower().endswith(".md"):
        return "là thư mục mà mang tên của tệp .md. Đổi tên hoặc xóa."
    return _fault_of_name(entry.name, first)


def _fault_of_name(name: str, first: dict[str, str]) -> str | None:
    if not name.isprintable():
        return "tên có ký tự ẩn hoặc sai bảng mã. Đổi tên."
    if not unicodedata.is_normalized("NFC", name):
        return "tên có chữ tiếng Việt dựng từ nhiều ký tự (không phải NFC). Gõ lại tên tệp."
    other = first.setdefault(name.casefold(), name)
    if other != name:
        return f"tên chỉ khác “{other}” ở chữ hoa, chữ thường. Đổi tên một trong hai."
    return None
