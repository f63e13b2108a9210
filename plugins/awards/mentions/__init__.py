"""Where a sentence names an award: titles of the vocabulary, prizes, badges, rankings."""

from plugins.awards.mentions.find import mentions
from plugins.awards.mentions.mention import QUOTES, Mention
from plugins.awards.mentions.numerals import number_at, number_span

__all__ = ["QUOTES", "Mention", "mentions", "number_at", "number_span"]
