"""Who confers an award whose own clause does not say: what stands before, the decision, the page.

Also how a name in capitals is written: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ PHÚ AN" becomes "Chủ tịch
Ủy ban nhân dân xã Phú An".
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from plugins.awards.drafts import Draft
from plugins.awards.issuers import issuer_before, issuer_between, presented_for, subject_of
from plugins.awards.scope import Outline, Telling, sentences_of
from plugins.awards.sentences import Sentence, sentences
from plugins.awards.tokens import Token, tokenize
from plugins.documents import organisation
from plugins.vocabulary import Phrases, fold, load, skeleton

_STATE = "Chủ tịch nước"
# The President, not the Vice President. The engine skips to the rarest letter.
_NAMES_STATE = re.compile(
    r"[ủỦ](?i:(?<=chủ) tịch nước(?<!phó chủ tịch nước)(?<!nguyên chủ tịch nước))"
)
_ORGANISES = re.compile(r"[bBtT](?i:(?<=b)(?:an tổ chức|an giám khảo|tc|gk)|(?<=t)rao)")
# The group of "khen thưởng", "biểu dương": verbs by themselves.
_UNNAMED = "khác"
_STATES = frozenset({"đảng, nhà nước", "đảng và nhà nước", "nhà nước"})
# A sentence that begins so carries on the one before.
_CARRIES_ON = ("theo đó", "cụ thể", "trong đó", "đó là", "đợt này", "dịp này")
_HEAD_NUMBER = re.compile(r"^\s*số\s*:?\s*[\d.]+\s*[/\-]", re.IGNORECASE | re.MULTILINE)
_LONGEST_LINE = 120
# How far back the sentence before is looked for, in characters.
_WINDOW = 600
# Places are written small before their name, bodies and heads of bodies are not.
_PLACES = frozenset({1, 3, 5, 7})


def settle(lines: Outline, tellings: Sequence[Telling]) -> None:
    """Give an issuer to each draft that has none, where the text tells it elsewhere."""
    if not tellings:
        return
    signer = _signer(lines)
    state = bool(_NAMES_STATE.search(lines.text.plain))
    leads: dict[int, str | None] = {-1: None}
    before: Telling | None = None
    for telling in tellings:
        draft = telling.draft
        if draft.issuer is None:
            draft.issuer = (
                _own(telling)
                or (draft.document.issuer if draft.document else None)
                or _sentence(telling, before)
                or _introduced(lines, lines.intro[telling.block], leads)
                or _carried(lines, telling)
            )
        by_state = state and draft.title.conferred_by == _STATE and draft.status == "conferred"
        if by_state and (draft.issuer is None or fold(draft.issuer) in _STATES):
            draft.issuer = _STATE
        if signer and draft.issuer is None and telling.at > signer[1]:
            draft.issuer = signer[0]
        if draft.issuer is not None:
            draft.issuer = normal_case(draft.issuer)
        before = telling


def issuer_of(sentence: Sentence) -> str | None:
    """Who confers, by a sentence that need not name the award: "…, Chủ tịch quyết định tặng:"."""
    tokens = sentence.tokens
    found: str | None = None
    for place, token in enumerate(tokens):
        if token.brackets or token.inside:
            continue
        if token.has("presenter"):
            return presented_for(sentence, place)
        if token.has("passive") and (verb := _next_give(tokens, place)) is not None:
            found = issuer_between(sentence, place + token.length, verb) or found
        elif token.has("give") and found is None and not _by_person(tokens, place):
            found = issuer_before(sentence, 0, place)
        elif token.title is not None and token.title.group == _UNNAMED and found is None:
            found = subject_of(sentence, 0, place)
    return found


def _own(telling: Telling) -> str | None:
    """Who is stood for in the award's sentence, or named right before the award."""
    place = telling.sentence.first_cues.get("presenter", telling.first)
    if place < telling.first:
        return presented_for(telling.sentence, place)
    if telling.sentence.block.kind == "row":
        return None  # the office beside an award in a table is where the recipient works
    return subject_of(telling.sentence, telling.clause()[0], telling.first)


