"""Floors: figures below which the finder of citations must not fall again. They only rise."""

from __future__ import annotations

import tomllib

from tests.citations.score import HERE, Score, figures

_FILE = HERE / "floors.toml"


def read_floors() -> dict[str, dict[str, float]]:
    """The floors of each batch."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8")) if _FILE.exists() else {}


def below(batch: str, result: Score) -> list[str]:
    """The figures that have fallen, in words."""
    now = figures(result)
    floors = read_floors().get(batch, {})
    return [
        f"{key} is {now[key]}, was {value}" for key, value in floors.items() if now[key] < value
    ]


def raise_floors(batch: str, result: Score) -> None:
    """Write the figures as floors where they are better than those that stand."""
    floors = read_floors()
    stand = floors.get(batch, {})
    floors[batch] = {
        key: max(value, stand.get(key, value)) for key, value in figures(result).items()
    }
    text = "\n".join(
        f"[{name}]\n" + "".join(f"{key} = {value}\n" for key, value in floors[name].items())
        for name in sorted(floors)
    )
    _FILE.write_text(text, encoding="utf-8")
