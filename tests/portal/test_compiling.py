"""Pages are those that Jinja itself would write: escaped, and escaped once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from plugins.portal.compiling import Compiler, escaped, written

VALUES: dict[str, Any] = {
    "text": "<b> & \"'",
    "number": 7,
    "pairs": [(1, 2), (3, 0)],
    "texts": {"k": "v"},
}
PARTS = {
    "part": "{% macro m() %}<i>{{ number }}</i>{% endmacro %}{% macro n(x) %}{{ x }}{% endmacro %}",
    "base": "[{% block b %}{{ '<' }}{% endblock %}]",
}


@given(st.text() | st.integers() | st.text(alphabet="<>&'\"\u2028a ") | st.text().map(Markup))
def test_values_are_escaped_as_jinja_escapes_them(value: Any) -> None:
    assert escaped(value) == escape(value)


@pytest.mark.parametrize(
    ("template", "page"),
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
        (
            "{% macro m(a, b=2) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(b=3, a='<') }}",
            "12&lt;3",
        ),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ [m('<')]|join }}", "&lt;"),
        ("{% for a, b in pairs if b %}{{ a }}{{ loop.first }}{% endfor %}", "1True"),
        ("{{ pairs[0][1] }}{{ texts['k'] }}{{ texts.get('n', 4) }}", "2v4"),
        ("{{ texts.keys()|list|first }}{{ -number }}{{ 'a'.upper() }}", "k-7A"),
        ("{% if texts.none is defined %}a{% elif nowhere is defined %}b{% endif %}c", "c"),
        ('{% from "part" import m with context %}{{ m() }}', "<i>7</i>"),
        ('{% from "part" import n %}{{ n(1) }}{% include "part" %}', "1"),
        ('{% extends "base" %}{% block b %}{{ super() }}{{ number }}{% endblock %}', "[&lt;7]"),
    ],
)
def test_pages_are_those_that_jinja_would_write(template: str, page: str) -> None:
    plain, own = (Environment(autoescape=True, loader=DictLoader(PARTS)) for _ in range(2))
    own.code_generator_class = Compiler
    assert plain.from_string(template).render(VALUES) == page
    found = own.from_string(template)
    assert written(found, VALUES) == page == written(found, VALUES)


@pytest.mark.parametrize(
    "template",
    [
        "{{ texts.k }}",
        "{{ nowhere }}",
        "{{ texts['none'] }}",
        "{{ number.size }}",
        "{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}",
        "{% macro m(a) %}{% endmacro %}{{ m(b=2) }}",
        "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}a{% endcall %}",
    ],
)
def test_what_only_jinja_can_do_or_explain_fails(template: str) -> None:
    own = Environment(autoescape=True, undefined=StrictUndefined)
    own.code_generator_class = Compiler
    with pytest.raises((AttributeError, LookupError, TypeError, UndefinedError)):
        written(own.from_string(template), VALUES)
