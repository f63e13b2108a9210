"""The frames in which a sentence tells an award.

- giving: "… tặng Giấy khen cho A, B", "Giải Nhất thuộc về A", "Bằng khen: 3 tập thể"
- receiving: "A, B được (X) tặng Giấy khen", "A đoạt giải Nhất", also "7 cá nhân được … gồm: A, B"

A sentence is cut into clusters of awards named together; the words between two clusters belong to
the one before or to the one after, and the verb decides which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.awards.clusters import Cluster, clusters
from plugins.awards.drafts import Draft, draft_of
from plugins.awards.enumerations import Expected
from plugins.awards.groups import Group, bracketed_group, read_group
from plugins.awards.issuers import issuer_before
from plugins.awards.mentions import Mention
from plugins.awards.regions import connector, follows, region_end, subject_start
from plugins.awards.sentences import Sentence
from plugins.awards.status import status_of

_NEAR = 400
# "năm 2022", but neither end of "từ năm 2021 đến năm 2025".
_YEAR = re.compile(r"(?<!từ )(?<!đến )\bnăm\s+(\d{4})\b(?!\s*(?:đến|[-–]\s*\d))")


@dataclass(slots=True)
class Reading:
    """The drafts of a sentence; ``open`` where the names are to follow in the next blocks."""

    drafts: list[Draft]
    open: bool = False


def read_sentence(sentence: Sentence) -> Reading:
    """Read the awards that a sentence tells."""
    found = clusters(sentence)
    if not found:
        return Reading([])
    drafts: list[Draft] = []
    for index, cluster in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        drafts += _read(sentence, cluster, following)
    last = next((t for t in reversed(sentence.tokens) if not t.inside), sentence.tokens[-1])
    return Reading(drafts, open=last.text == ":" or last.has("to", "lead-in"))


def _read(sentence: Sentence, cluster: Cluster, following: Cluster | None) -> list[Draft]:
    tokens = sentence.tokens
    end = region_end(tokens, cluster, following)
    lead, issuer = connector(sentence, cluster.last, end)
    belongs = lead is not None and tokens[lead - 1].has("belong")
    group = Group()
    if cluster.receiving:
        group = _subject_of(sentence, cluster)
        if lead is not None and tokens[lead - 1].has("to", "belong") and group:
            lead = None
    if lead is None and not cluster.receiving and follows(tokens, cluster.last, end):
        lead = cluster.last
    if lead is not None:
        bare = belongs or cluster.mentions[0].title.family == "contest"
        expected = Expected(
            count=sum(group.declared.values()) or None,
            persons=set(group.declared) == {"individuals"},
            bare=bare,
        )
        group.add(read_group(sentence, lead, end, expected=expected))
    if group.declared and not group.recipients:
        group.add(bracketed_group(sentence, cluster.last, end, group.declared))
    drafts = [
        _draft(sentence, mention, cluster, issuer, told=bool(cluster.role) or belongs)
        for mention in cluster.mentions
    ]
    _share(drafts, group, respectively="respectively" in sentence.first_cues)
    if sentence.first_cues.get("nested", len(tokens)) < cluster.first:
        # "trong đó có 15 giải Nhất" breaks down what was counted before; only names are new.
        return [draft for draft in drafts if draft.recipients]
    return drafts


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


def _draft(
    sentence: Sentence, mention: Mention, cluster: Cluster, issuer: str | None, *, told: bool
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
    paired = respectively or all(draft.title.family == "contest" for draft in drafts)
    if paired and len(group.recipients) == len(drafts):
        for draft, recipient in zip(drafts, group.recipients, strict=True):
            draft.recipients.append(recipient)
            draft.joint = False
        return
    for draft in drafts:
        draft.joint = True
    drafts[0].unread += [r.evidence for r in group.recipients] + group.unread
