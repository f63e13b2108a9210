"""Shapes of the language, one sentence or list each, and what must not be read from them."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.awards import Extraction, extract, read_html, read_markdown, read_text
from plugins.model import Award

Row = tuple[str, str | None, list[str]]


def read(source: str, **options: object) -> Extraction:
    return extract(read_text(source), **options)  # type: ignore[arg-type]


def given(extraction: Extraction) -> list[Award]:
    return [award for award in extraction.awards if award.status == "conferred"]


def rows(extraction: Extraction) -> list[Row]:
    return [
        (award.title.name, award.rank, [recipient.name for recipient in award.recipients])
        for award in given(extraction)
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # giving
        (
            "Chủ tịch UBND xã tặng Giấy khen cho Phòng Kinh tế, Phòng Văn hóa - Xã hội và "
            "Công an xã.",
            [("Giấy khen", None, ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã"])],
        ),
        (
            "Bộ Nội vụ tặng Bằng khen cho 2 tập thể gồm: Sở Văn hóa, Thể thao và Du lịch; "
            "Sở Tư pháp.",
            [("Bằng khen", None, ["Sở Văn hóa, Thể thao và Du lịch", "Sở Tư pháp"])],
        ),
        (
            "Ban tổ chức trao giải Nhất cho Đội 3; giải Nhì cho Đội 1 và 2 giải Ba cho Cụm 4,5.",
            [
                ("Giải thưởng", "giải Nhất", ["Đội 3"]),
                ("Giải thưởng", "giải Nhì", ["Đội 1"]),
                ("Giải thưởng", "giải Ba", ["Cụm 4", "Cụm 5"]),
            ],
        ),
        (
            "Giải Nhất thuộc về đội thi xã Bình Minh, giải Nhì thuộc về các đội thi xã Tân "
            "Lập, Tân Hòa.",
            [
                ("Giải thưởng", "giải Nhất", ["Xã Bình Minh"]),
                ("Giải thưởng", "giải Nhì", ["Xã Tân Lập", "Xã Tân Hòa"]),
            ],
        ),
        (
            "Giải Nhất, Nhì lần lượt thuộc về xã Tân Lập và xã Tân Hòa.",
            [
                ("Giải thưởng", "giải Nhất", ["Xã Tân Lập"]),
                ("Giải thưởng", "giải Nhì", ["Xã Tân Hòa"]),
            ],
        ),
        # receiving
        (
            "Năm 2021, Trường Tiểu học Hòa Bình được Chủ tịch UBND tỉnh tặng Cờ thi đua.",
            [("Cờ thi đua", None, ["Trường Tiểu học Hòa Bình"])],
        ),
        (
            "Xã Tân Lập đoạt giải Nhất; xã Tân Hòa và thị trấn Kim Sơn đạt giải Nhì.",
            [
                ("Giải thưởng", "giải Nhất", ["Xã Tân Lập"]),
                ("Giải thưởng", "giải Nhì", ["Xã Tân Hòa", "Thị trấn Kim Sơn"]),
            ],
        ),
        (
            "Ba cá nhân được tặng Giấy khen gồm: ông Trần Văn An, Trưởng phòng Nội vụ; bà "
            "Lê Thị Bích, "
            "công chức xã Tân Lập và đồng chí Ksor H’Lan, Bí thư Đoàn xã Tân Hòa.",
            [("Giấy khen", None, ["Trần Văn An", "Lê Thị Bích", "Ksor H’Lan"])],
        ),
        # persons
        (
            "Chủ tịch nước truy tặng Huân chương Dũng cảm cho bác sĩ Vũ Thị Hòa và nguyên "
            "điều dưỡng Tạ Văn Nam.",
            [("Huân chương Dũng cảm", None, ["Vũ Thị Hòa", "Tạ Văn Nam"])],
        ),
        (
            "Bộ trưởng tặng Bằng khen cho PGS.TS. Đỗ Văn Khang - Giám đốc Bệnh viện Hữu "
            "Nghị (Bộ Y tế).",
            [("Bằng khen", None, ["Đỗ Văn Khang"])],
        ),
        # shared types
        ("UBND huyện tặng Giấy khen cho UBND xã A, B và C.",
         [("Giấy khen", None, ["UBND xã A", "UBND xã B", "UBND xã C"])]),
        ("UBND tỉnh tặng Bằng khen cho các bệnh viện: Hữu Nghị, Tâm Đức.",
         [("Bằng khen", None, ["Bệnh viện Hữu Nghị", "Bệnh viện Tâm Đức"])]),
        ("UBND tỉnh tặng Cờ thi đua cho Đảng bộ các xã Tân Lập, Tân Hòa và Tân Hội.",
         [("Cờ thi đua", None,
           ["Đảng bộ xã Tân Lập", "Đảng bộ xã Tân Hòa", "Đảng bộ xã Tân Hội"])]),
        # a unit and its parent
        ("Tặng Giấy khen cho Trường Tiểu học Hòa Bình, xã Tân Lập; thôn Đông, xã Tân Hòa.",
         [("Giấy khen", None, ["Trường Tiểu học Hòa Bình, xã Tân Lập", "Thôn Đông, xã Tân Hòa"])]),
        # lists
        (
            "UBND xã tặng Giấy khen cho các tập thể:\n- Thôn Đông\n- Thôn Đoài;\n+ Hội Nông dân xã",
            [("Giấy khen", None, ["Thôn Đông", "Thôn Đoài", "Hội Nông dân xã"])],
        ),
        (
            "Danh sách được tặng Bằng khen của Chủ tịch UBND tỉnh:\n1. Ông Trần Văn An, "
            "Giám đốc Sở Tư pháp;\n"
            "2. Bà Lê Thị Bích - Hiệu trưởng Trường THCS Quang Trung",
            [("Bằng khen", None, ["Trần Văn An", "Lê Thị Bích"])],
        ),
        (
            "Kết quả hội thi:\n\n- Giải Nhất: Xã Tân Lập\n- Giải Nhì: Xã Tân Hòa, xã Tân Hội",
            [
                ("Giải thưởng", "giải Nhất", ["Xã Tân Lập"]),
                ("Giải thưởng", "giải Nhì", ["Xã Tân Hòa", "Xã Tân Hội"]),
            ],
        ),
        (
            "1 giải A:\n- Loạt bài “Một cửa” của nhóm tác giả: Trần Văn An, Lê Thị Bích - "
            "Báo Bình Minh.",
            [("Giải thưởng", "giải A", ["Trần Văn An", "Lê Thị Bích"])],
        ),
        # a decision
        (
            "QUYẾT ĐỊNH\nVề việc tặng Giấy khen\nĐiều 1. Tặng Giấy khen cho\n1. Ông Trần "
            "Văn An, Chủ tịch UBND "
            "xã Tân Lập;\nĐiều 2. Chánh Văn phòng, Trưởng phòng Nội vụ và ông có tên tại "
            "Điều 1 chịu trách "
            "nhiệm thi hành.\nNơi nhận:\n- Như Điều 2;",
            [("Giấy khen", None, ["Trần Văn An"])],
        ),
    ],
)  # fmt: skip
def test_recipients(source: str, expected: list[Row]) -> None:
    assert rows(read(source)) == expected


@pytest.mark.parametrize(
    ("source", "declared"),
    [
        (
            "UBND xã tặng Giấy khen cho 03 tập thể và 12 cá nhân.",
            {"collectives": 3, "individuals": 12},
        ),
        ("Sở Giáo dục tặng Giấy khen 1.204 học sinh.", {"individuals": 1204}),
        ("UBND xã tặng Giấy khen cho tám đơn vị.", {"collectives": 8}),
        ("UBND xã tặng Giấy khen cho 17 tập thể, cá nhân.", {"total": 17}),
        ("UBND xã tặng Giấy khen cho 4 hộ gia đình.", {"households": 4}),
        (
            "Bộ Nội vụ tặng Bằng khen cho 4 cá nhân thuộc Sở Tư pháp; 1 cá nhân thuộc Sở Y tế.",
            {"individuals": 5},
        ),
        ("UBND xã tặng Giấy khen cho 20 cá nhân, trong đó có 5 công chức.", {"individuals": 20}),
    ],
)
def test_declared_counts(source: str, declared: dict[str, int]) -> None:
    (award,) = given(read(source))
    said = {
        key: getattr(award.declared, key)
        for key in ("collectives", "individuals", "households", "total")
    }
    assert {key: count for key, count in said.items() if count is not None} == declared


TRAPS = [
    "Hội thi nhận 48 giải pháp dự thi, 17 giải pháp về công nghệ thông tin.",
    "Lễ kỷ niệm ngày giải phóng thành phố có 300 cán bộ tham dự.",
    "Giải Bóng chuyền công chức có 12 đội tham gia.",
    "Đoàn đại biểu trao cờ lưu niệm cho Đội 5 và Đội 7.",
    "Vận động viên giành huy chương vàng cho tỉnh Bình Minh.",
    "Hội đồng Thi đua - Khen thưởng huyện họp với 12 thành viên.",
    "Tập thể đạt danh hiệu Lao động tiên tiến phải có tối thiểu 70% cá nhân hoàn thành nhiệm vụ.",
    "Biểu dương, khen thưởng kịp thời các tập thể, cá nhân có thành tích.",
    "Cơ cấu giải thưởng: 01 giải nhất, 02 giải nhì, 03 giải ba.",
    "Kết thúc cuộc thi, Ban tổ chức sẽ trao 1 giải Nhất và 2 giải Nhì.",
    "Dự kiến tặng Giấy khen cho 5 tập thể, 10 cá nhân.",
    "Phòng Nội vụ nhận 02 hồ sơ đề nghị xét tặng danh hiệu Nhà giáo Ưu tú.",
    "UBND huyện đề nghị tặng Huân chương Lao động hạng Ba cho xã Tân Lập.",
    "Tiêu chuẩn tặng Giấy khen: cá nhân có thành tích được công nhận tại 2 đơn vị.",
    "Cụm thi đua gồm 3 đơn vị: Sở Nội vụ, Sở Tư pháp, Sở Ngoại vụ.",
    "Tham dự có ông Trần Văn An, Giám đốc Sở Nội vụ; bà Lê Thị Bích, Chánh Văn phòng UBND tỉnh.",
    "Lãnh đạo huyện tặng hoa chúc mừng Phòng Nội vụ.",
    "Ông từng được tặng Giấy khen cho 3 cá nhân.",
    "Xếp thứ 8/34 tỉnh, thành phố; 21/30 đơn vị đạt loại tốt.",
]


def test_labels_part_a_list_and_belong_to_the_award_before() -> None:
    award = given(
        read(
            "Chủ tịch UBND xã Tân Lập ban hành Quyết định số 86/QĐ-UBND ngày 6/5/2026 tặng Giấy "
            "khen cho 2 tập thể và 2 cá nhân.\n\nTập thể:\n\n1. Tổ công tác số 1\n2. Thôn Trại "
            "Hạ\n\nCá nhân:\n\n1. Bà Bùi Thị Thoa, công chức Phòng Kinh tế xã Tân Lập\n2. Ông "
            "Quách Đình Thọ, Trưởng thôn Trại Hạ\n\nCác bài khác:\n\n1. Xã Tân Hòa làm đường"
        )
    )
    assert [recipient.name for recipient in award[0].recipients] == [
        "Tổ công tác số 1",
        "Thôn Trại Hạ",
        "Bùi Thị Thoa",
        "Quách Đình Thọ",
    ]
    assert award[0].recipients[2].position == "công chức"
    assert award[0].recipients[2].unit == "Phòng Kinh tế xã Tân Lập"
    # The committee in the decision's number has conferred nothing.
    assert award[0].issuer == "Chủ tịch UBND xã Tân Lập"
    assert award[0].notes == ()


def test_an_office_is_not_a_person() -> None:
    found = read(
        "Giám đốc Sở tặng Giấy khen cho 2 cá nhân gồm: ông Bùi Quang Thiệp, Trưởng phòng Đăng ký "
        "kinh doanh, Sở Kế hoạch và Đầu tư; bà Lê Mỹ Hoa, công chức xã Tân Lập."
    )
    assert [one.name for one in given(found)[0].recipients] == ["Bùi Quang Thiệp", "Lê Mỹ Hoa"]
    assert found.unread == ()


def test_a_later_decision_is_not_lent_to_an_earlier_award() -> None:
    prizes, letter = given(
        read(
            "Giải Nhất thuộc về xã Tân Lập.\n\nNgoài giải thưởng của hội thi, Chủ tịch UBND tỉnh "
            "tặng Bằng khen cho xã Tân Hòa theo Quyết định số 1906/QĐ-UBND ngày 18/9/2024."
        )
    )
    assert prizes.document is None
    assert letter.document is not None
    assert letter.document.number == "1906/QĐ-UBND"


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("năm 2022", 2022),
        ("từ năm 2021 đến năm 2025", None),
        ("năm 2021 - 2025", None),
        ("giai đoạn 2021 - 2025", None),
    ],
)
def test_a_span_of_years_is_no_year(words: str, year: int | None) -> None:
    found = read(f"Chủ tịch UBND xã tặng Giấy khen cho Phòng Kinh tế vì thành tích {words}.")
    assert found.awards[0].year == year


@pytest.mark.parametrize(
    ("words", "position", "unit"),
    [
        (
            "Trưởng phòng Hướng dẫn và Kiểm tra hồ sơ",
            "Trưởng phòng Hướng dẫn và Kiểm tra hồ sơ",
            None,
        ),
        ("Trưởng phòng, Phòng Tư pháp huyện A", "Trưởng phòng", "Phòng Tư pháp huyện A"),
        ("Bí thư Đoàn Thanh niên phường", "Bí thư Đoàn Thanh niên phường", None),
        (
            "công chức Điểm phục vụ hành chính công",
            "công chức",
            "Điểm phục vụ hành chính công",
        ),
    ],
)
def test_office_and_unit_are_parted_where_it_is_plain(
    words: str, position: str, unit: str | None
) -> None:
    found = read(f"Chủ tịch UBND xã tặng Giấy khen cho bà Bùi Thị Thoa, {words}.")
    person = found.awards[0].recipients[0]
    assert (person.position, person.unit) == (position, unit)


def test_bullets_pasted_from_a_word_processor_part_names() -> None:
    text = read_markdown(
        "Chủ tịch UBND xã tặng Giấy khen cho 2 tập thể gồm:\n\n•\tPhòng Kinh tế\n•\tCông an xã"
    )
    names = [one.name for one in extract(text).awards[0].recipients]
    assert names == ["Phòng Kinh tế", "Công an xã"]


def test_where_persons_work_is_not_commended() -> None:
    found = extract(
        read_markdown(
            "Chủ tịch UBND xã tặng Giấy khen cho 2 cá nhân:\n\n| STT | Chức vụ | Đơn vị |\n"
            "|---|---|---|\n| 1 | Bùi Thị Thoa | Phòng Kinh tế |\n| 2 | Lê Văn Thu | Công an xã |"
        )
    )
    assert found.awards[0].recipients == ()
    assert [evidence.quote for evidence in found.unread] == ["STT\tChức vụ\tĐơn vị"]


def test_a_count_without_names_beside_names_is_told() -> None:
    award = given(
        read(
            "UBND huyện khen thưởng 2 tập thể, 21 cá nhân. 2 tập thể gồm: Phòng Nội vụ và Phòng "
            "Tư pháp."
        )
    )[0]
    assert "Bài nêu 21 cá nhân nhưng không nêu tên." in [note.message for note in award.notes]


def test_planned_prizes_have_no_recipients() -> None:
    found = read(
        "Kết thúc phong trào, Chủ tịch UBND huyện sẽ xem xét tặng Giấy khen cho 3 tập thể thuộc "
        "Phòng Nội vụ, Phòng Tư pháp và UBND các xã."
    )
    assert [(one.status, one.recipients) for one in found.awards] == [("planned", ())]


@pytest.mark.parametrize("source", TRAPS)
def test_what_is_not_given_is_not_taken(source: str) -> None:
    assert rows(read(source)) == []


def test_a_proposal_in_the_lead_makes_a_proposal_of_the_list() -> None:
    source = (
        "Lấy ý kiến về việc đề nghị khen thưởng\n\nHuân chương Lao động hạng Ba cho xã Tân "
        "Lập; Huân chương "
        "Lao động hạng Nhì cho xã Tân Hòa."
    )
    extraction = read(source)
    assert {award.status for award in extraction.awards} == {"proposed"}
    assert (
        read("Tặng Giấy khen cho xã Tân Lập.", headline="Đề nghị khen thưởng").awards[0].status
        == "proposed"
    )


def test_substrings_of_titles_do_not_match() -> None:
    extraction = read("Công nhận Tập thể lao động tiên tiến cho Phòng Nội vụ.")
    assert [award.title.slug for award in extraction.awards] == ["tap-the-lao-dong-tien-tien"]


@pytest.mark.parametrize(
    ("source", "issuer"),
    [
        ("UBND huyện Bình Minh tặng Giấy khen cho 3 tập thể.", "UBND huyện Bình Minh"),
        ("Dịp này, xã Tân Lập được Thủ tướng Chính phủ tặng Bằng khen.", "Thủ tướng Chính phủ"),
        ("Xã Tân Lập nhận Bằng khen của Bộ trưởng Bộ Nội vụ.", "Bộ trưởng Bộ Nội vụ"),
        ("Thừa ủy quyền Chủ tịch nước, ông Trần Văn An trao Huân chương Độc lập hạng Ba cho "
        "xã Tân Lập.", "Chủ tịch nước"),
    ],
)  # fmt: skip
def test_who_confers(source: str, issuer: str | None) -> None:
    (award,) = given(read(source))
    assert award.issuer == issuer


TABLE = """Quyết định tặng Giấy khen cho các tập thể, cá nhân sau:

