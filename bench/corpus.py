"""A seeded corpus: as many plausible articles as wanted, always the same for one seed."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from pathlib import Path

UNITS = 40
CAMPAIGNS = 10
_FIRST = ("An", "Cao", "Đông", "Hà", "Hòa", "Liên", "Minh", "Phú", "Tân", "Thanh", "Vân", "Xuân")
_SECOND = ("Bình", "Dương", "Đức", "Giang", "Hải", "Hưng", "Khê", "Lâm", "Mỹ", "Sơn", "Thịnh")
SENTENCES = (
    "Bộ phận một cửa tiếp nhận {n} hồ sơ, giải quyết sớm hạn {p}%.",
    "Người dân có thể nộp hồ sơ tại nhà và nhận kết quả qua bưu chính công ích.",
    "Đơn vị rà soát {n} thủ tục, đề nghị cắt giảm thời gian của {p} thủ tục.",
    "Đoàn kiểm tra làm việc với {n} công chức và ghi nhận {p} kiến nghị.",
    "Tỷ lệ hồ sơ nộp trực tuyến tăng {p} điểm phần trăm so với cùng kỳ năm trước.",
    "Các tổ công nghệ số cộng đồng đã hướng dẫn {n} lượt người dân trong tháng.",
)


def write_corpus(folder: Path, articles: int, seed: int = 1) -> None:
    """Write a content folder with ``articles`` articles of about 3 kB; one in five has awards."""
    chance = random.Random(seed)
    names = _write_terms(folder, chance)
    moment = datetime(2015, 1, 1, 8)
    step = timedelta(days=365 * 10) / max(articles, 1)
    for number in range(articles):
        moment += step
        path = folder / f"tin/{moment:%Y/%m}/bai-so-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_article(number, moment, names, chance), "utf-8")


def places(chance: random.Random, number: int) -> list[str]:
    """Return the names of communes, each once."""
    names = [f"Xã {first} {second}" for first in _FIRST for second in _SECOND]
    return chance.sample(names, number)


def _write_terms(folder: Path, chance: random.Random) -> list[str]:
    names = places(chance, UNITS)
    summary = "summary: Dùng để đo thời gian dựng trang, không phải nội dung thật.\n"
    for number, name in enumerate(names):
        path = folder / f"don-vi/don-vi-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\nname: {name}\nkind: xã\n{summary}---\n", "utf-8")
    for number in range(CAMPAIGNS):
        path = folder / f"phong-trao/phong-trao-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = f"name: Phong trào số {number}\nunit: don-vi-{number}\nstart: 2015-01-01\n"
        path.write_text(f"---\n{head}{summary}---\n", "utf-8")
    return names


def _article(number: int, moment: datetime, names: list[str], chance: random.Random) -> str:
    unit = chance.choice(names)
    paragraphs = [
        " ".join(
            chance.choice(SENTENCES).format(n=chance.randint(20, 900), p=chance.randint(5, 99))
            for _ in range(7)
        )
        for _ in range(6)
    ]
    if number % 5 == 0:
        winners = chance.sample(names, 6)
        paragraphs.insert(
            2,
            f"Ngày {moment.day}/{moment.month}/{moment.year}, Chủ tịch UBND {unit} ban hành Quyết "
            f"định số {number + 1}/QĐ-UBND tặng Giấy khen cho 06 tập thể, gồm: "
            f"{', '.join(winners[:-1])} và {winners[-1]}.",
        )
    head = (
        f"id: bai-so-{number}\ntitle: Bài số {number} về cải cách hành chính ở {unit}\n"
        f"date: {moment:%Y-%m-%d %H:%M}\nkind: tin\nunit: {unit}\n"
        f"campaign: phong-trao-{chance.randrange(CAMPAIGNS)}\n"
        f"summary: Bài số {number} được viết ra để đo thời gian dựng trang của cổng.\n"
    )
    return f"---\n{head}---\n" + "\n\n".join(paragraphs) + "\n"
