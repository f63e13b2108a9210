"""Counted nouns: "16 tập thể", "03 công đoàn cơ sở", "5 điều dưỡng"."""

from __future__ import annotations

from plugins.awards.mentions import number_span
from plugins.awards.tokens import Token

KEYS = {
    "collective": "collectives",
    "individual": "individuals",
    "household": "households",
    "total": "total",
}


def count_at(tokens: list[Token], place: int) -> tuple[int, str, int] | None:
    """Read "16 tập thể" at ``place``: the number, its field, and the place after the noun."""
    span = number_span(tokens, place)
    if span is None:
        return None
    number, noun = span[0], place + span[1]
    if noun >= len(tokens) or tokens[noun].inside:
        return None
    cue = tokens[noun].cues.get("count")
    if cue is not None:
        return number, KEYS[cue.value], noun + tokens[noun].length
    if tokens[noun].level and not tokens[noun].capital:
        return number, "collectives", noun + tokens[noun].length  # "03 công đoàn cơ sở"
    if tokens[noun].has("position", "honorific") and not tokens[noun].capital and number > 1:
        return number, "individuals", noun + tokens[noun].length  # "5 điều dưỡng"
    return None
