"""What the columns of a table hold, by the words of its header row, or by what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from plugins.awards.mentions import Mention, mentions
from plugins.awards.text import Block
from plugins.awards.tokens import tokenize
from plugins.vocabulary import Cue, Phrases, fold, load, words

# Beside the units commended stand no other columns than these; beside persons never those.
_BESIDE = (
    "ghi chú", "thành tích", "tóm tắt", "lý do", "nội dung", "mức", "tiền", "số tiền", "trị giá",
)  # fmt: skip
_STAFF = ("điện thoại", "email", "số báo danh")
# Headers that the names below leave out: "Tân Lập" under "Xã".
_TYPES = frozenset(
    [
        "xã", "phường", "thị trấn", "huyện", "thôn", "bản", "buôn", "ấp", "xóm", "lớp", "khu phố",
        "tổ dân phố", "chi bộ", "chi đoàn", "chi hội", "khoa", "phòng", "sở",
    ]
)  # fmt: skip
# No header of a column has more words.
_LONGEST = 14
_FEWEST = 2
# More awards head no columns of one table.
MOST_AWARDS = 16
_PERSONS = frozenset({"name", "author"})
_OPEN, _CLOSED = "([", ")]"


@dataclass(slots=True)
class Columns:
    """The place of each meaning in a row; the recipients stand under "name".

    ``kind`` says who they are: "person", "unit" or "any"; ``author`` whether they wrote a work.
    ``noun`` is the header of the titles, folded ("giải"); ``labels`` the header of each place.
    ``type`` is the type that a header gives to the units under it ("Xã"); ``unknown`` counts the
    headers of no known meaning. ``awards`` has the awards that head columns of their own.
    """

    places: dict[str, int] = field(default_factory=dict)
    kind: str = "any"
    author: bool = False
    noun: str = ""
    labels: dict[int, str] = field(default_factory=dict)
    awards: dict[int, Mention] = field(default_factory=dict)
    type: str = ""
    unknown: int = 0

    @property
    def doubtful(self) -> bool:
        """Whether the table may be about something else than the award told before it.

        "STT | Đơn vị | Số hồ sơ | Tỷ lệ" lists all units, and a list with telephones is of staff.
        """
        if self.awards or "title" in self.places:
            return False
        labels = [fold(label) for label in self.labels.values()]
        if self.kind != "unit":
            return self.unknown > 1 or any(word in text for text in labels for word in _STAFF)
        named = {self.places.get(key) for key in ("name", "number", "unit", "place-of-work")}
        others = [fold(label) for place, label in self.labels.items() if place not in named]
        return self.unknown > 0 or not all(text.startswith(_BESIDE) for text in others)


def read_header(plain: str, row: Block) -> Columns | None:
    """The columns that a header row sets out; None if the row is none."""
    columns, known, filled = Columns(), 0, 0
    for place, (start, end) in enumerate(row.cells):
        text = " ".join(plain[start:end].split())
        if not text:
            continue
        filled += 1
        read = parts_of(text)
        if read is None:
            award = one_award(text) if len(columns.awards) < MOST_AWARDS else None
            if award is not None:
                columns.awards[place] = award
            continue
        said = meaning_of(read)
        known += said is not None
        if said is not None:
            columns.labels[place] = text
        if said is not None and said not in columns.places:
            columns.places[said] = place
            describe(columns, said, read)
    known += len(columns.awards)
    columns.unknown = filled - known
    if known < _FEWEST or 2 * known < filled:
        return None
    promote(columns)
    return columns


def describe(columns: Columns, meaning: str, parts: list[tuple[str, str]]) -> None:
    """Note who is named in the column, and what kind of title another gives."""
    if meaning == "name":
        columns.author = any(value == "author" for _, value in parts)
        mixed = any(value in ("collective", "unit") for _, value in parts)
        columns.kind = (
            "person" if _PERSONS.intersection(v for _, v in parts) and not mixed else "any"
        )
    elif meaning == "title":
        columns.noun = " ".join(word for word, value in parts if value == "title")


def promote(columns: Columns) -> None:
    """With no column of names, that of collectives or of units holds the recipients.

    But where there are offices, there are persons, and the unit is only where they work.
    """
    places = columns.places
    for meaning in ("collective", "unit") if "position" not in places else ("collective",):
        if "name" not in places and meaning in places:
            places["name"] = places.pop(meaning)
            columns.kind = "unit"
            label = columns.labels[places["name"]]
            columns.type = label if fold(label) in _TYPES else ""
    name = fold(columns.labels.get(places.get("name", -1), ""))
    if "name" in places and "collective" in places and "cá nhân" not in name:
        # "Họ và tên | Đội": where the person belongs; but "Tập thể | Cá nhân" are both commended.
        places.setdefault("unit", places.pop("collective"))


def one_award(text: str) -> Mention | None:
    """The award that heads a column of its own: "Giấy khen", with an x for who gets it."""
    found = mentions(tokenize(text, 0, len(text))) if len(text.split()) <= _LONGEST else []
    return found[0] if len(found) == 1 else None


def parts_of(text: str) -> list[tuple[str, str]] | None:
    """The phrases of a header with their values; None if it has any other word."""
    folds, depth = [], 0
    for word in words(text, 0, 200):
        depth += word.text in _OPEN
        if word.kind == "word" and not depth:
            folds.append(word.fold)
        elif word.text in "," and not depth:
            folds.append(",")
        depth -= word.text in _CLOSED and depth > 0
    if not folds or len(folds) > _LONGEST:
        return None
    parts, place = [], 0
    while place < len(folds):
        length, rows = _phrases().longest(folds, place)
        if not length and folds[place] != ",":
            return None
        if length:
            parts.append((" ".join(folds[place : place + length]), rows[0].value))
        place += max(1, length)
    return parts


def meaning_of(parts: Sequence[tuple[str, str]]) -> str | None:
    """What a header of these phrases means as a whole."""
    values = [value for _, value in parts if value != "filler"]
    said = set(values)
    for strong in ("other", "amount", "work"):
        if strong in said and (strong != "work" or values[0] not in _PERSONS):
            return strong
    if not values:
        # "Khen thưởng", "Đạt": the short way to head the titles.
        return "title" if any(word.startswith("khen") for word, _ in parts) else None
    if values[0] == "title":
        return "title"
    if said & _PERSONS:
        return "name"
    if "position" in said:
        return "place-of-work" if said & {"unit", "collective"} else "position"
    if "collective" in said or ("unit" in said and said & {"label", "title"}):
        return "collective"
    for meaning in ("title", "unit", "note", "number"):
        if meaning in said:
            return meaning
    return "name"


@lru_cache(maxsize=1)
def _phrases() -> Phrases[Cue]:
    rows = [cue for cue in load().cues if cue.role == "column"]
    return Phrases((word, cue) for cue in rows for word in cue.words)
