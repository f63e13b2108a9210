"""Three times the records are three times the work, in every format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from plugins.datasets import Dataset
from plugins.datasets.database import to_sqlite
from plugins.datasets.text import to_csv, to_json
from plugins.datasets.workbook import to_xlsx
from tests.datasets.conftest import PLACES, RECORDS
from tests.work import is_linear


@pytest.mark.parametrize(
    "write",
    [to_xlsx, to_sqlite, lambda all_: to_csv(all_.tables[0]), lambda all_: to_json(all_.tables[0])],
    ids=["xlsx", "sqlite", "csv", "json"],
)
def test_formats(dataset: Dataset, write: Callable[[Dataset], bytes]) -> None:
    def work(size: int) -> Callable[[], object]:
        records = [
            record | {"id": f"{number}-{record['id']}", "above": None}
            for number in range(size)
            for record in RECORDS
        ]
        sized = replace(dataset, tables=(PLACES.filled(records),))
        return lambda: write(sized)

    assert is_linear(work, 20)
