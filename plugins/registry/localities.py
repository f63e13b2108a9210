"""How people write the name of a unit of government: "UBND TT. Xuân Mai, huyện Chương Mỹ"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from plugins.vocabulary import fold, load

# The kinds that a people's committee governs, or did.
LOCALITIES = frozenset(
    {
        "tỉnh",
        "thành phố trực thuộc trung ương",
        "huyện",
        "quận",
        "thị xã",
        "thành phố thuộc tỉnh",
        "xã",
        "phường",
        "thị trấn",
        "đặc khu",
    }
)
_CITY = "thành phố"
# A people's committee acts for its locality, and an honour to its people is the locality's.
COMMITTEES = ("UBND", "Ủy ban nhân dân")
_PEOPLE = (
    "Nhân dân và cán bộ",
    "Cán bộ và nhân dân",
    "Cán bộ, nhân dân",
    "Nhân dân và cán bộ, công chức",
)
_BETWEEN = re.compile(r"\s*[,;()]\s*")


@dataclass(frozen=True, slots=True)
class Locality:
    """A name with the kind spelt out, folded ("thị trấn xuân mai"), and the units above it."""

    name: str
    above: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def read_locality(text: str) -> Locality:
    """Read the name of a unit of government; of any other text, the text itself, folded."""
    text = _without_prefix(" ".join(text.split()))
    parts = [part for part in _BETWEEN.split(text) if part]
    names = [name for part in parts for name in _juxtaposed().split(part) if name]
    spelt = tuple(spelt_out(name) for name in names)
    return Locality(spelt[0], spelt[1:]) if spelt else Locality("")


def level(kind: str) -> str:
    """Return the word that names of a kind begin with: cities of both kinds have the same."""
    return _CITY if kind.startswith(_CITY) else kind


def spelt_out(name: str) -> str:
    """Return a folded name with its kind in full: "TT. Xuân Mai" → "thị trấn xuân mai"."""
    match = _kind_first().match(name)
    if not match:
        return fold(name)
    return fold(f"{_kinds()[fold(match.group(1))]} {name[match.end() :]}")


def is_locality(text: str) -> bool:
    """Whether a text begins like the name of a unit of government, whichever it may be."""
    return _kind_first().match(_without_prefix(text)) is not None


def bare(name: str) -> str:
    """Return a folded name without its kind: "thành phố Hà Nội" → "hà nội"."""
    match = _kind_first().match(name)
    return fold(name[match.end() :] if match else name)


def _without_prefix(text: str) -> str:
    for prefix in (*COMMITTEES, *_PEOPLE):
        head, rest = text[: len(prefix)], text[len(prefix) :]
        if rest.startswith(" ") and fold(head) == fold(prefix):
            return rest.strip()
    return text


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    """The words that a kind goes by, folded, with the kind as names have it."""
    kinds: dict[str, str] = {}
    for kind in load().unit_kinds:
        if kind.name in LOCALITIES:
            word = level(kind.name)
            kinds |= dict.fromkeys(map(fold, (word, *kind.aliases)), word)
    return kinds


@lru_cache(maxsize=1)
def _kind_first() -> re.Pattern[str]:
    """A kind at the beginning: "xã ", "TT. ", "P.", "TP "."""
    return re.compile(rf"({_alternatives()})(?:\s+|(?<=\.)\s*)(?=\S)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _juxtaposed() -> re.Pattern[str]:
    """Where the unit above begins without a comma: "xã Đại Yên | huyện Chương Mỹ"."""
    capital = r"(?-i:[A-ZĐÀ-Ỹ])"
    return re.compile(
        rf"(?<=\w)(?:\s+thuộc)?\s+(?=(?:{_alternatives()})(?:\s+|(?<=\.)\s*){capital})",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _alternatives() -> str:
    return "|".join(map(re.escape, sorted(_kinds(), key=len, reverse=True)))
