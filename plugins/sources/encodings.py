"""Bytes to text, strictly: what is no good UTF-8 is named for what it is, with its mend.

Vietnamese offices have kept texts in TCVN3 (.VnTime) and VNI fonts for decades; pasted into a new
file they stay letters of another alphabet, in good UTF-8. So do texts that were encoded twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SAVE = "Mở tệp bằng Notepad hoặc Word và lưu lại với bảng mã UTF-8."
_CONVERT = "Chuyển sang Unicode bằng công cụ chuyển mã (như UniKey, Ctrl+Shift+F6) rồi dán lại."
# Longest first: the mark of UTF-32 begins like that of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_BEGINNING = 400  # bytes in which ASCII of UTF-16 shows by its NULs

# What UTF-8 read as Windows-1252 looks like: â€œ, Ã¡, Ä‘, Æ°, áº¿, á»™. The second characters are
# those alone that no Vietnamese text puts after the first: «khá» and “XÃ” must pass.
_TWICE = re.compile(
    "Ã[\u0080-\u009f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]"
    "|Ä[\u0080-\u009f\u00a8\u00a9\u00ad‘ƒ‚]|Æ[\u00a0\u00a1\u00af\u00b0]"
    "|áº[\u00a0-\u00bf\u0080-\u009f€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]"
    "|á»[\u00a0-\u00ba\u00bc-\u00bf\u0080-\u009f€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]"
    "|â€[\u0080-\u009f\u00a6\u00a2œ™“”˜]"
)
# TCVN3 writes µ ¸ ¶ · ¹ ¨ ¾ ¼ ½ © ® ª ¬ « for letters: "C«ng hoµ x· héi".
_TCVN3 = re.compile(
    "[A-Za-z][µ¸¶·¹¨¾¼½©®ª¬«][A-Za-z]|[A-Za-z][µ¸¶·¹¾¼½](?![\\w.])|(?<!\\w)®[A-Za-zµ¸¶¹Êêéí]"
)
# VNI writes two characters a letter: "Coäng hoøa xaõ hoäi", "Ñoäc laäp".
_VNI = re.compile(
    "[aA][ùõøûïåäëâáàãêéèúü]|[oeuyOEUY][øûïåäëü]|[AEOUY][ÙÕØÛÏÅÄËÂÊÜ]|[öôÖÔ][ùøûõïÙØÛÕÏ]"
)
# No text in an old font is without one of these; Vietnamese letters are not among them.
_RARE = re.compile("[µ¸¶·¹¨¾¼½©®ª¬«øûïåäëüÏÛØÅÄËÜñ]")
# What all these have: a text without any of it, as most are, has no sign of another encoding.
_SIGNS = re.compile(f"[\ufffdÃÄÆº»€{_RARE.pattern[1:-1]}]")
_FEWEST = 3  # words before a text is said to be in an old font; a foreign name has one or two


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the encoding of a file, and in which line."""

    line: int
    message: str


def decode(data: bytes) -> str | Fault:
    """Return the text, or what is wrong with its encoding."""
    name = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if name or (name := _wide(data[:_BEGINNING])):
        return Fault(1, f"tệp không phải UTF-8 mà là {name}. {_SAVE}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        font = _old_font(data.decode("latin-1"))
        if font:
            return Fault(line, f"tệp không phải UTF-8, có dấu hiệu là {font[1]}. {_CONVERT}")
        return Fault(line, f"tệp không phải UTF-8. {_SAVE}")
    return text if text.isascii() else _signs(text) or text


def _wide(beginning: bytes) -> str | None:
    """Name the encoding whose ASCII letters stand among NULs, in regular places."""
    if len(beginning) < 4 or beginning.count(0) * 3 < len(beginning):  # noqa: PLR2004
        return None
    return "UTF-32" if beginning.count(b"\0\0") * 4 > len(beginning) // 2 else "UTF-16"


def _signs(text: str) -> Fault | None:
    if not _SIGNS.search(text):
        return None
    if lost := re.search("\ufffd", text):
        line, column = _place(text, lost.start())
        return Fault(
            line,
            f"ký tự U+FFFD ở cột {column}: chữ đã mất khi chuyển bảng mã. "
            "Gõ lại chữ này từ bản gốc.",
        )
    if twice := _TWICE.search(text):
        line, column = _place(text, twice.start())
        return Fault(
            line,
            f"“{twice.group()}” ở cột {column}: chữ bị mã hóa UTF-8 hai lần. "
            "Mở bản gốc và lưu thẳng với bảng mã UTF-8.",
        )
    if font := _old_font(text):
        line, column = _place(text, font[0])
        return Fault(
            line, f"chữ ở cột {column} gõ bằng phông {font[1]}, không phải Unicode. {_CONVERT}"
        )
    return None


def _old_font(text: str) -> tuple[int, str] | None:
    """Return where text in an old font begins and the font's encoding."""
    if not _RARE.search(text):
        return None
    for signs, name in ((_TCVN3, "TCVN3 (.VnTime)"), (_VNI, "VNI (VNI-Times)")):
        found = list(signs.finditer(text))
        if len({one.group() for one in found}) >= _FEWEST:
            return found[0].start(), name
    return None


def _place(text: str, position: int) -> tuple[int, int]:
    """Return the line and the column of a position, from 1."""
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
