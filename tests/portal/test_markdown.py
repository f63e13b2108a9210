from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model import Picture
from plugins.portal.markdown import BodyReader
from plugins.portal.sanitiser import removed
from plugins.sources.bounds import body_faults

PICTURE = Picture("a.webp", "mô tả", "chú thích", "tác giả", "giấy phép", 10, 10)
READER = BodyReader({"a": PICTURE}, "/cong")


def faults(body: str) -> list[str]:
    return [message for message, _ in READER.read(body)[1].faults]


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("a < b và <3, x > y", "a &lt; b và &lt;3"),
        ("<tên đơn vị> và 5<b", "&lt;tên đơn vị&gt;"),
        ("`<b>` và ``<script>``", "<code>&lt;b&gt;</code>"),
        ("    <div>\n    </div>", "<pre><code>&lt;div&gt;"),
        ("<https://a.vn/x?a=1&b=2>", '<a href="https://a.vn/x?a=1&amp;b=2">'),
        ("<van-phong@a.vn>", '<a href="mailto:van-phong@a.vn">'),
        ("[gọi](tel:19001000)", '<a href="tel:19001000">'),
        ("[x](HTTPS://a.vn)", '<a href="HTTPS://a.vn">'),
        ("[x](/don-vi/a/#b)", '<a href="/cong/don-vi/a/#b">'),
        ("![](anh/a)", 'src="/cong/anh/a.webp" width="10"><figcaption>'),
        ("{{ 7 }} {% raw %} ]]>", "{{ 7 }} {% raw %} ]]&gt;"),
        ("&lt;b&gt;", "&lt;b&gt;"),
        ("| A | B |\n|---|--:|\n| 1 | 2 |", '<td class="align-right">2</td>'),
        ("chú[^1]\n\n[^1]: lời", '<div class="footnote">'),
        ("1. a\n    - b\n\n> c\n\n## d\n\n***e***\n\n---\n", '<h2 id="muc-d">'),
    ],
)
def test_what_markdown_may_say(body: str, html: str) -> None:
    text, findings = READER.read(body)
    assert findings.faults == []
    assert html in text
    assert "style=" not in text


@pytest.mark.parametrize(
    "tag",
    [
        "<script>alert(1)</script>", "<SCRIPT SRC=//x>", "<img src=x onerror=a>", "<b>đậm</b>",
        "<svg/onload=alert(1)>", "<iframe src='https://x'></iframe>", "<br/>", "<!-- ghi chú -->",
        "<div>\n\nkhối\n\n</div>", "<style>*{}</style>", "<base href=//x>", "<x-a>",
        "<form action=/>", "<?php x ?>", "<!DOCTYPE html>", "<a\nhref='javascript:x'>", "<script",
        "<meta http-equiv=refresh>", "<math><mi//xlink:href='x'>", "| A |\n|---|\n| <u>b</u> |",
        "- <u>a</u>", "> <u>a</u>", "## <u>a</u>", "**<u>a</u>**", "[<u>a</u>](/x/)",
        "a[^1]\n\n[^1]: <u>", "<x onclick=a>", "<em>*a*</em>", "<a href=`x`>",
    ],
)  # fmt: skip
def test_html_is_told_to_the_author(tag: str) -> None:
    assert any("thẻ HTML" in text and "dấu `…`" in text for text in faults(tag)), faults(tag)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "java\tscript:x",
        "&#x6A;avascript&colon;alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "//evil.example", "/&#47;evil.example", "/\\evil.example", "/../x/", "/a/%2e%2e/x/",
        "/a/%252e%252e/x/", "/a/..%2fx/", "/a/%5c..%5cx", "../x.md", "{attach}../../x", "{static}x",
        "\\evil", "https:evil", "https://", "https://chuongmy.gov.vn@evil.example", "ftp://x",
        "http://[::1", "mailto:", "", "a b", "/x/%00", "ht\u200btps://x", "/x\u00a0y/",
    ],
)  # fmt: skip
def test_links_that_lead_astray(target: str) -> None:
    assert any("đường dẫn" in text for text in faults(f"[chữ]({target})")), target
    if target.strip():
        reference = f"[chữ][a]\n\n[a]: {target}"
        html, findings = READER.read(reference)
        assert findings.faults or "<a" not in html


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("a" * 21_000, "nhiều nhất 20.000"),
        ("[" * 100, "thiếu dấu ]"),
        ("[a](" * 100, "thiếu dấu )"),
        ("[" * 60 + "]" * 60, "lồng nhau quá 50 cấp"),
        ("".join("`" * run + "a" for run in range(1, 60)), "không thành cặp"),
        ("*a* " * 3000, "quá 2.000 dấu định dạng"),
        ("*a* \n\n" * 16_000, "quá 30.000 dấu định dạng"),
        ("[^1]\n\n" * 501 + "[^1]: a", "quá 500 chú thích"),
        ("[a][b]\n\n[b]: https://x/" + "y" * 3000, "dài quá 2.000 ký tự"),
        ("[a](https://x/" + "y" * 3000 + ")", "dài quá 2.000 ký tự"),
    ],
)
def test_bounds_within_a_text(body: str, words: str) -> None:
    assert [text for text in faults(body) if words in text], faults(body)


HOSTILE = [
    "*", "**a ", "*a **b ", "_a ", "[", "![", "[a](", "[a][", "![a](b", ">", "> ", "`", "`a ",
    "``a`", "&", "<", "<a ", "<!--", "\\", "(", "[]", "[a]", "- a\n", "- ", "1. ", "|", "|a|b|\n",
    "#", "# a\n", "a\n=\n", "[^1]", "[^1]: a\n", "[a]: b\n", "\n", " ", "\t", "    a\n", "**_",
    "*_a_* ", "<a@b> ", '[a](b "', "a\n\n", "[a](b(", "* * * ", "a*b*", "> - ", "&amp;", "***a**",
    "x\n\n\n    y\n\n", "|-|\n", "    - a\n", "<b>", "[a](/b/)\n\n", "**a**\n\n",
    "![](anh/a)\n\n", "[[a]]", "(a)[b]",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_no_megabyte_takes_long(unit: str) -> None:
    """The whole as one text, and as paragraphs within the bounds."""
    paragraph = unit * (1_900 // len(unit))
    most = 19_000 // (paragraph.count("\n") + 2)
    for body in (
        unit * (990_000 // len(unit)),
        "|a|b|\n|-|-|\n" + unit * (100_000 // len(unit)),
        "\n\n".join([paragraph] * min(990_000 // len(paragraph), most)),
    ):
        start = time.process_time()
        if not list(body_faults(body)):
            READER.read(body)
        assert time.process_time() - start < 5


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "*", "**", "_", "`", "[", "]", "(", ")", "![", "<", ">", "&#106;", "\\", "\n",
                "\n\n", " ", "- ", "1. ", "> ", "# ", "|", "|-|-|\n", "    ", "[^1]", "[^1]: ",
                "[a]: ", "a", "ế", '"', "<script>", "javascript:", "https://a.vn", "/x/", "<b ",
                "onload=", "anh/a", "\u00a0",
            ]
        ),
        max_size=40,
    ).map("".join)
    | st.text(max_size=200)
)  # fmt: skip
def test_whatever_is_read_has_our_tags_alone(body: str) -> None:
    html, findings = READER.read(body)
    if not findings.faults:
        assert removed(html) is None
        assert "<script" not in html.lower()
