"""The seeded corpus: always the same, of the promised sizes and shapes."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from bench.corpus import AWARDS_EVERY, FIRST, LAST, Corpus, Piece
from bench.terms import CAMPAIGNS, UNITS, slug
from bench.trees import write_hugo, write_pelican, write_project
from plugins.awards import extract, read_markdown
from plugins.registry import load_gazetteer
from tests.conftest import files_below

SIZE = 400


@pytest.fixture(scope="module")
def pieces() -> list[Piece]:
    return list(Corpus(SIZE))


def test_a_seed_always_gives_the_same(pieces: list[Piece]) -> None:
    assert list(Corpus(SIZE)) == pieces
    assert [piece.body for piece in Corpus(SIZE, seed=2)] != [piece.body for piece in pieces]


def test_articles_are_of_the_promised_size(tmp_path: Path) -> None:
    write_project(Corpus(SIZE), tmp_path)
    sizes = sorted(path.stat().st_size for path in tmp_path.glob("tin/*/*/*.md"))
    assert len(sizes) == SIZE
    assert sizes[0] >= 2500
    assert sizes[-1] <= 5000
    assert 3300 <= sizes[SIZE // 2] <= 3700


def test_articles_spread_over_eight_years_and_all_terms(pieces: list[Piece]) -> None:
    corpus = Corpus(10_000)
    units = Counter(unit.slug for number in range(4000) for unit in corpus.piece(number).units)
    assert len({unit.slug for unit in corpus.units}) == UNITS
    assert len({one.slug for one in corpus.campaigns}) == CAMPAIGNS
    (largest, most), *_, (_, least) = units.most_common()
    assert largest == "tinh-vam-thao"
    assert most > 400
    assert 0 < least < 20
    assert {piece.date.year for piece in pieces} == set(range(FIRST.year, LAST.year + 1))
    assert len({piece.slug for piece in pieces}) == SIZE
    for piece in pieces:
        if piece.campaign:
            assert piece.campaign.start <= piece.date.date() <= piece.campaign.end


def test_no_place_is_real() -> None:
    # A name of the gazetteer may get a page of its own, and the counts would differ.
    assert not [unit.name for unit in Corpus(1).units if load_gazetteer().named(unit.name)]


@pytest.mark.parametrize(
    ("turn", "title", "recipients"),
    [
        (0, "giay-khen", 6),
        (1, "bang-khen", 5),
        (2, "giay-khen", 6),
        (3, "giay-khen", 8),
        (4, "giai-thuong", 6),
    ],
)
def test_the_award_lists_are_read(
    pieces: list[Piece], turn: int, title: str, recipients: int
) -> None:
    for number in range(turn * AWARDS_EVERY, SIZE, 5 * AWARDS_EVERY):
        piece = pieces[number]
        found = extract(read_markdown(piece.body), published=piece.date.date()).awards
        assert piece.awards == (title,)
        assert {award.title.slug for award in found} == {title}
        assert sum(len(award.recipients) for award in found) == recipients, piece.body


def test_other_articles_tell_no_award(pieces: list[Piece]) -> None:
    for piece in pieces:
        if piece.number % AWARDS_EVERY:
            assert not piece.awards
            assert not extract(read_markdown(piece.body), published=piece.date.date()).awards


def test_all_trees_hold_the_same_articles(tmp_path: Path) -> None:
    corpus = Corpus(40)
    found = []
    for number, write in enumerate((write_project, write_hugo, write_pelican)):
        write(corpus, tmp_path / str(number))
        files = files_below(tmp_path / str(number) / "tin")
        texts = {name: text.decode() for name, text in files.items() if "_index" not in name}
        # The body begins after the front matter, or after Pelican's first empty line.
        found.append(
            {
                name: re.split(r"\n---\n|\n\n", text, maxsplit=1)[1].strip()
                for name, text in texts.items()
            }
        )
    assert found[0] == found[1] == found[2]
    assert len(found[0]) == 40


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Xã Đăng Mỹ", "xa-dang-my"), ("Phong trào “Một cửa” đợt 2", "phong-trao-mot-cua-dot-2")],
)
def test_slugs(name: str, expected: str) -> None:
    assert slug(name) == expected
