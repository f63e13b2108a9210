"""Tables of recipients: headers, merged rows, prizes, several names in a cell; and what is none."""

from __future__ import annotations

import random

import pytest

from plugins.awards import read_html, read_text
from plugins.awards.drafts import Draft
from plugins.awards.mentions import mentions
from plugins.awards.tables.headers import find_header
from plugins.awards.tables.table import Heading, read_table
from plugins.awards.text import Block, Text
from plugins.awards.tokens import tokenize

Row = tuple[str, str | None, list[str]]


def heading(words: str) -> Heading:
    found = mentions(tokenize(words, 0, len(words)))
    return Heading(found[0] if found else None)


def table(source: str, under: str = "") -> tuple[list[Draft], list[str]]:
    text: Text = read_html(source) if source.startswith("<") else read_text(source)
    rows = [block for block in text.blocks if block.kind == "row"]
    drafts, unread = read_table(text.plain, rows, heading(under))
    assert all(text.plain[e.start : e.end] == e.quote for d in drafts for e in d.evidence)
    return drafts, [evidence.quote for evidence in unread]


def told(drafts: list[Draft]) -> list[Row]:
    return [(d.title.name, d.rank, [r.name for r in d.recipients]) for d in drafts]


def in_rows(*lines: str) -> str:
    return "\n".join(f"| {line} |" for line in lines)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("STT | Họ và tên | Chức vụ | Đơn vị công tác", "name number position unit"),
        ("TT | HỌ TÊN HỌC SINH | LỚP | XẾP GIẢI", "name number title unit"),
        ("Số TT | Tập thể/cá nhân | Chức vụ, khoa phòng công tác | Danh hiệu",
         "name number place-of-work title"),
        ("TT | Họ và tên/Đơn vị | Nhiệm vụ | Ghi chú", "name note number position"),
        ("Giải | Tên sản phẩm | Nhóm tác giả | Trường", "name title unit work"),
        ("STT | Tên cơ quan, đơn vị | Hình thức khen thưởng", "name number title"),
        ("STT | Đơn vị | Ghi chú", "name note number"),
        ("TT | Đơn vị đạt giải | Giải thưởng (triệu đồng)", "name number title"),
        ("TT | Họ tên, chức vụ | Giáo viên hướng dẫn | Giải", "name number other title"),
        ("TT | Họ tên | Điểm/thời gian | Kết quả", "name note number title"),
        ("Giải | Số lượng | Mức thưởng", "amount title"),
    ],
)  # fmt: skip
def test_what_columns_hold(header: str, expected: str) -> None:
    text = read_text(in_rows(header, header))
    found = find_header(text.plain, text.blocks)
    assert found is not None
    assert " ".join(sorted(found[1].places)) == expected


@pytest.mark.parametrize(
    "words",
    ["1 | Phòng Nội vụ | Bằng khen", "1 | Trần Văn An | Giáo viên | Trường THCS Tân Lập"],
)
def test_a_row_of_recipients_is_no_header(words: str) -> None:
    text = read_text(in_rows(words, words))
    assert find_header(text.plain, text.blocks) is None


