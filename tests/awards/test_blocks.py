from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.awards import Text, read_html, read_markdown, read_text


def blocks(text: Text) -> list[tuple[str, str, str]]:
    return [
        (block.kind, block.mark, " ".join(text.plain[block.start : block.end].split()))
        for block in text.blocks
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "Một đoạn.\n\nHai đoạn.",
            [("paragraph", "", "Một đoạn."), ("paragraph", "", "Hai đoạn.")],
        ),
        (
            "- Phòng Nội vụ\n+ Phòng Tư pháp",
            [("item", "-", "Phòng Nội vụ"), ("item", "+", "Phòng Tư pháp")],
        ),
        ("1. Ông An\n02) Bà Bình", [("item", "1.", "Ông An"), ("item", "02)", "Bà Bình")]),
        ("1.329 lượt người", [("paragraph", "", "1.329 lượt người")]),
        (
            "Phòng Nội vụ\nPhòng Tư pháp",
            [("paragraph", "", "Phòng Nội vụ"), ("paragraph", "", "Phòng Tư pháp")],
        ),
        (
            "Ủy ban nhân dân xã tặng\ngiấy khen",
            [("paragraph", "", "Ủy ban nhân dân xã tặng giấy khen")],
        ),
        (
            "Tin chính.\n\nLượt xem: 12",
            [("paragraph", "", "Tin chính."), ("noise", "", "Lượt xem: 12")],
        ),
        (
            "Nơi nhận:\n- Như Điều 2;",
            [("noise", "", "Nơi nhận:"), ("noise", "-", "Như Điều 2;")],
        ),
        ("| STT | Tên |\n| 1 | An |", [("row", "", "STT | Tên"), ("row", "", "1 | An")]),
    ],
)
def test_plain_text(source: str, expected: list[tuple[str, str, str]]) -> None:
    assert blocks(read_text(source)) == expected


def test_a_hard_wrapped_paragraph_is_one_block() -> None:
    source = (
        "Tại hội nghị tổng kết, Chủ tịch Ủy ban nhân dân xã đã trao giấy khen\n"
        "cho các tập thể có nhiều cố gắng trong công tác cải cách hành chính\n"
        "của Bình Minh năm qua."
    )
    assert len(read_text(source).blocks) == 1


def test_html_keeps_lists_tables_headings_and_line_breaks_apart() -> None:
    html = (
        "<h2>Danh sách</h2><p>Một<br>Hai</p><ul><li>A<ul><li>B</li></ul></li></ul>"
        "<ol><li>C</li></ol><table><tr><th>STT</th><th>Tên</th></tr><tr><td>1</td><td><p>An</p></td></tr>"
        "</table><script>var x;</script><!-- ẩn -->"
    )
    assert blocks(read_html(html)) == [
        ("heading", "", "Danh sách"), ("paragraph", "", "Một"), ("paragraph", "", "Hai"),
        ("item", "-", "A"), ("item", "-", "B"), ("item", "1.", "C"),
        ("row", "", "STT Tên"), ("row", "", "1 An"),
    ]  # fmt: skip


def test_a_paragraph_that_starts_with_a_list_mark_is_an_item() -> None:
    assert blocks(read_html("<p>- Ông An</p><p>2. Bà Bình</p>")) == [
        ("item", "-", "Ông An"),
        ("item", "2.", "Bà Bình"),
    ]


def test_inline_elements_do_not_break_words() -> None:
    assert read_html("<p>Gi<b>ấy</b> khen</p>").plain.strip() == "Giấy khen"


def test_markdown_is_read_without_its_front_matter() -> None:
    source = "---\ntitle: Giấy khen\n---\n\nĐoạn *một*.\n\n| STT | Tên |\n|---|---|\n| 1 | An |\n"
    assert blocks(read_markdown(source)) == [
        ("paragraph", "", "Đoạn một."), ("row", "", "STT Tên"), ("row", "", "1 An"),
    ]  # fmt: skip


def test_decomposed_text_is_composed() -> None:
    source = unicodedata.normalize("NFD", "Giấy khen của Ủy ban")
    assert read_text(source).plain == "Giấy khen của Ủy ban"
    assert "Giấy khen của Ủy ban" in read_html(f"<p>{source}</p>").plain


@given(st.text() | st.text(alphabet="ab-+1.|\t\n <>pliutrd/"))
def test_blocks_lie_in_order_within_the_text(source: str) -> None:
    for text in (read_text(source), read_html(source)):
        at = 0
        for block in text.blocks:
            assert at <= block.start < block.end <= len(text.plain)
            assert all(0 <= start <= end <= len(text.plain) for start, end in block.cells)
            at = block.end


def test_a_width_that_holds_for_a_text_holds_for_its_captions() -> None:
    prose = (
        "Chiều qua, UBND xã tổ chức hội nghị sơ kết công tác cải\n"
        "cách hành chính sáu tháng đầu năm và bàn việc của những\n"
        "tháng cuối năm ở các thôn.\n\n"
    )
    caption = (
        "Ảnh 2: Bà Lê Thị Bình, viên chức Trung tâm Y tế khu vực\n"
        "Tân Lập được Giám đốc Sở Y tế tặng Giấy khen\n\n"
        "Thôn Ba\nThôn Bảy"
    )
    text = read_text(prose * 3 + caption)
    last = [text.plain[block.start : block.end] for block in text.blocks[3:]]
    assert last == [caption.split("\n\n", maxsplit=1)[0], "Thôn Ba", "Thôn Bảy"]
