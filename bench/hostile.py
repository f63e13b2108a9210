"""Texts that nobody writes, made to take long: each a piece said again and again."""

from __future__ import annotations

from collections.abc import Callable

_GIVES = "UBND xã tặng Giấy khen cho "
_PIECES = {
    "commas": (_GIVES + "Phòng A", ", b"),
    "and": (_GIVES + "Phòng A", " và B"),
    "semicolons": (_GIVES + "Phòng A", "; Phòng B"),
    "dashes": (_GIVES + "Phòng A", " - Phòng B"),
    "titles": ("", "tặng Giấy khen "),
    "prizes": ("", "Giải Nhất:\n- Đội 1\n"),
    "ranks": ("", "Nhất: Đội 1; Nhì: Đội 2; "),
    "documents": ("", "ban hành Quyết định số 5/QĐ-UBND ngày 3/4 tặng Giấy khen "),
    "sentences": ("", _GIVES + "ông Trần Văn An. "),
    "counts": (_GIVES, "3 tập thể, "),
    "capitals": (_GIVES, "Trần "),
    "quotes": ("", "tặng “"),
    "numbers": ("Giấy khen ", "1.234"),
    "lines": ("Tặng Giấy khen cho:\n", "- Phòng A\n"),
    "rows": ("Tặng Giấy khen\n", "| 1 | Trần Văn An | Giấy khen |\n"),
}


def _repeated(head: str, piece: str) -> Callable[[int], str]:
    return lambda size: head + piece * (size // len(piece))


def _brackets(size: int) -> str:
    return f"{_GIVES}{'(' * (size // 2)}A{')' * (size // 2)}"


# By name: a function from a size in characters to a text of about that size.
HOSTILE: dict[str, Callable[[int], str]] = {
    name: _repeated(*pieces) for name, pieces in _PIECES.items()
} | {"brackets": _brackets}
