from __future__ import annotations

from collections import Counter

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from plugins.awards import annotate, extract, read_html, read_text
from plugins.awards.writing import tree, written

STORY = (
    "<p>UBND xã tặng <strong>Giấy khen</strong> cho <a href='/x'>Phòng <em>Nội</em> vụ</a>, "
    "Tư pháp; "
    "giải Nhất thuộc về Đội 2.</p><ul><li>Khác</li></ul>"
)
# Pieces that, put together, make articles with awards in them, broken by elements in odd places.
PIECES = [
    "UBND xã ",
    "tặng ",
    "Giấy khen ",
    "cho ",
    "Phòng Nội vụ",
    ", ",
    "; ",
    " và ",
    "ông Trần Văn An",
    "xã Tân Lập",
    "giải Nhất ",
    "thuộc về ",
    "được ",
    "3 tập thể ",
    "gồm: ",
    ".",
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<li>",
    "<br>",
    "<a href='#'>",
    "</a>",
    "<table><tr><td>",
    "</td><td>",
    "</td></tr></table>",
    "<ul>",
    "</ul>",
    "&amp;",
    "“",
    "”",
    "<!-- ẩn -->",
    "<script>1</script>",
    "</div>",
    " \n",
]


def unmarked(html: str) -> str:
    soup = BeautifulSoup(f"<div>{html}</div>", "lxml")
    for tag in soup.find_all(["mark", "span"]):
        tag.unwrap()
    return soup.get_text()


def marked(html: str) -> str:
    text = read_html(html)
    return annotate(text, extract(text).awards)


def test_names_stand_in_sentences_and_marks_cross_no_element() -> None:
    soup = BeautifulSoup(marked(STORY), "lxml")
    for mark in soup.find_all("mark"):
        assert all(child.name in (None, "mark", "span") for child in mark.children)
    first = soup.find(id="can-cu-1")
    assert first is not None
    assert first.get_text().startswith("UBND xã")
    for identity, name in (
        ("can-cu-1-1", "Phòng "),
        ("can-cu-1-2", "Tư pháp"),
        ("can-cu-2-1", "Đội 2"),
    ):
        element = soup.find(id=identity)
        assert element is not None
        assert element.get_text() == name
        assert element.parent is not None
        assert element.parent["class"] == ["evidence"]


def test_a_sentence_that_two_awards_share_is_marked_once() -> None:
    soup = BeautifulSoup(marked(STORY), "lxml")
    second = soup.find(id="can-cu-2")
    assert second is not None
    assert (second.name, second.get_text()) == ("span", "")
    assert not soup.select("mark.evidence mark.evidence")


def test_each_award_has_an_anchor_and_further_evidence_is_counted() -> None:
    html = marked(
        "<p>Tặng Giấy khen cho:</p><ol><li>Ông Trần Văn An</li><li>Bà Lê Thị Bích</li></ol>"
    )
    for identity in ("can-cu-1", "can-cu-1-c2", "can-cu-1-c3", "can-cu-1-1", "can-cu-1-2"):
        assert html.count(f'id="{identity}"') == 1


def test_nothing_else_changes() -> None:
    html = '<p class="a">Không có gì &amp; <img alt="x" src="y"> ở đây.</p>'
    assert marked(html) == html


def test_ids_of_the_article_are_not_taken_again() -> None:
    html = marked('<h2 id="can-cu-1">A</h2><p>UBND xã tặng Giấy khen cho Phòng Nội vụ.</p>')
    assert html.count('id="can-cu-1"') == 1


def test_only_html_can_be_marked() -> None:
    with pytest.raises(ValueError, match="HTML"):
        annotate(read_text("Giấy khen"), ())


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_marking_changes_no_text_and_ids_are_unique(html: str) -> None:
    text = read_html(html)
    awards = extract(text).awards
    result = annotate(text, (*awards, *awards))
    # A parser folds white space between elements, of which the marks make more.
    assert unmarked(result).split() == unmarked(html).split()
    soup = BeautifulSoup(result, "lxml")
    ids = Counter(str(tag["id"]) for tag in soup.find_all(id=True))
    assert all(count == 1 for count in ids.values())
    for number in range(1, 2 * len(awards) + 1):
        assert f"can-cu-{number}" in ids


FRAGMENTS = st.sampled_from(
    [
        *("<p>", "</p>", "<b>", "</b>", "<ul><li>", "</li></ul>", "<table><tr><td>", "</td></tr>"),
        *("<br>", "<pre>", "</pre>", "<svg>", "</svg>", "<script>", "</script>", "<!-- ẩn -->"),
        *("chữ", " ", " \n ", "\u2003", "Gia\u0302\u0301y khen", "&amp;", "a < b", "<?x y?>"),
        *("</div>", "</table>", '<img src="a&amp;b" alt="x&quot;\'y">', "<textarea>", "&nbsp;"),
        *('<a title="&quot;x" href="b">', "</a>", '<h2 id="can-cu-1">', "</h2>", "<hr>", "&#7877;"),
    ]
)


@given(st.lists(FRAGMENTS, max_size=30).map("".join))
def test_the_tree_has_the_texts_that_were_read_where_they_were_read(source: str) -> None:
    text = read_html(source)
    assert text.html is not None
    for node, place in tree(text.html)[1]:
        assert text.plain[place : place + len(node)] == node


@given(st.lists(FRAGMENTS, max_size=30).map("".join))
def test_html_is_written_as_a_tree_of_it_would_be(source: str) -> None:
    text = read_html(source)
    assert text.html is not None
    assert annotate(text, ()) == written(tree(text.html)[0])


@given(
    st.lists(st.sampled_from([*PIECES, "Gia\u0302\u0301y khen ", "a < b"]), max_size=40).map(
        "".join
    )
)
def test_what_is_marked_is_the_evidence(source: str) -> None:
    text = read_html(source)
    awards = extract(text).awards
    evidence = [e for award in awards for e in award.evidence]
    named = [recipient.evidence for award in awards for recipient in award.recipients]
    soup = BeautifulSoup(annotate(text, awards), "lxml")
    for selector, spans in (("mark.evidence", [*evidence, *named]), ("mark.evidence-name", named)):
        words = "".join(mark.get_text() for mark in soup.select(selector))
        told = {place for span in spans for place in range(span.start, span.end)}
        quoted = "".join(text.plain[place] for place in sorted(told))
        assert "".join(words.split()) == "".join(quoted.split())
