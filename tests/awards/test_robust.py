"""No text makes the extractor fail, lie about its evidence, or take long."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.hostile import HOSTILE
from plugins.awards import Text, extract, read_html, read_markdown, read_text
from plugins.vocabulary import load
from tests.work import is_linear

WORDS = sorted({word for cue in load().cues for word in cue.words[:4]})
TITLES = [title.name for title in load().award_titles]
MARKS = [
    ",",
    ";",
    ":",
    ".",
    "(",
    ")",
    "“",
    "”",
    '"',
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "|",
    "\t",
    " 3 ",
    " 03/4 ",
    "Số: ",
]
NAMES = [
    "Trần Văn An",
    "Tân Lập",
    "Nội vụ",
    "PC45",
    "Quyết định số 12/QĐ-UBND ngày 3/4",
    "giải ",
    "hạng Ba",
]
texts = st.lists(st.sampled_from([*WORDS, *TITLES, *MARKS * 8, *NAMES * 8]), max_size=60).map(
    " ".join
)


def check(text: Text) -> None:
    extraction = extract(text)
    for award in extraction.awards:
        assert award.evidence
        evidence = [*award.evidence, *(recipient.evidence for recipient in award.recipients)]
        for piece in evidence:
            assert piece.quote == text.plain[piece.start : piece.end] != ""
        assert all(recipient.name.strip() for recipient in award.recipients)
    for piece in extraction.unread:
        assert piece.quote == text.plain[piece.start : piece.end]


@given(texts | st.text())
def test_any_text_is_read_and_every_quote_stands_in_it(source: str) -> None:
    text = read_text(source)
    assert text.plain == unicodedata.normalize("NFC", text.plain)
    check(text)
    check(read_html(source))
    check(read_markdown(source))
    assert extract(text) == extract(read_text(source))


@given(texts)
def test_composed_and_decomposed_text_read_alike(source: str) -> None:
    assert extract(read_text(source)) == extract(read_text(unicodedata.normalize("NFD", source)))


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_with_the_text_and_no_faster(name: str) -> None:
    assert is_linear(lambda size: lambda: extract(read_text(HOSTILE[name](size))), 3_000)
