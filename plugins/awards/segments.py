"""The parts of a list between strong separators, and what each says before its names.

"Tập thể: …", "các bệnh viện: …" and "“Một cửa” của nhóm tác giả …" lead to names; "vì đã …" ends
them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from plugins.awards.collectives import Prefix, prefix_of
from plugins.awards.persons import starts_person
from plugins.awards.sentences import Sentence
from plugins.awards.separators import Separator
from plugins.awards.tokens import Token

DASHES = frozenset({"-", "–", "—"})
BECAUSE = frozenset({"vì", "do", "nhờ", "nhằm", "để", "bởi", "sau", "trước", "về", "với", "đã"})
PLURAL = frozenset({"các", "những"})
AND = frozenset({"và", "cùng", "cùng với"})
_STRONG = frozenset({";", "+", "•", "▪", "◦", "●", "*"})
_LONGEST_TYPE = 8


@dataclass(slots=True)
class Segment:
    """A part of a list between strong separators; ``prefix`` is what it says of all its names."""

    first: int
    last: int
    prefix: Prefix | None = None
    persons: bool = False
    separators: list[Separator] = field(default_factory=list)


def separates(token: Token) -> bool:
    """Whether a token may part a list: not in brackets, quotation marks or a known name."""
    return not (token.brackets or token.quotes or token.inside)


def segments_of(sentence: Sentence, first: int, last: int) -> list[Segment]:
    """The parts between strong separators, each without a clause that tells why or when."""
    tokens = sentence.tokens
    cuts = [
        (place, place + width)
        for place in range(first, last)
        if (width := _parts_strongly(tokens, place, last))
    ]
    parts, start = [], first
    for place, after in (*cuts, (last, last)):
        if start < place:
            parts.append(_segment(sentence, start, place))
        start = max(start, after)
    return parts


def _parts_strongly(tokens: list[Token], place: int, last: int) -> int:
    """How many tokens a strong separator takes: ";", "+", or the "2)" of a list in one line."""
    token = tokens[place]
    if not separates(token):
        return 0
    if token.text in _STRONG:
        return 1
    label = place + 1 < last and tokens[place + 1].has("wrapper", "count")
    if token.text in DASHES and label and _is_label(tokens, place + 1, last):
        return 1  # "… - Cá nhân: + Ông A"
    numbers = token.kind == "number" or (token.kind == "word" and len(token.text) == 1)
    if numbers and place + 1 < last and tokens[place + 1].text == ")":
        return 0 if tokens[place + 1].brackets else 2
    return 0


def _is_label(tokens: list[Token], at: int, last: int) -> bool:
    end = at + tokens[at].length
    return end < last and tokens[end].text == ":"


def _segment(sentence: Sentence, first: int, last: int) -> Segment:
    """A part of the list; "các bệnh viện: A, B" gives its names their type."""
    tokens = sentence.tokens
    first, persons = _after_work(tokens, first, last)
    label = _after_label(tokens, first, last)
    persons = persons or (label > first and tokens[first].fold == "cá")
    at = first = label
    while at < last and (tokens[at].has("determiner") or tokens[at].fold in ("và", ",", "-", ":")):
        at += tokens[at].length
    end = at
    while end < last and tokens[end].level and not tokens[end].inside:
        end += tokens[end].length
    if at == end and (several := _several_of(tokens, at, last)):
        end = several
    if at < end < last and tokens[end].text == ":":
        prefix = prefix_of(sentence, at, end) or _loose_prefix(sentence, at, end)
        return Segment(end + 1, _reason(tokens, end + 1, last), prefix and prefix.for_all())
    first = _after_lead_in(tokens, first, last)
    return Segment(first, _reason(tokens, first, last), persons=persons)


def _after_lead_in(tokens: list[Token], first: int, last: int) -> int:
    """The place after what a colon parts from a person: "Khối A00: | Trần Văn An"."""
    for place in range(first + 1, min(last - 1, first + _LONGEST_TYPE)):
        if tokens[place].text == ":":
            return place + 1 if starts_person(tokens, place + 1, last) else first
        if tokens[place].text in ",;":
            break
    return first


def skip_work(tokens: list[Token], at: int, last: int) -> int:
    """Step over a work to its author: "“Nước về bản” của nhóm tác giả | A"."""
    if at >= last or not tokens[at].quotes:
        return at
    end = at
    while end < last and tokens[end].quotes:
        end += 1
    led = end
    while led < last and (
        tokens[led].has("author") or tokens[led].fold in ("của", "do") or tokens[led].text in DASHES
    ):
        led += tokens[led].length
    return led if end < led < last else at


def _several_of(tokens: list[Token], at: int, last: int) -> int | None:
    """Where the type ends in "dân quân thường trực các bản:": common words, "các", a type."""
    for place in range(at, min(last, at + _LONGEST_TYPE)):
        if tokens[place].fold in PLURAL and place > at and place + 1 < last:
            end = place + 1 + tokens[place + 1].length
            colon = end < last and tokens[end].text == ":"
            return end if colon and tokens[place + 1].level else None
        if tokens[place].capital or tokens[place].kind != "word":
            return None
    return None


def _loose_prefix(sentence: Sentence, at: int, end: int) -> Prefix:
    words = " ".join(t.text for t in sentence.tokens[at:end] if t.fold not in PLURAL)
    return Prefix(words[0].upper() + words[1:], words, local=True)


def _after_label(tokens: list[Token], first: int, last: int) -> int:
    """The place after "cá nhân:" or "tập thể:" before names."""
    at = first
    while at < last and tokens[at].text in ",-–":
        at += 1
    end = at + tokens[at].length if at < last else last
    labelled = end < last and tokens[end].text == ":" and not tokens[at].level
    return end + 1 if labelled and tokens[at].has("wrapper", "count") else first


def _after_work(tokens: list[Token], first: int, last: int) -> tuple[int, bool]:
    """Where the names begin in "“Một cửa” của nhóm tác giả A, B"; whether these are authors."""
    for place in range(first, last):
        if tokens[place].has("author") and not tokens[place].brackets:
            return place + tokens[place].length, True
        if tokens[place].text == ",":
            break
        of = tokens[place].fold == "của" and not (tokens[place].quotes or tokens[place].brackets)
        told = _is_work(tokens, first) or _names_work(tokens, first, place)
        if of and told and starts_person(tokens, place + 1, last):
            return place + 1, True
    at = first
    while at < last and tokens[at].quotes:
        at += 1
    named = first < at < last and tokens[at].text in DASHES
    return (at + 1 if named else first), False


def _is_work(tokens: list[Token], first: int) -> bool:
    cue = tokens[first].cues.get("count")
    return cue is not None and cue.value == "total" and not tokens[first].fold.startswith("tập")


def _names_work(tokens: list[Token], first: int, last: int) -> bool:
    """Whether what stands before "của" may name a work: "Thùng rác biết nói của | Trần Văn An"."""
    token = tokens[first]
    if last - first < 2 or not token.capital or token.level:  # noqa: PLR2004
        return False
    return not token.has("position", "honorific", "surname", "wrapper", "count")


def _reason(tokens: list[Token], first: int, last: int) -> int:
    """Where a clause that tells why, when or what for ends the list."""
    person = first  # the last place where another person is listed
    for place in range(last - 1, first, -1):
        joins = tokens[place - 1].text == "," or tokens[place - 1].fold in AND
        if joins and tokens[place].has("honorific") and starts_person(tokens, place, last):
            person = place
            break
    for place in range(first + 1, last):
        token = tokens[place]
        counted = token.fold == "với" and place + 1 < last and tokens[place + 1].kind == "number"
        reason = token.has("reason") or counted  # "Liên đội A với 412 bài"
        if not reason or token.brackets or token.quotes or token.capital:
            continue
        # "bà A, người có uy tín, ông B": only a clause that tells why ends a list for good.
        if place > person or token.fold in BECAUSE:
            return place
    return last
