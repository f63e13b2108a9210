"""A rebuild equals a clean build, byte for byte, whatever was edited before.

A few sequences of ``tests/rebuilding``; ``make soak`` goes on with others for hours.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rebuilding.builds import Builder
from tests.rebuilding.proof import DifferenceError, Plan, Sequence

SEEDS = range(4)
EDITS = 50


@pytest.fixture
def builders(seed: int) -> Iterator[tuple[Builder, Builder]]:
    pair = Builder(1, alone=seed > 0), Builder(2, alone=seed > 0)
    yield pair
    for one in pair:
        one.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_rebuild_equals_a_clean_build(
    tmp_path: Path, builders: tuple[Builder, Builder], seed: int
) -> None:
    plan = Plan(seed, EDITS, compared=0.15, articles=3 + seed, together=(1, 2, 3, 4, 5))
    sequence = Sequence(tmp_path / "r", plan, builders)
    try:
        sequence.run()
    except DifferenceError as error:
        pytest.fail("\n".join((*sequence.edits, str(error))))
