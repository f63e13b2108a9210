"""What the extractor reads: plain text in blocks, with offsets that every result refers to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

BlockKind = Literal["heading", "paragraph", "item", "row", "noise"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list item or a row of a table: ``plain[start:end]``.

    ``start`` is after the list mark, which is kept in ``mark``. A row has the span of each cell;
    ``table`` numbers tables from 1.
    """

    kind: BlockKind
    start: int
    end: int
    depth: int = 0
    mark: str = ""
    cells: tuple[tuple[int, int], ...] = ()
    table: int = 0


@dataclass(frozen=True, slots=True)
class Html:
    """The source of a text, and for each text node of it in order where it stands in ``plain``.

    That is -1 where it was left out, ``None`` where it is nothing to be read, such as a script.
    """

    source: str
    places: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text ready to be read. All offsets refer to ``plain``, which is in Unicode NFC."""

    plain: str
    blocks: tuple[Block, ...]
    html: Html | None = None

    def head(self, size: int) -> Text:
        """The text up to ``size`` characters: the cut shortens a paragraph and drops a row."""
        if len(self.plain) <= size:
            return self
        blocks = tuple(
            replace(block, end=min(block.end, size))
            for block in self.blocks
            if (block.end if block.cells else block.start + 1) <= size
        )
        return replace(self, plain=self.plain[:size], blocks=blocks)
