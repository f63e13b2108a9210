"""Everything the fuzzer started from or found, again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.fuzz_reader import CASES, read_one


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_a_case_of_the_fuzzer(case: Path, tmp_path: Path) -> None:
    read_one(case.read_bytes(), tmp_path)
