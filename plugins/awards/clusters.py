"""Awards that a sentence names together, and the verb that governs them: who gives, who gets."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.awards.issuers import issuer_before, issuer_between
from plugins.awards.mentions import Mention, mentions
from plugins.awards.segments import BECAUSE
from plugins.awards.sentences import Sentence
from plugins.awards.tokens import Token
from plugins.model import AwardTitle

# How far before the verb the word of the passive may stand: "được (Chủ tịch UBND tỉnh) tặng".
_REACH = 16
# How far before an unnamed commendation its verb may stand; "khen thưởng" is a verb by itself.
_NEAR = 3
_MONEY = "thuong-tien"
# What may stand between the word of the passive and the verb beside who gives.
_ADVERBS = frozenset({"vinh", "dự", "đã", "cùng", "đồng", "thời", "trân", "trọng", "lãnh", "đạo"})


@dataclass(slots=True)
class Cluster:
    """Awards named together, with the verb that governs them.

    ``role`` is empty where no verb does. ``receiving`` is true where the subject, from ``subject``
    on, gets the award; ``verb`` is where the verb begins, -1 if there is none. ``aside`` is true
    where it only tells more of somebody in a list ("ông A, người năm 2018 đã được tặng …").
    """

    mentions: list[Mention]
    verb: int = -1
    role: str = ""
    receiving: bool = False
    aside: bool = False
    subject: int = 0
    issuer: str | None = None

    @property
    def first(self) -> int:
        """The first token of the first award."""
        return self.mentions[0].first

    @property
    def last(self) -> int:
        """The token after the last award."""
        return self.mentions[-1].last


def clusters(sentence: Sentence, told: AwardTitle | None = None) -> list[Cluster]:
    """Return the awards of a sentence in clusters, in order, each with its verb.

    ``told`` is the award spoken of just before.
    """
    found: list[Cluster] = []
    for mention in mentions(sentence.tokens, told):
        if found and _is_reason(sentence.tokens, found[-1].last, mention.first):
            continue  # "tặng Bằng khen cho A vì đã đoạt giải Nhất": the prize is why
        if mention.joint and found and mention.title.slug == _MONEY:
            continue  # "thư khen và thưởng cho …": the money goes with the letter
        if mention.joint and found:
            found[-1].mentions.append(mention)
        else:
            found.append(Cluster([mention]))
    floor = 0
    for before, cluster in zip([None, *found], found, strict=False):
        _govern(sentence, cluster, floor, before)
        floor = cluster.last
    return found


def _is_reason(tokens: list[Token], first: int, last: int) -> bool:
    """Whether an award stands in the clause that tells why the one before was given."""
    because = False
    for token in tokens[first:last]:
        if token.text == ";":
            because = False
        elif token.has("reason") and token.fold in BECAUSE and not token.brackets:
            because = True
        elif because and token.has("give"):
            because = False
    return because


def _govern(sentence: Sentence, cluster: Cluster, floor: int, before: Cluster | None) -> None:
    """Find the verb before a cluster, and with it who gives or who gets."""
    tokens = sentence.tokens
    cluster.subject = floor
    if cluster.mentions[0].title.family == "ranking":
        # "huyện A xếp thứ nhất": the place is the verb, and its subject stands before it.
        cluster.verb, cluster.role, cluster.receiving = cluster.first, "ranks", True
        cluster.subject = _subject(tokens, floor, cluster.first, taken=before is not None)
        return
    near = max(floor, cluster.first - _NEAR) if cluster.mentions[0].generic else floor
    verb = _verb(tokens, near, cluster.first)
    if verb is None:
        if before is not None:
            cluster.role, cluster.issuer = before.role, before.issuer
        return
    cluster.verb = verb
    give = tokens[verb].cues.get("give")
    cluster.role = give.value if give else "receives"
    passive = _passive(tokens, floor, verb)
    is_ = tokens[verb].fold == "là"
    cluster.receiving = tokens[verb].has("receive", "passive") or passive is not None or is_
    if cluster.receiving:
        if passive is not None:
            cluster.issuer = issuer_between(sentence, passive + tokens[passive].length, verb)
            cluster.verb = passive
        taken = before is not None and not before.receiving
        cluster.aside = before is not None and _is_aside(tokens, floor, cluster.verb)
        cluster.subject = _subject(tokens, floor, cluster.verb, taken=taken)
    elif not _presented(tokens, floor, verb):
        cluster.issuer = issuer_before(sentence, floor, verb)


def _verb(tokens: list[Token], floor: int, first: int) -> int | None:
    for place in range(first - 1, floor - 1, -1):
        token = tokens[place]
        if token.brackets or token.quotes:
            continue
        if token.has("give", "receive", "passive"):
            return place
        if token.fold == "là" and place + 1 == first:
            return place
        if token.text == ";":
            return None
    return None


def _passive(tokens: list[Token], floor: int, verb: int) -> int | None:
    """Where "được" stands before a verb of giving, only who gives between the two."""
    for place in range(verb - 1, max(floor, verb - _REACH) - 1, -1):
        token = tokens[place]
        if token.text == ";":
            return None
        if token.has("passive") and not token.brackets:
            after = place + token.length
            while after < verb and tokens[after].fold in _ADVERBS:
                after += 1
            own = after == verb or tokens[after].capital or bool(tokens[after].level)
            return place if own or tokens[after].has("position", "issuer", "wrapper") else None
    return None


def _presented(tokens: list[Token], floor: int, verb: int) -> bool:
    """Whether the verb only hands over: "thừa ủy quyền …", "Đại tá … trao"."""
    before = tokens[floor:verb]
    if any(token.has("presenter") for token in before):
        return True
    handed = tokens[verb].has("give") and tokens[verb].cues["give"].value == "presents"
    return handed and any(token.has("position", "honorific") for token in before)


def _subject(tokens: list[Token], floor: int, verb: int, *, taken: bool) -> int:
    """Where the subject of a verb of receiving begins.

    After a ";" if there is one. ``taken`` is true where an award before it lists to its right: then
    only the last of what stands between is the subject.
    """
    for mark in (";", ","):
        if mark == "," and not taken:
            break
        for place in range(verb - 1, floor - 1, -1):
            if tokens[place].text == mark and not (tokens[place].brackets or tokens[place].quotes):
                if mark == ";" and not taken and _lists_persons(tokens, floor, place):
                    continue  # "Cụ A; cụ B được …"
                if mark == "," and _goes_on(tokens, place + 1):
                    continue  # "…, các lớp 7A, 7B, 8A cùng nhận giải Ba"
                return place + 1
    return floor


def _lists_persons(tokens: list[Token], floor: int, place: int) -> bool:
    after = place + 1
    return after < len(tokens) and tokens[floor].has("honorific") and tokens[after].has("honorific")


def _is_aside(tokens: list[Token], floor: int, verb: int) -> bool:
    """Whether a relative clause about a person holds the verb: "- người từng được tặng …"."""
    for place in range(verb - 1, max(floor, verb - _REACH) - 1, -1):
        token = tokens[place]
        if token.text in ",;-–(":
            following = tokens[place + 1]
            return following.fold == "người" and place + 2 < len(tokens)
    return False


def _goes_on(tokens: list[Token], place: int) -> bool:
    """Whether a comma is followed by a name that takes its type from the one before."""
    token = tokens[place]
    if token.kind == "number":
        return place + 1 < len(tokens) and not tokens[place + 1].has("count")
    return token.capital and not (token.level or token.has("surname", "position", "honorific"))
