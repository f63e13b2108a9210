"""Lists of recipients in sentences: what parts them, what they share, whom they name."""

from __future__ import annotations

import pytest

from plugins.awards import LONGEST, extract, read_text
from plugins.awards.passages import Passages
from plugins.vocabulary import load

READ = [
    # units of one kind stand side by side, sub-units keep their parents
    (
        "Danh hiệu “Đơn vị quyết thắng”: Tiểu đoàn 4, Tiểu đoàn 6.",
        [("Đơn vị quyết thắng", None, ["Tiểu đoàn 4", "Tiểu đoàn 6"])],
    ),
    (
        "UBND huyện tặng Giấy khen cho Đội 2, Công an thị trấn; Tổ 5, Công an xã Hòa Bình.",
        [("Giấy khen", None, ["Đội 2, Công an thị trấn", "Tổ 5, Công an xã Hòa Bình"])],
    ),
    # the declared count joins a field to the office before it
    (
        "Sở tặng Giấy khen cho 3 tập thể: Chi cục Thủy lợi, Chi cục Quản lý chất lượng, Chế biến "
        "và Phát triển thị trường, Ban Quản lý rừng phòng hộ Sông Bé.",
        [
            (
                "Giấy khen",
                None,
                [
                    "Chi cục Thủy lợi",
                    "Chi cục Quản lý chất lượng, Chế biến và Phát triển thị trường",
                    "Ban Quản lý rừng phòng hộ Sông Bé",
                ],
            )
        ],
    ),
    # numbers shared by a type, but no scores
    (
        "Giải Nhất thuộc về Cụm 2,3,7.",
        [("Giải thưởng", "giải Nhất", ["Cụm 2", "Cụm 3", "Cụm 7"])],
    ),
    (
        "Giải Nhất thuộc về các em Trần Văn An (lớp 9A, 18,5 điểm) và Lê Thị Bình (lớp 9B).",
        [("Giải thưởng", "giải Nhất", ["Trần Văn An", "Lê Thị Bình"])],
    ),
    # a number before a counted noun is no number of a unit
    (
        "UBND phường tặng Giấy khen cho 2 tập thể gồm Khu phố 5, Khu phố 11 và 2 cá nhân gồm ông "
        "Trần Văn An và bà Lê Thị Bình.",
        [("Giấy khen", None, ["Khu phố 5", "Khu phố 11", "Trần Văn An", "Lê Thị Bình"])],
    ),
    # ranks by order
    (
        "Các giải Nhất, Nhì, Ba lần lượt thuộc về Thôn 3, Thôn 5 và Thôn 9.",
        [
            ("Giải thưởng", "giải Nhất", ["Thôn 3"]),
            ("Giải thưởng", "giải Nhì", ["Thôn 5"]),
            ("Giải thưởng", "giải Ba", ["Thôn 9"]),
        ],
    ),
    (
        "Nhất, nhì, ba toàn đoàn lần lượt thuộc về Khối 1, Khối 4 và Khối 2.",
        [
            ("Giải thưởng", "giải Nhất toàn đoàn", ["Khối 1"]),
            ("Giải thưởng", "giải Nhì toàn đoàn", ["Khối 4"]),
            ("Giải thưởng", "giải Ba toàn đoàn", ["Khối 2"]),
        ],
    ),
    # one subject, two givers
    (
        "Ông Trần Văn An được Chủ tịch UBND tỉnh tặng Bằng khen, UBND huyện tặng Giấy khen.",
        [("Bằng khen", None, ["Trần Văn An"]), ("Giấy khen", None, ["Trần Văn An"])],
    ),
    # a work before its author, a team beside a person
    (
        "Giải Nhì:\n1. Máy tỉa bắp mi ni của Trần Văn An - Trường THCS Tân Lập\n"
        "2. Thùng rác biết nói của nhóm tác giả Lê Thị Bình, Vũ Văn Chi",
        [("Giải thưởng", "giải Nhì", ["Trần Văn An", "Lê Thị Bình", "Vũ Văn Chi"])],
    ),
    (
        "Giải Nhì: Trần Thùy Dương và nhóm Sao Mai.",
        [("Giải thưởng", "giải Nhì", ["Trần Thùy Dương", "Nhóm Sao Mai"])],
    ),
    # a sum of money is no part of a name
    (
        "Công an tỉnh khen thưởng Ban chuyên án 30 triệu đồng.",
        [("Khen thưởng", None, ["Ban chuyên án"])],
    ),
    # a surname that is also an address
    (
        "UBND tỉnh tặng Bằng khen cho bà Ông Thị Liên, viên chức; ông Trần Văn An.",
        [("Bằng khen", None, ["Ông Thị Liên", "Trần Văn An"])],
    ),
    # an award named by a date
    (
        "Tỉnh đoàn trao giải thưởng “15 tháng 10” cho 2 cá nhân: Trần Văn An, Lê Thị Bình.",
        [("Giải thưởng 15 tháng 10", None, ["Trần Văn An", "Lê Thị Bình"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_lists(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    read = extract(read_text(text)).awards
    told = [(a.title.name, a.rank, [r.name for r in a.recipients]) for a in read]
    assert told == expected


def test_counts_in_a_heading_are_all_taken() -> None:
    read = extract(
        read_text(
            "II. BẰNG KHEN CỦA UBND TỈNH (02 tập thể, 01 cá nhân)\n1. Phòng Tư pháp\n2. Thanh tra"
        )
    )
    declared = read.awards[0].declared
    assert (declared.collectives, declared.individuals) == (2, 1)


def test_what_tells_more_of_an_item_does_not_end_a_proposal() -> None:
    read = extract(
        read_text(
            "Sở Nội vụ công khai danh sách đề nghị khen thưởng như sau:\n\n"
            "I. HUÂN CHƯƠNG LAO ĐỘNG HẠNG BA\n1. Trường Chính trị tỉnh\n"
            "Thành tích: 05 năm liền hoàn thành xuất sắc nhiệm vụ.\n\n"
            "II. BẰNG KHEN CỦA THỦ TƯỚNG CHÍNH PHỦ\n1. Phòng Kỹ thuật"
        )
    )
    assert [award.status for award in read.awards] == ["proposed", "proposed"]


def test_every_spelling_of_a_title_passes_the_gate() -> None:
    missed = []
    for title in load().award_titles:
        for spelling in (title.name, *title.aliases):
            passages = Passages(read_text(f"UBND xã Tân Lập trao {spelling} cho Thôn 3."))
            if title.family != "ranking" and not (passages.speaks and passages.tells(0)):
                missed.append(spelling)
    assert missed == []


def test_behind_the_longest_article_all_is_unread() -> None:
    text = read_text("Tin tức. " * (LONGEST // 9) + "\n\nUBND xã tặng Giấy khen cho Thôn 3.")
    read = extract(text)
    assert read.awards == ()
    assert read.unread[-1].start == LONGEST
    assert read.unread[-1].quote == text.plain[LONGEST : read.unread[-1].end]


@pytest.mark.parametrize(
    "text",
    [
        "Quy chế thi đua, khen thưởng của Công ty\nĐiều 4. Giấy khen tặng cho Chi nhánh Tân Lập, "
        "Chi nhánh Hòa Bình khi đạt từ 90 điểm.",
        "Huyện phát động hội thi “Một cửa thân thiện”\nMỗi bảng 01 giải Nhất, 02 giải Nhì.",
        "Phòng Nội vụ được giao tham mưu tặng Giấy khen cho 9 tập thể.",
        "Có 6 đơn vị xếp loại Rất tốt và 17 đơn vị xếp loại Tốt.",
    ],
)
def test_nothing_is_given(text: str) -> None:
    assert [a for a in extract(read_text(text)).awards if a.status == "conferred"] == []
