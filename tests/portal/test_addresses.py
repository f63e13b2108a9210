from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pelican.settings import DEFAULT_CONFIG
from pelican.utils import slugify

from plugins.portal.addresses import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quyết định số 9080/QĐ-UBND", "quyet-dinh-so-9080qd-ubnd"),
        ("Đường  Láng – Hòa Lạc", "duong-lang-hoa-lac"),
        ("Đ\u01b0\u01a1\u0300ng", "duong"),
        ("<b>Ô</b> &amp; Ơ", "o-o"),
        ("", ""),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text() | st.text("aăâđĐơƯ ế-_/.<>&;–"))
def test_a_slug_is_what_pelican_makes_of_it(text: str) -> None:
    assert slug(text) == slugify(text, DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"])
