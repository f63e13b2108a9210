"""The frames in which a sentence tells an award.

- giving: "… tặng Giấy khen cho A, B", "Giải Nhất thuộc về A", "Bằng khen: 3 tập thể"
- receiving: "A, B được (X) tặng Giấy khen", "A đoạt giải Nhất", also "7 cá nhân được … gồm: A, B"

A sentence is cut into clusters of awards named together; the words between two clusters belong to
the one before or to the one after, and the verb decides which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.awards.drafts import Draft, draft_of
from plugins.awards.groups import Group, count_at, read_group
from plugins.awards.issuers import issuer_at, issuer_before, issuer_between
from plugins.awards.mentions import QUOTES, Mention, mentions
from plugins.awards.persons import starts_person
from plugins.awards.sentences import Sentence
from plugins.awards.status import status_of
from plugins.awards.tokens import Token

# How far after an award the word may stand that leads to who got it.
_REACH = 48
_NEAR = 400
# What stands between one award's recipients and the next award, and belongs to the latter.
_LEADING = frozenset({"danh", "hiệu", "và", ",", ";", "còn", "thưởng", "-", "–"})
# "năm 2022", but neither end of "từ năm 2021 đến năm 2025".
_YEAR = re.compile(r"(?<!từ )(?<!đến )\bnăm\s+(\d{4})\b(?!\s*(?:đến|[-–]\s*\d))")


@dataclass(slots=True)
class _Cluster:
    """Awards named together, with the verb that governs them."""

    mentions: list[Mention]
    verb: int = -1
    role: str = ""
    receiving: bool = False
    subject: int = 0
    issuer: str | None = None

    @property
    def first(self) -> int:
        return self.mentions[0].first

    @property
    def last(self) -> int:
        return self.mentions[-1].last


@dataclass(slots=True)
class Reading:
    """The drafts of a sentence; ``open`` where the names are to follow in the next blocks."""

    drafts: list[Draft]
    open: bool = False


def read_sentence(sentence: Sentence) -> Reading:
    """Read the awards that a sentence tells."""
    clusters = _clusters(sentence)
    if not clusters:
        return Reading([])
    drafts: list[Draft] = []
    for index, cluster in enumerate(clusters):
        following = clusters[index + 1] if index + 1 < len(clusters) else None
        drafts += _read(sentence, cluster, following)
    last = next((t for t in reversed(sentence.tokens) if not t.inside), sentence.tokens[-1])
    return Reading(drafts, open=last.text == ":" or last.has("to", "lead-in"))


def _clusters(sentence: Sentence) -> list[_Cluster]:
    tokens = sentence.tokens
    clusters: list[_Cluster] = []
    for mention in mentions(tokens):
        if mention.joint and clusters:
            clusters[-1].mentions.append(mention)
        else:
            clusters.append(_Cluster([mention]))
    floor = 0
    for before, cluster in zip([None, *clusters], clusters, strict=False):
        _govern(sentence, cluster, floor, before)
        floor = cluster.last
    return clusters


def _govern(sentence: Sentence, cluster: _Cluster, floor: int, before: _Cluster | None) -> None:
    """Find the verb before a cluster, and with it who gives or who gets."""
    tokens = sentence.tokens
    cluster.subject = floor
    # "khen thưởng" is a verb by itself: only one right before it governs it.
    near = max(floor, cluster.first - 3) if cluster.mentions[0].generic else floor
    verb = _verb(tokens, near, cluster.first)
    if verb is None:
        if before is not None:
            cluster.role, cluster.issuer = before.role, before.issuer
        return
    cluster.verb, cluster.role = verb, _role(tokens[verb])
    passive = next(
        (n for n in range(verb - 1, max(floor, verb - 16) - 1, -1) if tokens[n].has("passive")),
        None,
    )
    cluster.receiving = tokens[verb].has("receive", "passive") or passive is not None
    if cluster.receiving:
        start = passive if passive is not None else verb
        if passive is not None:
            cluster.issuer = issuer_between(sentence, passive + tokens[passive].length, verb)
        cluster.verb = start
        cluster.subject = _subject(
            tokens, floor, start, before is not None and not before.receiving
        )
    elif not _presented(tokens, floor, verb):
        cluster.issuer = issuer_before(sentence, floor, verb)


def _verb(tokens: list[Token], floor: int, first: int) -> int | None:
    for place in range(first - 1, floor - 1, -1):
        token = tokens[place]
        if token.brackets or token.quotes:
            continue
        if token.has("give", "receive", "passive"):
            return place
        if token.text == ";":
            return None
    return None


def _role(token: Token) -> str:
    if token.has("give"):
        return token.cues["give"].value
    return "receives"


def _presented(tokens: list[Token], floor: int, verb: int) -> bool:
    """Whether the verb only hands over: "thừa ủy quyền …", "Đại tá … trao"."""
    before = tokens[floor:verb]
    if any(token.has("presenter") for token in before):
        return True
    handed = tokens[verb].has("give") and tokens[verb].cues["give"].value == "presents"
    return handed and any(token.has("position", "honorific") for token in before)


def _subject(tokens: list[Token], floor: int, verb: int, taken: bool) -> int:
    """Where the subject of a verb of receiving begins.

    After a ";" if there is one. ``taken`` is true where an award before it lists to its right: then
    only the last of what stands between is the subject.
    """
    for mark in (";", ","):
        if mark == "," and not taken:
            break
        for place in range(verb - 1, floor - 1, -1):
            if tokens[place].text == mark and not (tokens[place].brackets or tokens[place].quotes):
                return place + 1
    return floor


def _read(sentence: Sentence, cluster: _Cluster, following: _Cluster | None) -> list[Draft]:
    tokens = sentence.tokens
    end = _region_end(tokens, cluster, following)
    lead, issuer = _connector(sentence, cluster.last, end)
    group = Group()
    if cluster.receiving:
        group = read_group(
            sentence, _first_name(tokens, cluster.subject, cluster.verb), cluster.verb
        )
        if lead is not None and tokens[lead - 1].has("to", "belong") and group:
            lead = None
    if lead is None and not cluster.receiving and _follows(tokens, cluster.last, end):
        lead = cluster.last
    if lead is not None:
        right = read_group(sentence, lead, end)
        group.declared = {**right.declared, **group.declared}
        group.recipients += right.recipients
        group.unread += right.unread
        group.unnamed += right.unnamed
    belongs = lead is not None and lead > 0 and tokens[lead - 1].has("belong")
    drafts = [
        _draft(sentence, mention, cluster, issuer, told=bool(cluster.role) or belongs)
        for mention in cluster.mentions
    ]
    _share(drafts, group, respectively="respectively" in sentence.first_cues)
    if sentence.first_cues.get("nested", len(tokens)) < cluster.first:
        # "trong đó có 15 giải Nhất" breaks down what was counted before; only names are new.
        return [draft for draft in drafts if draft.recipients]
    return drafts


def _draft(
    sentence: Sentence, mention: Mention, cluster: _Cluster, issuer: str | None, *, told: bool
) -> Draft:
    draft = draft_of(mention, sentence.evidence)
    draft.status = status_of(sentence, mention.last)
    draft.told = told or mention.generic
    draft.issuer = issuer or cluster.issuer
    if mention.generic and draft.issuer is None:
        draft.issuer = issuer_before(sentence, cluster.subject, mention.first)
    start = sentence.tokens[mention.first].start
    year = _YEAR.search(sentence.plain, start, min(sentence.end, start + _NEAR)) or _YEAR.search(
        sentence.plain, sentence.start, min(sentence.end, sentence.start + _NEAR)
    )
    draft.year = int(year[1]) if year else None
    return draft


def _share(drafts: list[Draft], group: Group, *, respectively: bool) -> None:
    """Give the group to its award; several awards share names only one by one, in order."""
    if len(drafts) == 1:
        drafts[0].take(group)
        drafts[0].joint = False
        return
    if respectively and len(group.recipients) == len(drafts):
        for draft, recipient in zip(drafts, group.recipients, strict=True):
            draft.recipients.append(recipient)
            draft.joint = False
        return
    for draft in drafts:
        draft.joint = True
    drafts[0].unread += [r.evidence for r in group.recipients] + group.unread


def _region_end(tokens: list[Token], cluster: _Cluster, following: _Cluster | None) -> int:
    """How far the words after a cluster are its own."""
    if following is None:
        return len(tokens)
    if following.receiving:
        return following.subject
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


def _connector(sentence: Sentence, first: int, last: int) -> tuple[int | None, str | None]:
    """The place after the word that leads to who got the award, and the issuer told before it."""
    tokens, place, issuer = sentence.tokens, first, None
    stop = min(last, first + _REACH)
    while place < stop:
        token = tokens[place]
        if token.brackets or token.inside:
            place += 1
            continue
        if token.has("to", "belong") or token.text == ":" or _leads(tokens, place, last):
            return place + token.length, issuer
        if place > first and count_at(tokens, place):
            return place, issuer
        if token.text == ";" or token.has("nested", "receive", "give"):
            return None, issuer
        place += 1
        if token.fold in ("của", "do") and issuer is None:
            issuer, end = issuer_at(sentence, place)
            place = max(place, min(end, last))
    return None, issuer


def _leads(tokens: list[Token], place: int, last: int) -> bool:
    token = tokens[place]
    if not token.has("lead-in"):
        return False
    after = place + token.length
    return (
        token.fold != "là"
        or token.length > 1
        or (
            after < last and (tokens[after].capital or tokens[after].has("honorific", "determiner"))
        )
    )


def _follows(tokens: list[Token], place: int, last: int) -> bool:
    """Whether names or counts stand right after the award: "tặng Bằng khen 1.204 học sinh"."""
    while place < last and tokens[place].text in QUOTES:
        place += 1
    if place >= last:
        return False
    if count_at(tokens, place) or starts_person(tokens, place, last):
        return True
    token = tokens[place]
    return token.has("wrapper") or bool(token.level and token.capital)


def _first_name(tokens: list[Token], first: int, last: int) -> int:
    """Skip "Năm 2021," and "Tại hội nghị," before the subject."""
    place = first
    while place < last:
        token = tokens[place]
        if token.fold in ("tại", "ở", "của", "trong", "từ") and not token.inside:
            while place < last and tokens[place].text not in (",", ";", ":"):
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
