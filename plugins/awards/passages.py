"""The sentences of a text, block by block: each is cut and tokenised once, and only if need be.

Most paragraphs of the news speak of no award. A search for the words that every name of an award
holds tells those at a glance.
"""

from __future__ import annotations

import re
from functools import lru_cache

from plugins.awards.sentences import Sentence, sentences
from plugins.awards.slips import BY_GRAMMAR
from plugins.awards.text import Text
from plugins.vocabulary import load, unmask

# Words that name awards, in small letters, some with the slips that keyboards leave. Titles that
# hold none of them are added whole.
_WORDS = (
    "khen", "khên", "huân", "huan ch", "huy ch", "huy hi", "danh h", "thi đua", "thi dua",
    "thi đau", "tiên tiến", "tiến tiến", "tiên tiên", "anh hùng", "ưu tú", "kỷ niệm ch",
    "kỉ niệm ch", "kỷ niêm", "cstđ", "tuổi đảng", "quán quân", "á quân", "dẫn đầu", "xếp thứ",
    "xếp hạng", "xếp loại", "xếp vị", "xếp đồng", "xếp nh", "đứng thứ", "đứng đầu", "nhóm tốt",
    "nhóm khá", "chiến s", "toàn đoàn", "tuyên dương", "biểu dương", "tôn vinh", "thưởng",
    "nhất:", "nhì:", "nhất :",
)  # fmt: skip
# "giải" begins much else ("giải quyết", "giải pháp"), and so does "nhì" ("nhìn nhận").
_PRIZE = re.compile(r"giải\b(?!\s+(?:quyết|pháp|ngân|phóng|trình|thích|tỏa|toả|đáp|tán|phẫu))")
_SECOND = re.compile(r"ì(?<=\snhì)(?![^\W\d_])")
# Letters of the news from the most frequent on; those left out are rarer.
_FREQUENT = "nhtigcđumvàapưlosrydkếơábộảớờệầồịqốãạâôêậủxấểụứóựợềúổíử"
# A short block may head what parts the prizes below it.
_CATEGORY = re.compile(
    r"môn|nội dung|bảng|thể loại|hạng mục|phần thi|lứa tuổi|lĩnh vực|\bthi\b|hội"
)
_SHORT = 100


class Passages:
    """A text in sentences, read as they are asked for."""

    def __init__(self, text: Text) -> None:
        """Take a text; nothing is read yet."""
        self.text = text
        self._sentences: dict[int, list[Sentence]] = {}
        self._places: dict[tuple[int, int], Sentence] = {}

    def sentences(self, number: int) -> list[Sentence]:
        """The sentences of a block, by its number in the text."""
        found = self._sentences.get(number)
        if found is None:
            found = sentences(self.text.plain, self.text.blocks[number])
            self._sentences[number] = found
            self._places |= {(sentence.start, sentence.end): sentence for sentence in found}
        return found

    def sentence(self, number: int, start: int, end: int) -> Sentence | None:
        """The sentence of a block that stands exactly between two places."""
        self.sentences(number)
        return self._places.get((start, end))

    @property
    def speaks(self) -> bool:
        """Whether the text may speak of an award anywhere."""
        return _speaks(self.text.plain)

    def tells(self, number: int) -> bool:
        """Whether a block may speak of an award, or head what does."""
        block = self.text.blocks[number]
        words = self.text.plain[block.start : block.end]
        if len(words) < _SHORT and _CATEGORY.search(words.lower()):
            return True
        return _speaks(words)


def _speaks(words: str) -> bool:
    small = unmask(words).lower().strip()
    return bool(_naming().search(small) or _PRIZE.search(small) or _SECOND.search(small))


@lru_cache(maxsize=1)
def _naming() -> re.Pattern[str]:
    """One search for all words, each known by the rarest letter of its first: engines skip fast."""
    forms: dict[str, list[str]] = {}
    for word in _words():
        letter = max(word.split()[0], key=_rarity)
        before, _, after = word.partition(letter)
        rest = r"\s+".join(map(re.escape, after.split(" ")))
        forms.setdefault(letter, []).append(f"(?<={re.escape(before + letter)}){rest}")
    ways = (f"{re.escape(letter)}(?:{'|'.join(some)})" for letter, some in forms.items())
    return re.compile("|".join(ways))


def _rarity(letter: str) -> int:
    return (_FREQUENT + letter).index(letter)


@lru_cache(maxsize=1)
def _words() -> tuple[str, ...]:
    titles = {
        spelling.lower()
        for title in load().award_titles
        if title.family not in BY_GRAMMAR
        for spelling in (title.name, *title.aliases)
    }
    found = list(_WORDS)
    for title in sorted(titles, key=lambda title: (len(title), title)):
        if not any(word in title for word in found):
            found.append(title)
    return tuple(found)
