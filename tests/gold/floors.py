"""Floors: figures below which the extractor must not fall again. They only rise."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.gold.score import FACTS, LISTS, Score

_FILE = "floors.toml"
# Figures are held in thousandths, rounded down, so that a floor can be met again exactly.
_UNIT = 1000


def figures(result: Score) -> dict[str, float]:
    """F1 of what is listed, accuracy of facts, and how many texts were wrongly given an award."""
    found = {key: result[key].f1 for key in LISTS} | {key: result[key].recall for key in FACTS}
    rounded = {key: int(value * _UNIT) / _UNIT for key, value in found.items()}
    return rounded | {"false_documents": result["article"].wrong}


def read_floors(folder: Path) -> dict[str, float]:
    """The floors of a folder of gold; empty where it has none."""
    path = folder / _FILE
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def below(floors: dict[str, float], result: Score) -> list[str]:
    """The figures that have fallen, in words. False documents have a ceiling."""
    now = figures(result)
    return [
        f"{key} is {now[key]}, was {floor}"
        for key, floor in floors.items()
        if (now[key] > floor if key == "false_documents" else now[key] < floor)
    ]


def raise_floors(folder: Path, result: Score) -> None:
    """Write the figures as floors where they are better than those that stand."""
    floors, now = read_floors(folder), figures(result)
    for key, value in now.items():
        better = min if key == "false_documents" else max
        floors[key] = better(floors.get(key, value), value)
    text = "".join(f"{key} = {value}\n" for key, value in floors.items())
    (folder / _FILE).write_text(text, encoding="utf-8")
