"""The finder of citations on the project's own texts: floors that only rise, an honest page."""

from __future__ import annotations

import pytest

from plugins.vocabulary import fold
from tests.citations.floors import below, read_floors
from tests.citations.page import PAGE, written
from tests.citations.score import BATCHES, cases, score

FEWEST = {"dev": 40, "eval": 20}
EVERYTHING = [case for batch in BATCHES for case in cases(batch)]


@pytest.mark.parametrize("batch", BATCHES)
def test_no_figure_falls_below_its_floor(batch: str) -> None:
    assert read_floors()[batch]
    assert below(batch, score(cases(batch))) == []


@pytest.mark.parametrize("batch", BATCHES)
def test_there_are_enough_texts_and_some_cite_nothing(batch: str) -> None:
    found = cases(batch)
    assert len(found) >= FEWEST[batch]
    assert sum(not case["documents"] for case in found) > 2


@pytest.mark.parametrize("case", EVERYTHING, ids=lambda case: case["text"][:40])
def test_gold_is_told_by_its_text(case: dict[str, object]) -> None:
    text = fold(str(case["text"]))
    for document in case["documents"]:  # type: ignore[attr-defined]
        assert set(document) <= {"kind", "number", "date", "issuer", "subject"}
        for fact in ("issuer", "subject"):
            assert fold(document.get(fact, "")) in text


def test_the_page_has_the_figures_of_today() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert written(page) == page, "run make docs"


def test_what_is_read_too_much_and_what_is_missed_both_count() -> None:
    text = "Quyết định số 5/QĐ-UBND ngày 2/3/2024 về khen thưởng tập thể."
    told = {"kind": "Quyết định", "number": "6/QĐ-UBND"}
    document = score([{"text": text, "documents": [told]}])["document"]
    assert (document.right, document.wrong, document.missed) == (0, 1, 1)
    subject = score([{"text": text, "documents": [told | {"number": "5/QĐ-UBND"}]}])["subject"]
    assert (subject.right, subject.wrong, subject.missed) == (0, 1, 0)
