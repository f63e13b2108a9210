"""Headings, labels and lead-ins of lists: "Tập thể (02):", "Danh sách gồm:", "Bốn cá nhân là:"."""

from __future__ import annotations

from plugins.awards.collectives import prefix_of
from plugins.awards.counts import KEYS, count_at
from plugins.awards.enumerations import Expected
from plugins.awards.groups import leads_to_names
from plugins.awards.mentions import number_at
from plugins.awards.sentences import Sentence
from plugins.awards.tokens import Token

# A block this short may be a heading or a caption, in words.
_SHORT = 30
# How far from its start a sentence may lead to names, in words.
_REACH = 16
# Words that head a list beside counts and kinds: "Danh sách được khen đợt này gồm:".
_LIST_WORDS = frozenset(
    [
        "danh", "sách", "cụ", "thể", "theo", "đó", "ngoài", "ra", "còn", "có", "được", "khen",
        "tặng", "thưởng", "này", "đợt", "trong", "số", "các", "những", "và", "cùng", "với", "là",
        "gồm", "như", "sau", "tên", "quyết", "định", "nói", "trên", "buổi", "lễ", "dịp", "lần",
        "đồng", "thời", "về", "khối", "tuyên", "dương",
    ]
)  # fmt: skip


def is_heading(sentence: Sentence) -> bool:
    """Whether a sentence is a block by itself, short and without an end mark."""
    tokens = sentence.tokens
    if tokens[0].fold in ("về", "v"):
        return False  # "Về việc tặng Giấy khen", the subject of a decision
    short = len(tokens) <= _SHORT and sentence.end == sentence.block.end
    return short and sentence.start == sentence.block.start and tokens[-1].text not in ".!?"


def is_label(sentence: Sentence) -> bool:
    """Whether it is a label such as "Tập thể:", "II. Cá nhân", "09 xã, thị trấn:" within a list."""
    tokens = sentence.tokens
    if len(tokens) > _SHORT:
        return False
    if tokens[-1].text == ":":
        # "Khối các xã:", "II. Về cá nhân:"; but "Các bài khác:" ends the list.
        return any(token.has("wrapper", "count") or token.level for token in tokens)
    first = next((token for token in tokens if token.kind == "word"), tokens[0])
    numbered = first.level and any(t.kind == "number" and not t.brackets for t in tokens)
    if first.has("wrapper", "count") and not numbered and not _names_something(tokens):
        return True
    return count_at(tokens, 0) is not None


def _names_something(tokens: list[Token]) -> bool:
    """Whether a capital beyond the first word shows that a name stands here: "Đội thi xã A"."""
    words = [token for token in tokens if token.kind == "word" and not token.brackets]
    if all(token.text.isupper() for token in words):
        return len(words) > 2 and not words[0].has("wrapper")  # noqa: PLR2004
    return any(token.capital for token in words[1:])


def names_kind(sentence: Sentence) -> bool:
    """Whether it says only of what kind the items after it are: "Tập thể:", "Danh sách gồm:"."""
    tokens = sentence.tokens
    if tokens[-1].text != ":" or len(tokens) > _SHORT:
        return False
    return (
        tokens[0].has("wrapper", "count")
        or count_at(tokens, 0) is not None
        or all(_heads_a_list(token) for token in tokens[:-1])
    )


def label_counts(sentence: Sentence) -> dict[str, int]:
    """The counts of a label: "Tập thể (02)", "03 cá nhân"."""
    tokens, found = sentence.tokens, dict[str, int]()
    for place, token in enumerate(tokens):
        if counted := count_at(tokens, place):
            found[counted[1]] = counted[0]
        elif cue := token.cues.get("count"):
            after = place + token.length
            if after + 1 < len(tokens) and tokens[after].text in "(:":
                number = number_at(tokens, after + 1)
                if number is not None and not count_at(tokens, after + 1):
                    found[KEYS[cue.value]] = number
    return found


def all_counts(sentence: Sentence) -> dict[str, int]:
    """The first count of each kind in a sentence."""
    found: dict[str, int] = {}
    for place in range(len(sentence.tokens)):
        if counted := count_at(sentence.tokens, place):
            found.setdefault(counted[1], counted[0])
    return found


def sums_up(sentence: Sentence) -> bool:
    """Whether a sentence only says how long the list was: "Tổng cộng danh sách có 04 người."."""
    tokens = sentence.tokens
    first = [token.fold for token in tokens[:4]]
    listed = first[:2] in (["danh", "sách"], ["tổng", "cộng"], ["tổng", "số"])
    return listed and len(tokens) <= _REACH and not leads_to_names(tokens, len(tokens) - 1, 0)


def announced(sentence: Sentence, end: int | None = None) -> Expected:
    """What the words up to ``end`` say of the names to follow: "… gồm các trường THCS:"."""
    tokens = sentence.tokens
    end = len(tokens) if end is None else end
    while end and (tokens[end - 1].text in ":.–-(" or tokens[end - 1].brackets):
        end -= 1
    start = end
    while start and end - start < _REACH:
        start -= 1
        if tokens[start].level and not tokens[start].inside:
            break
    prefix = None
    plural = start and (
        tokens[start - 1].fold in ("các", "những") or tokens[start - 1].kind == "number"
    )
    if plural and tokens[start].level and start + tokens[start].length == end:
        found = prefix_of(sentence, start, end)
        prefix = found and found.for_all()
    kinds = {
        token.cues["count"].value
        for token in tokens[max(0, end - _REACH) : end + 1]
        if "count" in token.cues and not token.inside
    }
    return Expected(shared=prefix, persons=kinds == {"individual"})


def list_start(sentence: Sentence) -> int | None:
    """Where the names begin, if all before them only leads up to a list."""
    tokens = sentence.tokens
    if tokens[0].has("lead-in"):
        return 0
    counted = None
    for place, token in enumerate(tokens[: _REACH + 1]):
        if token.brackets:
            continue
        if counted is None and count_at(tokens, place) and not _repeats(tokens, place):
            counted = place
        if token.text == ":" or leads_to_names(tokens, place, len(tokens)):
            plain = all(_heads_a_list(before) for before in tokens[:place])
            return counted if counted is not None else place + token.length if plain else None
    return counted if counted == 0 else None


def _repeats(tokens: list[Token], place: int) -> bool:
    """In "trong 16 tập thể có 7 phòng gồm: …" repeats the whole before it counts a part."""
    return place > 0 and tokens[place - 1].fold in ("trong", "số")


def _heads_a_list(token: Token) -> bool:
    return (
        token.inside
        or token.kind != "word"
        or token.fold in _LIST_WORDS
        or token.has("count", "wrapper", "determiner", "number", "honorific", "lead-in", "passive")
        or len(token.text) == 1
    )
