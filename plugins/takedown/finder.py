"""Find names in text, in every spelling that :func:`plugins.vocabulary.fold` holds equal."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from plugins.vocabulary import fold_word

# Signs without width, which nobody sees: a name with one inside is still that name.
_HIDDEN = "\u00ad\u200b-\u200d\u2060\ufeff"
_PIECE = re.compile(rf"[^\W_](?:[^\W_]|[\u0300-\u036f{_HIDDEN}]|[’'ʼ](?=[^\W_]))*|[^\w\s{_HIDDEN}]")
_UNSEEN = re.compile(f"[{_HIDDEN}]")
_APOSTROPHES = str.maketrans("’ʼ", "''")
# Text of other forms or scripts is looked at word by word at once.
_ODD = re.compile(rf"[\u0300-\u03ff\u0400-\u04ff{_HIDDEN}]")
_OPEN_SYLLABLE = re.compile("(o(?=[\u0300-\u0323][ae])|u(?=[\u0300-\u0323]y))([\u0300-\u0323])(.)")


class Piece(NamedTuple):
    """A word or a sign of a text, as it is compared."""

    key: str
    start: int
    end: int


class Found(NamedTuple):
    """A name in a text: where, and its :func:`key`."""

    start: int
    end: int
    name: str


def pieces(text: str) -> list[Piece]:
    """Cut ``text`` into words and signs; white space and underscores only part them."""
    found = []
    before = ""
    for match in _PIECE.finditer(text):
        word = _UNSEEN.sub("", match.group()).translate(_APOSTROPHES)
        found.append(Piece(fold_word(word, before), match.start(), match.end()))
        before = word
    return found


def key(name: str) -> str:
    """Return what all spellings of a name have in common."""
    return " ".join(piece.key for piece in pieces(name))


class Finder:
    """Finds whole names: "Lê An" is not in "Lê Anh".

    ``kept`` are names that stay even where a name to be found is part of them: "Trường THCS
    Nguyễn Trãi". Of those, the attribute ``kept`` has the ones that matter.
    """

    def __init__(self, names: Iterable[str], kept: Iterable[str] = ()) -> None:
        self._names: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        self._probes: set[str] = set()
        for keys in {tuple(piece.key for piece in pieces(name)) for name in names} - {()}:
            self._names[keys[0]].append(keys)
            self._probes.update(_forms(max(keys, key=_weight)))
        for known in self._names.values():
            known.sort(key=len, reverse=True)
        self.kept = tuple(name for name in kept if self._all(name))
        self._kept = Finder(self.kept) if self.kept else None

    def __bool__(self) -> bool:
        return bool(self._names)

    def may_hold(self, text: str) -> bool:
        """Whether it is worth looking: never false where a name stands in ``text``."""
        if not self._probes:
            return False
        if _ODD.search(text):
            return True
        lowered = text.casefold()
        return any(probe in lowered for probe in self._probes)

    def find(self, text: str) -> list[Found]:
        """Return the names in ``text``, in order, none over another."""
        if not self.may_hold(text):
            return []
        found = self._all(text)
        if not found or self._kept is None:
            return found
        kept = self._kept.find(text)
        return [
            one for one in found if not any(k.start <= one.start and one.end <= k.end for k in kept)
        ]

    def _all(self, text: str) -> list[Found]:
        if not self.may_hold(text):
            return []
        words = pieces(text)
        found: list[Found] = []
        place = 0
        while place < len(words):
            for keys in self._names.get(words[place].key, ()):
                last = place + len(keys)
                if tuple(word.key for word in words[place:last]) == keys:
                    name = Found(words[place].start, words[last - 1].end, " ".join(keys))
                    found.append(name)
                    place = last - 1
                    break
            place += 1
        return found


def _weight(key: str) -> tuple[bool, int]:
    """Prefer long words; "sĩ" and "sỹ" are one only after some words."""
    return key not in ("sĩ", "sỹ"), len(key)


def _forms(key: str) -> set[str]:
    """Return the folded word with its tone mark in either place: "hòa" and "hoà"."""
    apart = unicodedata.normalize("NFD", key)
    moved = unicodedata.normalize("NFC", _OPEN_SYLLABLE.sub(r"\1\3\2", apart))
    forms = {key, moved}
    forms |= {form.replace("đ", "ð") for form in forms}
    forms |= {form.replace("'", sign) for form in forms for sign in "’ʼ"}
    return forms