| {header} |
|{rule}|
{rows}
"""


@pytest.mark.parametrize(
    ("header", "body", "expected"),
    [
        (
            "STT | Họ và tên | Chức vụ | Đơn vị | Hình thức khen thưởng",
            [
                "1 | Trần Văn An | Chuyên viên | Phòng Nội vụ | Giấy khen",
                "2 | Lê Thị Bích | Kế toán | | Bằng khen",
            ],
            [("Giấy khen", None, ["Trần Văn An"]), ("Bằng khen", None, ["Lê Thị Bích"])],
        ),
        (
            "TT | Tên đơn vị | Ghi chú",
            ["01 | Phòng Nội vụ | ", "02 | UBND xã Tân Lập | "],
            [("Giấy khen", None, ["Phòng Nội vụ", "UBND xã Tân Lập"])],
        ),
        (
            "Stt | Họ tên | Đơn vị công tác",
            [" | Chiến sĩ thi đua cơ sở | ", "1 | Bà Lê Thị Bích | Phòng Tư pháp"],
            [("Chiến sĩ thi đua cơ sở", None, ["Lê Thị Bích"])],
        ),
    ],
)
def test_tables(header: str, body: list[str], expected: list[Row]) -> None:
    rule = "|".join("---" for _ in header.split("|"))
    lines = "\n".join(f"| {row} |" for row in body)
    extraction = extract(read_markdown(TABLE.format(header=header, rule=rule, rows=lines)))
    assert rows(extraction) == expected


def test_a_row_of_a_table_gives_position_and_unit() -> None:
    html = (
        "<p>Tặng Giấy khen:</p><table><tr><td>STT</td><td>Họ và tên</td><td>Chức "
        "vụ</td><td>Đơn vị</td></tr>"
        "<tr><td>1</td><td>Trần Văn An</td><td>Chuyên viên</td><td>Phòng Nội vụ</td></tr></table>"
    )
    (award,) = extract(read_html(html)).awards
    (person,) = award.recipients
    assert (person.name, person.position, person.unit) == (
        "Trần Văn An",
        "Chuyên viên",
        "Phòng Nội vụ",
    )


STORY = [
    "UBND huyện khen thưởng 5 tập thể, 8 cá nhân có thành tích trong chuyển đổi số năm 2021",
    "UBND huyện Bình Minh đã ban hành Quyết định số 1.207 về việc khen thưởng 5 tập thể, 8 "
    "cá nhân có "
    "thành tích trong chuyển đổi số năm 2021.",
    "Ngày 28/12, UBND huyện Bình Minh đã ban hành Quyết định số 1207 về việc khen thưởng 5 "
    "tập thể, 8 cá "
    "nhân có thành tích trong chuyển đổi số năm 2021. Trong 5 tập thể có 3 phòng của huyện "
    "gồm: Phòng Nội "
    "vụ, Văn hóa và Thông tin. 02 xã, thị trấn gồm: Thị trấn Kim Sơn, UBND xã Tân Lập. 8 cá "
    "nhân được khen "
    "thưởng gồm công chức phụ trách một cửa ở các xã.",
]
UNITS = ["Phòng Nội vụ", "Phòng Văn hóa và Thông tin", "Thị trấn Kim Sơn", "UBND xã Tân Lập"]


@pytest.mark.parametrize(
    "text",
    [
        read_text("\n\n".join(STORY)),
        read_html("".join(f"<p>{paragraph}</p>\n" for paragraph in STORY)),
        read_markdown("---\ntitle: Bài\n---\n" + "\n\n".join(STORY)),
    ],
    ids=["text", "html", "markdown"],
)
def test_one_decision_told_three_times_is_one_award(text: object) -> None:
    (award,) = extract(text, published=date(2022, 1, 3)).awards  # type: ignore[arg-type]
    assert award.title.slug == "chua-ro-hinh-thuc"
    assert award.issuer == "UBND huyện Bình Minh"
    assert award.document is not None
    assert (award.document.number, award.document.date) == ("1207", date(2021, 12, 28))
    assert award.document.date_inferred
    assert (award.declared.collectives, award.declared.individuals, award.declared.total) == (
        5,
        8,
        None,
    )
    assert [recipient.name for recipient in award.recipients] == UNITS
    assert award.recipients[1].evidence.quote == "Văn hóa và Thông tin"
    notes = {note.code: note.message for note in award.notes}
    assert notes["count-mismatch"] == "Bài nêu 5 tập thể nhưng chỉ nêu tên 4."
    assert "year-inferred" in notes
    assert (award.year, award.status) == (2021, "conferred")


def test_a_list_that_breaks_off_loses_its_last_name_and_says_so() -> None:
    source = (
        "Chủ tịch UBND tỉnh Bình Minh tặng Bằng khen cho các cá nhân gồm: ông Trần Văn An, "
        "Giám đốc Sở Nội vụ "
        "tỉnh Bình Minh; bà Lê Thị Bích, Hiệu trưởng Trường THCS Quang Trung, xã Tân Lập, "
        "tỉnh Bình Minh; "
        "ông Đỗ Văn"
    )
    (award,) = read(source).awards
    assert [recipient.name for recipient in award.recipients] == ["Trần Văn An", "Lê Thị Bích"]
    assert "list-cut" in {note.code for note in award.notes}


def test_what_speaks_of_an_award_and_yields_nothing_is_reported() -> None:
    extraction = read("Lãnh đạo huyện trao Giấy khen cho các tập thể và cá nhân.")
    assert extraction.awards == ()
    assert [evidence.quote for evidence in extraction.unread] == [
        "Lãnh đạo huyện trao Giấy khen cho các tập thể và cá nhân."
    ]
