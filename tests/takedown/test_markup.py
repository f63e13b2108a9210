"""Taking names out of HTML changes nothing else, and evidence stays where its words are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.awards import annotate, extract, read_html
from plugins.model import Evidence
from plugins.takedown import NAME, Finder, Span, find_in_text, replaced, rewrite, shifted

FINDER = Finder(["Nguyễn Văn Hoà", "Lê An"])


def without_names(html: str) -> str:
    text = read_html(html)
    spans = [Span(one.start, one.end) for one in find_in_text(text, FINDER)]
    return rewrite(text, spans, lambda _name, value: value)


@pytest.mark.parametrize(
    ("html", "result"),
    [
        ("<p>Ông Lê An.</p>", f"<p>Ông {NAME}.</p>"),
        ("<p>Lê <strong>An</strong>.</p>", f"<p>{NAME}.</p>"),
        ("<p><em>L<b>ê</b></em> An</p>", f"<p><em>{NAME}</em></p>"),
        ("<p>Nguy&#7877;n<br>V&#259;n<br>Hòa</p>", f"<p>{NAME}</p>"),
        ("<p>Lê Anh</p>", "<p>Lê Anh</p>"),
        ("<p>Lê</p><p>An</p>", "<p>Lê</p><p>An</p>"),
        ("<ul><li>Lê</li><li>An</li></ul>", "<ul><li>Lê</li><li>An</li></ul>"),
        (
            "<table><tr><td>Nguyễn Văn</td><td>Hòa</td></tr></table>",
            f"<table><tr><td>{NAME}</td><td></td></tr></table>",
        ),
        (
            "<table><tr><td>Trần Lê</td><td>An Phú</td></tr></table>",
            "<table><tr><td>Trần Lê</td><td>An Phú</td></tr></table>",
        ),
        (
            '<p><mark id="a">Nguyễn <mark id="b">Văn Hòa</mark></mark></p>',
            f'<p><mark id="a">{NAME}<mark id="b"></mark></mark></p>',
        ),
    ],
)
def test_names_across_elements(html: str, result: str) -> None:
    assert without_names(html) == result


def test_attributes_are_given_to_the_caller() -> None:
    text = read_html('<p title="x">a <a href="/b/" class="c">b</a></p>')
    upper = rewrite(text, [], lambda name, value: value.upper() if name == "title" else value)
    assert upper == '<p title="X">a <a class="c" href="/b/">b</a></p>'


WORDS = st.sampled_from(
    ["Nguyễn", "Văn", "Hoà", "Hòa", "Lê", "An", "tặng", "Giấy khen", "cho", "ông", ",", "và"]
)
PIECES = st.lists(
    st.one_of(
        WORDS.map(lambda word: f"{word} "),
        WORDS.map(lambda word: f"<strong>{word}</strong> "),
        st.sampled_from(["<br>", "</p><p>", "Nguyễn Văn Hoà ", "Lê <em>An</em>, "]),
    ),
    max_size=25,
)


@settings(max_examples=200, deadline=None)
@given(PIECES)
def test_nothing_but_names_is_changed(pieces: list[str]) -> None:
    html = f"<p>{''.join(pieces)}</p><table><tr><td>Lê</td><td>An</td></tr></table>"
    text = read_html(html)
    spans = [Span(one.start, one.end) for one in find_in_text(text, FINDER)]
    plain = replaced(text.plain, spans)
    after = read_html(rewrite(text, spans, lambda _name, value: value))
    assert after.plain == plain
    assert find_in_text(after, FINDER) == []
    # Outside of the names, everything stands in its order.
    kept, at = [], 0
    for span in spans:
        kept.append(text.plain[at : span.start])
        at = span.end
    assert plain.split(NAME) == [*kept, text.plain[at:]]
    # Every span of the old text is, after the change, a span of the new one.
    for match in re.finditer(r"\S+(?: \S+)?", text.plain):
        evidence = Evidence(match.group(), *match.span())
        moved = shifted(evidence, spans, plain)
        assert moved.quote == plain[moved.start : moved.end]
        if not any(span.start < evidence.end and evidence.start < span.end for span in spans):
            assert moved.quote == evidence.quote
        assert not FINDER.find(moved.quote)


def test_marked_evidence_keeps_its_anchors() -> None:
    html = "<p>Huyện tặng Giấy khen cho 02 cá nhân: ông Lê An và ông Trần Văn Sáu.</p>"
    text = read_html(html)
    found = extract(text).awards
    marked = annotate(text, found)
    anchors = re.findall(r'id="(can-cu[^"]*)"', marked)
    assert len(anchors) == 3
    assert re.findall(r'id="(can-cu[^"]*)"', without_names(marked)) == anchors
