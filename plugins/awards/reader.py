"""Walk through the blocks of a text: sentences, lists below a heading, tables.

What a heading or a sentence that ends in ":" says of an award holds for the items after it, until
the next heading, or until the text goes on in another vein.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from plugins.awards.categories import heading_category
from plugins.awards.counts import count_at
from plugins.awards.drafts import Draft
from plugins.awards.enumerations import NOTHING, Expected
from plugins.awards.frames import read_sentence
from plugins.awards.groups import Group, read_group
from plugins.awards.labels import (
    all_counts,
    announced,
    is_heading,
    is_label,
    label_counts,
    list_start,
    names_kind,
    sums_up,
)
from plugins.awards.mentions import Mention, mentions
from plugins.awards.passages import Passages
from plugins.awards.sentences import Sentence, joined
from plugins.awards.tables import Heading, read_table
from plugins.awards.text import Block
from plugins.model import Evidence

# An item without a list mark is no longer than this, in words.
_LONGEST_ITEM = 90
# How many sentences may stand between an award and the names for it.
_PATIENCE = 2


@dataclass(slots=True)
class Story:
    """All that a text tells, block by block, not yet put together."""

    drafts: list[Draft] = field(default_factory=list)
    unread: list[Evidence] = field(default_factory=list)


def read_blocks(passages: Passages) -> Story:
    """Read every block in order."""
    reader = _Reader(passages)
    blocks = [pair for pair in enumerate(passages.text.blocks) if pair[1].kind != "noise"]
    kinds = [block.kind for _, block in blocks]
    place = 0
    for table, run in groupby(blocks, key=lambda pair: pair[1].table):
        numbered = list(run)
        if table:
            reader.table([block for _, block in numbered], numbered[0][0])
            place += len(numbered)
            continue
        for number, block in numbered:
            inside = kinds[max(0, place - 1)] == "item" == kinds[min(place + 1, len(kinds) - 1)]
            reader.block(block, number, inside=inside)
            place += 1
    return reader.story


class _Reader:
    def __init__(self, passages: Passages) -> None:
        self.story = Story()
        self._passages = passages
        self._plain = passages.text.plain
        self._open: Draft | None = None  # takes the items that follow
        self._expected: Expected = NOTHING  # what was said of these items
        self._last: Draft | None = None  # takes "09 xã gồm: …" in the next sentences
        self._since = 0
        self._marked = False  # whether the items of the open list have marks
        self._category = ""  # what the last heading said of the prizes under it

    def table(self, rows: Sequence[Block], number: int) -> None:
        """Read a table under the award that was spoken of last."""
        heading, last = Heading(), self._open
        if last is None and self._since <= _PATIENCE:
            last = self._last
        if last is not None:
            heading = Heading(Mention(last.title, last.rank, 0, 0), last.status)
        drafts, unread = read_table(self._plain, rows, heading)
        for draft in drafts:
            draft.block = number
            if last is not None and _goes_on(last, draft):
                last.recipients += draft.recipients
                last.evidence += draft.evidence
                last.unread += draft.unread
                last.issuer = last.issuer or draft.issuer
                last.declared = draft.declared | last.declared
            else:
                self.story.drafts.append(draft)
        self._open, self._since = None, _PATIENCE + 1
        self.story.unread += unread

    def block(self, block: Block, number: int, *, inside: bool = False) -> None:
        """Read a paragraph, a heading or an item; ``inside`` is true between two items."""
        waits = self._open is not None or (self._last is not None and self._since <= _PATIENCE)
        if not waits and not self._passages.tells(number):
            self._since += 1
            return
        found = self._passages.sentences(number)
        if self._open is not None and found and self._take(block, found, inside=inside):
            return
        for sentence in found:
            self._sentence(sentence, number)

    def _take(self, block: Block, found: list[Sentence], *, inside: bool) -> bool:
        """Read a block as a label or an item of the open list; if it is none, close the list.

        An item that tells an award itself leaves the list open: its award is one more. A caption
        that only repeats the award amid the items does not count.
        """
        if any(mentions(sentence.tokens) for sentence in found):
            if inside and block.kind == "paragraph" and _is_caption(found):
                return True
            self._open = self._open if block.kind == "item" else None
            return False
        whole = joined(found)
        if whole.tokens[0].fold == "và" and (counts := label_counts(whole)):
            for key, count in counts.items():
                self._open.further[key] = self._open.further.get(key, 0) + count  # type: ignore[union-attr]
            self._open = None  # "và 12 cá nhân" closes the list
            return True
        if whole.tokens[0].has("reason") and not whole.tokens[0].capital:
            self._open = None  # "vì đã có thành tích …": the list is over
            return True
        if whole.tokens[0].text == "(" and whole.tokens[-1].text in ").":
            return True  # "(Kèm theo Quyết định số …)" under the heading of a list
        if is_label(whole):
            self._label(whole)
            return True
        if block.kind == "item" or self._could_be_item(block, found):
            group = _entry(whole, self._expected)
            if group.recipients:
                self._marked = self._marked or block.kind == "item"
                self._add(group, whole)
                return True
            if block.kind == "item":
                self._open.unread.append(whole.evidence)  # type: ignore[union-attr]
                return True
        self._open = None
        return False

    def _could_be_item(self, block: Block, found: list[Sentence]) -> bool:
        first = found[0].tokens[0]
        if self._marked:
            return False  # where items have marks, a line without one is a signature or a caption
        if block.kind != "paragraph" or len(found) != 1 or first.fold in ("điều", "căn"):
            return False
        if len(found[0].tokens) > _LONGEST_ITEM:
            return False
        # The authority at the head of a decision stands in capitals, as persons in lists may do.
        line = self._plain[block.start : block.end]
        return not (line.isupper() and (first.has("position", "issuer") or first.level))

    def _label(self, label: Sentence) -> None:
        """Take "a) Tập thể (02)", "II. Cá nhân:" for what they say of the items after them."""
        self._expected = announced(label)
        if self._open is not None:
            for key, count in label_counts(label).items():
                self._open.further[key] = self._open.further.get(key, 0) + count

    def _add(self, group: Group, sentence: Sentence) -> None:
        draft = self._open or self._last
        if draft is None:
            return
        draft.recipients += group.recipients
        draft.unread += group.unread
        for key, count in group.declared.items():
            draft.further[key] = draft.further.get(key, 0) + count
        draft.evidence.append(sentence.evidence)

    def _sentence(self, sentence: Sentence, number: int) -> None:
        reading = read_sentence(sentence, self._last.title if self._last else None)
        for draft in reading.drafts:
            draft.block = number
            if draft.title.family == "contest":
                draft.category = draft.category or self._category
            self.story.drafts.append(draft)
        if not reading.drafts and is_heading(sentence):
            self._category = heading_category(sentence.tokens) or self._category
        if reading.drafts:
            self._last = reading.drafts[-1]
            self._since = 0
            if reading.open or is_heading(sentence):
                self._start(announced(sentence))
        elif not (self._sum_up(sentence) or self._continue(sentence)):
            self._since += 1

    def _sum_up(self, sentence: Sentence) -> bool:
        """Take the counts of "Danh sách này có 04 người", or those that a total was made of."""
        draft = self._last
        if draft is None:
            return False
        counts = all_counts(sentence)
        total = draft.declared.get("total") if self._since <= _PATIENCE else None
        parts = len(counts) > 1 and total == sum(counts.values())
        if not parts and not (counts and sums_up(sentence)):
            return False
        for key, count in counts.items():
            draft.further.setdefault(key, count)
        return True

    def _start(self, expected: Expected) -> None:
        """Open the list of the award told last."""
        self._open, self._expected, self._marked = self._last, expected, False

    def _continue(self, sentence: Sentence) -> bool:
        """Read "09 xã gồm: …", "Đó là ông …", "Danh sách gồm: …" for the award told just before."""
        if self._last is None or self._since > _PATIENCE:
            return False
        if self._open is None and names_kind(sentence) and is_heading(sentence):
            self._start(announced(sentence))
            return True
        start = list_start(sentence)
        if start is None:
            return False
        group = read_group(
            sentence, start, len(sentence.tokens), expected=announced(sentence, start)
        )
        if not group.recipients:
            return False
        self._open = None
        self._add(group, sentence)
        return True


def _is_caption(found: list[Sentence]) -> bool:
    """Whether a paragraph amid a list names an award but tells nobody and nothing new of it."""
    if len(found) != 1 or found[0].tokens[-1].text not in ".!?)":
        return False  # it heads the items after it
    return not any(draft.fruitful for draft in read_sentence(found[0]).drafts)


def _goes_on(last: Draft, draft: Draft) -> bool:
    """Whether a table lists the award that was told before it, and no other of the same name."""
    if (draft.title, draft.rank) != (last.title, last.rank):
        return False
    if draft.issuer and last.issuer and draft.issuer != last.issuer:
        return False
    return last.title.family != "contest" or not last.recipients


def _entry(sentence: Sentence, expected: Expected) -> Group:
    """The names of an item; counts in it belong to the unit it names."""
    tokens = sentence.tokens
    # In a list of works, the persons are named after "của tác giả".
    author = next(
        (n + t.length for n, t in enumerate(tokens) if t.has("author") and not t.brackets), 0
    )
    group = read_group(sentence, author, len(tokens), expected=replace(expected, single=True))
    # "+ Đội xung kích thôn A và 12 cá nhân": the end of a list may count the rest.
    rest = {
        counted[1]: counted[0]
        for n in range(1, len(tokens))
        if tokens[n - 1].fold == "và" and (counted := count_at(tokens, n))
    }
    return Group(declared=rest, recipients=group.recipients, unread=group.unread)