CASES: list[tuple[str, str, list[Row]]] = [
    # prizes: the noun is in the header, an empty cell goes on with the one above
    (
        in_rows(
            "TT | Họ và tên | Lớp | Đạt giải",
            "1 | Trần Minh An | 9A | Nhất",
            "2 | Lê Thị Bích | 9B | Nhì",
            "3 | Hồ Văn Tý, Vũ Lan Anh (song ca) | 8A | ",
            "4 | Phạm Gia Bảo | 6C | KK",
            "5 | Đỗ Hà My | 6C | Trang phục đẹp nhất",
            "6 | Bùi Văn Tám | 6C | Không",
        ),
        "",
        [
            ("Giải thưởng", "giải Nhất", ["Trần Minh An"]),
            ("Giải thưởng", "giải Nhì", ["Lê Thị Bích", "Hồ Văn Tý", "Vũ Lan Anh"]),
            ("Giải thưởng", "giải Khuyến khích", ["Phạm Gia Bảo"]),
            ("Giải thưởng", "giải Trang phục đẹp nhất", ["Đỗ Hà My"]),
        ],
    ),
    # a table with tabs, its first cell empty where the prize goes on
    (
        "Giải\tSản phẩm\tTác giả\tĐơn vị\nA\tBàn học\tTrần Văn An\tTHCS Tân Lập\n"
        "\tQuạt máy\tVũ Minh\tTHCS Tân Hòa",
        "",
        [("Giải thưởng", "giải A", ["Trần Văn An", "Vũ Minh"])],
    ),
    # "as above", roman and lettered rows
    (
        in_rows(
            "STT | Tên tập thể, cá nhân | Chức vụ, đơn vị | Danh hiệu",
            "A | TẬP THỂ | | ",
            "I | Khối xã | | ",
            "1 | Khoa Nhi | | Tập thể lao động tiên tiến",
            "2 | Bộ phận Tiếp nhận và Trả kết quả xã Tân Lập | | nt",
            "B | CÁ NHÂN | | ",
            "1 | BS. Bàn Tòn Ton | Khoa Nhi | Lao động tiên tiến",
            "2 | ĐD. Lê Thị Bích | Khoa Nhi | -nt-",
            "3 | Tổng cộng | | 04",
        ),
        "",
        [
            (
                "Tập thể lao động tiên tiến",
                None,
                ["Khoa Nhi", "Bộ phận Tiếp nhận và Trả kết quả xã Tân Lập"],
            ),
            ("Lao động tiên tiến", None, ["Bàn Tòn Ton", "Lê Thị Bích"]),
        ],
    ),
    # the same prize in another contest is another award
    (
        in_rows(
            "STT | HỌ VÀ TÊN | ĐƠN VỊ",
            "CUỘC THI VIẾT | | ",
            "GIẢI NHẤT | | ",
            "1 | TRẦN VĂN AN | SỞ Y TẾ",
            "CUỘC THI ẢNH | | ",
            "GIẢI NHẤT | | ",
            "2 | Y BLÔ, KSOR H'NHI | BUÔN A",
        ),
        "",
        [
            ("Giải thưởng", "giải Nhất", ["TRẦN VĂN AN"]),
            ("Giải thưởng", "giải Nhất", ["Y BLÔ", "KSOR H'NHI"]),
        ],
    ),
    # columns headed by awards, with a mark or with the names
    (
        in_rows(
            "STT | Họ và tên | Giấy khen | Bằng khen",
            "1 | Trần Văn An | x | ",
            "2 | Lê Thị Bích | x | X",
            "3 | Hồ Văn Tý | | ",
        ),
        "",
        [
            ("Giấy khen", None, ["Trần Văn An", "Lê Thị Bích"]),
            ("Bằng khen", None, ["Lê Thị Bích"]),
        ],
    ),
    (
        in_rows(
            "Nội dung | Giải Nhất | Giải Nhì", "Đơn ca | Trần Văn An | Lê Thị Bích và Hồ Văn Tý"
        ),
        "",
        [
            ("Giải thưởng", "giải Nhất", ["Trần Văn An"]),
            ("Giải thưởng", "giải Nhì", ["Lê Thị Bích", "Hồ Văn Tý"]),
        ],
    ),
    # units whose type is in the header; several in a cell
    (
        in_rows("TT | Xã | Giải", "1 | Tân Lập | Nhất", "2 | Xã Tân Hòa, xã Tân Bình | Nhì"),
        "",
        [
            ("Giải thưởng", "giải Nhất", ["Xã Tân Lập"]),
            ("Giải thưởng", "giải Nhì", ["Xã Tân Hòa", "Xã Tân Bình"]),
        ],
    ),
    # a unit with a comma in its name is one; a bare name under "Đội thi" is a team
    (
        in_rows(
            "TT | Đội thi | Giải",
            "1 | Phòng Vật tư, trang thiết bị y tế | Nhất",
            "2 | Sao Mai | Nhì",
        ),
        "",
        [
            ("Giải thưởng", "giải Nhất", ["Phòng Vật tư, trang thiết bị y tế"]),
            ("Giải thưởng", "giải Nhì", ["Sao Mai"]),
        ],
    ),
    # classes and years that complete the award of the heading
    (
        in_rows("STT | Họ và tên | Hạng", "1 | Trần Văn An | Nhì", "2 | Lê Thị Bích | hạng Ba"),
        "Huân chương Lao động",
        [
            ("Huân chương Lao động", "hạng Nhì", ["Trần Văn An"]),
            ("Huân chương Lao động", "hạng Ba", ["Lê Thị Bích"]),
        ],
    ),
    (
        in_rows("STT | Họ và tên | Tuổi Đảng", "1 | Trần Văn An | 50 năm"),
        "Huy hiệu Đảng",
        [("Huy hiệu Đảng", "50 năm tuổi Đảng", ["Trần Văn An"])],
    ),
    # without a header: numbered rows under an award, never without one
    (
        in_rows("1 | Trần Văn An | Phòng Nội vụ", "2 | Lê Thị Bích | Công an xã"),
        "Giấy khen",
        [("Giấy khen", None, ["Trần Văn An", "Lê Thị Bích"])],
    ),
    (in_rows("1 | Trần Văn An | Phòng Nội vụ", "2 | Lê Thị Bích | Công an xã"), "", []),
    # both collectives and persons in columns of their own
    (
        in_rows("TT | Tập thể | Cá nhân", "1 | Phòng Kinh tế | Trần Văn An", "2 | Công an xã | "),
        "Giấy khen",
        [("Giấy khen", None, ["Phòng Kinh tế", "Trần Văn An", "Công an xã"])],
    ),
    # cells merged over rows and columns
    (
        "<table><tr><th>Giải</th><th>Tiết mục</th><th>Họ tên</th><th>Đơn vị</th></tr>"
        "<tr><td rowspan=2>Nhất</td><td>Bài ca xuân</td><td>Trần Văn An<br>Lê Thị Bích</td>"
        "<td>Công an xã</td></tr>"
        "<tr><td>Bài ca hạ</td><td>Hồ Văn Tý</td><td>Trạm Y tế</td></tr></table>",
        "",
        [("Giải thưởng", "giải Nhất", ["Trần Văn An", "Lê Thị Bích", "Hồ Văn Tý"])],
    ),
    (
        "<table><tr><td rowspan=2>STT</td><td rowspan=2>Họ và tên</td>"
        "<td colspan=2>Hình thức khen thưởng</td><td rowspan=2>Ghi chú</td></tr>"
        "<tr><td>Giấy khen</td><td>Bằng khen</td></tr>"
        "<tr><td>1</td><td>Trần Văn An</td><td></td><td>x</td><td></td></tr></table>",
        "",
        [("Bằng khen", None, ["Trần Văn An"])],
    ),
    # tables that follow an award and are about something else
    (in_rows("STT | Đơn vị | Số hồ sơ | Tỷ lệ", "1 | Phòng Nội vụ | 12 | 90%"), "Giấy khen", []),
    (in_rows("STT | Đơn vị | Điểm | Xếp hạng", "1 | Công an xã | 95 | 2"), "Giấy khen", []),
    (in_rows("STT | Họ và tên | Số điện thoại", "1 | Trần Văn An | 0123"), "Giấy khen", []),
    (
        in_rows("STT | Đơn vị | Huy chương Vàng | Huy chương Bạc", "1 | Công an xã | 2 | 1"),
        "Giấy khen",
        [],
    ),
    (
        in_rows(
            "TT | Tên tác phẩm | Giải | Giáo viên hướng dẫn", "1 | Sông quê | Nhất | Lê Thị Bích"
        ),
        "",
        [],
    ),
]


