from __future__ import annotations

import gc
from contextlib import suppress

from plugins.incremental.litter import seldom_looked_for


def test_litter_is_looked_for_as_before_afterwards_whatever_happens() -> None:
    before = gc.get_threshold()
    with suppress(KeyError), seldom_looked_for():
        assert all(now > then for now, then in zip(gc.get_threshold(), before, strict=True))
        raise KeyError
    assert gc.get_threshold() == before


def test_new_litter_goes_all_the_same() -> None:
    gone: list[int] = []

    class Litter:
        def __init__(self, number: int) -> None:
            self.itself, self.number = self, number

        def __del__(self) -> None:
            gone.append(self.number)

    with seldom_looked_for():
        for number in range(60_000):
            Litter(number)
        assert gone
