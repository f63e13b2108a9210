"""The types of a target's values: what is asked of a figure, and the figure with its unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.model import Comparator, Quantity
from plugins.sources.frontmatter import Node
from plugins.sources.problems import closest, quoted
from plugins.sources.values import Place, Ref, Text
from plugins.vocabulary import fold, load, quantity

# What an author writes where an article reports nothing of a target.
NOTHING = "không"
_EXAMPLES = "98%, 120.000 trang, 2 buổi/tháng, 15 phút"
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class ComparatorWords:
    """What is asked of a figure, in one of the spellings of the vocabulary."""

    @staticmethod
    def spellings() -> Mapping[str, str]:
        """Each spelling with the comparator it means."""
        cues = (cue for cue in load().target_cues if cue.role == "comparator")
        return {word: cue.value for cue in cues for word in cue.words}

    @staticmethod
    def names() -> list[str]:
        """The usual spelling of each comparator."""
        return [cue.words[0] for cue in load().target_cues if cue.role == "comparator"]

    def read(self, node: Node, place: Place) -> tuple[Comparator, str] | None:
        """Return the comparator and the words as written."""
        text = Text(_LONGEST).read(node, place)
        if text is None:
            return None
        spellings = self.spellings()
        # Three dots for one sign are a keyboard's habit.
        written = fold(text.replace("...", "…"))
        for words, value in spellings.items():
            if fold(words) == written:
                return _COMPARATORS[value], text.replace("...", "…")
        place.wrong(
            node,
            f"không có “{quoted(text)}”.{closest(text, spellings)} "
            f"Dùng một trong: {', '.join(spellings)}.",
        )
        return None

    def describe(self) -> str:
        """Say what may stand here."""
        return "một trong: " + ", ".join(self.spellings())


_COMPARATORS: Mapping[str, Comparator] = {
    "at-least": "at-least",
    "at-most": "at-most",
    "reach": "reach",
    "aim": "aim",
}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit of measure."""

    def read(self, node: Node, place: Place) -> Quantity | None:
        """Return the quantity."""
        text = Text(_LONGEST).read(node, place)
        if text is None:
            return None
        found = quantity(text)
        if found is None:
            place.wrong(
                node,
                f"“{quoted(text)}” không phải một số kèm đơn vị đo. Viết như {_EXAMPLES}; "
                "những chữ như “tối thiểu”, “trở lên” ghi ở comparator.",
            )
        return found

    def describe(self) -> str:
        """Say what may stand here."""
        return f"số và đơn vị đo: {_EXAMPLES}"


@dataclass(frozen=True, slots=True)
class NoAmount:
    """A quantity, or the word that there is none; it is read into a tuple of one or none."""

    def read(self, node: Node, place: Place) -> tuple[Quantity, ...] | None:
        """Return the quantity, or the empty tuple for “không”."""
        if isinstance(node.value, str) and fold(node.value) == NOTHING:
            return ()
        found = Amount().read(node, place)
        return None if found is None else (found,)

    def describe(self) -> str:
        """Say what may stand here."""
        return f"{Amount().describe()}; hoặc “{NOTHING}”"


@dataclass(frozen=True, slots=True)
class TargetName:
    """A target of the article's campaign: its number from 1, or words of its object."""

    def read(self, node: Node, place: Place) -> Ref | None:
        """Return the words as written, with their line."""
        text = Text().read(node, place)
        return Ref(text, node.line) if text is not None else None

    def describe(self) -> str:
        """Say what may stand here."""
        return "số thứ tự của chỉ tiêu trong phong trào, hoặc nội dung chỉ tiêu"
