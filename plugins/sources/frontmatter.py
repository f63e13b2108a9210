"""Split a source file into front matter and body; read the YAML with every scalar as text.

Only plain mappings, lists and scalars are read: no tags, anchors or merge keys, so that what is
typed is decided by the schema alone (``9.080``, ``07/03/2020`` and ``no`` stay what was written).
"""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from plugins.sources.bounds import FILE_BYTES, front_fault, number
from plugins.sources.encodings import Fault, decode
from plugins.sources.foreign import advice
from plugins.sources.problems import Problems, closest, quoted

FENCE = "---"
DEEPEST = 8  # levels of lists and mappings; no schema needs more than four
# Control characters (but tab and line ends), marks of direction, noncharacters, tags and Unicode's
# own line ends: invisible, and never meant.
_HIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
)
_HIDDEN_ABOVE = "\U000e0000-\U000e007f" + "".join(
    chr((plane << 16) + low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF)
)
_CONTROLS = re.compile(f"[{_HIDDEN}{_HIDDEN_ABOVE}]")
# The same with all that stands above: this is found, or not, ten times as fast.
_SUSPECTS = re.compile(f"[{_HIDDEN}\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the front matter and the line it starts on (from 1, in the file)."""

    value: str | list[Node] | dict[str, Node]
    line: int


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file in two parts; ``body_line`` is the line of the body's first character."""

    path: str
    values: Mapping[str, Node]
    body: str
    body_line: int


def read_file(file: Path, path: str, problems: Problems) -> SourceFile | None:
    """Read ``file``, known to staff as ``path``; note what is wrong and return ``None`` then."""
    data = _bytes(file, path, problems)
    if data is None:
        return None
    text = decode(data)
    if isinstance(text, Fault):
        problems.add(path, text.line, text.message)
        return None
    if _SUSPECTS.search(text) and (bad := _CONTROLS.search(text)):
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - text.rfind("\n", 0, bad.start())
        message = f"ký tự điều khiển ẩn U+{ord(bad.group()):04X} ở cột {column}. Xóa ký tự này."
        problems.add(path, line, message)
        return None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _split(text, path, problems)


def _bytes(file: Path, path: str, problems: Problems) -> bytes | None:
    """Return the bytes of a regular file that is not too large; nothing else is opened."""
    try:
        state = file.lstat()
        if not stat.S_ISREG(state.st_mode):
            problems.add(path, 1, "không phải tệp thường. Thay bằng một tệp .md.")
            return None
        if state.st_size > FILE_BYTES:
            problems.add(
                path,
                1,
                f"tệp dài {number(state.st_size)} byte; nhiều nhất 1 MB ({number(FILE_BYTES)} "
                "byte). Tách thành nhiều bài.",
            )
            return None
        return file.read_bytes()
    except OSError as error:
        problems.add(path, 1, f"không đọc được tệp ({error.strerror}). Kiểm tra quyền đọc.")
        return None


def _split(text: str, path: str, problems: Problems) -> SourceFile | None:
    lines = text.split("\n")
    if lines[0].strip() != FENCE:
        problems.add(path, 1, f"thiếu phần khai báo đầu tệp. Dòng đầu phải là “{FENCE}”.")
        return None
    for at, line in enumerate(lines[1:], start=2):
        if line.rstrip() == FENCE:
            head, body = "\n".join(lines[1 : at - 1]), "\n".join(lines[at:])
            if fault := front_fault(head, at - 2):
                problems.add(path, 1, fault)
                return None
            values = _parse(head, path, problems)
            return None if values is None else SourceFile(path, values, body, at + 1)
    problems.add(path, 1, f"phần khai báo đầu tệp chưa đóng. Thêm một dòng “{FENCE}” ở cuối.")
    return None


def _parse(head: str, path: str, problems: Problems) -> dict[str, Node] | None:
    try:
        builder = _Builder(head, yaml.CSafeLoader)
    except yaml.YAMLError:
        try:
            # Ten times slower, but its messages are those that _YAML_FAULTS knows.
            builder = _Builder(head, yaml.SafeLoader)
        except yaml.YAMLError as error:
            _note_yaml_fault(error, path, problems)
            return None
    for line, message in builder.faults:
        problems.add(path, line, message)
    return None if builder.faults else builder.values


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; ``key`` waits for its value."""

    value: list[Node] | dict[str, Node]
    line: int
    key: tuple[str, int] | None = None


class _Builder:
    """Makes :class:`Node` from YAML's events, without recursion; lines are those of the file."""

    def __init__(self, head: str, loader: type[yaml.SafeLoader | yaml.CSafeLoader]) -> None:
        self._lines = head.split("\n")
        self.values: dict[str, Node] = {}
        self.faults: list[tuple[int, str]] = []
        self._open: list[_Open] = []
        for event in yaml.parse(head, Loader=loader):
            line = event.start_mark.line + 2 if event.start_mark else 2
            self._read(event, line)
            if len(self._open) > DEEPEST:
                self._fault(line, "giá trị lồng nhau quá sâu. Viết gọn lại.")
                break

    def _read(self, event: yaml.Event, line: int) -> None:
        if isinstance(event, yaml.NodeEvent):
            self._check_node(event, line)
        if isinstance(event, yaml.ScalarEvent):
            if not event.style:
                self._check_comment(event, line)
            self._put(Node(str(event.value).strip(), line))
        elif isinstance(event, yaml.AliasEvent):
            self._put(Node("", line))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open.append(_Open([], line))
        elif isinstance(event, yaml.MappingStartEvent):
            self._open.append(_Open({}, line))
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            done = self._open.pop()
            self._put(Node(done.value, done.line))
        elif isinstance(event, yaml.DocumentEndEvent) and event.explicit:
            self._fault(line, "không dùng được dòng “...” trong phần khai báo. Xóa dòng này.")

    def _check_node(self, event: yaml.NodeEvent, line: int) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            self._fault(line, "không dùng được dấu & và * của YAML. Đặt giá trị trong ngoặc kép.")
        elif getattr(event, "tag", None):
            self._fault(line, "không dùng được dấu ! của YAML. Đặt giá trị trong ngoặc kép.")

    def _check_comment(self, event: yaml.ScalarEvent, line: int) -> None:
        """A value must not lose its end because YAML takes " #" for a comment."""
        end = event.end_mark
        rest = self._lines[end.line][end.column :] if end and end.line < len(self._lines) else ""
        if rest.lstrip().startswith("#"):
            words = rest.strip()[:40]
            self._fault(line, f"phần “{words}” sẽ bị bỏ mất. Đặt cả giá trị trong ngoặc kép.")

    def _put(self, node: Node) -> None:
        if not self._open:
            if isinstance(node.value, dict):
                self.values = node.value
            elif node.value:
                self._fault(2, "phần khai báo phải gồm các dòng “khóa: giá trị”.")
            return
        around = self._open[-1]
        if isinstance(around.value, list):
            around.value.append(node)
        elif around.key is None:
            around.key = (node.value if isinstance(node.value, str) else "?", node.line)
        else:
            key, line = around.key
            if key in around.value:
                first = around.value[key].line
                self._fault(
                    line, f"khóa “{quoted(key)}” viết hai lần (lần đầu ở dòng {first}). Bỏ một."
                )
            around.value[key] = Node(node.value, line)
            around.key = None

    def _fault(self, line: int, message: str) -> None:
        self.faults.append((line, message))


# What the YAML parser says → what staff are told.
_YAML_FAULTS = {
    "mapping values are not allowed": "dấu hai chấm trong giá trị làm máy hiểu sai. "
    "Đặt cả giá trị trong ngoặc kép.",
    "found character '\\t'": "có dấu Tab ở đầu dòng. Thay bằng dấu cách.",
    "unexpected end of stream": "thiếu dấu ngoặc kép đóng ở cuối giá trị.",
    "expected ',' or": "danh sách chưa đóng. Thêm dấu ] hoặc } ở cuối.",
    "cannot start any token": "giá trị bắt đầu bằng ký tự đặc biệt. Đặt giá trị trong ngoặc kép.",
    "could not find expected ':'": "thiếu dấu hai chấm sau tên khóa.",
    "expected <block end>": "dòng này thụt lề sai, hoặc còn chữ sau dấu ngoặc kép đóng.",
}


def _note_yaml_fault(error: Exception, path: str, problems: Problems) -> None:
    reason = str(getattr(error, "problem", None) or "")
    # What was opened and not closed is to be mended where it began, not where the parser gave up.
    begun = any(part in reason for part in ("end of stream", "expected ',' or", "could not find"))
    mark = getattr(error, "context_mark" if begun else "problem_mark", None)
    message = next((text for part, text in _YAML_FAULTS.items() if part in reason), None)
    problems.add(
        path,
        mark.line + 2 if mark else 2,
        message or f"phần khai báo sai cú pháp YAML ({reason}).",
    )


def unknown_keys(
    values: Mapping[str, Node], known: list[str], path: str, problems: Problems
) -> None:
    """Note every key that the schema does not know, with the nearest one it does."""
    for key, node in values.items():
        if key not in known:
            hint = advice(key, known) or closest(key, known)
            if not hint:
                hint = f" Các khóa dùng được: {', '.join(known)}."
            if node.value == "" and " " in key:
                # {object: cơ quan, đơn vị} is a key without a value to YAML.
                hint = " Nếu là phần sau dấu phẩy của một giá trị, đặt cả giá trị trong ngoặc kép."
            problems.add(path, node.line, f"không có khóa “{quoted(key)}”.{hint}")
