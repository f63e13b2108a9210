"""Every row of the vocabulary carries an example; here the examples are read."""

from __future__ import annotations

import re
import unicodedata
from importlib.resources import files

import pytest

from plugins.awards.mentions import mentions
from plugins.awards.tokens import tokenize
from plugins.model import AwardTitle
from plugins.vocabulary import Cue, Kind, Phrases, fold, load, words

VOCABULARY = load()
PAGE = ("noise", "tail", "column")
KINDS = (*VOCABULARY.unit_kinds, *VOCABULARY.document_kinds)


@pytest.mark.parametrize("title", VOCABULARY.award_titles, ids=lambda title: title.slug)
def test_an_award_title_is_found_in_its_example(title: AwardTitle) -> None:
    found = mentions(tokenize(title.example, 0, len(title.example)))
    assert title.slug in [mention.title.slug for mention in found]


@pytest.mark.parametrize(
    "cue",
    [*VOCABULARY.cues, *VOCABULARY.target_cues],
    ids=lambda cue: f"{cue.role}-{cue.example}"[:60],
)
def test_a_cue_is_found_in_its_example(cue: Cue) -> None:
    phrases = Phrases((word, cue) for word in cue.words)
    folds = [word.fold for word in words(cue.example)]
    assert any(phrases.longest(folds, place)[0] for place in range(len(folds)))


@pytest.mark.parametrize(
    "cue", [c for c in VOCABULARY.cues if c.role not in PAGE], ids=lambda c: c.example
)
def test_a_cue_plays_its_role_in_a_sentence(cue: Cue) -> None:
    tokens = tokenize(cue.example, 0, len(cue.example))
    assert any(token.cues.get(cue.role) is cue for token in tokens)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_a_kind_is_found_in_its_example(kind: Kind) -> None:
    if (
        kind.slug in ("co-quan", "don-vi-su-nghiep", "truong-hoc", "doan-the")
        or "thuoc" in kind.slug
    ):
        pytest.skip("a collective term: its units bear other words")
    example = fold(kind.example)
    assert any(example.startswith(fold(word)) for word in (kind.name, *kind.aliases))


def test_spellings_of_award_titles_are_unique() -> None:
    spellings = [
        spelling
        for title in VOCABULARY.award_titles
        for spelling in {fold(title.name), fold(title.slug), *map(fold, title.aliases)}
    ]
    assert len(spellings) == len(set(spellings))


def test_slugs_are_slugs() -> None:
    for title in VOCABULARY.award_titles:
        assert re.fullmatch(r"[a-z0-9-]{1,80}", title.slug)


@pytest.mark.parametrize(
    "slug",
    [
        "chua-ro-hinh-thuc", "giay-khen", "bang-khen", "co-thi-dua", "chien-si-thi-dua-co-so",
        "chien-si-thi-dua-cap-tinh", "chien-si-thi-dua-toan-quoc", "lao-dong-tien-tien",
        "tap-the-lao-dong-xuat-sac", "tap-the-lao-dong-tien-tien", "huan-chuong-lao-dong",
        "giai-thuong", "xep-hang", "ky-niem-chuong",
    ],
)  # fmt: skip
def test_slugs_that_addresses_rest_on_stay(slug: str) -> None:
    title = VOCABULARY.award_title(slug)
    assert title is not None
    assert title.slug == slug


def test_tables_are_in_nfc() -> None:
    for table in files("plugins.vocabulary").joinpath("data").iterdir():
        text = table.read_text(encoding="utf-8")
        assert text == unicodedata.normalize("NFC", text), table.name


def test_every_alias_is_another_word_and_no_other_spelling() -> None:
    for title in VOCABULARY.award_titles:
        assert fold(title.name) not in map(fold, title.aliases), title.slug
