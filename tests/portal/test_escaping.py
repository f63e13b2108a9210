"""What is written into a page is escaped, and escaped once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup, escape

from plugins.portal.escaping import Compiler, escaped


@given(st.text() | st.integers() | st.text(alphabet="<>&'\"\u2028a ") | st.text().map(Markup))
def test_values_are_escaped_as_jinja_escapes_them(value: Any) -> None:
    assert escaped(value) == escape(value)


@pytest.mark.parametrize(
    ("template", "written"),
    [
        ("{{ text }}", "&lt;b&gt; &amp; &#34;&#39;"),
        ("{{ text|safe }}", "<b> & \"'"),
        ("{{ text ~ '<' }}", "&lt;b&gt; &amp; &#34;&#39;&lt;"),
        (
            "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(text) }}",
            "<i>&lt;b&gt; &amp; &#34;&#39;</i>",
        ),
        ("{% set s %}<i>{{ text[:1] }}</i>{% endset %}{{ s }}", "<i>&lt;</i>"),
        ("{% block b %}{{ text[:1] }}{% endblock %}", "&lt;"),
        ("{{ [text[:1], '>'|safe]|join(' ') }}", "&lt; >"),
        ("{{ 5 }}{{ none }}{{ number }}", "5None7"),
    ],
)
def test_pages_are_those_that_jinja_would_write(template: str, written: str) -> None:
    plain, own = Environment(autoescape=True), Environment(autoescape=True)
    own.code_generator_class = Compiler
    for environment in (plain, own):
        page = environment.from_string(template).render(text="<b> & \"'", number=7)
        assert page == written
