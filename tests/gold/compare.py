"""When does an award that was read equal the one that a careful reader wrote down?

Spelling never decides (case, Unicode form, tone placement, quotation marks, dashes); a parenthesis
after a name, "UBND" or "đội thi" before it and the parent after it may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from plugins.vocabulary import fold

Record = Mapping[str, Any]

_DASHES = re.compile(r"\s*[-–—−]\s*")
_QUOTES = re.compile(r"[“”\"'‘’«»]")
_PARENTHESIS = re.compile(r"\s*\([^()]*\)\s*$")
_THOUSANDS = re.compile(r"^(\d{1,3})\.(\d{3})(?=\D|$)")
_LONG = (("ủy ban nhân dân", "ubnd"), ("hội đồng nhân dân", "hđnd"))
_RANKS = {"1": "nhất", "2": "nhì", "3": "ba", "4": "tư"}
_RANK_NOUNS = re.compile(r"^(?:giải thưởng|giải|hạng|phần thi)\s+")
_CONTEST = "giải thưởng"
_RANKING = "xếp hạng"
_WRAPPERS = ("ubnd ", "đội thi ", "đội tuyển ", "tập thể ")
_ANY_ORGANISER = "ban tổ chức"


@lru_cache(maxsize=65536)
def plain(words: str | None) -> str:
    """The form under which words are compared."""
    text = _QUOTES.sub("", fold(words or ""))
    for long, short in _LONG:
        text = text.replace(long, short)
    return _DASHES.sub(" - ", text).strip(" .,;:")


def kind_of(award: Record) -> tuple[str, str]:
    """Title and rank: which award this is."""
    rank = _RANK_NOUNS.sub("", plain(award.get("rank"))).removesuffix(" toàn đoàn")
    return plain(award["title"]), _RANKS.get(rank, rank)


def counts(award: Record) -> bool:
    """Whether an award is given; rankings are no awards."""
    given = (award.get("status") or "conferred") == "conferred"
    return given and plain(award["title"]) != _RANKING


def names_of(recipient: Record) -> frozenset[str]:
    """The spellings under which a recipient may be found."""
    full = plain(recipient["name"])
    found = {full, plain(_PARENTHESIS.sub("", recipient["name"]))}
    for wrapper in _WRAPPERS:
        found |= {name.removeprefix(wrapper) for name in found}
    if recipient.get("unit") and recipient["kind"] == "collective":
        found.add(f"{full}, {plain(recipient['unit'])}")
    return frozenset(found)


def people(awards: Sequence[Record], *, by_award: bool) -> list[tuple[tuple[str, ...], Record]]:
    """The distinct recipients of a text, each under what must agree beside the name."""
    seen: dict[tuple[Any, ...], tuple[tuple[str, ...], Record]] = {}
    for award in awards:
        for recipient in award.get("recipients") or []:
            if recipient["name"].startswith("("):
                continue  # told by the office alone
            agreed = (recipient["kind"], *(kind_of(award) if by_award else ()))
            seen.setdefault((plain(recipient["name"]), agreed), (agreed, recipient))
    return list(seen.values())


def same_counts(gold: Record, read: Record | None) -> bool:
    """Whether all counts told were read; a count of one may be left out.

    What a contest counts are its prizes: the kind does not matter.
    """
    want = {key: n for key, n in (gold.get("declared") or {}).items() if n is not None}
    got = {key: n for key, n in ((read or {}).get("declared") or {}).items() if n is not None}
    if plain(gold["title"]) == _CONTEST:
        return sorted(want.values()) == sorted(got.values()) or set(want.values()) == {1}
    return all(got.get(key) == n or (n == 1 and key not in got) for key, n in want.items())


def same_issuer(gold: Record, read: Record | None) -> bool:
    """Whether the authority is the same, or told more briefly."""
    want, got = plain(gold["issuer"]), plain((read or {}).get("issuer"))
    return bool(got) and (want in got or got in want)


def asks_for_issuer(gold: Record) -> bool:
    """Whether the text names an authority; a bare "Ban Tổ chức" may be left out."""
    return bool(gold.get("issuer")) and plain(gold["issuer"]) != _ANY_ORGANISER


def same_number(gold: Record, read: Record | None) -> bool:
    """Whether the decision is the same."""
    return _number((read or {}).get("decision_number")) == _number(gold["decision_number"])


def _number(words: str | None) -> str:
    return _THOUSANDS.sub(r"\1\2", re.sub(r"\s+", "", words or "").upper())
