from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.documents import citations, find

PUBLISHED = date(2023, 1, 15)


@pytest.mark.parametrize(
    ("text", "kind", "number", "day", "issuer"),
    [
        ("theo Quyết định số 2.345 về việc khen thưởng", "Quyết định", "2345", None, None),
        ("Quyết định số 77 / QĐ-CTN", "Quyết định", "77/QĐ-CTN", None, None),
        ("QĐ số 15/QĐ-UBND", "Quyết định", "15/QĐ-UBND", None, None),
        ("số1628/QĐ-TTg", "Quyết định", "1628/QĐ-TTg", None, None),
        ("KH 138/KH-UBND", "Kế hoạch", "138/KH-UBND", None, None),
        ("Chương trình 06-CTr/TU của Tỉnh ủy", "Chương trình", "06-CTr/TU", None, "Tỉnh ủy"),
        (
            "Công văn số 88/UBND-NV ngày 03/9/2019 của UBND huyện về rà soát",
            "Công văn", "88/UBND-NV", date(2019, 9, 3), "UBND huyện",
        ),
        (
            "Kế hoạch số 12/KH-SNV ngày 19 tháng 12 năm 2022 của Sở Nội vụ",
            "Kế hoạch", "12/KH-SNV", date(2022, 12, 19), "Sở Nội vụ",
        ),
        (
            "Quyết định số 15/QĐ-CAT-PX01 của Giám đốc Công an tỉnh ký ngày 01/6/2024, theo đó",
            "Quyết định", "15/QĐ-CAT-PX01", date(2024, 6, 1), "Giám đốc Công an tỉnh",
        ),
        ("Quyết định số 17/QĐ - UBND ngày 06.5.2022 của Hội Nghề cá V.N về việc", "Quyết định",
         "17/QĐ-UBND", date(2022, 5, 6), "Hội Nghề cá V.N"),
        ("Quyết định số 8/QĐ-TT của Trung tâm Quản lý bến xe; Phòng", "Quyết định", "8/QĐ-TT", None,
         "Trung tâm Quản lý bến xe"),
        ("QĐ số 8/QĐ-UBND của UBND huyện Tân An phát động phong trào thi đua", "Quyết định",
         "8/QĐ-UBND", None, "UBND huyện Tân An"),
        ("biên bản họp số 05/BB-HĐ", "Biên bản", "05/BB-HĐ", None, None),
        ("Nghị định số 98/2023/NĐ-CP", "Nghị định", "98/2023/NĐ-CP", None, None),
        ("Số: 9/QĐ-UBND\nBình Minh, ngày 3 tháng 4 năm 2020", "Quyết định", "9/QĐ-UBND",
         date(2020, 4, 3), None),
    ],
)  # fmt: skip
def test_a_citation(
    text: str, kind: str, number: str, day: date | None, issuer: str | None
) -> None:
    (document,) = find(text)
    assert (document.kind, document.number, document.date, document.issuer) == (
        kind,
        number,
        day,
        issuer,
    )
    assert not document.date_inferred


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch cải cách hành chính năm 2019",
        "Ban chỉ đạo chương trình 14 về chuyển đổi số",
        "theo Điều 88 Hiến pháp",
        "quyết định thưởng 5 đơn vị",
        "xếp thứ 14/63 tỉnh",
        "chương trình số hóa hồ sơ",
    ],
)
def test_no_citation(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(("published", "year"), [(date(2022, 12, 22), 2022), (PUBLISHED, 2022)])
def test_a_missing_year_is_that_of_the_last_such_day_and_marked(published: date, year: int) -> None:
    text = "Ngày 19/12, UBND huyện Bình Minh đã ban hành Quyết định số 31 về việc khen thưởng."
    (document,) = find(text, published=published)
    assert document.date == date(year, 12, 19)
    assert document.date_inferred
    assert document.issuer == "UBND huyện Bình Minh"


def test_without_a_publication_date_no_year_is_guessed() -> None:
    (document,) = find("Quyết định số 31/QĐ-UBND ngày 19/12 của UBND xã")
    assert document.date is None
    assert not document.date_inferred


def test_one_document_cited_twice_is_one_and_gains_what_is_said_later() -> None:
    text = "Quyết định số 9.080 về khen thưởng. Ngày 2/3/2020, UBND xã ban hành Quyết định số 9080."
    (document,) = find(text)
    assert document.date == date(2020, 3, 2)
    assert document.evidence is not None
    assert document.evidence.quote == "Quyết định số 9.080"
    assert len(list(citations(text))) == 2


def test_the_same_day_is_that_of_the_citation_before() -> None:
    text = "Quyết định số 41/QĐ-UBND ngày 2/3/2024 và Quyết định số 42/QĐ-UBND cùng ngày"
    assert [document.date for document in find(text)] == [date(2024, 3, 2)] * 2


def test_an_impossible_date_is_none() -> None:
    (document,) = find("Quyết định số 31/QĐ-UBND ngày 31/02/2020")
    assert document.date is None


PIECES = [
    "Kế hoạch số ", "292/KH-UBND", "QĐ 15", " ngày 2/3/2020", " của UBND huyện An", " về việc ",
    "rà soát", ", ", "“", "”", "(", ")", ". ", "\n", "; ", " ông Lê Văn Ba", " Lê Văn Ba",
    " đã ban hành", " cùng ngày", "Ngày 5/5, ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text())
def test_any_text_is_read_and_every_quote_stands_in_it(text: str) -> None:
    found = list(citations(text, published=PUBLISHED))
    for document in found:
        for evidence in (document.evidence, document.sentence):
            assert evidence is not None
            assert text[evidence.start : evidence.end] == evidence.quote
        assert document.evidence.quote in document.sentence.quote
        assert len(document.subject or "") <= 300
        assert re.search(r"Lê Văn Ba\b", document.subject or "") is None
    assert len(find(text, published=PUBLISHED)) <= len(found)


INSPECTION = """
Nhằm đôn đốc tiến độ, ngày 4/3, UBND huyện Tân Bình có Kế hoạch số 51/KH-UBND để kiểm tra công tác
CCHC năm 2019. Đoàn kiểm tra xem xét các nhiệm vụ huyện giao tại Kế hoạch số 402/KH-UBND ngày
20/12/2016 về kế hoạch CCHC của huyện Tân Bình giai đoạn 2016 - 2020. Việc thực hiện Kế hoạch số
33/KH-UBND ngày 12/02/2019 của UBND huyện Tân Bình về việc thực hiện chủ đề năm “Kỷ cương, trách
nhiệm”, gắn với nhiệm vụ của địa phương. Việc thực hiện Kế hoạch số 90/KH-UBND ngày 02/5/2019 về Cải
thiện, nâng cao chỉ số PAPI của huyện năm 2019, Công văn số 800/UBND-NV ngày 03/6/2019 của UBND
huyện về rà soát, bổ sung quy trình. Việc thực hiện Chỉ thị số 03/CT-UBND ngày 30/5/2018 về việc
siết chặt kỷ luật trong các cơ quan, đơn vị thuộc huyện; Chỉ thị số 07/CT-UBND ngày 05/6/2019 của
UBND Thành phố về đẩy mạnh các giải pháp nâng cao chỉ số.
"""


def test_the_seven_documents_of_an_inspection() -> None:
    found = find(" ".join(INSPECTION.split()), published=date(2019, 6, 20))
    told = [(d.kind, d.number, d.date, d.issuer, d.subject) for d in found]
    assert told == [
        ("Kế hoạch", "51/KH-UBND", date(2019, 3, 4), "UBND huyện Tân Bình",
         "kiểm tra công tác CCHC năm 2019"),
        ("Kế hoạch", "402/KH-UBND", date(2016, 12, 20), None,
         "kế hoạch CCHC của huyện Tân Bình giai đoạn 2016 - 2020"),
        ("Kế hoạch", "33/KH-UBND", date(2019, 2, 12), "UBND huyện Tân Bình",
         "thực hiện chủ đề năm “Kỷ cương, trách nhiệm”"),
        ("Kế hoạch", "90/KH-UBND", date(2019, 5, 2), None,
         "Cải thiện, nâng cao chỉ số PAPI của huyện năm 2019"),
        ("Công văn", "800/UBND-NV", date(2019, 6, 3), "UBND huyện", "rà soát, bổ sung quy trình"),
        ("Chỉ thị", "03/CT-UBND", date(2018, 5, 30), None,
         "siết chặt kỷ luật trong các cơ quan, đơn vị thuộc huyện"),
        ("Chỉ thị", "07/CT-UBND", date(2019, 6, 5), "UBND Thành phố",
         "đẩy mạnh các giải pháp nâng cao chỉ số"),
    ]  # fmt: skip