@pytest.mark.parametrize(("source", "under", "expected"), CASES)
def test_tables(source: str, under: str, expected: list[Row]) -> None:
    assert told(table(source, under)[0]) == expected


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("Chức vụ, đơn vị", "Giáo viên, Trường THPT Tân Lập", ("Giáo viên", "Trường THPT Tân Lập")),
        ("Chức vụ, đơn vị", "Công chức Tư pháp - Hộ tịch, UBND xã A",
         ("Công chức Tư pháp - Hộ tịch", "UBND xã A")),
        ("Chức vụ, đơn vị", "Chủ tịch Hội Nông dân xã A", ("Chủ tịch", "Hội Nông dân xã A")),
        ("Chức vụ, đơn vị", "Khoa Dược", (None, "Khoa Dược")),
        ("Chức vụ", "Tổ trưởng tổ 4", ("Tổ trưởng tổ 4", None)),
        ("Lớp", "5A2", (None, "lớp 5A2")),
        ("Đơn vị", "Phòng Kinh tế", (None, "Phòng Kinh tế")),
        ("Ghi chú", "Tổ trưởng", ("Tổ trưởng", None)),
        ("Ghi chú", "Nghỉ thai sản", (None, None)),
    ],
)  # fmt: skip
def test_office_and_unit(header: str, row: str, expected: tuple[str | None, str | None]) -> None:
    source = in_rows(f"STT | Họ và tên | {header}", f"1 | Trần Văn An | {row}")
    ((person,),) = (draft.recipients for draft in table(source, "Giấy khen")[0])
    assert (person.position, person.unit) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Ông (bà) Trần Văn An", [("Trần Văn An", None, None)]),
        ("Thượng tá Trần Văn An (Trưởng Công an xã)", [("Trần Văn An", "Trưởng Công an xã", None)]),
        ("Trần Văn An - Kế toán, Trạm Y tế xã A", [("Trần Văn An", "Kế toán", "Trạm Y tế xã A")]),
        ("Trần Văn An 9A1", [("Trần Văn An", None, "lớp 9A1")]),
        ("1. Trần Văn An; 2. Lê Bích",
         [("Trần Văn An", None, None), ("Lê Bích", None, None)]),
        ("Lò A Sử và Tẩn Lở Mẩy (lớp 3A)",
         [("Lò A Sử", None, "lớp 3A"), ("Tẩn Lở Mẩy", None, "lớp 3A")]),
        ("H' NUÔN KSƠR", [("H' NUÔN KSƠR", None, None)]),
        ("Hộ ông Trần Văn An", [("Hộ ông Trần Văn An", None, None)]),
        ("Các hộ dân", []),
        ("Hà Nội", []),
    ],
)  # fmt: skip
def test_names_in_a_cell(cell: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    drafts, unread = table(in_rows("STT | Họ và tên | Ghi chú", f"1 | {cell} | "), "Giấy khen")
    read = [(r.name, r.position, r.unit) for draft in drafts for r in draft.recipients]
    assert read == expected
    assert bool(unread) is not bool(expected)


def test_a_merged_row_tells_award_issuer_and_count() -> None:
    (draft,), _ = table(
        in_rows(
            "STT | Họ và tên | Đơn vị",
            "I | Giấy khen của Chủ tịch UBND xã (02 người) | ",
            "1 | Trần Văn An | Thôn Đông",
            "2 | Lê Thị Bích | Thôn Hạ",
        )
    )
    assert (draft.issuer, draft.declared) == ("Chủ tịch UBND xã", {"individuals": 2})


def test_each_award_of_a_cell_keeps_its_issuer() -> None:
    drafts, _ = table(
        in_rows(
            "STT | Họ và tên | Hình thức",
            "1 | Trần Văn An | Bằng khen của Bộ Nội vụ; Lao động tiên tiến",
        )
    )
    assert [(draft.title.name, draft.issuer) for draft in drafts] == [
        ("Bằng khen", "Bộ Nội vụ"),
        ("Lao động tiên tiến", None),
    ]


def test_what_is_only_proposed_or_planned() -> None:
    drafts, _ = table(
        in_rows("STT | Họ và tên | Danh hiệu đề nghị", "1 | Trần Văn An | Lao động tiên tiến")
    )
    assert [draft.status for draft in drafts] == ["proposed"]
    drafts, _ = table(in_rows("Giải | Số lượng | Mức thưởng", "Nhất | 01 | 300.000đ"))
    assert [(draft.status, draft.rank, draft.declared) for draft in drafts] == [
        ("planned", "giải Nhất", {"total": 1})
    ]


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("Danh sách:\n| TT | Họ tên |\n| 1 | An |\nHết.", "paragraph row row paragraph"),
        ("1.\tTrần Văn An\n2.\tLê Thị Bích\n3.\tHồ Văn Tý", "item item item"),
        ("UBND XÃ\tCỘNG HÒA\nSố: 1\tĐộc lập\nA\tB", "paragraph paragraph paragraph"),
        ("Họ tên\tĐơn vị\nTrần Văn An\tCông an xã", "row row"),
        ("\tMột đoạn.\n\tHai đoạn.\n\tBa đoạn.", "paragraph paragraph paragraph"),
    ],
)
def test_where_a_table_stands_in_a_paragraph(source: str, kinds: str) -> None:
    assert " ".join(block.kind for block in read_text(source).blocks) == kinds


def test_any_table_is_read_without_an_error() -> None:
    pieces = [
        "STT", "Họ và tên", "Giải", "Đơn vị", "Giấy khen", "x", "nt", '"', "1", "I", "", "(", ")",
        "Trần Văn An", "Nhất", "Phòng", "và", ",", ";", "của", "Tập thể", "9A", "’", "/", "  ",
        "Hình thức đề nghị", "Tổng", "Số lượng", "Tác giả", ":", "-", "BS.", "Ông (", "Hộ ông",
        "\u0301",
    ]  # fmt: skip
    rng = random.Random(7)  # noqa: S311
    for _ in range(600):
        rows = [
            " | ".join(
                " ".join(rng.choices(pieces, k=rng.randint(0, 3))) for _ in range(rng.randint(1, 6))
            )
            for _ in range(rng.randint(1, 6))
        ]
        under = rng.choice(["", "Giấy khen", "Giải Nhất", "Huân chương Lao động"])
        blocks: list[Block] = list(read_text(in_rows(*rows)).blocks)
        assert (
            table(in_rows(*rows), under)
            if all(b.kind == "row" for b in blocks) and blocks
            else True
        )
