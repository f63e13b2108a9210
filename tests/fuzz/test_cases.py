"""Everything the fuzzer started from or found, again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz import fuzz_awards
from tests.fuzz.fuzz_reader import CASES, read_one


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_a_case_of_the_fuzzer(case: Path, tmp_path: Path) -> None:
    read_one(case.read_bytes(), tmp_path)


@pytest.mark.parametrize("case", sorted(fuzz_awards.CASES.iterdir()), ids=lambda case: case.name)
def test_a_case_of_the_award_fuzzer(case: Path) -> None:
    fuzz_awards.read_one(case.read_bytes())
