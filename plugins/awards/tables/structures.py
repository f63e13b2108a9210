"""Tables of prizes without winners: "Giải | Số lượng | Mức thưởng" is what a contest plans."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.awards.drafts import Draft
from plugins.awards.tables.columns import Columns
from plugins.awards.tables.titles import Prizes, awards_in
from plugins.awards.text import Block
from plugins.model import Evidence

_COUNT = re.compile(r"\s*0*(\d{1,4})(?:\s+giải)?\s*", re.I)


def read_structure(plain: str, rows: Sequence[Block], columns: Columns) -> list[Draft]:
    """The prizes that a table with columns of titles and of amounts plans, one draft for each."""
    title, amount = columns.places.get("title"), columns.places.get("amount")
    if title is None or amount is None:
        return []
    drafts: list[Draft] = []
    for row in rows:
        if max(title, amount) >= len(row.cells):
            continue
        count = _COUNT.fullmatch(plain, *row.cells[amount])
        if count is None:
            continue
        found = awards_in(plain, row, row.cells[title], Prizes(columns.noun, None)) or []
        for mention in found if len(found) == 1 else []:
            quote = Evidence(plain[row.start : row.end], row.start, row.end)
            draft = Draft(mention.title, mention.rank, [quote], status="planned", told=True)
            draft.declared["total"] = int(count[1])
            drafts.append(draft)
    return drafts
