from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.sources import CAMPAIGN, UNIT, Problems, Record, Ref, article_schema, read_record
from tests.conftest import article

ARTICLE = article_schema({"unit": ("Đơn vị", "đơn vị"), "campaign": ("Phong trào", "phong trào")})


def read(folder: Path, text: str | bytes, name: str = "bai.md") -> tuple[Record | None, list[str]]:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    problems = Problems()
    record = read_record(file, f"content/{name}", ARTICLE, problems)
    return record, [str(problem) for problem in problems]


def test_a_good_article_is_typed(tmp_path: Path) -> None:
    text = article(
        "Đoạn một.",
        date="22/12/2022 16:38",
        unit="[Huyện Thanh Oai, Huyện Chương Mỹ]",
        source="{name: Báo Ví dụ}",
        corrections="[{date: 2022-12-23, text: Sửa số 15 thành 16.}]",
    )
    record, problems = read(tmp_path, text)
    assert problems == []
    assert record is not None
    assert record.values["date"].isoformat() == "2022-12-22T16:38:00+07:00"
    assert record.values["unit"] == (Ref("Huyện Thanh Oai", 6), Ref("Huyện Chương Mỹ", 6))
    assert record.values["source"] == {"name": "Báo Ví dụ", "url": None}
    assert record.values["corrections"] == (
        {"date": date(2022, 12, 23), "text": "Sửa số 15 thành 16."},
    )
    assert record.values["campaign"] == ()
    assert record.body == "Đoạn một.\n"
    assert record.body_line == 11


@pytest.mark.parametrize("value", ["9.080", "07/03/2020", "no", "1e3", "0x1F", "~", "2020"])
def test_scalars_stay_what_was_written(tmp_path: Path, value: str) -> None:
    record, problems = read(tmp_path, article(title=value))
    assert problems == []
    assert record is not None
    assert record.values["title"] == value


@pytest.mark.parametrize(
    ("front", "line", "words"),
    [
        ({"titel": "Nhầm khóa"}, 8, "có phải ý là “title”"),
        ({"date": "31/02/2024"}, 4, "không phải ngày hợp lệ"),
        ({"date": "05/13/2024"}, 4, "không phải ngày hợp lệ"),
        ({"date": "1930-02-03"}, 4, "sớm hơn 02/09/1945"),
        ({"kind": "phát độg"}, 5, "có phải ý là “phát động”"),
        ({"id": "Bài Một"}, 2, "chỉ gồm a–z"),
        ({"summary": "Ngắn."}, 7, "cần từ 40 đến 300"),
        ({"title": '""'}, 3, "để trống"),
        ({"title": "[a, b]"}, 3, "không phải danh sách"),
        ({"source": "{nam: x}"}, 8, "có phải ý là “name”"),
        ({"source": "{url: 'javascript:alert(1)', name: x}"}, 8, "không phải địa chỉ web"),
        ({"source": "{name: Báo A, phụ trương}"}, 8, "sau dấu phẩy của một giá trị"),
        ({"unit": "[]"}, 6, "danh sách trống"),
        ({"status": "nháp"}, 8, "published, draft, scheduled, withdrawn"),
        ({"id": ""}, 1, "thiếu khóa “id”"),
        ({"title": "Hội nghị: tổng kết"}, 3, "dấu hai chấm"),
        ({"title": '"chưa đóng'}, 3, "thiếu dấu ngoặc kép đóng"),
        ({"title": '"đóng" rồi còn chữ'}, 3, "còn chữ sau dấu ngoặc kép"),
        ({"title": "@báo"}, 3, "ký tự đặc biệt"),
        ({"title": "Một cửa #1 của phường"}, 3, "“#1 của phường” sẽ bị bỏ mất"),
        ({"unit": "[Huyện Thanh Oai"}, 6, "danh sách chưa đóng"),
        ({"title": "Bài\nkhông có dấu"}, 4, "thiếu dấu hai chấm"),
        ({"title": "&a x\nsummary: *a"}, None, "không dùng được dấu & và *"),
    ],
)
def test_a_fault_names_line_and_mend(
    tmp_path: Path, front: dict[str, str], line: int | None, words: str
) -> None:
    _, problems = read(tmp_path, article(**front))
    hits = [text for text in problems if words.lower() in text.lower()]
    assert hits, problems
    assert line is None or hits[0].startswith(f"content/bai.md:{line}: ")


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    _, problems = read(tmp_path, article(date="2024-02-30", kind="bài", summary="ngắn", x="y"))
    assert len(problems) == 4


