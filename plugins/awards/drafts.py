"""What a sentence, a list item or a row says of one award, before all of it is put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from plugins.awards.groups import Group
from plugins.awards.mentions import Mention
from plugins.model import AwardStatus, AwardTitle, Document, Evidence, Recipient


@dataclass(slots=True)
class Draft:
    """One telling of an award. ``told`` is true where a verb says that it is given.

    ``joint`` is true where several awards share one count; ``part`` where only a part of an award
    told before is counted ("trong đó …"); ``handed`` where it is only handed over, ``also`` where
    it is told as one more of the same ("cũng được tặng"). ``category`` says of what a prize is the
    first ("môn kéo co").
    """

    title: AwardTitle
    rank: str | None
    evidence: list[Evidence]
    status: AwardStatus = "conferred"
    told: bool = False
    issuer: str | None = None
    document: Document | None = None
    year: int | None = None
    declared: dict[str, int] = field(default_factory=dict)
    further: dict[str, int] = field(default_factory=dict)
    recipients: list[Recipient] = field(default_factory=list)
    unread: list[Evidence] = field(default_factory=list)
    joint: bool = False
    part: bool = False
    handed: bool = False
    also: bool = False
    category: str = ""
    unnamed: int = 0
    cut: bool = False
    block: int = 0
    names: set[tuple[str, str]] = field(default_factory=set)
    places: set[int] = field(default_factory=set)

    @property
    def generic(self) -> bool:
        """Whether the form of commendation is left unnamed."""
        return self.title.group == "khác" or self.title.slug == "huan-chuong"

    @property
    def fruitful(self) -> bool:
        """Whether it says for whom, or at least for how many."""
        return bool(self.declared or self.further or self.recipients or self.unnamed)

    def take(self, group: Group) -> None:
        """Add the counts and names of a group that belongs to this award."""
        for key, number in group.declared.items():
            self.declared[key] = self.declared.get(key, 0) + number
        self.recipients += group.recipients
        self.unread += group.unread
        self.unnamed += group.unnamed


def draft_of(mention: Mention, evidence: Evidence) -> Draft:
    """A draft for a mention; the number before a prize counts the prizes."""
    draft = Draft(mention.title, mention.rank, [evidence], joint=mention.joint)
    if mention.count is not None:
        draft.declared["total"] = mention.count
    return draft
