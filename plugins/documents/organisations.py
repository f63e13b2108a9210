"""How far the name of an office reaches in running text: "UBND huyện Thanh Oai | đã ban hành"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from plugins.vocabulary import Phrases, fold, load


class Piece(Protocol):
    """What a word must offer to be read here."""

    @property
    def text(self) -> str:
        """The words as they stand."""

    @property
    def kind(self) -> str:
        """Word, number or mark."""

    @property
    def fold(self) -> str:
        """The form that compares spellings."""

    @property
    def start(self) -> int:
        """Where it begins in the text."""

    @property
    def end(self) -> int:
        """Where it ends in the text."""


# The longest name, in words.
LONGEST = 24
# What may stand inside the name of an office, in any case of letters.
_INSIDE = frozenset({"unit", "field", "office", "position", "issuer", "place"})
# Roles of what never goes on a name that is written in small letters.
_ENDING = frozenset(
    {
        "give", "receive", "passive", "to", "belong", "lead-in", "reason", "nested", "planned",
        "proposed", "background", "presenter", "number", "determiner", "recital", "aim",
    }
)  # fmt: skip
# Other words with which a sentence goes on after the name of an office.
_ENDING_WORDS = """
    và với cùng về là thì mà nên cũng còn vừa mới sẽ đang rất lại đều chính nói trên này đó ấy kia
    họp phát tổ công ký quyết thống triển yêu chủ giao phê chỉ hướng thông khẳng nhấn biểu tuyên
    khen vinh dự đến gửi phối làm hỗ kêu vận ban ra vào lên xuống từ như hay hoặc ngày sáng chiều
    tối
"""
# A name goes on over so many small words at most: "Trung tâm Quản | lý bến xe".
_SMALL = 3
# Letters that a dot follows inside a name ("TX. Bình Tân", "V.N"), and what begins a new sentence.
_SHORT = frozenset({"tp", "tx", "tt", "ub", "hđ"})
_STARTERS = frozenset(
    ["ông", "bà", "anh", "chị", "đồng", "các", "theo", "tại", "trong", "ngày", "đây", "năm", "đợt"]
)
# "Công đoàn ngành Y tế", "Bệnh viện Đa khoa khu vực Long Sơn".
_LINKS = frozenset({"ngành", "vực", "cấp"})
# "Quân khu 7", "Cụm thi đua số 3", "Trung đoàn 893".
_NUMBERED = frozenset(
    ["số", "khu", "đoàn", "đội", "cụm", "khối", "phòng", "vùng", "vực", "quận", "phường", "cục"]
)


# The councils are offices, though the work that they are named after is no award.
_COUNCILS = tuple(
    f"hội đồng {work}"
    for work in (
        "thi đua - khen thưởng", "thi đua khen thưởng", "thi đua, khen thưởng",
        "thi đua và khen thưởng", "TĐKT", "khen thưởng",
    )
)  # fmt: skip


@lru_cache(maxsize=1)
def _parts() -> Phrases[str]:
    # "shadow" is among them so that "ban" in "ban hành" is taken for no board.
    cues = [cue for cue in load().cues if cue.role in _INSIDE or cue.role == "shadow"]
    rows = [(word, cue.role) for cue in cues for word in cue.words]
    return Phrases([*rows, *((name, "unit") for name in _COUNCILS)])


@lru_cache(maxsize=1)
def _enders() -> frozenset[str]:
    cues = [cue for cue in load().cues if cue.role in _ENDING]
    return frozenset(_ENDING_WORDS.split()) | {
        fold(word).split()[0] for cue in cues for word in cue.words
    }


def organisation(words: Sequence[Piece], at: int, limit: int = LONGEST) -> int:
    """Return the index after the office (or office-holder) whose name starts at ``at``.

    Returns ``at`` itself where none starts there. Capitalised words and the words that names of
    offices are made of belong to the name; the first other word ends it.
    """
    stop = min(len(words), at + limit)
    folds = [word.fold for word in words[at:stop]]
    place, bare = at, False
    while place < stop:
        length, roles = _parts().longest(folds, place - at)
        if length and not _INSIDE.intersection(roles):
            break
        if _organises(words, place, stop):
            break
        if length and (place > at or _starts_name(words[place], roles)):
            place, bare = place + length, False
        elif place > at and _is_capital(words[place]):
            place, bare = place + 1, True
        elif place > at and (after := _onward(words, place, stop, bare=bare)) > place:
            place, bare = after, False
        else:
            break
    return place


def _starts_name(word: Piece, roles: Sequence[str]) -> bool:
    return word.text[0].isupper() and any(role in roles for role in ("unit", "position", "issuer"))


def _is_capital(word: Piece) -> bool:
    return word.kind == "word" and word.text[0].isupper()


def _organises(words: Sequence[Piece], place: int, stop: int) -> bool:
    """Whether "tổ chức" (organises) begins here, and not "tổ" (group)."""
    return words[place].text == "tổ" and place + 1 < stop and words[place + 1].text == "chức"


def _onward(words: Sequence[Piece], place: int, stop: int, *, bare: bool) -> int:
    """Where a name goes on that a dot, a number or small letters seem to end; else ``place``."""
    word, before = words[place], words[place - 1]
    if word.text == "." and word.start == before.end:
        short = before.fold in _SHORT or (len(before.text) == 1 and before.text.isupper())
        after = words[place + 1] if place + 1 < stop else None
        goes_on = short and after is not None and _is_capital(after)
        return place + 1 if goes_on and after and after.fold not in _STARTERS else place
    if word.fold in _LINKS:
        return place + 1 if place + 1 < stop and _is_capital(words[place + 1]) else place
    if word.kind == "number":
        return place + 1 if before.fold in _NUMBERED else place
    return _small(words, place, stop) if bare else place


def _small(words: Sequence[Piece], place: int, stop: int) -> int:
    """The place after the small words that go on a name ("Hội Nghề | cá"); else ``place``.

    Only a capitalised word that no phrase of the vocabulary explains is the first half of a word.
    """
    at = place
    while at < stop and words[at].kind == "word" and not _is_capital(words[at]):
        if words[at].fold in _enders():
            break
        at += 1
        if at - place > _SMALL:
            return place
    return at
