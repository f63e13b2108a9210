"""The words of the domain, as data: TOML tables, their loader, and how spellings compare."""

from plugins.vocabulary.fold import fold, unmask
from plugins.vocabulary.loader import Cue, Kind, Vocabulary, load
from plugins.vocabulary.order import sort_key
from plugins.vocabulary.phrases import Phrases
from plugins.vocabulary.quantities import number, quantities, quantity
from plugins.vocabulary.words import Word, fold_word, skeleton, words

__all__ = [
    "Cue", "Kind", "Phrases", "Vocabulary", "Word", "fold", "fold_word", "load", "number",
    "quantities", "quantity", "skeleton", "sort_key", "unmask", "words",
]  # fmt: skip
