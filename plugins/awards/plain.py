"""Plain text into blocks: hard wraps are undone, list items and table rows are told apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from plugins.awards.lines import furniture, list_mark
from plugins.awards.tables.columns import read_header
from plugins.awards.text import Block, BlockKind, Text

# A line this long may have been broken by a mail program or a text editor.
_WRAP = 50
# A line shorter than this is not broken by a width.
_LINE = 30
# So many lines make a paragraph, and so many paragraphs a text, that shows how wide it was broken.
_SEVERAL = 3
# A line that ends so goes on in the next.
_OPEN = re.compile(r"(?:[,\-–(]|\b(?:và|của|cho|các|những|là|do|với|tại|năm|ngày|trong))$", re.I)

# A table has at least so many columns, and so many rows.
_FEWEST = 2
# The header is among the first rows.
_TOP = 3
# A line no longer than this may head a group of rows.
_HEADS = 100

Line = tuple[int, int]
Row = tuple[Line, ...]


def read_text(source: str) -> Text:
    """Return ``source`` in blocks; its own line structure decides what belongs together."""
    plain = unicodedata.normalize("NFC", source.replace("\r\n", "\n").replace("\r", "\n"))
    blocks: list[Block] = []
    table, over = 0, False
    paragraphs = list(_paragraphs(plain))
    width = _wrap_width(plain, paragraphs)
    for paragraph in paragraphs:
        for rows, lines in _tables(plain, paragraph):
            if rows:
                table += 1
                kept = [row for row in rows if any(_filled(plain, cell) for cell in row)]
                blocks += [Block("row", r[0][0], r[-1][1], cells=r, table=table) for r in kept]
                continue
            for start, end in _joined(plain, lines, width):
                kind = furniture(plain[start:end])
                over = kind == "tail" or (over and kind != "annex")
                noise = over or kind == "noise"
                blocks.append(_block(plain, start, end, noise=noise))
    return Text(plain, tuple(blocks))


def _block(plain: str, start: int, end: int, *, noise: bool) -> Block:
    mark, at = list_mark(plain, start, end)
    kind: BlockKind = "noise" if noise else "item" if mark else "paragraph"
    return Block(kind, at, end, mark=mark)


def _paragraphs(plain: str) -> Iterator[list[Line]]:
    """Runs of lines between blank lines, each line without the space round it."""
    run: list[Line] = []
    for match in re.finditer(r"[^\n]*\n?", plain):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + line.index(stripped)
            run.append((start, start + len(stripped)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _wrap_width(plain: str, paragraphs: list[list[Line]]) -> int:
    """The width at which a whole text has been wrapped; 0 where it has not."""
    wrapped = [
        lines for lines in paragraphs if len(lines) >= _SEVERAL and _is_wrapped(plain, lines)
    ]
    if len(wrapped) < _SEVERAL:
        return 0
    return max(end - start for lines in wrapped for start, end in lines)


def _joined(plain: str, lines: list[Line], width: int) -> Iterator[Line]:
    """Join the lines of a paragraph that a hard wrap has torn apart.

    ``width`` is that of the whole text: a line goes on in the next whose first word had no room.
    """
    wrapped = _is_wrapped(plain, lines)
    start, end = lines[0]
    for before, line in pairwise(lines):
        full = wrapped or _had_no_room(plain, before, line, width)
        if list_mark(plain, *line)[0] or not _continues(plain, before, line, wrapped=full):
            yield start, end
            start = line[0]
        end = line[1]
    yield start, end


def _had_no_room(plain: str, before: Line, line: Line, width: int) -> bool:
    word = plain[line[0] : line[0] + 40].split(maxsplit=1)[0]
    return 0 < width < before[1] - before[0] + 1 + len(word)


def _is_wrapped(plain: str, lines: list[Line]) -> bool:
    """Whether running text has been broken into lines, wherever its last words happened to stand.

    Then some line goes on in small letters, and no line but the last is short: a list of names has
    lines of any length and begins each with a capital.
    """
    if len(lines) < 2:  # noqa: PLR2004
        return False
    small = sum(plain[start].islower() for start, _ in lines[1:])
    width = max(end - start for start, end in lines)
    full = all(end - start >= max(_LINE, 0.6 * width) for start, end in lines[:-1])
    ended = any(plain[start:end].endswith(tuple(".!?:;")) for start, end in lines[:-1])
    if (3 if not ended else 2) * small >= len(lines) - 1:
        return True
    if width < _WRAP or small == 0:
        return False
    return full or all(
        (end - start) + 1 + len(plain[a : a + 40].split(maxsplit=1)[0]) > width
        for (start, end), (a, _) in pairwise(lines)
    )


def _continues(plain: str, before: Line, line: Line, *, wrapped: bool) -> bool:
    tail = plain[before[0] : before[1]][-12:]
    if plain[line[0]].islower():
        return True
    if wrapped:
        return not tail.endswith(tuple(".!?:;"))
    return before[1] - before[0] >= _WRAP and bool(_OPEN.search(tail))


def _tables(plain: str, lines: list[Line]) -> Iterator[tuple[list[Row], list[Line]]]:
    """Cut a paragraph into tables, as rows, and the lines between them."""
    rows = [_cells(plain, line) for line in lines]
    text: list[Line] = []
    at = 0
    while at < len(lines):
        end = _run(lines, rows, at)
        if not _is_table(plain, lines[at:end], rows[at:end], len(rows)):
            end = max(end, at + 1)
            text += lines[at:end]
        else:
            if text:
                yield [], text
                text = []
            # A line without cells in the midst of a table heads a group of its rows.
            yield [r or (line,) for r, line in zip(rows[at:end], lines[at:end], strict=True)], []
        at = end
    if text:
        yield [], text


def _run(lines: list[Line], rows: list[Row], at: int) -> int:
    """Where the lines with cells end that begin at ``at``; one short line between them counts."""
    end = at
    while end < len(rows):
        if len(rows[end]) < _FEWEST and not (
            end - at >= _FEWEST
            and end + 1 < len(rows)
            and len(rows[end + 1]) >= _FEWEST
            and lines[end][1] - lines[end][0] < _HEADS
        ):
            break
        end += 1
    return end


def _is_table(plain: str, lines: list[Line], rows: list[Row], whole: int) -> bool:
    """Whether lines with cells are a table, and no letterhead or menu of the page."""
    if len(lines) < _FEWEST or furniture(plain[lines[0][0] : lines[0][1]]) == "tail":
        return False
    if plain[lines[0][0]] == "|" or (
        len(rows) == whole and all(len(row) > _FEWEST for row in rows)
    ):
        return True
    top = [Block("row", row[0][0], row[-1][1], cells=row) for row in rows[:_TOP] if row]
    return any(read_header(plain, row) for row in top)


def _cells(plain: str, line: Line) -> Row:
    """The cells of a line such as "| 1 | Phòng Nội vụ |" or with tabs; empty if it is no row."""
    start, end = line
    text = plain[start:end]
    mark = "|" if text.count("|") > 1 else "\t" if "\t" in text else ""
    margin = plain.rfind("\n", 0, start) + 1
    if mark == "\t" and "\t" in plain[margin:start]:
        # The first cell is empty: its row goes on with the one above.
        start = plain.index("\t", margin)
        text = plain[start:end]
    if not mark:
        return ()
    cells, at = [], start
    for piece in text.split(mark):
        cells.append((at, at + len(piece)))
        at += len(piece) + 1
    if mark == "|" and text.startswith(mark):
        cells = cells[1:]
    if mark == "|" and text.endswith(mark):
        cells = cells[:-1]
    return tuple(cells)


def _filled(plain: str, cell: Line) -> bool:
    return bool(plain[cell[0] : cell[1]].strip(" -:\t"))
