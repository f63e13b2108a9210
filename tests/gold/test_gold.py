"""The extractor on the project's own gold: floors that only rise, a page that tells the truth."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from tests.gold.compare import counts, names_of, plain
from tests.gold.floors import below, read_floors
from tests.gold.page import BATCHES, HERE, PAGE, written
from tests.gold.score import Case, cases, score, score_case

FEWEST = {"s": 120, "l": 25}


@pytest.mark.parametrize("batch", BATCHES)
def test_no_figure_falls_below_its_floor(batch: str) -> None:
    floors = read_floors(HERE / batch)
    assert floors
    assert below(floors, score(cases(HERE / batch))) == []


def test_there_are_enough_texts() -> None:
    names = [path.stem for batch in BATCHES for path in (HERE / batch).glob("*.json")]
    for size, fewest in FEWEST.items():
        assert sum(name.startswith(size) for name in names) >= fewest


@pytest.mark.parametrize(
    "path", [p for b in BATCHES for p in sorted((HERE / b).glob("*.json"))], ids=lambda p: p.stem
)
def test_gold_is_told_by_its_text(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = plain(path.with_suffix(".txt").read_text(encoding="utf-8"))
    assert gold["forms"]
    assert gold["notes"]
    assert gold["is_award"] == any(counts(a) or a["title"] == "Xếp hạng" for a in gold["awards"])
    for award in gold["awards"]:
        for recipient in award["recipients"]:
            assert set(recipient) == {"name", "kind", "position", "unit"}
            words = plain(recipient["name"]).split()
            assert all(word.strip(".,;()") in text for word in words)


def test_the_page_has_the_figures_of_today() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert written(page) == page


def _case(gold: list[dict[str, object]], read: list[dict[str, object]]) -> Case:
    return Case("c", {"is_award": bool(gold), "awards": gold, "forms": []}, {"awards": read})


def _award(*names: str, title: str = "Giấy khen", **facts: object) -> dict[str, object]:
    recipients = [{"name": name, "kind": "collective", "unit": None} for name in names]
    return {"title": title, "rank": None, "declared": {}, "recipients": recipients} | facts


def test_a_name_too_many_and_a_name_missed_both_count() -> None:
    result = score_case(_case([_award("Phòng A", "Phòng B")], [_award("Phòng A", "Phòng C")]))
    recipient = result["recipient"]
    assert (recipient.right, recipient.wrong, recipient.missed) == (1, 1, 1)
    assert recipient.f1 == 0.5


def test_what_is_only_proposed_is_neither_asked_for_nor_wrong() -> None:
    proposed = _award("Phòng A", status="proposed")
    result = score_case(_case([], [proposed]))
    assert (result["article"].wrong, result["recipient"].wrong) == (0, 0)
    read = score_case(
        Case(
            "c",
            {"is_award": False, "awards": [proposed], "forms": []},
            {"awards": [_award("Phòng A")]},
        )
    )
    assert (read["article"].wrong, read["recipient"].wrong) == (1, 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban nhân dân xã Hòa Bình", "UBND xã Hoà Bình"),
        ("Công ty TH (Nghệ An)", "Công ty TH"),
        ("Đội thi xã Tân Lập", "Xã Tân Lập"),
        ("Trường “Hoa Sen”", unicodedata.normalize("NFD", "Trường Hoa Sen")),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    spelt = [names_of({"name": name, "kind": "collective"}) for name in (one, other)]
    assert spelt[0] & spelt[1]


def test_tones_part_names() -> None:
    spelt = [names_of({"name": name, "kind": "collective"}) for name in ("Xã Đông", "Xã Đồng")]
    assert not spelt[0] & spelt[1]
