"""Decision, issuer and status of an award: by clause, sentence, paragraph and text."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.awards import extract, read_html, read_text
from plugins.awards.givers import normal_case
from plugins.model import Award

PUBLISHED = date(2024, 6, 1)


def awards(source: str) -> list[Award]:
    return list(extract(read_text(source), published=PUBLISHED).awards)


def given(source: str) -> list[Award]:
    return [award for award in awards(source) if award.status == "conferred"]


DECISIONS = [
    # each decision goes to its own award
    (
        "Quyết định số 41/QĐ-UBND ngày 2/3/2024 tặng Bằng khen cho Phòng Tư pháp; Quyết định số "
        "42/QĐ-UBND cùng ngày tặng Giấy khen cho Phòng Nội vụ.",
        [("41/QĐ-UBND", date(2024, 3, 2)), ("42/QĐ-UBND", date(2024, 3, 2))],
    ),
    # the one told before in the paragraph, not the one that founds a board
    (
        "Quyết định số 15/QĐ-UBND ngày 2/3/2024 thành lập Ban chỉ đạo. Ngày "
        "5/4/2024, Chủ tịch UBND "
        "huyện Tân Bình ban hành Quyết định số 31/QĐ-UBND khen thưởng. Theo đó, Phòng Tư pháp "
        "được tặng Giấy khen.",
        [("31/QĐ-UBND", date(2024, 4, 5))],
    ),
    # signed after the issuer
    (
        "Theo Quyết định số 7/QĐ-CAT của Giám đốc Công an tỉnh ký ngày 3/4/2024, Giấy khen được "
        "tặng cho Phòng PC02.",
        [("7/QĐ-CAT", date(2024, 4, 3))],
    ),
    # grounds and proposals
    (
        "Căn cứ Quyết định số 9/QĐ-UBND ngày 1/2/2020 ban hành Quy chế thi "
        "đua, UBND xã An Hòa tặng "
        "Giấy khen cho Phòng Tư pháp.",
        [(None, None)],
    ),
    (
        "Theo Tờ trình số 9/TTr-PNV ngày 1/2/2024, UBND xã An Hòa tặng Giấy "
        "khen cho Phòng Tư pháp.",
        [(None, None)],
    ),
    # an annex under its heading
    (
        "Danh sách cá nhân được tặng Giấy khen của Giám đốc Sở Nội vụ\n(kèm theo Quyết định số "
        "58/QĐ-SNV ngày 6/5/2024)\n\n| TT | Họ và tên | Chức vụ |\n|---|---|---|\n"
        "| 1 | Trần Văn An | Chuyên viên |\n| 2 | Lê Thị Hòa | Kế toán |",
        [("58/QĐ-SNV", date(2024, 5, 6))],
    ),
    # the province's chairman does not sign for the State President
    (
        "Ngày 5/4/2024, Chủ tịch UBND huyện ban hành Quyết định số 31/QĐ-UBND khen thưởng Phòng Tư "
        "pháp. Trường THPT Hòa An được Chủ tịch nước tặng Huân chương Lao động hạng Ba.",
        [("31/QĐ-UBND", date(2024, 4, 5)), (None, None)],
    ),
]


@pytest.mark.parametrize(("source", "expected"), DECISIONS)
def test_the_decision(source: str, expected: list[tuple[str | None, date | None]]) -> None:
    read = [(a.document and a.document.number, a.date) for a in given(source)]
    assert read == expected


ISSUERS = [
    ("UBND xã An Hòa tặng Giấy khen cho Phòng Tư pháp.", "UBND xã An Hòa"),
    (
        "Thừa ủy quyền của Thủ tướng Chính phủ, Phó Chủ tịch UBND tỉnh Lê Văn "
        "Hòa trao Bằng khen cho "
        "Trường THPT Hòa Bình.",
        "Thủ tướng Chính phủ",
    ),
    (
        "Được ủy quyền của Chủ tịch UBND tỉnh, bà Lê Thị Mai trao Bằng khen cho Phòng Tư pháp.",
        "Chủ tịch UBND tỉnh",
    ),
    ("Phòng Tư pháp được Hội Nghề cá V.N tặng Bằng khen.", "Hội Nghề cá V.N"),
    ("Giám đốc Sở Y tế và Công đoàn ngành Y tế tặng Giấy khen cho Phòng Nội vụ.",
     "Giám đốc Sở Y tế và Công đoàn ngành Y tế"),
    ("Chủ tịch UBND TX.Long An tặng Giấy khen cho Phòng Nội vụ.", "Chủ tịch UBND TX.Long An"),
    ("Phòng Tư pháp nhận Cờ thi đua của tỉnh.", "tỉnh"),
    ("Cuối buổi lễ, nhà trường tặng Giấy khen cho Phòng Đào tạo.", "nhà trường"),
    ("Đại tá Lê Văn Hòa, Phó Giám đốc, khen thưởng Phòng PC02.", None),
    (
        "Chủ tịch UBND huyện đã quyết định khen thưởng như sau:\n\nTặng Giấy "
        "khen cho 02 tập thể gồm: "
        "Phòng Tư pháp, Phòng Nội vụ.",
        "Chủ tịch UBND huyện",
    ),
    (
        "Báo Hoa Sen và Hội Tin học tỉnh trao giải cuộc thi viết. Giải Nhất "
        "thuộc về Phòng Tư pháp.",
        "Báo Hoa Sen và Hội Tin học tỉnh",
    ),
    ("Theo công bố của Ban Tổ chức, giải Nhất thuộc về Phòng Tư pháp.", "Ban Tổ chức"),
    (
        "ỦY BAN NHÂN DÂN\nHUYỆN TÂN BÌNH\nSố: 12/QĐ-UBND\nTân Bình, ngày 18 tháng 5 năm 2024\n\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN TÂN BÌNH\n\nĐiều 1. Tặng Giấy khen cho Phòng Tư pháp.",
        "Chủ tịch Ủy ban nhân dân huyện Tân Bình",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("source", "issuer"), ISSUERS)
def test_the_issuer(source: str, issuer: str | None) -> None:
    assert [award.issuer for award in given(source)] == [issuer]


@pytest.mark.parametrize(
    ("source", "status"),
    [
        ("UBND xã tặng Giấy khen cho ông Trần Văn An vì đã kịp thời cứu người.", "conferred"),
        ("Ông Trần Văn An, người hiến máu nhiều lần, được UBND xã tặng Giấy khen.", "conferred"),
        ("Căn cứ kết quả bình xét, UBND huyện tặng Giấy khen cho Phòng Tư pháp.", "conferred"),
        (
            "Sau khi xem xét, Chủ tịch UBND huyện đã quyết định tặng Giấy khen cho Phòng Tư pháp.",
            "conferred",
        ),
        ("Năm 2012, Phòng Tư pháp được tặng Bằng khen của UBND tỉnh.", "background"),
        ("Phòng Tư pháp đã hai lần được UBND tỉnh tặng Bằng khen.", "background"),
        ("Năm ngoái, Phòng Tư pháp được UBND tỉnh tặng Bằng khen.", "background"),
        ("Ông Trần Văn An được tặng nhiều Bằng khen.", "background"),
        ("Hội đồng nhất trí trình cấp trên tặng Bằng khen cho Phòng Tư pháp.", "proposed"),
        (
            "Hội đồng bỏ phiếu, thống nhất đề nghị:\n\nTặng Huân chương Lao động hạng Ba:\n\n"
            "- Phòng Tư pháp",
            "proposed",
        ),
        ("UBND huyện sẽ tặng Giấy khen cho 5 tập thể.", "planned"),
    ],
)
def test_the_status(source: str, status: str) -> None:
    assert {award.status for award in awards(source)} == {status}


def test_what_stands_under_a_planning_heading_is_given_to_nobody() -> None:
    source = (
        "1. Thời gian\n\nĐến hết tháng 5.\n\n2. Cơ cấu giải thưởng\n\n01 giải "
        "Nhất, 02 giải Nhì cho các "
        "tập thể.\n\n3. Liên hệ\n\nPhòng Tư pháp."
    )
    assert given(source) == []


def test_hearsay_in_quotation_marks_is_no_award() -> None:
    assert awards("Sáu công ty bị lừa để được “tặng Bằng khen cho Công ty Hoa Sen”.") == []


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        ("CHỦ TỊCH UBND XÃ MỸ AN", "Chủ tịch UBND xã Mỹ An"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"),
        ("GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Giám đốc Sở Giáo dục và Đào tạo"),
        ("UBND tỉnh", "UBND tỉnh"),
    ],
)
def test_capitals_are_written_as_running_text(capitals: str, written: str) -> None:
    assert normal_case(capitals).casefold() == written.casefold()
    assert not normal_case(capitals).isupper()


def test_the_office_beside_a_prize_in_a_table_gives_nothing() -> None:
    text = read_html(
        "<p>Danh sách tác giả đoạt giải:</p><table>"
        "<tr><th>STT</th><th>Họ và tên</th><th>Đơn vị</th><th>Giải</th></tr>"
        "<tr><td>1</td><td>Lê Thị Mận</td><td>Sở Tư pháp</td><td>Giải Nhất</td></tr>"
        "<tr><td>2</td><td>Võ Văn Cam</td><td>UBND xã Tân Thạch</td><td>Giải Nhì</td></tr></table>"
    )
    found = extract(text).awards
    assert [(one.rank, one.issuer) for one in found] == [("giải Nhất", None), ("giải Nhì", None)]
