"""The tables of the docs page on accuracy, from the project's own gold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.gold.score import FACTS, LISTS, Case, Score, Tally, by_form, cases, score

HERE = Path(__file__).parent
PAGE = HERE.parent.parent / "docs" / "do-chinh-xac.md"
BATCHES = ("dev", "eval")
_MARK = "<!-- {} -->"
_BEGIN, _END = _MARK.format("tables begin"), _MARK.format("tables end")


def written(page: str) -> str:
    """The page with its tables as they are now."""
    head, _, rest = page.partition(_BEGIN)
    _, _, tail = rest.partition(_END)
    batches = {name: list(cases(HERE / name)) for name in BATCHES}
    tables = "\n".join([*_overall(batches), "", *_shapes(batches)])
    return f"{head}{_BEGIN}\n{tables}\n{_END}{tail}"


def _overall(batches: dict[str, list[Case]]) -> Iterator[str]:
    yield "| batch | texts | " + " | ".join((*LISTS, *FACTS)) + " | false documents |"
    yield "|---|---:|" + "---:|" * (len(LISTS) + len(FACTS) + 1)
    for name, found in batches.items():
        result = score(found)
        row = [_f1(result[key]) for key in LISTS] + [_recall(result[key]) for key in FACTS]
        yield f"| {name} | {len(found)} | {' | '.join(row)} | {result['article'].wrong} |"


def _shapes(batches: dict[str, list[Case]]) -> Iterator[str]:
    everything = [case for found in batches.values() for case in found]
    names = ("recipient P", "recipient R", "award P", "award R", *FACTS)
    yield "| shape | texts | " + " | ".join(names) + " |"
    yield "|---|---:|" + "---:|" * len(names)
    for form, result in by_form(everything).items():
        texts = sum(form in case.gold["forms"] for case in everything)
        yield f"| {form} | {texts} | {' | '.join(_row(result))} |"


def _row(result: Score) -> Sequence[str]:
    cells = []
    for key in ("recipient", "award"):
        tally = result[key]
        cells += [
            f"{tally.precision:.2f}" if tally.right + tally.wrong else "",
            f"{tally.recall:.2f}" if tally.right + tally.missed else "",
        ]
    return [*cells, *(_recall(result[key]) for key in FACTS)]


def _f1(tally: Tally) -> str:
    return f"{tally.f1:.3f}"


def _recall(tally: Tally) -> str:
    return f"{tally.recall:.2f}" if tally.right + tally.missed else ""
