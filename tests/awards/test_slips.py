"""Titles with a slip of the keyboard."""

from __future__ import annotations

import pytest

from plugins.awards.slips import titles_by_skeleton
from plugins.vocabulary import words

FOUND = [
    ("bằng khên cho", "Bằng khen"),
    ("giáy khen cho", "Giấy khen"),
    ("tập thể lao động tiến tiến", "Tập thể lao động tiên tiến"),
    ("chiến sĩ thi đau cơ sở", "Chiến sĩ thi đua cơ sở"),
    ("huân chuong lao động", "Huân chương Lao động"),
]
NOT_FOUND = [
    "có thi đua",  # a short word
    "bằng kèn",  # a title of two words differs in its marks only
    "thôn văn hòa",  # a place
    "giấy khai sinh",
    "huyện chương mỹ",
]


def _found(text: str) -> str | None:
    slip = titles_by_skeleton().at([word.fold for word in words(text)], 0)
    return slip[1].name if slip else None


@pytest.mark.parametrize(("text", "title"), FOUND)
def test_one_word_may_differ(text: str, title: str) -> None:
    name = _found(text)
    assert name is not None
    assert name.casefold() == title.casefold()


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_only_resembles_a_title_is_none(text: str) -> None:
    assert _found(text) is None