def test_a_key_twice_is_refused(tmp_path: Path) -> None:
    text = article().replace("kind: tin", "kind: tin\ntitle: Bài hai")
    assert "khóa “title” viết hai lần (lần đầu ở dòng 3)" in read(tmp_path, text)[1][0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Không có khai báo.", "thiếu phần khai báo"),
        ("---\ntitle: Bài", "chưa đóng"),
        ("---\n- a\n---\n", "khóa: giá trị"),
        ("---\n\ttitle: a\n---\n", "dấu Tab"),
        ("---\ntitle: " + "[" * 50_000 + "\n---\n", "lồng nhau quá sâu"),
        ("---\ntitle: " + "- " * 50_000 + "\n---\n", "sai cú pháp YAML"),
        ("---\nunit:\n  " + "- " * 50_000 + "a\n---\n", "lồng nhau quá sâu"),
        ("---\ntitle: !!python/name:os.system x\n---\n", "dấu ! của YAML"),
        ("---\ntitle: Bài\n---\n".encode("utf-16"), "không phải UTF-8"),
        (b"---\ntitle: Ch\xf4\n---\n", "không phải UTF-8"),
        ("---\ntitle: B\x00\n---\n", "U+0000 ở cột 9"),
        ("---\ntitle: B\n---\na\u202eb\n", "U+202E ở cột 2"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, text: str | bytes, words: str) -> None:
    record, problems = read(tmp_path, text)
    assert record is None
    assert len(problems) == 1
    assert words in problems[0]


def test_bytes_that_mean_the_same_read_the_same(tmp_path: Path) -> None:
    plain, _ = read(tmp_path, article(title="Thuỷ lợi"))
    windows, _ = read(
        tmp_path, b"\xef\xbb\xbf" + article(title="Thuỷ lợi").replace("\n", "\r\n").encode()
    )
    assert plain is not None
    assert windows is not None
    assert plain.values == windows.values
    assert plain.body == windows.body


def test_a_file_name_that_is_no_address(tmp_path: Path) -> None:
    _, problems = read(tmp_path, article(), name="Bài một.md")
    assert "không dùng làm địa chỉ được" in problems[0]


@given(st.text(max_size=200))
def test_any_front_matter_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, head: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    record, problems = read(folder, f"---\n{head}\n---\nBài.\n".encode("utf-8", "replace"))
    assert record is not None or problems


def test_units_and_campaigns_have_their_own_keys(tmp_path: Path) -> None:
    file = tmp_path / "phong-trao.md"
    file.write_text(
        "---\n"
        "name: Thi đua cải cách hành chính\n"
        "unit: Huyện Thanh Oai\n"
        "start: 2020-03-01\n"
        "targets:\n"
        "  - {comparator: tối thiểu, quantity: 95%, object: hồ sơ đúng hạn}\n"
        "prizes:\n"
        "  - {group: Xã, prize: giải Nhất, count: 01}\n"
        "  - {group: Xã, prize: giải Nhì, count: hai}\n"
        "summary: Phong trào thi đua cải cách hành chính của huyện trong năm 2020.\n"
        "---\n",
        "utf-8",
    )
    problems = Problems()
    record = read_record(file, "content/phong-trao.md", CAMPAIGN, problems)
    assert [str(one) for one in problems] == [
        "content/phong-trao.md:9: “prizes.count”: “hai” không phải số nguyên dương."
    ]
    assert record is not None
    assert record.values["targets"][0]["quantity"].text == "95%"
    assert record.values["prizes"][0]["count"] == 1
    assert set(UNIT.fields) >= {"parent", "successors", "members"}
