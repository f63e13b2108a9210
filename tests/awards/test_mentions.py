"""Awards as sentences name them: rank, count and name, nothing more and nothing less."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.awards.mentions import Mention, mentions, number_span
from plugins.awards.mentions.numerals import number_before
from plugins.awards.tokens import tokenize
from tests.work import is_linear


def found(text: str) -> list[Mention]:
    return mentions(tokenize(text, 0, len(text)))


def ranks(text: str) -> list[tuple[str | None, int | None]]:
    return [(mention.rank, mention.count) for mention in found(text)]


def names(text: str) -> list[str]:
    return [mention.title.name for mention in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trao giải đặc biệt cho đội A", ["giải Đặc biệt"]),
        ("Giải KK: Đội 2", ["giải Khuyến khích"]),
        ("đạt giải 3 cấp huyện", ["giải Ba"]),
        ("giải Vàng, giải Bạc và giải Đồng", ["giải Vàng", "giải Bạc", "giải Đồng"]),
        ("các giải A, B, C thuộc về", ["giải A", "giải B", "giải C"]),
        ("các giải: Nhất, Nhì, Ba cho 3 đội", ["giải Nhất", "giải Nhì", "giải Ba"]),
        ("giải Nhất, giải Nhì, giải Ba", ["giải Nhất", "giải Nhì", "giải Ba"]),
        ("giải Nhất toàn đoàn thuộc về xã A", ["giải Nhất toàn đoàn"]),
        ("giải Nhất, Nhì toàn đoàn", ["giải Nhất toàn đoàn", "giải Nhì toàn đoàn"]),
        ("đoạt Nhì toàn đoàn", ["giải Nhì toàn đoàn"]),
        ("giải nhì, ba cá nhân", ["giải Nhì"]),
        ("giải Nhất, Ba Đình nhận cờ", ["giải Nhất"]),
        ("giải 3 triệu đồng, giải tư pháp, giải đồng đội, giải A1", []),
        ("Giải C: không có. Bảng B không có giải Nhất", []),
        ("trận tranh giải Ba", []),
    ],
)
def test_prizes_by_rank(text: str, expected: list[str]) -> None:
    assert [rank for rank, _ in ranks(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trao giải Phần trình bày cuốn hút cho Đội 4", ["giải Phần trình bày cuốn hút"]),
        ("Giải Tiết mục vui nhất thuộc về thôn 2", ["giải Tiết mục vui nhất"]),
        ("Xã A được tặng giải Tập thể cổ vũ sôi nổi nhất.", ["giải Tập thể cổ vũ sôi nổi nhất"]),
        ("Giải phụ “Áo dài đẹp” được trao cho xã A", ["giải Áo dài đẹp"]),
        ("giải phụ Thí sinh dễ mến cho em B", ["giải Thí sinh dễ mến"]),
        ("Giải “Giờ học vui” : Cô Lê Thị Hoa", ["giải Giờ học vui"]),
        ("Giải Ấn tượng – Đội thi xã B", ["giải Ấn tượng"]),
        ("đoạt giải Thí sinh được yêu thích nhất.", ["giải Thí sinh được yêu thích nhất"]),
        (
            "trao giải Nhất cho A; giải Ý tưởng mới và giải Phong cách cho B",
            ["giải Nhất", "giải Ý tưởng mới", "giải Phong cách"],
        ),
        (
            "Riêng giải Bình chọn có 2.100 lượt, được trao cho em Hoa",
            ["giải Bình chọn"],
        ),
        ("02 giải ứng xử hay nhất cho Cụm 1", ["giải ứng xử hay nhất"]),
        ("Trạm Y tế xã A đoạt giải tập thể.", ["giải tập thể"]),
        ("Giải tập thể thuộc về Trường B", ["giải tập thể"]),
        ("Giải tập thể: 01 giải Nhất", ["giải Nhất"]),
        ("Các giải phụ: Giải Nụ cười đẹp: chị Hoa", ["giải Nụ cười đẹp"]),
        ("Giải Thủ môn hay nhất: B", ["giải Thủ môn hay nhất"]),
        ("gồm giải cá nhân và giải tập thể theo khối: Cơ quan A", []),
        ("Giải cá nhân:", []),
        ("Giải Bóng chuyền: đội A; Giải Báo chí tỉnh: nhiều tác phẩm", []),
        ("tìm giải pháp, giải quyết, giải phóng mặt bằng cho dân", []),
        ("tổ hòa giải cơ sở cho biết lời giải hay cho bài toán", []),
        ("tham dự giải Búa liềm vàng; tổ chức giải Sao Mai cho công nhân", []),
        ("trao giải cho các đội; trao giải cuộc thi cho xã A; đạt giải cao", []),
        ("cơ cấu giải thưởng gồm", []),
    ],
)
def test_prizes_by_name(text: str, expected: list[str]) -> None:
    assert [rank for rank, _ in ranks(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected", "rest"),
    [
        ("03 giải khuyến khích", 3, ""),
        ("ba giải Ba", 3, ""),
        ("mười hai giải Ba", 12, ""),
        ("hai giải Nhì toàn đoàn", 2, ""),
        ("Giải Nhì (02 giải): Đội A", 2, ": Đội A"),
        ("Giải Nhì (2 giải, mỗi giải 1 triệu đồng): Đội A", 2, ": Đội A"),
        ("Giải B: 02 giải", 2, ""),
        ("giải C – 3 tác phẩm của tác giả A", 3, " của tác giả A"),
        ("Giải Ba: 3; giải", 3, "; giải"),
        ("Giải Ba: Thôn 2, 6", None, ": Thôn 2, 6"),
        ("Giải Nhất (Đội A)", None, " (Đội A)"),
        ("Giải Nhất - 2 giải Nhì", None, " - 2 giải Nhì"),
        ("500.000 đồng giải Ba", None, ""),
        ("2 Huân chương Quân công", 2, ""),
    ],
)
def test_counts(text: str, expected: int | None, rest: str) -> None:
    tokens = tokenize(text, 0, len(text))
    first = mentions(tokens)[0]
    assert first.count == expected
    assert text[tokens[first.last - 1].end :] == rest


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("tám mươi sáu tập thể", 0, (86, 3)),
        ("tám mươi sáu tập thể", 2, None),
        ("mười lăm xã", 0, (15, 2)),
        ("hai mươi mốt xã", 0, (21, 3)),
        ("ba mươi năm tuổi", 0, (30, 2)),
        ("1.329 lượt", 0, (1329, 1)),
        ("năm trạm y tế", 0, (5, 1)),
        ("Năm trạm y tế", 0, (5, 1)),
        ("BA TẬP THỂ", 0, (3, 1)),
        ("năm 2024", 0, None),
        ("năm học mới", 0, None),
        ("năm qua", 0, None),
        ("trong năm đơn vị đã", 1, None),
        ("hai trăm người", 0, None),
        ("5/17 xã", 2, None),
        ("12,5 xã", 0, None),
        ("12,5 xã", 2, None),
        ("3 - 5 xã", 2, None),
        ("thôn 3 hộ", 1, None),
        ("lần 2 xã", 1, None),
        ("5% xã", 0, None),
        ("ông Lê Năm nói", 2, None),
        ("Ba Đình nói", 0, None),
    ],
)
def test_numbers(text: str, place: int, expected: tuple[int, int] | None) -> None:
    assert number_span(tokenize(text, 0, len(text)), place) == expected


def test_a_number_is_found_before_a_place() -> None:
    tokens = tokenize("trao hai mươi tư giải", 0, 21)
    assert number_before(tokens, 4) == (24, 3)
    assert number_before(tokens, 2) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kỷ niệm chương “Vì sự nghiệp thủy lợi” cho ba người",
            ["Kỷ niệm chương Vì sự nghiệp thủy lợi"],
        ),
        (
            "Kỷ niệm chương vì sự nghiệp giáo dục cho hai cô",
            ["Kỷ niệm chương Vì sự nghiệp giáo dục"],
        ),
        (
            "Kỷ niệm chương Bảo vệ an ninh Tổ quốc đối với ông A",
            ["Kỷ niệm chương Bảo vệ an ninh Tổ quốc"],
        ),
        ("Kỷ niệm chương Chiến sĩ Biên giới cho anh B", ["Kỷ niệm chương Chiến sĩ Biên giới"]),
        ("Kỷ niệm chương vì đã có đóng góp", ["Kỷ niệm chương"]),
        ("Kỷ niệm chương của Bộ Y tế", ["Kỷ niệm chương"]),
        ("tặng Huy hiệu “Thanh niên gương mẫu” cho em A", ["Huy hiệu Thanh niên gương mẫu"]),
        ("trao Giải thưởng “Ngọn đuốc” cho em A", ["Giải thưởng Ngọn đuốc"]),
        ("phát động Giải thưởng “Ngọn đuốc”", []),
        ("Bằng khen “Người tốt” cho em A", ["Bằng khen"]),
        (
            "Huy chương Thanh niên xung phong vẻ vang",
            ["Huy chương Thanh niên xung phong vẻ vang"],
        ),
        ("nhận Cờ thi đua xuất sắc, Cờ dẫn đầu", ["Cờ thi đua", "Cờ thi đua"]),
        ("Công ty Giấy Bãi Bằng khen thưởng 3 tổ", ["Khen thưởng"]),
        ("tuyên dương 3 gương, biểu dương hai xã", ["Tuyên dương", "Khen thưởng"]),
        ("Hội đồng Thi đua - Khen thưởng tỉnh", []),
        ("phong trào “Đơn vị quyết thắng”, xây dựng gia đình văn hóa", []),
        ("thôn Văn Hóa, thôn Văn Hòa", []),
        ("danh hiệu Thôn văn hóa", ["Thôn, tổ dân phố văn hóa"]),
    ],
)
def test_titles_with_and_without_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("danh hiệu “Nghệ nhân Ưu tú” cho cố nghệ nhân Thị Hoa", ["Nghệ nhân Ưu tú"]),
        ("phong tặng Anh hùng Lao động cho ông A", ["Anh hùng Lao động"]),
        ("DANH HIỆU NGHỆ NHÂN ƯU TÚ LẦN THỨ 5", ["Nghệ nhân Ưu tú"]),
        ("hai bác sĩ được tặng TTƯT", ["Thầy thuốc Ưu tú"]),
        ("trao quà cho Nghệ nhân Ưu tú Trần Thị Hoa", []),
        ("Anh hùng Lao động Tư Hưng và NSND Bạch Liên dự", []),
        ("TTƯT, BSCKI Phạm Thị Lan; NGƯT. Chung Thị Bích nói", []),
        ("thăm Bà mẹ Việt Nam anh hùng Nguyễn Thị Sáu", []),
    ],
)
def test_titles_given_and_titles_borne(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huân chương Lao động hạng III", ["hạng Ba"]),
        ("Huân chương Lao động (hạng Nhì)", ["hạng Nhì"]),
        ("Huân chương Lao động các hạng Nhất, Nhì, Ba", ["hạng Nhất", "hạng Nhì", "hạng Ba"]),
        ("Huân chương Lao động hạng Nhì, hạng Ba", ["hạng Nhì", "hạng Ba"]),
        ("Huân chương Lao động hạng Nhì cho 2 xã, hạng Ba cho 3 xã", ["hạng Nhì", "hạng Ba"]),
        (
            "Huân chương Lao động, lần lượt là hạng Nhì, hạng Ba và hạng Ba",
            ["hạng Nhì", "hạng Ba", "hạng Ba"],
        ),
        ("Huy chương Kháng chiến kháng nhất cho 4 người", ["hạng Nhất"]),
        ("Huân chương Lao động cho khách sạn hạng nhất", [None]),
    ],
)
def test_classes_of_orders(text: str, expected: list[str | None]) -> None:
    assert [rank for rank, _ in ranks(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huy hiệu 30 năm tuổi Đảng", ["30"]),
        ("Huy hiệu Đảng 55 năm, 50 năm và 45 năm cho 9 đồng chí", ["55", "50", "45"]),
        ("Huy hiệu 60, 55, 50 năm tuổi Đảng", ["60", "55", "50"]),
        ("Huy hiệu Đảng cho 4 đảng viên, có 01 đồng chí 65 năm tuổi Đảng", ["", "65"]),
        ("Huy hiệu Đảng cho ông A (40 năm tuổi Đảng)", ["", "40"]),
        ("Huy hiệu 55 và 45 tuổi Đảng", ["55", "45"]),
        ("Huy hiệu Đảng cho cụ A, 88 tuổi", [""]),
        ("Huy hiệu 20 năm công tác", [""]),
        ("có 01 đồng chí 65 năm tuổi Đảng", []),
    ],
)
def test_badges_of_the_party(text: str, expected: list[str]) -> None:
    assert [(rank or "").split(" ")[0] for rank, _ in ranks(text)] == expected


def test_a_bracket_counts_only_if_it_holds_nothing_but_the_prize() -> None:
    text = "xã A (giải Nhất), xã B (đạt giải Nhì), xã C (giải Ba môn bơi), xã D (được giải Ba)"
    assert [(m.rank, m.bracketed) for m in found(text)] == [
        ("giải Nhất", True),
        ("giải Nhì", True),
        ("giải Ba", True),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lao động tiến tiến", ["Lao động tiên tiến"]),
        ("Tập thể loa động xuất sắc", ["Tập thể lao động xuất sắc"]),
        ("Huân chương Lao độngg hạng Ba", ["Huân chương Lao động"]),
        ("Giáy khen", ["Giấy khen"]),
        ("Chiến sỹ thi đua tòan quân", ["Chiến sĩ thi đua toàn quân"]),
        ("có thi đua, huâ chương Kháng chiến", []),
    ],
)
def test_slips(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("huyện Lạc An xếp thứ nhất; thị xã Sơn Hà xếp thứ nhì", ["thứ nhất", "thứ nhì"]),
        ("6 cơ quan, đơn vị xếp vị thứ dẫn đầu, 10 đơn vị xếp thứ 3", ["thứ nhất", "thứ ba"]),
        ("2 huyện còn lại xếp đồng hạng tư", ["thứ tư"]),
        ("5/17 xã xếp loại Xuất sắc, xã Tân An thuộc nhóm Khá", ["Xuất sắc", "Khá"]),
        ("Dẫn đầu khối xã là xã Tân An", ["thứ nhất"]),
        ("Việt Nam đứng thứ 2 thế giới", []),
        ("Đội tuyển xếp thứ nhất bảng A", []),
    ],
)
def test_rankings(text: str, expected: list[str]) -> None:
    assert [mention.rank for mention in found(text)] == expected
    assert names(text) == ["Xếp hạng"] * len(expected)


def test_an_award_in_the_sentence_leaves_rankings_out() -> None:
    assert names("Xã Tân An xếp thứ nhất, được tặng Cờ thi đua") == ["Cờ thi đua"]


PIECES = st.sampled_from(
    [
        "giải ", "Nhất", ", ", "và ", "(", ")", "“", "”", "Huy hiệu ", "Đảng ", "60 ", "năm ",
        "tuổi ", "Huân chương Lao động ", "hạng ", "Kỷ niệm chương ", "Vì ", "cho ", "thuộc về ",
        ": ", "trao ", "mươi ", "hai ", "toàn đoàn ", "xếp thứ ", "phụ ", "– ", "có ", "không ",
        "đồng ", "Nghệ nhân Ưu tú ",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_text_raises_and_mentions_stand_in_order(text: str) -> None:
    tokens = tokenize(text, 0, len(text))
    last = 0
    for mention in mentions(tokens):
        assert last <= mention.first < mention.last <= len(tokens)
        last = mention.last


@pytest.mark.parametrize(
    "piece",
    [
        "giải ", "các giải ", "giải X ", "60, ", "Huy hiệu 60, ", "giải Nhất, ", "(giải Nhất ",
        "“", "hạng Nhất, ", "Huân chương Lao động “", "Kỷ niệm chương Vì sự nghiệp ", "xếp thứ ",
        "hai mươi ", "tập thể ",
    ],
)  # fmt: skip
def test_work_grows_with_length_only(piece: str) -> None:
    def work(size: int) -> Callable[[], object]:
        text = "Huy hiệu Đảng " + piece * size
        tokens = tokenize(text, 0, len(text))
        return lambda: mentions(tokens)

    assert is_linear(work, 200)
