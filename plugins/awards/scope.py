"""Where each telling of an award stands: its clause, its sentence, its paragraph, what leads to it.

What a clause does not say of an award (the decision, who confers, whether it is given) holds over
from what stands before it; here is said how far.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from plugins.awards.drafts import Draft
from plugins.awards.mentions import Mention, mentions
from plugins.awards.passages import Passages
from plugins.awards.sentences import Sentence
from plugins.awards.text import Block, Text
from plugins.awards.tokens import Token, tokenize

# A block without an end mark and no longer than this is a heading, a label or a line of a list.
_SHORT = 160
# How many characters of a block say how it begins.
_HEAD = 80
# "(Kèm theo Quyết định số …)": it begins with one set of letters, to which the engine skips.
_ANNEX = re.compile(r"[kK](?i:(?<=\bk)èm\s+(?:theo\s+)?(?:quyết định|qđ)\s+số\b)")
_BRACKET = re.compile(r"\s*\(\s*theo\s+(?:quyết định|qđ)\s+số\b", re.IGNORECASE)
# What tells more of an item before it: "Thành tích: …".
_DETAIL = re.compile(
    r"\s*(?:tóm\s+tắt\s+)?(?:thành\s+tích|lý\s+do|địa\s+chỉ|chức\s+vụ|đơn\s+vị|nơi\s+công\s+tác)"
    r"(?:\s+[^\W\d]+){0,4}\s*:",
    re.IGNORECASE,
)
_LEADS = re.compile(r"(?::|\b(?:như sau|sau đây|dưới đây|cụ thể|gồm có|gồm))\Z", re.IGNORECASE)
_LEAD = 12  # more letters than the longest of these has
_DECISION = re.compile(r"\b(?:quyết định|lệnh số)\b", re.IGNORECASE)
_AWARD_WORDS = frozenset({"giải", "danh", "hình", "huy", "cờ", "bằng", "giấy", "huân", "kỷ"})


@dataclass(slots=True)
class Telling:
    """A draft with the sentence that tells it, the mention in it, and the number of its block."""

    draft: Draft
    sentence: Sentence
    mention: Mention | None
    block: int
    cuts: Sequence[int] = ()

    @property
    def at(self) -> int:
        """Where the award is named, in the plain text."""
        if self.mention is None:
            return self.sentence.start
        return self.sentence.tokens[self.mention.first].start

    @property
    def first(self) -> int:
        """The token with which the mention begins."""
        return self.mention.first if self.mention else 0

    def clause(self) -> tuple[int, int]:
        """The tokens of the part between semicolons that names the award."""
        index = bisect_right(self.cuts, self.first)
        start = self.cuts[index - 1] + 1 if index else 0
        return start, self.cuts[index] if index < len(self.cuts) else len(self.sentence.tokens)


@dataclass(slots=True)
class Outline:
    """The blocks of a text, and for each the block that introduces it (-1: none)."""

    passages: Passages
    intro: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    @property
    def text(self) -> Text:
        """The text itself."""
        return self.passages.text

    def block_at(self, place: int) -> int:
        """The number of the block that holds a place of the text."""
        return max(0, bisect_right(self.starts, place) - 1)

    def words(self, number: int) -> str:
        """The text of a block."""
        block = self.text.blocks[number]
        return self.text.plain[block.start : block.end]


def parts(token: Token) -> bool:
    """Whether a token is a semicolon that parts clauses."""
    return token.text == ";" and not (token.brackets or token.quotes)


def outline(passages: Passages) -> Outline:
    """Find what introduces what in a text."""
    text = passages.text
    found = Outline(passages, starts=[block.start for block in text.blocks])
    current = -1
    for number, block in enumerate(text.blocks):
        words = found.words(number)
        if current >= 0 and not goes_on(text, block, text.blocks[current]):
            current = -1
        found.intro.append(current)
        annexed = _ANNEX.search(words) or _BRACKET.match(words)
        if annexed or (_leads(words) and not _is_label(text, block)):
            current = number
    return found


def _leads(words: str) -> bool:
    """Whether a block ends by leading to what comes after it: "…, cụ thể:", "gồm có."."""
    last = words.rstrip().removesuffix(".").rstrip()
    return _LEADS.search(last[-_LEAD:]) is not None


def goes_on(text: Text, block: Block, intro: Block) -> bool:
    """Whether a list that ``intro`` introduces still goes on in ``block``."""
    if block.kind == "noise":
        return True
    if intro.mark and same_series(intro.mark, block.mark):
        return False
    if block.kind in ("item", "row") or _DETAIL.match(text.plain, block.start, block.end):
        return True
    words = text.plain[block.start : block.end].rstrip()
    short = len(words) <= _SHORT and not words.endswith((".", "!", "?", "…"))
    return short or _begins_with_award(text, block)


def same_series(one: str, other: str) -> bool:
    """Whether two list marks count the same series: "1." and "2.", "I." and "II."."""
    return bool(one and other) and _series(one) == _series(other)


def _series(mark: str) -> str:
    head = mark.rstrip(".)/")
    if head.isdecimal():
        return "number" + mark[-1]
    if head and set(head) <= set("IVX"):
        return "roman"
    return "letter" if head.isalpha() else mark


def _begins_with_award(text: Text, block: Block) -> bool:
    """Whether a block begins by naming an award or with the bare verb that gives one."""
    tokens = tokenize(text.plain, block.start, min(block.end, block.start + _HEAD))
    return bool(tokens) and (
        tokens[0].title is not None or tokens[0].has("give") or tokens[0].fold in _AWARD_WORDS
    )


def _is_label(text: Text, block: Block) -> bool:
    """Whether a block that leads to a list is only a label in one: "Giấy khen:", "Tập thể:"."""
    tokens = tokenize(text.plain, block.start, block.end)
    if _begins_with_award(text, block):
        return True
    verbs = any(token.has("give", "receive", "presenter", "proposed") for token in tokens)
    return not verbs and _DECISION.search(text.plain, block.start, block.end) is None


def locate(lines: Outline, drafts: Sequence[Draft]) -> list[Telling]:
    """Say of each draft where it is told; drafts of one sentence take its mentions in order."""
    found: list[Telling] = []
    for (start, end), group in groupby(
        drafts, key=lambda draft: (draft.evidence[0].start, draft.evidence[0].end)
    ):
        number = lines.block_at(start)
        sentence = _sentence(lines, number, start, end)
        if sentence is None:
            continue
        cuts = [n for n, token in enumerate(sentence.tokens) if parts(token)]
        named: dict[tuple[str, str | None], deque[Mention]] = {}
        for mention in mentions(sentence.tokens):
            named.setdefault((mention.title.slug, mention.rank), deque()).append(mention)
        for draft in group:
            waiting = named.get((draft.title.slug, draft.rank))
            at = None if not waiting else waiting.popleft() if len(waiting) > 1 else waiting[0]
            found.append(Telling(draft, sentence, at, number, cuts))
    return found


def _sentence(lines: Outline, number: int, start: int, end: int) -> Sentence | None:
    """The sentence between two places; one that is joined of several, or a row, is cut anew."""
    plain, block = lines.text.plain, lines.text.blocks[number]
    if block.kind != "row" and (sentence := lines.passages.sentence(number, start, end)):
        return sentence
    tokens = tokenize(plain, start, end)
    return Sentence(plain, block, tokens) if tokens else None


def sentences_of(lines: Outline, number: int) -> Iterator[Sentence]:
    """The sentences of a block."""
    yield from lines.passages.sentences(number)
