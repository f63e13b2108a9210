"""A parent said once for several sub-units before it: "Phòng 4, Phòng 7 - C45".

Only what cannot stand alone takes a parent from the next in the row: a numbered sub-unit, or the
code of a provincial police office ("PC45 và Công an quận Tân Phú, TP.HCM").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plugins.model import Recipient

# "Phòng 4", "Đội 12": a type and a number.
_NUMBERED = re.compile(r"(?P<type>[^\W\d]+(?: [^\W\d]+){0,3}) \d{1,3}")
# "Phòng 7 - C45", "Phòng 5 thuộc C45", "Đội 4 - PC04 Công an tỉnh Bình Hóa".
_WITH_PARENT = re.compile(
    r"(?P<type>[^\W\d]+(?: [^\W\d]+){0,3}) \d{1,3}"
    r"(?P<parent>(?: [-–] | thuộc |, | (?=(?:phường|xã|thị trấn|huyện|quận|thôn)\b)).+)"
)
_PROVINCIAL_CODE = re.compile(r"P[ACKVX]\d{1,3}")
_PLACE_AT_END = re.compile(
    r"(?:,|\b(?:Công an|CA)\b.*?) (?P<place>(?:TP|tỉnh|thành phố)\b.+)$", re.I
)


def lend_parents(row: Sequence[tuple[Recipient, bool]]) -> list[Recipient]:
    """Complete the recipients of a row, given from left to right.

    The flag of each says that it begins a new part of the list, behind a semicolon: nothing is lent
    across one.
    """
    completed: list[Recipient] = []
    following: Recipient | None = None
    for recipient, begins_part in reversed(row):
        if following is not None and recipient.kind == following.kind == "collective":
            whole = _completed(recipient, following)
        else:
            whole = recipient
        completed.append(whole)
        following = None if begins_part else whole
    return completed[::-1]


def _completed(recipient: Recipient, following: Recipient) -> Recipient:
    numbered, parent = _NUMBERED.fullmatch(recipient.name), _WITH_PARENT.fullmatch(following.name)
    if numbered and parent and numbered["type"].casefold() == parent["type"].casefold():
        return replace(recipient, name=recipient.name + parent["parent"])
    if numbered and following.unit and not recipient.unit:
        return replace(recipient, unit=following.unit)
    if _PROVINCIAL_CODE.fullmatch(recipient.name) and (
        place := _PLACE_AT_END.search(following.name)
    ):
        return replace(recipient, name=f"{recipient.name} {place['place']}")
    if recipient.unit is None and following.unit and _same_type(recipient, following):
        return replace(recipient, unit=following.unit)
    return recipient


def _same_type(one: Recipient, other: Recipient) -> bool:
    return one.name.split()[0].casefold() == other.name.split()[0].casefold()
