"""Is an award told as given, earlier, proposed or planned?"""

from __future__ import annotations

from plugins.awards.sentences import Sentence
from plugins.model import AwardStatus

# The first that is found decides: a proposal that will be sent is a proposal.
_ROLES: tuple[tuple[str, AwardStatus], ...] = (
    ("proposed", "proposed"),
    ("planned", "planned"),
    ("regulation", "planned"),
    ("background", "background"),
)


def status_of(sentence: Sentence, before: int) -> AwardStatus:
    """The status of an award named before token ``before``, by the words that lead up to it."""
    places = sentence.first_cues
    for role, status in _ROLES:
        if places.get(role, before) < before:
            return status
    # An aim speaks of the whole sentence wherever it stands: "khen thưởng kịp thời".
    return "planned" if "aim" in places else "conferred"


def speaks_of(sentence: Sentence, role: str) -> bool:
    """Whether the sentence holds a cue of this role anywhere outside brackets and quotes."""
    return role in sentence.first_cues
