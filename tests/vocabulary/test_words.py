from __future__ import annotations

import pytest

from plugins.vocabulary import Phrases, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PC45 và H’Bơ", ["PC45", "và", "H’Bơ"]),
        ("9.080 người", ["9.080", "người"]),
        ("Cụm 2,3,7", ["Cụm", "2", ",", "3", ",", "7"]),
        ("29/44", ["29", "/", "44"]),
        ("1.2345", ["1", ".", "2345"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(text)] == expected


def test_words_keep_their_places() -> None:
    text = "  Giấy khen, (3) “A”"
    assert all(text[word.start : word.end] == word.text for word in words(text))


def test_si_is_folded_only_where_it_is_no_name() -> None:
    assert [word.fold for word in words("chiến sỹ Trần Đình Sỹ")] == [
        "chiến",
        "sĩ",
        "trần",
        "đình",
        "sỹ",
    ]


def test_the_longest_phrase_wins_and_quotation_marks_are_stepped_over() -> None:
    phrases = Phrases([("lao động", 1), ("lao động tiên tiến", 2)])
    folds = [word.fold for word in words("lao động “tiên tiến” cấp tỉnh")]
    assert phrases.longest(folds, 0) == (5, [2])
    assert phrases.longest(folds, 1) == (0, [])
