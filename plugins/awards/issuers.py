"""Who confers an award. Who hands it over ("trao", "thừa ủy quyền") need not be the one."""

from __future__ import annotations

from plugins.awards.sentences import Sentence
from plugins.documents import organisation

_STATE = "Chủ tịch nước"


def issuer_at(sentence: Sentence, place: int) -> tuple[str | None, int]:
    """The office named from ``place`` on, and the place after it."""
    tokens = sentence.tokens
    end = organisation(tokens, place) if place < len(tokens) else place
    if end == place:
        return None, place
    name = sentence.quote(place, _without_person(sentence, place, end))
    return " ".join(name.quote.split()), end


def issuer_before(sentence: Sentence, first: int, verb: int) -> str | None:
    """The last office named between ``first`` and the verb, as the subject of the sentence."""
    tokens, place = sentence.tokens, first
    found: str | None = None
    while place < verb:
        token = tokens[place]
        if token.brackets or token.inside or not token.capital or _in_number(sentence, place):
            place += 1
            continue
        name, end = issuer_at(sentence, place)
        if name is None:
            place += 1
            continue
        if end <= verb and tokens[place - 1].fold not in ("tại", "ở", "cho"):
            found = name
        place = max(end, place + 1)
    return found


def issuer_between(sentence: Sentence, first: int, last: int) -> str | None:
    """The office between "được" and "tặng": "được Chủ tịch huyện tặng"."""
    name, _ = issuer_at(sentence, first)
    return name if name and first < last else None


def _in_number(sentence: Sentence, place: int) -> bool:
    """Whether the token is a part of a document's number: UBND in "742/QĐ-UBND"."""
    before = sentence.tokens[place - 1] if place else None
    return (
        before is not None and before.text in "-/" and (before.end == sentence.tokens[place].start)
    )


def _without_person(sentence: Sentence, first: int, last: int) -> int:
    """Leave out the name of the office-holder: "Chủ tịch UBND huyện | Trần Văn An"."""
    tokens = sentence.tokens
    for place in range(first + 1, last - 2):
        name = tokens[place : place + 3]
        if name[0].has("surname") and all(
            t.capital and not t.inside and t.length == 1 for t in name
        ):
            return place
    return last
