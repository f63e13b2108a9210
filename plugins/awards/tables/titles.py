"""Awards that a cell names; under the header "Giải" it leaves out the noun."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from plugins.awards.issuers import issuer_at
from plugins.awards.mentions import Mention, mentions
from plugins.awards.sentences import whole
from plugins.awards.text import Block
from plugins.awards.tokens import tokenize
from plugins.vocabulary import fold

Cell = tuple[int, int]

_LONGEST = 14
# No cell names more awards.
_MOST = 16
_RANKS = re.compile(r"(?:đồng )?(?:đặc biệt|nhất|nhì|ba|tư|khuyến khích|kk)(?: toàn đoàn)?", re.I)
_BRACKETS = re.compile(r"\([^()]*\)?|[“”\"«»*_]")
_YEARS = re.compile(r"(\d{2})\s*(?:năm(?: tuổi đảng)?)?", re.I)
# What under "Giải" says that there was none.
_NONE = frozenset(
    {"giải", "không", "không đạt", "không có", "đạt", "tham gia", "chưa đạt", "không giải"}
)


@dataclass(frozen=True, slots=True)
class Prizes:
    """The noun that heads the column ("giải"), and the award told before."""

    noun: str
    heading: Mention | None


def awards_in(plain: str, row: Block, cell: Cell, prizes: Prizes) -> list[Mention] | None:
    """The awards that a cell names; [] where it says there is none, None where unclear."""
    text = " ".join(_BRACKETS.sub(" ", plain[cell[0] : cell[1]]).split()).strip(" .,;:-–")
    told = [m for m in _mentions(plain[cell[0] : cell[1]]) if not m.generic]
    if told:
        return told
    if not any(char.isalnum() for char in text) or fold(text) in _NONE:
        return []
    heading = prizes.heading
    read = _of_heading(text, prizes) or _prize(text, prizes.noun)
    if read:
        return read
    if heading and heading.title.family != "contest" and "giải" not in prizes.noun:
        return [heading]  # "Hoàn thành xuất sắc nhiệm vụ" says why, the heading what
    return None


def _of_heading(text: str, prizes: Prizes) -> list[Mention]:
    """Read "hạng Ba" under a heading that names the order, "30 năm" under one of party badges."""
    heading = prizes.heading
    if heading and heading.title.ranks and "giải" not in f"{prizes.noun} {heading.rank}":
        rank = re.sub(r"(?i)^hạng\s+", "", text)
        read = _mentions(f"{heading.title.name} hạng {rank}")
        if read and read[0].rank:
            return read
    badge = (heading is not None and heading.title.slug == "huy-hieu-dang") or any(
        noun in prizes.noun for noun in ("huy hiệu", "tuổi đảng")
    )
    match = _YEARS.fullmatch(text) if badge else None
    return _mentions(f"Huy hiệu {match[1]} năm tuổi Đảng") if match else []


def _prize(text: str, noun: str) -> list[Mention]:
    """Read "Nhất", "KK", "A", "Giọng hát hay nhất" under a header that speaks of prizes."""
    named = "giải" in noun.split()
    if not named and not _RANKS.fullmatch(text):
        return []
    bare = re.sub(r"(?i)^giải\s+", "", text)
    if found := _mentions(f"giải {bare}"):
        return found
    if not named or not bare[0].isalpha() or len(bare.split()) > _LONGEST:
        return []
    (contest,) = _mentions("giải Nhất")[:1]
    return [replace(contest, rank=f"giải {bare}")]


def issuer_in(plain: str, row: Block, cell: Cell, mention: Mention) -> str | None:
    """Who confers an award, where the cell says it: "Bằng khen của Bộ Nội vụ"."""
    sentence = whole(plain, row, *cell)
    if sentence is None:
        return None
    for found in mentions(sentence.tokens):
        after = found.last
        same = (found.title, found.rank) == (mention.title, mention.rank)
        if same and after < len(sentence.tokens) and sentence.tokens[after].fold == "của":
            return issuer_at(sentence, after + 1)[0]
    return None


def _mentions(text: str) -> list[Mention]:
    found: dict[tuple[str, str | None], Mention] = {}
    for mention in mentions(tokenize(text, 0, len(text))):
        found.setdefault((mention.title.slug + mention.title.name, mention.rank), mention)
    return list(found.values())[:_MOST]