def _sentence(telling: Telling, before: Telling | None) -> str | None:
    """The subject said once for several verbs: "… tuyên dương, tặng Giấy khen cho …"."""
    tokens = telling.sentence.tokens
    verb = next(
        (
            n
            for n in range(telling.first - 1, max(-1, telling.first - 4), -1)
            if tokens[n].has("give")
        ),
        None,
    )
    if verb is None or before is None or before.sentence.start != telling.sentence.start:
        return None
    near = range(verb, max(0, verb - 12), -1)
    start = next(
        (n for n in near if tokens[n - 1].text in ",;" or tokens[n - 1].fold == "và"), near.stop
    )
    if any(t.capital or t.has("passive", "position") for t in tokens[start:verb]):
        return None
    return before.draft.issuer


def _introduced(lines: Outline, intro: int, known: dict[int, str | None]) -> str | None:
    """Who confers by the last sentence of the block that introduces a list."""
    if intro not in known:
        last = deque(sentences_of(lines, intro), maxlen=1)
        known[intro] = issuer_of(last[0]) if last else None
    return known[intro]


def _carried(lines: Outline, telling: Telling) -> str | None:
    """The issuer of the sentence before, where this one only carries it on: "Theo đó, …"."""
    words = fold(telling.sentence.evidence.quote[:24])
    if not words.startswith(_CARRIES_ON):
        return None
    start = max(lines.starts[telling.block], telling.sentence.start - _WINDOW)
    block = replace(lines.text.blocks[telling.block], start=start, end=telling.sentence.start)
    last = deque(sentences(lines.text.plain, block), maxlen=1)
    return issuer_of(last[0]) if last else None


def _next_give(tokens: Sequence[Token], place: int) -> int | None:
    for at in range(place + 1, min(len(tokens), place + 24)):
        if tokens[at].has("give"):
            return at
        if tokens[at].text in ";.":
            break
    return None


