"""When two Vietnamese spellings are the same word.

Form (NFC or NFD), case, white space, placement of the tone mark (hòa, hoà), i or y in
"chiến sĩ" and its like, and letters that look alike (Đ U+0110 and Ð U+00D0; Cyrillic о, Greek ο;
dashes of any length) never tell words apart. Diacritics always do: Đông is not Đồng.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
# "hoà" → "hòa", "uỷ" → "ủy": in an open syllable oa, oe, uy the mark moves to the first vowel.
# "quý" stays, since the u belongs to the consonant qu.
_NEW_STYLE = re.compile(rf"(?<!q)(o(?=[ae])|u(?=y))([aey])([{_TONES}])(?![\w\u0300-\u036f])")
# Only in words for what somebody is: the given names Sĩ and Sỹ are two names (Văn Sỹ, Tiến Sỹ).
_SY = re.compile(r"\b(chiến|bác|nghệ|thạc|dược|nhạc|họa|liệt) sỹ\b")
_DASHES = re.compile("[–—−‐‑]")
_SPACES = re.compile(r"\s+")
# Letters of other scripts that no reader tells from Latin ones; keyboards and optical character
# recognition put them into Vietnamese words.
_MASKED = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_UNMASKED = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсух" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ",
    "ABESIJKMHOPCTYXaesijopcyx" + "ABEZHIKMNOPTYXovp",
)


def unmask(text: str) -> str:
    """Return ``text`` with look-alike letters of other scripts replaced by the Latin ones."""
    if not _MASKED.search(text):
        return text
    return unicodedata.normalize("NFC", text.translate(_UNMASKED))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the form under which ``text`` is compared; equal folds are the same word.

    >>> fold("  Uỷ ban  nhân dân HUYỆN Thanh Oai") == fold("Ủy ban nhân dân huyện Thanh Oai")
    True
    >>> fold("Đông") == fold("Đồng")
    False
    """
    text = unicodedata.normalize("NFC", unmask(text)).casefold().replace("ð", "đ")
    text = _NEW_STYLE.sub(r"\1\3\2", unicodedata.normalize("NFD", text))
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()
    return _SY.sub(r"\1 sĩ", _DASHES.sub("-", text))
