"""The frames in which a sentence tells an award.

- giving: "… tặng Giấy khen cho A, B", "Giải Nhất thuộc về A", "Bằng khen: 3 tập thể"
- receiving: "A, B được (X) tặng Giấy khen", "A đoạt giải Nhất", also "7 cá nhân được … gồm: A, B"

A sentence is cut into clusters of awards named together; the words between two clusters belong to
the one before or to the one after, and the verb decides which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from plugins.awards.brackets import bracketed_count, bracketed_group, bracketed_winner
from plugins.awards.categories import category_of
from plugins.awards.clusters import Cluster, clusters
from plugins.awards.counts import count_at
from plugins.awards.drafts import Draft, draft_of
from plugins.awards.enumerations import Expected, read_list
from plugins.awards.groups import Group, read_group
from plugins.awards.issuers import issuer_at, issuer_before
from plugins.awards.mentions import QUOTES, Mention
from plugins.awards.regions import (
    connector,
    follows,
    region_end,
    starts_recipient,
    subject_start,
)
from plugins.awards.sentences import Sentence
from plugins.awards.status import status_of
from plugins.awards.tokens import Token
from plugins.model import AwardTitle

_NEAR = 400
_PARTY_BADGE = "huy-hieu-dang"
# "năm 2022", but neither end of "từ năm 2021 đến năm 2025".
_YEAR = re.compile(r"(?<!từ )(?<!đến )\bnăm\s+(\d{4})\b(?!\s*(?:đến|[-–]\s*\d))")


_ALSO = frozenset({"và", "còn", "được"})


@dataclass(slots=True)
class Reading:
    """The drafts of a sentence; ``open`` where the names are to follow in the next blocks."""

    drafts: list[Draft]
    open: bool = False


def read_sentence(sentence: Sentence, told: AwardTitle | None = None) -> Reading:
    """Read the awards that a sentence tells; ``told`` is the award spoken of just before."""
    found = clusters(sentence, told)
    if not found:
        return Reading([])
    drafts: list[Draft] = []
    nested = -1
    last_read: list[Draft] = []
    for index, cluster in enumerate(found):
        # A prize in brackets says more of one name of a list, and does not end it.
        rest = (o for o in found[index + 1 :] if not (o.mentions[0].bracketed or o.aside))
        following = None if index + 1 == len(found) else next(rest, None)
        floor = found[index - 1].last if index else 0
        nested = _nested(sentence.tokens, floor, cluster.first, nested)
        if cluster.aside:
            continue
        if cluster.mentions[0].bracketed and not _leads_on(sentence, cluster):
            drafts += _named_before(sentence, cluster, floor)
        else:
            read = _read(sentence, cluster, following)
            if index and _same_subject(sentence, found[index - 1], cluster, last_read, read):
                for draft in read:
                    draft.take(Group(dict(last_read[0].declared), list(last_read[0].recipients)))
            last_read = read
            drafts += _parts(read, nested)
    _share_issuer(drafts)
    last = next((t for t in reversed(sentence.tokens) if not t.inside), sentence.tokens[-1])
    return Reading(drafts, open=last.text == ":" or last.has("to", "lead-in"))


def _read(sentence: Sentence, cluster: Cluster, following: Cluster | None) -> list[Draft]:
    tokens = sentence.tokens
    end = region_end(tokens, cluster, following)
    generic = cluster.mentions[0].generic
    lead, issuer = connector(
        sentence, cluster.last, end, receiving=cluster.receiving, generic=generic
    )
    if not cluster.receiving and follows(tokens, cluster.last, end) and issuer is None:
        lead = cluster.last  # "tặng Giấy khen Bưu điện huyện và 3 nhân viên: …"
    belongs = lead is not None and tokens[lead - 1].has("belong")
    group = Group()
    if cluster.receiving:
        group = _subject_of(sentence, cluster)
        if lead is not None and group and not _introduces(tokens[lead - 1]):
            lead = None  # "4 giáo viên nhận …, 3 nhà giáo tiêu biểu": the subject has it
    if lead is not None:
        bare = (
            belongs or tokens[lead - 1].has("give") or cluster.mentions[0].title.family == "contest"
        )
        expected = Expected(
            count=sum(group.declared.values()) or None,
            persons=set(group.declared) == {"individuals"},
            bare=bare,
        )
        group.add(read_group(sentence, lead, end, expected=expected))
    if cluster.receiving and not group and lead is None:
        group.add(_subject_after(sentence, cluster.last, end))
    if not group.declared:
        group.declared = bracketed_count(sentence, cluster.last)
    contest = cluster.mentions[0].title.family == "contest"
    if not group and cluster.verb >= 0 and not cluster.receiving:
        group.add(_between(sentence, cluster))
    if not group and contest and cluster.verb < 0 and lead is None:
        group.add(_winner_before(sentence, cluster))
    if not group and contest:
        group.add(bracketed_winner(sentence, cluster.last, end))
    if group.declared and not group.recipients:
        group.add(bracketed_group(sentence, cluster.last, end, group.declared))
    drafts = [
        _draft(sentence, mention, cluster, issuer, told=bool(cluster.role) or belongs)
        for mention in cluster.mentions
    ]
    _share(drafts, group, respectively="respectively" in sentence.first_cues)
    return drafts


def _nested(tokens: list[Token], first: int, last: int, nested: int) -> int:
    """Where "trong đó" stands in the clause that reaches up to ``last``; -1 where it does not.

    ``nested`` is what holds at ``first``.
    """
    for place in range(first, last):
        if tokens[place].text == ";":
            nested = -1
        elif tokens[place].has("nested") and not tokens[place].brackets:
            nested = place
    return nested


def _parts(drafts: list[Draft], nested: int) -> list[Draft]:
    """Drop what breaks down a count told before: of "trong đó có 15 giải Nhất" only names are new.

    Where the sentence begins with it, its counts may complete those of the sentence before.
    """
    if nested < 0:
        return drafts
    for draft in drafts:
        draft.part = draft.title.slug != _PARTY_BADGE
    return [d for d in drafts if d.recipients or not d.part or nested == 0]


def _same_subject(
    sentence: Sentence, before: Cluster, cluster: Cluster, told: list[Draft], read: list[Draft]
) -> bool:
    """Whether an award goes to who got the one before: "ông A được tỉnh tặng X, huyện tặng Y"."""
    if not before.receiving or cluster.receiving or cluster.issuer is None or len(told) != 1:
        return False
    if before.issuer is None or any(d.recipients or d.declared for d in read):
        return False
    tokens = sentence.tokens
    start = before.last
    while start < cluster.verb and (tokens[start].text in ",;" or tokens[start].fold in _ALSO):
        start += 1
    return issuer_at(sentence, start)[1] == cluster.verb


def _share_issuer(drafts: list[Draft]) -> None:
    """A subject said once holds for the rest of its sentence: "…; khen thưởng 9 tập thể"."""
    for before, draft in pairwise(drafts):
        same = before.title == draft.title and before.status == draft.status
        if draft.issuer is None and draft.generic and same:
            draft.issuer = before.issuer


def _introduces(token: Token) -> bool:
    """Whether a word leads from an award to names that its subject only counted."""
    return token.inside or token.text == ":" or token.has("lead-in")


def _leads_on(sentence: Sentence, cluster: Cluster) -> bool:
    """Whether a prize in brackets leads to who got it: "ngôi vô địch (giải Nhất) thuộc về"."""
    after = cluster.last + 1
    return after < len(sentence.tokens) and sentence.tokens[after].has("belong", "to")


def _named_before(sentence: Sentence, cluster: Cluster, floor: int) -> list[Draft]:
    """Read "xã A (giải Nhất), xã B (giải Nhì)": the name right before the brackets."""
    start = subject_start(sentence.tokens, floor, cluster.first - 1)
    listing = read_list(sentence, start, cluster.first - 1)
    drafts = [_draft(sentence, m, cluster, None, told=True) for m in cluster.mentions]
    for draft in drafts[: len(drafts) if listing.recipients else 0]:
        draft.recipients = listing.recipients[-1:]
        draft.joint = False
    return [draft for draft in drafts if draft.recipients]


def _subject_of(sentence: Sentence, cluster: Cluster) -> Group:
    """Who stands before a verb of receiving."""
    tokens = sentence.tokens
    start = subject_start(tokens, cluster.subject, cluster.verb)
    group = read_group(sentence, start, cluster.verb)
    hosts = any(tokens[place].has("hosts") for place in range(start, cluster.verb))
    if hosts and len(group.recipients) + len(group.unread) > 1:
        # "Đảng ủy, HĐND, UBND xã tổ chức hội nghị và đón nhận …": who holds the meeting.
        return Group()
    return group


def _between(sentence: Sentence, cluster: Cluster) -> Group:
    """Read "tặng 6 tập thể giấy khen": who gets it stands between the verb and the award."""
    tokens = sentence.tokens
    start = cluster.verb + tokens[cluster.verb].length
    while start < cluster.first and tokens[start].text in QUOTES:
        start += 1
    if start >= cluster.first or not (
        count_at(tokens, start) or starts_recipient(tokens, start, cluster.first)
    ):
        return Group()
    return read_group(sentence, start, cluster.first)


def _winner_before(sentence: Sentence, cluster: Cluster) -> Group:
    """Read "em A (lớp 8B) giải Nhất; em B và em C đồng giải Nhì", without a verb."""
    tokens = sentence.tokens
    after = tokens[cluster.last] if cluster.last < len(tokens) else None
    if after is not None and after.text not in ";.,)":
        return Group()
    floor = cluster.subject
    for place in range(cluster.first - 1, floor - 1, -1):
        if tokens[place].text in ";:" and not tokens[place].brackets:
            floor = place + 1
            break
    start = subject_start(tokens, floor, cluster.first)
    group = read_group(sentence, start, cluster.first)
    return group if group.recipients and not group.unread and not group.declared else Group()


def _subject_after(sentence: Sentence, first: int, last: int) -> Group:
    """Read "Được tặng Huân chương …, Công ty A bước sang tuổi 60": the subject comes after."""
    tokens = sentence.tokens
    if first >= last or tokens[first].text != ",":
        return Group()
    end = next((n for n in range(first, last) if tokens[n].has("clause")), last)
    if end == last or not starts_recipient(tokens, first + 1, last):
        return Group()
    return read_group(sentence, first + 1, end)


def _draft(
    sentence: Sentence, mention: Mention, cluster: Cluster, issuer: str | None, *, told: bool
) -> Draft:
    draft = draft_of(mention, sentence.evidence)
    draft.status = status_of(sentence, mention.last)
    draft.told = told or mention.generic
    draft.handed = cluster.role == "presents"
    draft.also = cluster.verb > 0 and sentence.tokens[cluster.verb - 1].fold == "cũng"
    if mention.title.family == "contest":
        draft.category = category_of(sentence.tokens, cluster.subject, mention.first, mention.last)
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
    paired = respectively or all(draft.title.family == "contest" for draft in drafts)
    if paired and len(group.recipients) == len(drafts):
        seen: dict[tuple[str, str | None], Draft] = {}
        for draft, recipient in zip(list(drafts), group.recipients, strict=True):
            draft.joint = False
            same = seen.setdefault((draft.title.name, draft.rank), draft)
            same.recipients.append(recipient)
            if same is not draft:
                drafts.remove(draft)  # "lần lượt là hạng Nhì, hạng Ba và hạng Ba"
        return
    for draft in drafts:
        draft.joint = True
    drafts[0].unread += [r.evidence for r in group.recipients] + group.unread
