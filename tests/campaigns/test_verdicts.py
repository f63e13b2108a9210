"""Whether a figure meets its target."""

from __future__ import annotations

import pytest

from plugins.campaigns import judge
from plugins.model import Comparator, Quantity, Target
from plugins.vocabulary import quantity


def amount(text: str) -> Quantity:
    found = quantity(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("comparator", "wording", "wanted", "told", "verdict"),
    [
        ("at-least", "tối thiểu", "97%", ["98,4%"], "met"),
        ("at-least", "tối thiểu", "97%", ["97%"], "met"),
        ("at-least", "tối thiểu", "97%", ["96,8%"], "missed"),
        ("at-least", "trên", "97%", ["97%"], None),
        ("at-least", "trên", "97%", ["97,1%"], "met"),
        ("at-most", "không quá", "15 phút", ["11 phút"], "met"),
        ("at-most", "không quá", "15 phút", ["26 phút"], "missed"),
        ("at-most", "không quá", "15 phút", ["11 phút", "26 phút"], None),
        ("at-most", "dưới", "15 phút", ["15 phút"], None),
        ("reach", "đạt", "120.000 trang", ["58.400 trang"], "missed"),
        ("reach", "đạt", "100%", ["100%"], "met"),
        ("aim", "phấn đấu", "100%", ["91%", "92%"], "missed"),
        ("at-least", "tối thiểu", "15 phút", ["2 giờ"], None),
        ("at-least", "tối thiểu", "97%", [], None),
    ],
)
def test_verdicts(
    comparator: Comparator, wording: str, wanted: str, told: list[str], verdict: str | None
) -> None:
    target = Target(comparator, wording, amount(wanted), "hồ sơ")
    assert judge(target, [amount(one) for one in told]) == verdict
