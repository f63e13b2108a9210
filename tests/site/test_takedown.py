"""A name that somebody asked to have removed is nowhere in the site, and the counts stay right."""

from __future__ import annotations

import json
import unicodedata

import pytest

from plugins.takedown import NAME, POSITION, Finder
from tests.conftest import Built, Workshop, article, pixel

GONE = "Nguyễn Thị Hoà Bình"
SPELLINGS = (
    "Nguyễn Thị Hoà Bình",
    "NGUYỄN THỊ HÒA BÌNH",
    "nguyễn  thị\u00a0Hòa Bình",
    unicodedata.normalize("NFD", "Nguyễn Thị Hòa Bình"),
)
REQUEST = f"---\nname: {GONE}\ndate: 2026-11-20\nreason: Bí mật nội bộ.\n---\nThư riêng.\n"
BODY = f"""UBND huyện Thanh Oai tặng Giấy khen cho 03 cá nhân: ông Trần Văn Lan, Trưởng thôn;
bà Nguyễn **Thị** Hòa Bình, Chủ tịch Hội Phụ nữ xã Dân Hòa và bà Nguyễn Thị Hoà Bình Minh.

## Bà {GONE} nói gì

{SPELLINGS[1]} phát biểu. [Đọc lại](#muc-ba-nguyen-thi-hoa-binh-noi-gi) hay
[xem](https://example.org/ "{SPELLINGS[3]}"). {SPELLINGS[2]} cũng vậy.

Danh sách cá nhân được tặng Bằng khen:

| STT | Họ và tên | Chức vụ | Đơn vị |
|---|---|---|---|
| 1 | {SPELLINGS[0]} | Công chức | Huyện Thanh Oai |
| 2 | Lê Thị Sáu | Công chức | Huyện Thanh Oai |

![](anh/diem-anh)
"""


def picture() -> dict[str, str | bytes]:
    record = (
        f"---\nfile: diem.png\nalt: Bà {SPELLINGS[1]}\ncaption: {GONE} nhận khen.\n"
        f'credit: "{GONE}"\nlicence: CC BY 4.0\n---\n'
    )
    return {"anh/diem.png": pixel(), "anh/diem-anh.md": record}


def site_with(name: str = GONE) -> dict[str, str | bytes]:
    campaign = (
        f"---\nname: Thi đua\nunit: Huyện Thanh Oai\nparticipants: Bà {name} và mọi người\n"
        f"targets: [{{comparator: tối thiểu, quantity: 95%, object: hồ sơ bà {name} giao, "
        f"deadline: 2024-12-31}}]\n"
        f"summary: Phong trào do bà {name} khởi xướng từ nhiều năm.\n---\nNhờ *{name}*.\n"
    )
    corrections = f'[{{date: 2024-05-08, text: "Tên đúng là {name}."}}]'
    return {
        **picture(),
        "phong-trao/thi-dua.md": campaign,
        "trang/lien-he.md": (
            f"---\ntitle: Liên hệ {name}\nsummary: Liên hệ với bà {name} tại trụ sở huyện.\n"
            f"---\nHỏi {name}.\n"
        ),
        "tin/2024/05/bai-mot.md": article(
            BODY,
            title=f"Khen {name.upper()}",
            summary=f"Bà {name} cùng hai người khác được huyện tặng giấy khen.",
            author=name,
            source=f"{{name: Báo của {name}, url: https://example.org/}}",
            picture="diem-anh",
            campaign="Thi đua",
            corrections=corrections,
        ),
    }


def holders(site: Built, name: str = GONE) -> list[str]:
    finder = Finder([name], kept=[f"{name} Minh"])
    return [path for path, text in site.readable().items() if finder.find(text)]


def remarks(workshop: Workshop) -> str:
    return (workshop.folder / "can-xem-lai.md").read_text("utf-8")


def test_the_name_is_nowhere(workshop: Workshop) -> None:
    shown = workshop.build(site_with(), SEARCH=True)
    assert len(holders(shown)) > 6
    assert any(path.endswith(".pf_fragment") for path in holders(shown))
    site = workshop.build({"go-ten/yeu-cau-1.md": REQUEST}, SEARCH=True)
    assert holders(site) == []
    for path, text in site.readable().items():
        assert "Bí mật nội bộ" not in text, path
        assert "Thư riêng" not in text, path
        assert "yeu-cau-1" not in text, path
        assert "nguyen-thi-hoa-binh-noi" not in text, path
    assert NAME in site.page("/tin/2024/05/bai-mot/").h1.get_text()
    assert "không thấy" not in remarks(workshop)


def test_the_recipient_stays_counted(workshop: Workshop) -> None:
    def board(site: Built) -> list[str]:
        page = site.page("/tin/2024/05/bai-mot/")
        numbers = [one.get_text(" ", strip=True) for one in page.select(".awards .facts, .remarks")]
        return [*numbers, *(str(one["href"]) for one in page.select(".to-evidence"))]

    before = workshop.build(site_with())
    after = workshop.build({"go-ten/yeu-cau-1.md": REQUEST})
    assert board(before)
    assert board(after) == board(before)
    names = [one.get_text() for one in after.page("/tin/2024/05/bai-mot/").select(".names .name")]
    assert names.count(NAME) >= 1
    assert "Trần Văn Lan" in names
    page = after.page("/tin/2024/05/bai-mot/")
    for link in page.select(".to-evidence"):
        place = page.select_one(str(link["href"]))
        assert place is not None


