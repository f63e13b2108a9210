"""What stands in brackets behind an award: counts, the winner, the names of those counted."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.awards.counts import count_at
from plugins.awards.enumerations import Expected, inside_brackets
from plugins.awards.groups import Group, read_group
from plugins.awards.mentions import QUOTES
from plugins.awards.sentences import Sentence


def bracketed_count(sentence: Sentence, first: int) -> dict[str, int]:
    """The counts in brackets after an award: "Bằng khen của tỉnh (02 tập thể, 05 cá nhân):"."""
    tokens = sentence.tokens
    while first < len(tokens) and (tokens[first].text in QUOTES or tokens[first].capital):
        first += 1
        if first + 1 < len(tokens) and tokens[first].fold == "của":
            first += 1
    if first + 1 >= len(tokens) or tokens[first].text != "(":
        return {}
    counts: dict[str, int] = {}
    place = first + 1
    while counted := count_at(tokens, place):
        number, key, after = counted
        if after >= len(tokens) or (tokens[after].text not in "),;" and tokens[after].fold != "và"):
            break
        counts[key] = counts.get(key, 0) + number
        place = after + 1
    return counts


def bracketed_winner(sentence: Sentence, first: int, last: int) -> Group:
    """Read the winner in brackets right behind a prize: "giải Nhất (Công đoàn cơ sở A)"."""
    tokens = sentence.tokens
    while first < last and tokens[first].text in QUOTES:
        first += 1
    if first >= last or tokens[first].text != "(":
        return Group()
    inner = inside_brackets(sentence, first, last)
    if inner is None or any(token.kind == "number" for token in inner.tokens[:1]):
        return Group()
    group = read_group(inner, 0, len(inner.tokens), expected=Expected(bare=True))
    return group if len(group.recipients) == 1 and not group.unread else Group()


def bracketed_group(
    sentence: Sentence, first: int, last: int, declared: Mapping[str, int]
) -> Group:
    """Read the names in the first brackets from ``first`` on, if they are as many as declared.

    "3 tập thể đạt danh hiệu … (Khoa A, Khoa B, Phòng C)"
    """
    inner = inside_brackets(sentence, first, last)
    count = sum(declared.values())
    expected = Expected(count=count, bare=True)
    group = read_group(inner, 0, len(inner.tokens), expected=expected) if inner else Group()
    partial = inner is not None and inner.tokens[0].has("nested", "lead-in")
    if len(group.recipients) == count or (partial and not group.unread):
        return Group(recipients=group.recipients)
    return Group()
