"""How much work something takes, counted in calls: unlike time, always the same."""

from __future__ import annotations

import sys
from collections.abc import Callable


def calls(work: Callable[[], object]) -> int:
    """Run ``work`` and return how many calls it makes, of Python's functions and built-in ones."""
    count = 0

    def profile(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def is_linear(work: Callable[[int], Callable[[], object]], size: int) -> bool:
    """Whether three times the size takes about three times the work, and not nine times."""
    work(size)()  # what is made once and kept is not counted
    once, thrice = calls(work(size)), calls(work(3 * size))
    return thrice < 4 * once