def test_a_longer_name_is_taken_out_until_staff_keep_it(workshop: Workshop) -> None:
    site = workshop.build({**site_with(), "go-ten/yeu-cau-1.md": REQUEST})
    assert holders(site, f"{GONE} Minh") == []
    assert f"“{GONE} Minh” cũng bị gỡ" in remarks(workshop)
    kept = REQUEST.replace("reason", f"keep: {GONE} Minh\nreason")
    site = workshop.build({"go-ten/yeu-cau-1.md": kept})
    assert holders(site) == []
    assert "tin/2024/05/bai-mot/index.html" in holders(site, f"{GONE} Minh")
    assert "cũng bị gỡ" not in remarks(workshop)


def test_the_position_beside_the_name_goes_too(workshop: Workshop) -> None:
    site = workshop.build({**site_with(), "go-ten/yeu-cau-1.md": REQUEST})
    text = site.page("/tin/2024/05/bai-mot/").select_one(".prose").get_text(" ", strip=True)  # type: ignore[union-attr]
    assert POSITION in text
    assert "Trưởng thôn" in text
    row = site.page("/tin/2024/05/bai-mot/").select(".prose tbody tr")
    assert [cell.get_text() for cell in row[0].select("td")][1:3] == [NAME, POSITION]
    assert [cell.get_text() for cell in row[1].select("td")][1:3] == ["Lê Thị Sáu", "Công chức"]


def test_the_next_build_loses_the_name_and_its_old_address(workshop: Workshop) -> None:
    page = site_with()["tin/2024/05/bai-mot.md"]
    old = {"tin/2024/05/nguyen-thi-hoa-binh.md": page, **picture()}
    old["phong-trao/thi-dua.md"] = site_with()["phong-trao/thi-dua.md"]
    workshop.build(old)
    (workshop.content / "tin/2024/05/nguyen-thi-hoa-binh.md").unlink()
    site = workshop.build({"tin/2024/05/bai-mot.md": page, "go-ten/yeu-cau-1.md": REQUEST})
    assert holders(site) == []
    assert not [path for path in site.files() if "nguyen-thi-hoa-binh" in path]
    assert not [path for path, text in site.readable().items() if "nguyen-thi-hoa-binh" in text]


ELSEWHERE = {
    "tin/2024/05/bai-hai.md": article(
        f"Bà {GONE} ở Đội Văn thư.", id="bai-hai", title="Bài hai", summary="Tóm tắt " * 8
    ),
}


@pytest.mark.parametrize(
    ("limits", "left"),
    [
        ("articles: bai-mot", ["tin/2024/05/bai-hai/"]),
        ("articles: [bai-mot, bai-hai]", []),
        ("unit: Đội văn thư", ["tin/2024/05/bai-mot/"]),
        ("unit: UBND Huyện Thanh Oai", []),
    ],
)
def test_a_request_may_be_limited(workshop: Workshop, limits: str, left: list[str]) -> None:
    files = {
        "tin/2024/05/bai-mot.md": article(f"Bà {GONE} phát biểu."),
        **ELSEWHERE,
        "go-ten/yeu-cau-1.md": REQUEST.replace("reason", f"{limits}\nreason"),
    }
    found = holders(workshop.build(files))
    assert [path for path in found if path.startswith("tin/2024/05/bai")] == [
        f"{path}index.html" for path in left
    ]


@pytest.mark.parametrize(
    ("request_text", "words"),
    [
        (REQUEST.replace(GONE, "Nguyễn Thị Hoà Bính"), "không thấy “Nguyễn Thị Hoà Bính”"),
        (REQUEST.replace(GONE, "Bài Hai"), "mã bài “bai-hai” còn chứa tên"),
        (REQUEST.replace(GONE, "Thanh Oai"), "là một phần của “Huyện Thanh Oai”"),
    ],
)
def test_staff_are_told_what_is_left_to_do(
    workshop: Workshop, request_text: str, words: str
) -> None:
    site = workshop.build({**ELSEWHERE, "go-ten/yeu-cau-1.md": request_text})
    assert words in remarks(workshop)
    assert "Huyện Thanh Oai" in site.text("/don-vi/huyen-thanh-oai/")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("name: Bình", "yeu-cau-1.md:2: “Bình” quá ngắn"),
        ("name: Bình An\naliases: [An]", "yeu-cau-1.md:3: “An” quá ngắn"),
        ("name: Bình\narticles: bai-ba", "yeu-cau-1.md:3: không có bài nào mang mã “bai-ba”"),
        ("aliases: Bình An", "thiếu khóa “name”"),
    ],
)
def test_a_request_that_cannot_be_met_is_refused(workshop: Workshop, line: str, fault: str) -> None:
    text = f"---\n{line}\ndate: 2026-11-20\n---\n"
    assert fault in workshop.refusal({**ELSEWHERE, "go-ten/yeu-cau-1.md": text})


def test_the_ledger_counts_the_request(workshop: Workshop) -> None:
    workshop.build({**ELSEWHERE, "go-ten/yeu-cau-1.md": REQUEST})
    ledger = json.loads((workshop.folder / "so-cai.json").read_text("utf-8"))
    entries = {entry["path"]: entry["fate"] for entry in ledger["entries"]}
    assert entries["content/go-ten/yeu-cau-1.md"] == "applied"
    assert GONE not in json.dumps(ledger, ensure_ascii=False)