def _by_person(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a person hands over: "Đại tá A trao", "lãnh đạo Sở Nội vụ trao"."""
    before = tokens[max(0, verb - 24) : verb]
    hands = tokens[verb].cues["give"].value == "presents"
    return hands and any(t.has("honorific") or t.fold in ("lãnh", "diện", "phó") for t in before)


# ---------------------------------------------------------------- contests


def settle_prizes(lines: Outline, drafts: Sequence[Draft]) -> None:
    """Give the organiser of the contest to the prizes that name nobody."""
    prizes = [d for d in drafts if d.title.family == "contest" and d.issuer is None]
    organiser = _organiser(lines) if prizes else None
    for draft in prizes:
        draft.issuer = organiser


def _organiser(lines: Outline) -> str | None:
    """Who gives all prizes of a contest: "A và B trao giải cuộc thi", else its organising board."""
    board: str | None = None
    for number, block in enumerate(lines.text.blocks):
        if block.kind == "noise" or not _ORGANISES.search(lines.words(number)):
            continue
        for sentence in sentences_of(lines, number):
            tokens = sentence.tokens
            for place in range(len(tokens)):
                if _is_board(tokens, place):
                    name = _board(sentence, place)
                    board = name if board is None or len(name) > len(board) else board
                elif _gives_prizes(tokens, place) and not _by_person(tokens, place):
                    found = issuer_before(sentence, 0, place)
                    if found:
                        return found
    return board


def _is_board(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if not (token.has("issuer") and token.capital):
        return False
    return token.fold == "btc" or [t.fold for t in tokens[place : place + 3]] == [
        "ban",
        "tổ",
        "chức",
    ]


def _board(sentence: Sentence, place: int) -> str:
    if sentence.tokens[place].fold == "btc":
        return "Ban Tổ chức"
    last = place + sentence.tokens[place].length
    return " ".join(sentence.quote(place, last).quote.split())


def _gives_prizes(tokens: Sequence[Token], place: int) -> bool:
    """Whether "trao giải cuộc thi", "trao giải thưởng hội thi" begins here."""
    if not tokens[place].has("give") or tokens[place].fold != "trao":
        return False
    after = tokens[place + tokens[place].length : place + 6]
    return bool(after) and after[0].fold == "giải" and any(t.has("campaign") for t in after)


# ---------------------------------------------------------------- the head of a decision


def _signer(lines: Outline) -> tuple[str, int] | None:
    """Who signs the decision that the page is, and where its head ends."""
    plain = lines.text.plain
    number = _HEAD_NUMBER.search(plain)
    stop = next((n for n, line in _lines(plain) if fold(line).startswith("điều 1")), len(plain))
    heads = [(place, line) for place, line in _lines(plain) if place < stop and line.isupper()]
    best: tuple[str, int] | None = None
    for index, (place, line) in enumerate(heads):
        names_head = _is_office(line)
        if not names_head and (number is None or place > number.start()):
            continue
        name = line
        following = heads[index + 1] if index + 1 < len(heads) else None
        if following and following[0] == place + len(line) + 1 and _is_place(following[1]):
            name = f"{line} {following[1]}"
        if names_head or _is_body(line):
            best = (" ".join(name.split()), place)
        if names_head and place > (number.start() if number else -1):
            return best
    return best if number else None


def _lines(plain: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in plain.split("\n"):
        stripped = line.strip()
        if stripped and len(stripped) <= _LONGEST_LINE:
            yield at + line.index(stripped), stripped
        at += len(line) + 1


def _is_office(line: str) -> bool:
    """Whether a line is nothing but a head of a body: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ PHÚ AN"."""
    tokens = tokenize(line, 0, len(line))
    if not tokens or tokens[0].fold in ("phó", "kt", "tm", "tl"):
        return False
    known = tokens[0].has("position") and tokens[0].length < len(tokens)
    authority = tokens[0].has("issuer") and tokens[0].fold not in ("ban", "btc")
    return (known or authority) and organisation(tokens, 0) == len(tokens)


def _is_body(line: str) -> bool:
    tokens = tokenize(line, 0, len(line))
    return bool(tokens and tokens[0].level and organisation(tokens, 0) == len(tokens))


def _is_place(line: str) -> bool:
    tokens = tokenize(line, 0, len(line))
    return bool(tokens) and tokens[0].level in _PLACES and organisation(tokens, 0) == len(tokens)


# ---------------------------------------------------------------- capitals


def normal_case(name: str) -> str:
    """Write a name in capitals as running text would; other names are returned as they are."""
    if not name.isupper() or " " not in name:
        return name
    tokens = tokenize(name, 0, len(name))
    folds = [token.fold for token in tokens]
    written: list[str] = []
    place = 0
    while place < len(tokens):
        length, spellings = _spellings().longest(folds, place)
        if length:
            written.append(_cased(spellings[0], first=place == 0, level=tokens[place].level))
        else:
            length = 1
            written.append(_word(tokens[place].text))
        place += length
    return re.sub(r"\s+([,.)])", r"\1", " ".join(written))


def _word(text: str) -> str:
    """A word of a name; letters without a vowel are short for something and stay."""
    vowels = any(letter in "aeiouy" for letter in skeleton(fold(text)))
    return text.capitalize() if vowels and len(text) > 1 else text


def _cased(spelling: str, *, first: bool, level: int) -> str:
    if spelling[0].isupper() or (level in _PLACES and not first):
        return spelling
    return spelling[0].upper() + spelling[1:]


@lru_cache(maxsize=1)
def _spellings() -> Phrases[str]:
    roles = ("unit", "position", "issuer", "field", "office", "place")
    rows: Iterable[str] = (word for cue in load().cues if cue.role in roles for word in cue.words)
    return Phrases((word, word) for word in rows)
