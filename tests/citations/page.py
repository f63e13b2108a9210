"""The table of the docs page on how well citations are found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.citations.score import BATCHES, HERE, cases, score

PAGE: Path = HERE.parent.parent / "docs" / "do-chinh-xac.md"
_BEGIN, _END = "<!-- citations begin -->", "<!-- citations end -->"


def written(page: str) -> str:
    """The page with its table as it is now."""
    head, _, rest = page.partition(_BEGIN)
    _, _, tail = rest.partition(_END)
    table = "\n".join(_table())
    return f"{head}{_BEGIN}\n{table}\n{_END}{tail}"


def _table() -> Iterator[str]:
    names = ("document", "date", "issuer", "subject")
    yield "| batch | texts | " + " | ".join(f"{name} P | {name} R" for name in names) + " |"
    yield "|---|---:|" + "---:|---:|" * len(names)
    for batch in BATCHES:
        found = cases(batch)
        result = score(found)
        cells = [f"{result[key].precision:.2f} | {result[key].recall:.2f}" for key in names]
        yield f"| {batch} | {len(found)} | {' | '.join(cells)} |"
