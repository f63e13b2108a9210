"""Numbers with their unit of measure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.vocabulary import quantities, quantity


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("98%", "98", "%"),
        ("98,4 %", "98.4", "%"),
        ("98.4%", "98.4", "%"),
        ("95 phần trăm", "95", "%"),
        ("120.000 trang", "120000", "trang"),
        ("1.512,5 giờ", "1512.5", "giờ"),
        ("2 TIẾNG", "2", "giờ"),
        ("15  phút", "15", "phút"),
        ("1 sáng kiến", "1", "sáng kiến"),
        ("2 buổi/tháng", "2", "buổi/tháng"),
        ("2 buổi / tháng", "2", "buổi/tháng"),
        ("2 buổi mỗi tháng", "2", "buổi/tháng"),
        ("4 lần một năm", "4", "lần/năm"),
        ("1,5 triệu đồng", "1500000", "đồng"),
        ("21", "21", ""),
    ],
)
def test_a_quantity_is_a_number_and_a_unit(text: str, number: str, unit: str) -> None:
    found = quantity(text)
    assert found is not None
    assert (found.number, found.unit) == (Decimal(number), unit)
    assert found.text == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "nhiều", "", "tối thiểu 98%", "95% trở lên", "98% hồ sơ", "31/7", "9080/QĐ-UBND", "95–98%",
        "-5%", "1.2.3 trang", "98,4,1%", "12 trang (A4)", "trang 12", "٣ trang",
    ],
)  # fmt: skip
def test_what_is_no_quantity(text: str) -> None:
    assert quantity(text) is None


@pytest.mark.parametrize(
    ("unit", "text", "found"),
    [
        ("%", "đạt 98,4 %, tăng 1,2% (0,5 phần trăm).", ["98,4 %", "1,2%", "0,5 phần trăm"]),
        ("trang", "31/7 có 1.200 trang, trang 5 và 3 trang.", ["1.200 trang", "3 trang"]),
        ("trang", "12 tranh, 5 trangg", []),
        ("buổi", "71 buổi, 2 buổi/tháng, 3 buổi mỗi tháng", ["71 buổi"]),
        (
            "buổi/tháng",
            "71 buổi, 2 buổi/tháng, 3 buổi mỗi tháng",
            ["2 buổi/tháng", "3 buổi mỗi tháng"],
        ),
        ("sáng kiến", "có 17 Sáng  kiến", ["17 Sáng kiến"]),
        ("%", "từ 95–98% và 15-20%", []),
    ],
)
def test_figures_in_a_text(unit: str, text: str, found: list[str]) -> None:
    told = list(quantities(text, unit, 0, len(text)))
    assert [one.text for _, _, one in told] == found
    assert [" ".join(text[start:end].split()) for start, end, _ in told] == found


@settings(deadline=None)
@given(st.integers(0, 10**9), st.integers(0, 99))
def test_what_is_written_the_vietnamese_way_is_read_back(whole: int, cents: int) -> None:
    text = f"{whole:,}".replace(",", ".") + f",{cents:02} trang"
    found = quantity(text)
    assert found is not None
    assert found.number == Decimal(whole) + Decimal(cents) / 100


@settings(deadline=None)
@given(st.text(alphabet="0123456789.,/% đạt-–()", max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    found = quantity(text)
    assert found is None or found.number >= 0
    for start, end, _ in quantities(text, "%", 0, len(text)):
        assert 0 <= start < end <= len(text)
