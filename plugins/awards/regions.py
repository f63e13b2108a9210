"""Which words of a sentence tell who got an award: before it, after it, and where they end."""

from __future__ import annotations

from plugins.awards.clusters import Cluster
from plugins.awards.counts import count_at
from plugins.awards.groups import leads_to_names, nested_names
from plugins.awards.issuers import issuer_at
from plugins.awards.mentions import QUOTES, number_at
from plugins.awards.persons import starts_person
from plugins.awards.sentences import Sentence
from plugins.awards.tokens import Token

# How far after an award the word may stand that leads to who got it.
_REACH = 48
# How far after a count another subject may begin.
_NEAR_COUNT = 12
# How far after a commendation without a form the count of those commended may stand.
_CLOSE = 6
# How far after "được" the word may stand that leads to who got it.
_PASSIVE = 12
# What stands between one award's recipients and the next award, and belongs to the latter.
_LEADING = frozenset({"danh", "hiệu", "và", ",", ";", "còn", "thưởng", "-", "–", "+", "*", "đồng"})
# Where a phrase of place or time begins that no recipient stands in: "Tại hội nghị, …".
_ASIDE = frozenset({"tại", "ở", "của", "trong", "từ", "theo", "nhân"})


def region_end(tokens: list[Token], cluster: Cluster, following: Cluster | None) -> int:
    """How far the words after a cluster are its own."""
    if following is None:
        return len(tokens)
    if following.receiving:
        return following.subject
    for place in range(following.first - 1, cluster.last, -1):
        # "…; Quyết định số 12 tặng …": what follows the semicolon belongs to the next award.
        if tokens[place].text == ";" and not tokens[place].brackets:
            return place if following.verb > place else following.first
    for place in range(cluster.last, following.first):
        # "… và Quyết định số 28 … công nhận": another decision begins another award.
        words = [token.fold for token in tokens[place : min(place + 3, following.first)]]
        if words in (["quyết", "định", "số"], ["quyết", "định", ":"]):
            return place - (tokens[place - 1].fold in ("và", ",", "-"))
    place = following.first
    while place > cluster.last:
        head = place - 1
        while head > cluster.last and tokens[head].inside:
            head -= 1
        token = tokens[head]
        leads = (
            token.text in QUOTES
            or token.fold in _LEADING
            or token.has("give", "determiner", "passive")
        )
        if not leads or token.brackets:
            break
        place = head
    return place


def connector(
    sentence: Sentence,
    first: int,
    last: int,
    *,
    receiving: bool = False,
    generic: bool = False,
) -> tuple[int | None, str | None]:
    """The place after the word that leads to who got the award, and the issuer told before it.

    ``receiving`` is true where who got it stands before, ``generic`` for a commendation without a
    named form: then a count further on may count anything.
    """
    tokens = sentence.tokens
    place, issuer = _named_at_once(sentence, first, last, receiving=receiving)
    stop = min(last, first + _REACH)
    while place < stop:
        token = tokens[place]
        if token.brackets or token.inside:
            place += 1
            continue
        if token.has("to", "belong") or token.text == ":" or leads_to_names(tokens, place, last):
            return place + token.length, issuer
        if token.has("give") and tokens[place + token.length - 1].fold == "cho":
            return place + token.length, issuer  # "thư khen và thưởng cho …"
        if token.fold == "về" and starts_recipient(tokens, place + 1, last):
            return place + 1, issuer
        after = place + token.length
        several = after < last and tokens[after].fold in ("các", "những")
        direct = token.fold == "tặng" and after < last and tokens[after].capital
        if token.has("give") and (several or direct or starts_recipient(tokens, after, last)):
            return after, issuer  # "trao Huân chương … tặng ông A"
        if token.fold in ("có", "của") and _tells_of(tokens, place + 1, last, token.fold):
            return place + 1, issuer  # "Được tặng Giấy khen đợt này có ông A"
        if token.has("passive") and (given := _given_to(tokens, place, last)):
            return given, issuer
        if count_at(tokens, place) and not (generic and place > first + _CLOSE):
            return place, issuer
        if token.has("nested") and (names := nested_names(tokens, place, last)) is not None:
            return names, issuer
        if token.text == ";" or token.has("nested", "receive", "give"):
            return None, issuer
        place += 1
        if token.fold in ("của", "do") and issuer is None:
            issuer, end = issuer_at(sentence, place)
            place = max(place, min(end, last))
    return None, issuer


