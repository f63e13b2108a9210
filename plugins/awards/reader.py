"""Walk through the blocks of a text: sentences, lists below a heading, tables.

What a heading or a sentence that ends in ":" says of an award holds for the items after it, until
the next heading, or until the text goes on in another vein.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from plugins.awards.drafts import Draft
from plugins.awards.frames import read_sentence
from plugins.awards.groups import Group, count_at, read_group
from plugins.awards.mentions import Mention, mentions
from plugins.awards.sentences import Sentence, sentences, whole
from plugins.awards.status import speaks_of
from plugins.awards.tables import Heading, read_table
from plugins.awards.text import Block, Text
from plugins.awards.tokens import Token
from plugins.model import Evidence

# A block this short may be a heading or a caption, in words.
_SHORT = 30


@dataclass(slots=True)
class Story:
    """All that a text tells, block by block, not yet put together."""

    drafts: list[Draft] = field(default_factory=list)
    unread: list[Evidence] = field(default_factory=list)
    proposing: list[int] = field(default_factory=list)


def read_blocks(text: Text) -> Story:
    """Read every block in order."""
    reader = _Reader(text)
    blocks = [block for block in text.blocks if block.kind != "noise"]
    for table, run in groupby(enumerate(blocks), key=lambda pair: pair[1].table):
        numbered = list(run)
        if table:
            reader.table([block for _, block in numbered], numbered[0][0])
            continue
        for number, block in numbered:
            reader.block(block, number)
    return reader.story


class _Reader:
    def __init__(self, text: Text) -> None:
        self.story = Story()
        self._plain = text.plain
        self._open: Draft | None = None  # takes the items that follow
        self._last: Draft | None = None  # takes "09 xã gồm: …" in the next sentences
        self._since = 0

    def table(self, rows: Sequence[Block], number: int) -> None:
        """Read a table under the award that was spoken of last."""
        heading, last = Heading(), self._open or self._last
        if last is not None:
            heading = Heading(Mention(last.title, last.rank, 0, 0), last.status)
        drafts, unread = read_table(self._plain, rows, heading)
        for draft in drafts:
            draft.block = number
            if last is not None and (draft.title, draft.rank) == (last.title, last.rank):
                last.recipients += draft.recipients
                last.evidence += draft.evidence
            else:
                self.story.drafts.append(draft)
        self.story.unread += unread

    def block(self, block: Block, number: int) -> None:
        """Read a paragraph, a heading or an item."""
        found = sentences(self._plain, block)
        if any(speaks_of(sentence, "proposed") for sentence in found):
            self.story.proposing.append(number)
        if block.kind == "item" and self._item(block, found, number):
            return
        if self._open is not None and not self._carries_on(block, found):
            self._open = None
        for sentence in found:
            self._sentence(sentence, number)

    def _sentence(self, sentence: Sentence, number: int) -> None:
        reading = read_sentence(sentence)
        for draft in reading.drafts:
            draft.block = number
            self.story.drafts.append(draft)
        if reading.drafts:
            self._last = reading.drafts[-1]
            self._since = 0
            if reading.open or _is_heading(sentence):
                self._open = self._last
        elif not self._continue(sentence):
            self._since += 1

    def _continue(self, sentence: Sentence) -> bool:
        """Read "09 xã gồm: …", "Đó là ông …": names for the award told just before."""
        if self._last is None or self._since > 1:
            return False
        if self._open is None and _names_kind(sentence) and _is_heading(sentence):
            self._open = self._last
            return True
        if not _introduces(sentence):
            return False
        tokens = sentence.tokens
        # "Trong 16 tập thể có 7 phòng gồm: …" repeats the whole before it counts a part.
        first = next(
            (
                n
                for n, token in enumerate(tokens)
                if token.has("lead-in") or (count_at(tokens, n) and not _repeats(tokens, n))
            ),
            len(tokens),
        )
        group = read_group(sentence, first, len(tokens))
        if not group.recipients:
            return False
        self._last.recipients += group.recipients
        self._last.unread += group.unread
        for key, count in group.declared.items():
            self._last.further[key] = self._last.further.get(key, 0) + count
        self._last.evidence.append(sentence.evidence)
        return True

    def _item(self, block: Block, found: list[Sentence], number: int) -> bool:
        """Read an item as names for the open award; False if it tells an award itself."""
        if self._open is None or any(mentions(sentence.tokens) for sentence in found):
            return False
        sentence = whole(self._plain, block, block.start, block.end)
        if sentence is None:
            return True
        group = _entry(sentence)
        self._open.recipients += group.recipients
        if group.recipients:
            self._open.evidence.append(sentence.evidence)
        elif not _is_label(sentence):
            self._open.unread.append(sentence.evidence)
        return True

    def _carries_on(self, block: Block, found: list[Sentence]) -> bool:
        """Whether a list goes on after this block: a label, a caption, an item without a mark."""
        if block.kind != "paragraph" or len(found) != 1 or self._open is None:
            return False
        sentence = found[0]
        if mentions(sentence.tokens) or sentence.tokens[0].fold == "điều":
            return False
        if _is_label(sentence):
            return True
        group = _entry(sentence)
        if not group.recipients or len(sentence.tokens) > 3 * _SHORT:
            return False
        self._open.recipients += group.recipients
        self._open.evidence.append(sentence.evidence)
        return True


def _entry(sentence: Sentence) -> Group:
    """The names of an item; counts in it belong to the unit it names."""
    tokens = sentence.tokens
    # In a list of works, the persons are named after "của tác giả".
    author = next(
        (n + t.length for n, t in enumerate(tokens) if t.has("author") and not t.brackets), 0
    )
    group = read_group(sentence, author, len(tokens))
    return Group(recipients=group.recipients, unread=group.unread)


def _repeats(tokens: list[Token], place: int) -> bool:
    return place > 0 and tokens[place - 1].fold in ("trong", "số")


def _is_heading(sentence: Sentence) -> bool:
    """Whether a sentence is a block by itself, short and without an end mark."""
    short = len(sentence.tokens) <= _SHORT and sentence.end == sentence.block.end
    return (
        short and sentence.start == sentence.block.start and sentence.tokens[-1].text not in ".!?"
    )


def _is_label(sentence: Sentence) -> bool:
    """Whether it is a label such as "Tập thể:", "II. Cá nhân", "09 xã, thị trấn:" within a list."""
    tokens = sentence.tokens
    if len(tokens) > _SHORT:
        return False
    if tokens[-1].text == ":":
        # "Khối các xã:", "II. Về cá nhân:"; but "Các bài khác:" ends the list.
        return any(token.has("wrapper", "count") or token.level for token in tokens)
    return tokens[0].has("wrapper") or count_at(tokens, 0) is not None


def _names_kind(sentence: Sentence) -> bool:
    """Whether it says only of what kind the items after it are: "Tập thể:", "09 xã, thị trấn:"."""
    tokens = sentence.tokens
    if tokens[-1].text != ":" or len(tokens) > _SHORT:
        return False
    return tokens[0].has("wrapper", "count") or count_at(tokens, 0) is not None


def _introduces(sentence: Sentence) -> bool:
    """Whether the sentence leads from a count to names, or begins by leading to them."""
    tokens = sentence.tokens
    if tokens[0].has("lead-in"):
        return True
    counted = False
    for place, token in enumerate(tokens):
        if not token.brackets:
            counted = counted or count_at(tokens, place) is not None
            if counted and (token.text == ":" or token.has("lead-in")):
                return True
    return False
