"""How fast awards are read from articles, on one core, and where the time goes.

Articles of about 4 kB of HTML, as the portal holds them; one in five tells awards, in a sentence, a
list or a table. The long texts of the project's gold are measured beside them: there every article
is full of awards. Prints medians of rounds.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.hostile import HOSTILE
from bench.terms import places
from plugins.awards import extract, read_html, read_text
from plugins.awards.passages import Passages
from plugins.awards.reader import read_blocks
from plugins.awards.text import Text

ARTICLES, ROUNDS, BYTES = 400, 5, 4000
MEGABYTE = 1_000_000
_SENTENCES = (
    "Bộ phận một cửa tiếp nhận {n} hồ sơ, giải quyết sớm hạn {p}%.",
    "Người dân có thể nộp hồ sơ tại nhà và nhận kết quả qua bưu chính công ích.",
    "Đơn vị rà soát {n} thủ tục, đề nghị cắt giảm thời gian của {p} thủ tục.",
    "Đoàn kiểm tra làm việc với {n} công chức và ghi nhận {p} kiến nghị.",
    "Tỷ lệ hồ sơ nộp trực tuyến tăng {p} điểm phần trăm so với cùng kỳ năm trước.",
    "Các tổ công nghệ số cộng đồng đã hướng dẫn {n} lượt người dân trong tháng.",
)
GOLD = Path(__file__).parent.parent / "tests" / "gold"


def articles(number: int = ARTICLES, seed: int = 1) -> list[str]:
    """Return articles in HTML, always the same for one seed."""
    chance = random.Random(seed)
    names = places(chance, 40)
    return [_article(n, names, chance) for n in range(number)]


def gold() -> list[str]:
    """Return the long texts of the gold, a paragraph for each line."""
    found = []
    for path in sorted(GOLD.glob("*/l*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        found.append("".join(f"<p>{line}</p>" for line in lines if line.strip()))
    return found


def measure(sources: Sequence[str], rounds: int = ROUNDS) -> dict[str, float]:
    """Return milliseconds an article: for the whole, and for its stages."""
    texts = [read_html(source) for source in sources]
    whole = _median(lambda: [extract(read_html(source)) for source in sources], rounds)
    parsing = _median(lambda: [read_html(source) for source in sources], rounds)
    words = _median(lambda: [_sentences(text) for text in texts], rounds)
    reading = _median(lambda: [read_blocks(Passages(text)) for text in texts], rounds)
    stages = {
        "HTML into blocks": parsing,
        "words and sentences": words,
        "shapes": reading - words,
        "decision, issuer, status, merging": whole - parsing - reading,
    }
    return {name: 1000 * spent / len(sources) for name, spent in ({"all": whole} | stages).items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.extractor", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    for name, sources in (("articles", articles()), ("gold, long texts", gold())):
        spent = measure(sources, options.rounds)
        size = statistics.mean(len(source.encode()) for source in sources)
        rate = 1000 / spent["all"]
        print(f"{name}: {len(sources)} of {size:.0f} bytes; {rate:.0f} a second, ", end="")
        print(f"{rate * size / 1e6:.2f} MB a second on one core")
        for stage, milliseconds in spent.items():
            share = milliseconds / spent["all"]
            print(f"  {stage:36}{milliseconds:7.3f} ms  {share:6.1%}")
    for name, make in HOSTILE.items():
        text = make(MEGABYTE)
        print(f"1 MB of {name:12}{_median(lambda text=text: extract(read_text(text)), 1):7.2f} s")


def _median(work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return statistics.median(times)


def _sentences(text: Text) -> None:
    passages = Passages(text)
    if passages.speaks:
        for number in range(len(text.blocks)):
            if passages.tells(number):
                passages.sentences(number)


def _article(number: int, names: Sequence[str], chance: random.Random) -> str:
    parts: list[str] = []
    if number % 5 == 0:
        parts.append(_awards(number // 5, names, chance))
    while sum(len(part.encode()) for part in parts) < BYTES:
        sentences = [
            chance.choice(_SENTENCES).format(n=chance.randint(20, 900), p=chance.randint(5, 99))
            for _ in range(5)
        ]
        parts.append(f"<p>{' '.join(sentences)}</p>")
    return "".join(parts)


def _awards(number: int, names: Sequence[str], chance: random.Random) -> str:
    """One of three ways to tell awards, in turn."""
    first, *others = chance.sample(list(names), 7)
    issuer = f"Chủ tịch UBND {first}"
    decision = f"Quyết định số {number + 1}/QĐ-UBND ngày 5/3/2024"
    people = [f"Trần Văn {chance.choice(('An', 'Bình', 'Chi', 'Dũng'))}" for _ in range(3)]
    match number % 3:
        case 0:
            listed = f"{', '.join(others[:-1])} và {others[-1]}"
            return (
                f"<p>{issuer} ban hành {decision} tặng Giấy khen cho 06 tập thể, gồm: {listed}.</p>"
            )
        case 1:
            items = "".join(
                f"<li>Ông {name}, Trưởng thôn {n}</li>" for n, name in enumerate(people)
            )
            return f"<p>{issuer} tặng Giấy khen cho 3 cá nhân:</p><ul>{items}</ul>"
        case _:
            ranks = ("Nhất", "Nhì", "Ba")
            told = "; ".join(
                f"giải {rank} thuộc về {name}" for rank, name in zip(ranks, others, strict=False)
            )
            return f"<p>Kết thúc hội thi, Ban Tổ chức công bố {told}.</p>"


if __name__ == "__main__":
    main()
