"""What articles report for targets: what is read, and what must be refused, with its reason."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins import awards
from plugins.campaigns import Promise, read_reports
from plugins.model import Comparator, Target
from plugins.vocabulary import quantity


def target(level: str, words: str, comparator: Comparator = "at-least") -> Target:
    wanted = quantity(level)
    assert wanted is not None
    return Target(comparator, "tối thiểu", wanted, words)


ON_TIME = target("97%", "hồ sơ thủ tục hành chính giải quyết đúng hạn và trước hạn")
ONCE = target("1 lần", "yêu cầu người dân bổ sung giấy tờ cho một bộ hồ sơ", "at-most")
ONLINE = target("60%", "hồ sơ nộp trực tuyến trên tổng số hồ sơ tiếp nhận ở cấp xã")
SEARCH = target("15 phút", "thời gian tìm một hồ sơ đã lưu", "at-most")
PAGES = target("120.000 trang", "hồ sơ hộ tịch, đất đai được số hóa và gắn dữ liệu", "reach")
AT_HOME = target("95%", "người cao tuổi, người khuyết tật có yêu cầu được phục vụ tại nhà")
IDEAS = target("21 đơn vị", "có sáng kiến được áp dụng", "reach")
LETTERS = target("100%", "hồ sơ trễ hẹn có thư xin lỗi", "reach")
VISITS = target("2 buổi/tháng", "tiếp nhận hồ sơ lưu động tại nhà văn hóa thôn")
TARGETS = (ON_TIME, ONCE, ONLINE, SEARCH, PAGES, AT_HOME, IDEAS, LETTERS, VISITS)
PROMISE = Promise(
    "mot-lan-den",
    TARGETS,
    ("Phong trào thi đua “Một lần đến, đúng ngày hẹn” huyện Nam Đàn", "Huyện Nam Đàn"),
    date(2023, 4, 10),
)


def read(markdown: str, promise: Promise = PROMISE) -> list[tuple[int, str]]:
    text = awards.read_markdown(markdown)
    found = read_reports(text.plain, text.blocks, promise)
    for report in found:
        evidence = report.evidence
        assert evidence is not None
        assert text.plain[evidence.start : evidence.end] == evidence.quote
    return [(report.number, report.quantity.text) for report in found]


TABLE = "| Nội dung | Mức cam kết | Kết quả đến ngày 31/7 |\n|---|---|---|\n"


@pytest.mark.parametrize(
    ("markdown", "told"),
    [
        ("Tỷ lệ hồ sơ đúng hạn và trước hạn đạt 98,4%.", [(1, "98,4%")]),
        (
            "Tỷ lệ hồ sơ đúng hạn và trước hạn đạt 98,4%; tỷ lệ hồ sơ nộp trực tuyến ở cấp xã đạt "
            "66%. Số người phải đến hơn một lần giảm từ 22% còn 5%.",
            [(1, "98,4%"), (3, "66%")],
        ),
        ("Sau hai năm, 98,4% hồ sơ được giải quyết đúng hạn, trước hạn.", [(1, "98,4%")]),
        ("Tất cả các xã có 98,4% hồ sơ đúng hạn và trước hạn.", [(1, "98,4%")]),
        ("Toàn huyện Nam Đàn có 98,4% hồ sơ đúng hạn và trước hạn.", [(1, "98,4%")]),
        ("Tỷ lệ hồ sơ đúng hạn và trước hạn đạt 98,4%, tăng 1,2% so với năm 2022.", [(1, "98,4%")]),
        ("Tỷ lệ hồ sơ đúng hạn và trước hạn tăng từ 91% lên 98,4%.", [(1, "98,4%")]),
        (
            "Tỷ lệ hồ sơ đúng hạn và trước hạn đạt 98,4%, trong đó xã Kim Liên đạt 100%.",
            [(1, "98,4%")],
        ),
        (
            "Theo báo cáo của Phòng Nội vụ, tỷ lệ hồ sơ đúng hạn và trước hạn đạt 98,4%.",
            [(1, "98,4%")],
        ),
        ("Vượt chỉ tiêu, tỷ lệ hồ sơ đúng hạn và trước hạn đạt 98,4%.", [(1, "98,4%")]),
        (
            "Tỷ lệ hồ sơ đúng hạn và trước hạn đạt 98,4% (chỉ tiêu 97%).",
            [(1, "98,4%")],
        ),
        (
            "Đến ngày 30/11, có 19.870 trên 20.193 hồ sơ đúng hạn và trước hạn (98,4%).",
            [(1, "98,4%")],
        ),
        (
            "Kết quả sáu tháng đầu năm: hồ sơ đúng hạn, trước hạn đạt 98,4%; hồ sơ nộp trực tuyến "
            "ở cấp xã đạt 66%.",
            [(1, "98,4%"), (3, "66%")],
        ),
        ("Hồ sơ đúng hạn và trước hạn: 98,4 phần trăm.", [(1, "98,4 phần trăm")]),
        (
            "Có 163 lượt đến nhà người cao tuổi, người khuyết tật, đạt 97% yêu cầu.",
            [(6, "97%")],
        ),
        ("Kết quả:\n\n- Hồ sơ đúng hạn, trước hạn: 98,4%\n- Hồ sơ nộp trực tuyến ở cấp xã: 66%",
         [(1, "98,4%"), (3, "66%")]),
        (TABLE + "| Thời gian tìm hồ sơ đất đai | không quá 15 phút | 26 phút |", [(4, "26 phút")]),
        (
            TABLE + "| Thời gian tìm hồ sơ hộ tịch | không quá 15 phút | 11 phút |\n"
            "| Thời gian tìm hồ sơ đất đai | không quá 15 phút | 26 phút |",
            [(4, "11 phút"), (4, "26 phút")],
        ),
        (TABLE + "| Số trang đã số hóa | 120.000 | 58.400 |", [(5, "58.400 trang")]),
        (TABLE + "| Đơn vị có sáng kiến | 21 | 17 |", [(7, "17 đơn vị")]),
        (TABLE + "| Hồ sơ trễ hẹn có thư xin lỗi | 100% | 91% |", [(8, "91%")]),
        (
            "| STT | Nội dung | Kết quả |\n|---|---|---|\n"
            "| 1 | Hồ sơ đúng hạn, trước hạn | 98,4% |",
            [(1, "98,4%")],
        ),
        (
            "| Nội dung | Năm 2022 | Năm 2024 | Chỉ tiêu |\n|---|---|---|---|\n"
            "| Hồ sơ đúng hạn và trước hạn | 91% | 98,4% | 97% |",
            [(1, "98,4%")],
        ),
        (
            "| Nội dung | Kết quả (%) |\n|---|---|\n| Hồ sơ đúng hạn và trước hạn | 98,4 |",
            [(1, "98,4%")],
        ),
    ],
)  # fmt: skip
def test_what_is_reported(markdown: str, told: list[tuple[int, str]]) -> None:
    assert read(markdown) == told


@pytest.mark.parametrize(
    "markdown",
    [
        # It repeats the promise.
        "Chỉ tiêu là tối thiểu 97% hồ sơ đúng hạn và trước hạn.",
        "Hồ sơ đúng hạn và trước hạn đều trên mức tối thiểu 95% đã cam kết.",
        "Huyện phấn đấu đạt 98% hồ sơ đúng hạn và trước hạn.",
        "Đến cuối năm sẽ có 98% hồ sơ đúng hạn và trước hạn.",
        "98% hồ sơ trở lên đúng hạn và trước hạn, ít nhất 98%.",
        "Các chỉ tiêu:\n\n- 98% hồ sơ đúng hạn và trước hạn",
        "## Những con số đã cam kết\n\n98% hồ sơ đúng hạn và trước hạn.",
        "Tỷ lệ hồ sơ đúng hạn và trước hạn đạt 98% kế hoạch.",
        "| Nội dung | Chỉ tiêu |\n|---|---|\n| Hồ sơ đúng hạn và trước hạn | 97% |",
        # It is of a part of the whole, or of somebody.
        "Hồ sơ đất đai liên thông vẫn là khâu chậm nhất: 92% đúng hạn, thấp hơn mặt bằng chung.",
        "Tỷ lệ hồ sơ đất đai đúng hạn và trước hạn đạt 92%.",
        "Ở lĩnh vực đất đai, tỷ lệ hồ sơ đúng hạn và trước hạn đạt 92%.",
        "Riêng tháng 6, tỷ lệ hồ sơ đúng hạn và trước hạn đạt 92%.",
        "Xã Kim Liên có 99% hồ sơ đúng hạn và trước hạn.",
        "Tại xã Kim Liên: hồ sơ đúng hạn, trước hạn đạt 99%; hồ sơ nộp trực tuyến cấp xã đạt 70%.",
        "Xã Kim Liên là điểm sáng. Tỷ lệ hồ sơ đúng hạn và trước hạn đạt 99%.",
        "Xã Kim Liên:\n\n- Hồ sơ đúng hạn và trước hạn: 99%",
        "Có 12 xã đạt 100% hồ sơ đúng hạn và trước hạn.",
        "Nhiều đơn vị có tỷ lệ hồ sơ đúng hạn và trước hạn đạt 100%.",
        "Tỷ lệ hồ sơ đúng hạn và trước hạn ở cấp xã đạt 99%.",
        "Theo báo cáo của xã Kim Liên, tỷ lệ hồ sơ đúng hạn và trước hạn đạt 98,4%.",
        TABLE + "| Xã Kim Liên | 97% | 99% |",
        # It is of another time.
        "Năm 2022, tỷ lệ hồ sơ đúng hạn và trước hạn đạt 91%.",
        "Cùng kỳ, tỷ lệ hồ sơ đúng hạn và trước hạn đạt 91%.",
        # It is a step, a rough figure, a range, or one of two.
        "Tỷ lệ hồ sơ đúng hạn và trước hạn tăng 1,2%.",
        "Gần 98% hồ sơ đúng hạn và trước hạn.",
        "Trên 98% hồ sơ đúng hạn và trước hạn.",
        "Tỷ lệ hồ sơ đúng hạn và trước hạn từ 95% đến 98%.",
        "Tỷ lệ hồ sơ đúng hạn và trước hạn đạt 95–98%.",
        "Tỷ lệ hồ sơ đúng hạn là 90% và trước hạn là 8%.",
        # It is the opposite.
        "Tỷ lệ hồ sơ không đúng hạn và trước hạn là 1,6%.",
        # It is measured otherwise, or says something else.
        "Hai tổ lưu động tiếp nhận hồ sơ tại nhà văn hóa thôn 71 buổi.",
        "21 hồ sơ bị yêu cầu bổ sung giấy tờ quá một lần.",
        "Tỷ lệ người dân hài lòng đạt 98,4%.",
        "Kết quả trên 360 hồ sơ: 338 phiếu hẹn (94%) ghi rõ ngày, buổi và số điện thoại.",
        "",
        # The plan beside it is another's.
        TABLE + "| Hồ sơ đúng hạn và trước hạn | 95% | 98,4% |",
        # Two columns might be the result.
        "| Nội dung | Kết quả quý I | Kết quả quý II |\n|---|---|---|\n"
        "| Hồ sơ đúng hạn và trước hạn | 97% | 98% |",
    ],
)
def test_what_is_refused(markdown: str) -> None:
    assert read(markdown) == []


def test_words_that_are_as_much_another_targets_are_nobodys() -> None:
    both = (target("90%", "hồ sơ đất đai đúng hạn"), target("95%", "hồ sơ hộ tịch đúng hạn"))
    promise = Promise("x", both)
    assert read("Tỷ lệ hồ sơ đúng hạn đạt 96%.", promise) == []
    assert read("Tỷ lệ hồ sơ hộ tịch đúng hạn đạt 96%.", promise) == [(2, "96%")]


def test_stages_of_one_promise_share_their_reports() -> None:
    words = "kết quả thủ tục còn hiệu lực được số hóa"
    promise = Promise("x", (target("80%", words), target("100%", words)))
    assert read("Đến nay, 62% kết quả thủ tục còn hiệu lực được số hóa.", promise) == [
        (1, "62%"),
        (2, "62%"),
    ]


def test_a_figure_told_twice_is_one_report() -> None:
    text = "Tỷ lệ hồ sơ đúng hạn và trước hạn đạt 98,4%."
    assert read(f"{text}\n\n{text}") == [(1, "98,4%")]


PIECES = [
    "hồ sơ", "đúng hạn", "và", "trước hạn", "đạt", "98%", ";", ",", ".", ":", "15", "phút",
    "chỉ tiêu", "Kim Liên", "giảm", "còn", "từ", "không quá", "|", "|---|", "\n", "\n\n",
    "- ", "trong đó",
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES)))
def test_any_text_is_read(pieces: list[str]) -> None:
    read(" ".join(pieces))
