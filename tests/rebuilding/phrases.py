"""What articles of the scenes say: sentences with names and figures that edits exchange."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

PERSONS = (
    "Nguyễn Văn Bình", "Lê Thị Mận", "Trần Thị Hòa", "Phạm Văn Lộc", "Đỗ Thị Sáu", "Vũ Đình Khải",
)  # fmt: skip
COMMUNES = ("Bích Hòa", "Cao Viên", "Kim Thư", "Tam Hưng", "Phương Trung", "Hồng Dương")
OFFICES = (
    "Phòng Nội vụ", "Phòng Tư pháp", "Phòng Tài chính - Kế hoạch", "Trường Mầm non Kim Bài",
)  # fmt: skip
PRIZES = ("Giấy khen", "Bằng khen", "danh hiệu Lao động tiên tiến", "Chiến sĩ thi đua cơ sở")
PLACES = ("Nhất", "Nhì", "Ba", "Khuyến khích")
SUBJECTS = (
    "số hóa hồ sơ",
    "tiếp công dân",
    "chữ ký số",
    "một cửa",
    "chuyển đổi số",
    "thủ tục đất đai",
)
POOLS = (PERSONS, COMMUNES, OFFICES, PRIZES, SUBJECTS)
# Words in which nothing can be read, some with signs that HTML writes otherwise.
WORDS = (
    "Việc này được người dân hưởng ứng.",
    "Bà con đến từ sáng sớm, về *rất* muộn.",
    "Ai nấy đều vui.",
    "Có nơi hỏi: “Vì sao?” & nơi khác thì 'không', 3 > 2.",
)
TARGET = "hồ sơ đúng hạn và trước hạn"


def award_sentence(draw: Random) -> str:
    """Somebody is given something, in one sentence or two."""
    communes = draw.sample(COMMUNES, draw.randint(1, 3))
    persons = draw.sample(PERSONS, draw.randint(1, 3))
    prize = draw.choice(PRIZES)
    return draw.choice(
        (
            f"Chủ tịch UBND huyện Thanh Oai tặng {prize} cho {len(communes)} tập thể: "
            f"{_listed('xã', communes)}.",
            f"UBND huyện Thanh Oai tặng {prize} cho {len(persons)} cá nhân: "
            f"{_listed('bà', persons)}.",
            f"Ngày {draw.randint(1, 28)}/{draw.randint(1, 12)}/2024, UBND huyện Thanh Oai ban hành "
            f"Quyết định số {draw.randint(100, 999)}/QĐ-UBND tặng Giấy khen cho "
            f"{draw.choice(OFFICES)} và {_listed('xã', communes)}.",
            f"Giải {draw.choice(PLACES)} thuộc về xã {communes[0]}. "
            f"Giải Khuyến khích thuộc về {draw.choice(OFFICES)}.",
            f"Chỉ số cải cách hành chính năm 2024: xã {communes[0]} xếp thứ "
            f"{draw.choice(('nhất', 'nhì', 'ba'))} với {draw.randint(80, 99)} điểm.",
            f"Sở Nội vụ tặng Bằng khen cho ông {persons[0]}, {draw.choice(OFFICES)}.",
            f"UBND huyện đề nghị tặng {prize} cho {_listed('bà', persons)}.",
        )
    )


def award_list(draw: Random) -> str:
    """Return a list of recipients below its heading sentence, as a list or as a table."""
    persons = draw.sample(PERSONS, draw.randint(2, 4))
    declared = len(persons) + draw.choice((0, 0, 0, 1))
    if draw.random() < 0.5:
        rows = [f"- bà {person}, {draw.choice(OFFICES)}" for person in persons]
        return f"UBND huyện Thanh Oai tặng Giấy khen cho {declared} cá nhân:\n\n" + "\n".join(rows)
    rows = [
        f"| {number} | {person} | Công chức | Xã {draw.choice(COMMUNES)} |"
        for number, person in enumerate(persons, start=1)
    ]
    head = "| STT | Họ và tên | Chức vụ | Đơn vị |\n|---|---|---|---|\n"
    return "Danh sách cá nhân được tặng Bằng khen:\n\n" + head + "\n".join(rows)


def citation(draw: Random) -> str:
    """Return a sentence that cites a document, fully or not."""
    number, day, month = draw.randint(1, 40), draw.randint(1, 28), draw.randint(1, 12)
    return draw.choice(
        (
            f"Theo Kế hoạch số {number}/KH-UBND ngày {day}/{month}/2024 của UBND huyện Thanh Oai "
            f"về {draw.choice(SUBJECTS)}, các xã báo cáo hằng tháng.",
            "Kế hoạch số 26/KH-UBND ngày 01/3/2024 của UBND huyện Thanh Oai nêu rõ việc này.",
            f"Quyết định số {number} của huyện nêu rõ trách nhiệm từng nơi.",
            f"Công văn số {number}/UBND-NV ngày {day}/{month} đề nghị rà soát lại.",
        )
    )


def figure(draw: Random) -> str:
    """Return a sentence that reports a figure for a target."""
    return f"Tỷ lệ {TARGET} đạt {draw.randint(80, 99)},{draw.randint(0, 9)}%."


def plain(draw: Random) -> str:
    """Return a paragraph that tells nothing for the data."""
    subject, commune = draw.choice(SUBJECTS), draw.choice(COMMUNES)
    return draw.choice(
        (
            f"Việc {subject} ở xã {commune} có {draw.randint(2, 30)} lượt người hỏi mỗi ngày.",
            f"## Việc {subject}\n\nNgười dân xã {commune} được hướng dẫn tại chỗ.",
            f"- Bộ phận {subject} làm thêm giờ.\n- Xã {commune} *đổi mới* cách làm.",
            f"> Cán bộ phải gần dân, theo lời kể ở xã {commune}.",
            f"| Nội dung | Số |\n|---|---|\n| {subject} | {draw.randint(1, 99)} |",
            f"Xem [bản tin](https://example.org/{draw.randint(1, 9)}) về **{subject}**.[^1]\n\n"
            f"[^1]: Lời chú của xã {commune}.",
        )
    )


SENTENCES: tuple[Callable[[Random], str], ...] = (
    award_sentence, award_sentence, award_list, citation, figure, plain,
)  # fmt: skip


def paragraph(draw: Random) -> str:
    """Return a paragraph of any sort."""
    return draw.choice(SENTENCES)(draw)


def exchanged(text: str, draw: Random) -> str:
    """Return ``text`` with one name or figure in it replaced by another of its sort."""
    found = [(word, pool) for pool in POOLS for word in pool if word in text]
    digits = [place for place, sign in enumerate(text) if sign in "123456789"]
    if digits and (not found or draw.random() < 0.3):
        place = draw.choice(digits)
        return text[:place] + draw.choice("123456789") + text[place + 1 :]
    if not found:
        return text + " Việc này vẫn tiếp tục."
    word, pool = draw.choice(found)
    return text.replace(word, draw.choice(pool), 1)


def title(draw: Random) -> str:
    """Return a title."""
    commune, number = draw.choice(COMMUNES), draw.randint(2, 90)
    return f"Xã {commune} và {number} cách làm mới về {draw.choice(SUBJECTS)}"


def summary(draw: Random) -> str:
    """Return a summary of legal length."""
    return (
        f"Tóm tắt về {draw.choice(SUBJECTS)} ở xã {draw.choice(COMMUNES)}, "
        f"với {draw.randint(2, 99)} số liệu của huyện Thanh Oai."
    )


def _listed(noun: str, names: list[str]) -> str:
    return (
        f"{noun} "
        + f", {noun} ".join(names[:-1])
        + (f" và {noun} {names[-1]}" if names[1:] else names[0])
    )
