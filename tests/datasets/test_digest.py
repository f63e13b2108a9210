"""The hash of all records: of their JSON, in whatever order that is asked for."""

from __future__ import annotations

import hashlib
from itertools import permutations

import pytest

from plugins.datasets.digest import Digest
from plugins.datasets.text import to_json
from tests.datasets.conftest import PLACES, RECORDS

TABLES = tuple(PLACES.filled(records) for records in (RECORDS[:2], (), RECORDS[2:]))


@pytest.mark.parametrize("asked", [*permutations(range(3)), (), (0, 0), (2,), (0, 2)])
def test_the_order_of_asking_does_not_matter(asked: tuple[int, ...]) -> None:
    digest = Digest(TABLES)
    for number in asked:
        assert digest.json(number) == to_json(TABLES[number])
    expected = hashlib.sha256(b"".join(map(to_json, TABLES))).hexdigest()
    assert digest.text() == expected
    assert digest.text() == expected
