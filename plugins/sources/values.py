"""The types of a single value in the front matter: each reads a node and says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from plugins.sources.dates import EARLIEST, parse_moment
from plugins.sources.frontmatter import Node
from plugins.sources.problems import Problems, closest, quoted
from plugins.sources.reserved import reserved
from plugins.vocabulary import fold

SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?")
_URL = re.compile(r"https?://[^\s\"'<>]+")


@dataclass(frozen=True, slots=True)
class Ref:
    """Another record as the author named it, to be resolved when all files are read."""

    text: str
    line: int


@dataclass(slots=True)
class Place:
    """Where a value stands, for messages: file, key, and the list that messages go to."""

    path: str
    key: str
    problems: Problems

    def wrong(self, node: Node, message: str) -> None:
        """Note that the value of this key is wrong."""
        self.problems.add(self.path, node.line, f"“{self.key}”: {message}")

    def inside(self, key: str) -> Place:
        """Return the place of a key within this one's value."""
        return Place(self.path, f"{self.key}.{key}", self.problems)


class FieldType(Protocol):
    """Reads one node into a typed value."""

    def read(self, node: Node, place: Place) -> Any:
        """Return the value, or note what is wrong and return ``None``."""

    def describe(self) -> str:
        """Say in Vietnamese what may stand here, for the reference table."""


def _scalar(node: Node, place: Place) -> str | None:
    if not isinstance(node.value, str):
        place.wrong(node, "phải là một giá trị, không phải danh sách.")
        return None
    if not node.value:
        place.wrong(node, "để trống. Điền giá trị hoặc bỏ hẳn dòng này.")
        return None
    return node.value


@dataclass(frozen=True, slots=True)
class Text:
    """Text of ``shortest`` to ``longest`` characters, on one line."""

    longest: int = 300
    shortest: int = 1

    def read(self, node: Node, place: Place) -> str | None:
        """Return the text with single spaces."""
        text = _scalar(node, place)
        if text is None:
            return None
        text = " ".join(text.split())
        if not self.shortest <= len(text) <= self.longest:
            place.wrong(
                node, f"dài {len(text)} ký tự; cần từ {self.shortest} đến {self.longest} ký tự."
            )
            return None
        return text

    def describe(self) -> str:
        """Say what may stand here."""
        return f"chữ, {self.shortest}–{self.longest} ký tự"


@dataclass(frozen=True, slots=True)
class Slug:
    """An address part or permanent id: ``[a-z0-9-]``, at most 80 characters."""

    def read(self, node: Node, place: Place) -> str | None:
        """Return the slug."""
        text = _scalar(node, place)
        if text is not None and not SLUG.fullmatch(text):
            place.wrong(
                node,
                f"“{quoted(text)}” không dùng được. "
                "Chỉ gồm a–z, 0–9 và dấu gạch nối, tối đa 80 ký tự.",
            )
            return None
        if text is not None and (fault := reserved(text)):
            place.wrong(node, fault)
            return None
        return text

    def describe(self) -> str:
        """Say what may stand here."""
        return "a–z, 0–9 và dấu gạch nối, tối đa 80 ký tự"


@dataclass(frozen=True, slots=True)
class Url:
    """A web address with http or https."""

    def read(self, node: Node, place: Place) -> str | None:
        """Return the address."""
        text = _scalar(node, place)
        if text is not None and not _URL.fullmatch(text):
            place.wrong(
                node, f"“{quoted(text)}” không phải địa chỉ web. Viết như https://chuongmy.gov.vn/."
            )
            return None
        return text

    def describe(self) -> str:
        """Say what may stand here."""
        return "địa chỉ web (https://…)"


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number from 1; a thousands dot is read as such."""

    def read(self, node: Node, place: Place) -> int | None:
        """Return the number."""
        text = _scalar(node, place)
        if text is None:
            return None
        if (
            not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,9}", text)
            or int(text.replace(".", "")) < 1
        ):
            place.wrong(node, f"“{quoted(text)}” không phải số nguyên dương.")
            return None
        return int(text.replace(".", ""))

    def describe(self) -> str:
        """Say what may stand here."""
        return "số nguyên dương"


@dataclass(frozen=True, slots=True)
class Moment:
    """A date with an optional time of day, in Vietnam's time zone."""

    def read(self, node: Node, place: Place) -> datetime | None:
        """Return the moment; midnight where no time is given."""
        text = _scalar(node, place)
        if text is None:
            return None
        parsed = parse_moment(text)
        if parsed is None:
            place.wrong(
                node,
                f"“{quoted(text)}” không phải ngày hợp lệ. "
                "Viết ngày trước, tháng sau như 7/3/2020, hoặc 2020-03-07; "
                "có thể thêm giờ như 2020-03-07 08:30.",
            )
            return None
        if parsed[0].date() < EARLIEST:
            place.wrong(node, f"“{quoted(text)}” sớm hơn {EARLIEST:%d/%m/%Y}. Kiểm tra lại năm.")
            return None
        return parsed[0]

    def describe(self) -> str:
        """Say what may stand here."""
        return "ngày 2020-03-07 hoặc 7/3/2020, có thể thêm giờ 08:30"


@dataclass(frozen=True, slots=True)
class Day:
    """A date without a time of day."""

    def read(self, node: Node, place: Place) -> date | None:
        """Return the day."""
        moment = Moment().read(node, place)
        return moment.date() if moment else None

    def describe(self) -> str:
        """Say what may stand here."""
        return "ngày 2020-03-07 hoặc 7/3/2020"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list: ``spellings`` maps each accepted spelling to the value it means."""

    spellings: Mapping[str, str] = field(hash=False)
    _folded: Mapping[str, str] = field(init=False, repr=False, hash=False, compare=False)

    def __post_init__(self) -> None:
        folded = {fold(key): value for key, value in self.spellings.items()}
        object.__setattr__(self, "_folded", folded)

    def read(self, node: Node, place: Place) -> str | None:
        """Return the value that the spelling means."""
        text = _scalar(node, place)
        if text is None:
            return None
        found = self._folded.get(fold(text))
        if found is None:
            allowed = ", ".join(dict.fromkeys(self.spellings.values()))
            place.wrong(
                node,
                f"không có “{quoted(text)}”.{closest(text, self.spellings)} "
                f"Dùng một trong: {allowed}.",
            )
        return found

    def describe(self) -> str:
        """Say what may stand here."""
        return "một trong: " + ", ".join(dict.fromkeys(self.spellings.values()))


@dataclass(frozen=True, slots=True)
class Reference:
    """The name, alias or slug of another record; resolved later. ``among`` is where from."""

    target: str
    among: str = "đã khai báo"

    def read(self, node: Node, place: Place) -> Ref | None:
        """Return the name as written, with its line."""
        text = _scalar(node, place)
        return Ref(" ".join(text.split()), node.line) if text is not None else None

    def describe(self) -> str:
        """Say what may stand here."""
        return f"{self.target} {self.among}: ghi tên, tên khác hoặc địa chỉ"