def _named_at_once(
    sentence: Sentence, first: int, last: int, *, receiving: bool
) -> tuple[int, str | None]:
    """Who confers, if named right behind the award: "Cờ thi đua Chính phủ cho …"."""
    tokens, place = sentence.tokens, first
    while place < last and tokens[place].text in QUOTES:
        place += 1
    if place >= last or not tokens[place].capital:
        return first, None
    issuer, end = issuer_at(sentence, place)
    closed = end < last and tokens[end].has("to", "belong")
    closed = closed or (receiving and (end >= last or tokens[end].text in ".:;,–-"))
    return (min(end, last), issuer) if issuer and closed and end > place else (first, None)


def _given_to(tokens: list[Token], place: int, last: int) -> int | None:
    """Where the names begin after "được (hai đơn vị) trao cho"."""
    given = False
    for at in range(place + 1, min(last, place + _PASSIVE)):
        token = tokens[at]
        if token.has("belong") or (given and token.has("to")):
            return at + token.length
        if token.text in ",;":
            return None
        given = given or token.has("give")
    return None


def _tells_of(tokens: list[Token], place: int, last: int, word: str) -> bool:
    """Whether "có" or, behind a prize, "của" leads to who got it: "giải Nhất của hộ ông A"."""
    if word == "của":
        contest = any(token.fold == "giải" for token in tokens[max(0, place - 4) : place])
        if not contest:
            return False
        if place < last and tokens[place].fold == "hộ":
            place += 1
        return starts_person(tokens, place, last)
    if place < last and tokens[place].fold in ("các", "những"):
        place += 1
    return starts_recipient(tokens, place, last)


def follows(tokens: list[Token], place: int, last: int) -> bool:
    """Whether names or counts stand right after the award: "tặng Bằng khen 1.204 học sinh"."""
    while place < last and (tokens[place].text in QUOTES or tokens[place].text in "-–—"):
        place += 1
    if place < last and tokens[place].fold in ("các", "những"):
        place += tokens[place].length  # "tặng Bằng khen các Hội Nông dân xã A, B"
    return place < last and (bool(count_at(tokens, place)) or starts_recipient(tokens, place, last))


def starts_recipient(tokens: list[Token], place: int, last: int) -> bool:
    """Whether a person, a unit with its name or a count of them begins here."""
    if place >= last:
        return False
    token = tokens[place]
    if token.has("wrapper", "author") or starts_person(tokens, place, last):
        return True
    if bool(token.level) and not token.inside:
        after = place + token.length
        named = after < last and (
            tokens[after].capital or tokens[after].kind == "number" or tokens[after].fold == "số"
        )
        return token.capital or named
    return bool(count_at(tokens, place)) and place > 0 and tokens[place - 1].fold != "có"


def subject_start(tokens: list[Token], first: int, last: int) -> int:
    """Where the subject begins among the words before a verb of receiving.

    "Năm 2021," and "Tại hội nghị," are skipped; in "Tỉnh A có 05 đơn vị được …" it is the count.
    """
    start = _first_name(tokens, _after_label(tokens, first, last), last)
    for place in range(start, last):
        named = tokens[place].text == "," and place + 1 < last and not tokens[place].brackets
        if named and count_at(tokens, start) and starts_person(tokens, place + 1, last):
            return place + 1  # "Vượt qua 149 thí sinh khác, bạn A …"
        if place > start + _NEAR_COUNT and count_at(tokens, start):
            break
    for place in range(start, last):
        if tokens[place].fold == "có" and count_at(tokens, place + 1):
            return place + 1
        if tokens[place].text == ":" and not tokens[place].brackets:
            break
    return start


def _after_label(tokens: list[Token], first: int, last: int) -> int:
    """Step over the place that an item of news begins with: "Xã Tân Lập: 36 hội viên được …"."""
    for place in range(first, min(last, first + _NEAR_COUNT)):
        if tokens[place].has("count") and place and number_at(tokens, place - 1) is not None:
            return first
        if tokens[place].text == ":" and not tokens[place].brackets:
            return place + 1
    return first


def _first_name(tokens: list[Token], first: int, last: int) -> int:
    place = first
    while place < last:
        token = tokens[place]
        if token.fold in _ASIDE and not token.inside:
            while place < last and not (
                tokens[place].text in ",;:" or tokens[place].has("lead-in")
            ):
                place += 1
        elif not token.inside and (
            count_at(tokens, place)
            or token.has("determiner", "wrapper", "position")
            or token.level
            or starts_person(tokens, place, last)
        ):
            return place
        place += 1
    return last
