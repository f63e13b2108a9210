"""What a template depends on, through whatever it extends, imports and includes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from jinja2 import DictLoader, Environment

from plugins.incremental.templates import Dependencies, dependencies

TEMPLATES = {
    "base.html": "{{ site.name }}{% block main %}{% endblock %}",
    "page.html": '{% extends "base.html" %}'
    "{% block main %}{{ title }}{{ body|safe }}{% endblock %}",
    "list.html": '{% from "_macros.html" import item %}'
    "{% for one in stories %}{{ item(one) }}{% endfor %}",
    "_macros.html": "{% macro item(one) %}{{ one.title }} {{ upper(one) }}{% endmacro %}",
    "part.html": '{% include "page.html" %}',
    "any.html": "{% include chosen %}",
    "alone.html": "không có gì",
    "twice.html": "{{ body|safe }}{% if body %}{{ other }}{% endif %}",
    "changed.html": "{{ body|upper }}{{ word }}",
}


def of(name: str, templates: Mapping[str, str] = TEMPLATES) -> Dependencies:
    return dependencies(Environment(loader=DictLoader(templates), autoescape=True))(name)


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("page.html", {"site", "title", "body"}),
        ("list.html", {"stories", "upper", "one", "item"}),
        ("part.html", {"site", "title", "body"}),
        ("alone.html", set()),
    ],
)
def test_the_names_that_may_be_read(name: str, names: set[str]) -> None:
    assert of(name).names == names


@pytest.mark.parametrize(
    ("name", "once"),
    [
        ("page.html", {"body"}),
        ("part.html", {"body"}),
        ("twice.html", set()),
        ("changed.html", set()),
    ],
)
def test_what_is_printed_as_it_is_and_once(name: str, once: set[str]) -> None:
    assert of(name).once == once


@pytest.mark.parametrize(
    ("name", "changed", "differs"),
    [
        ("page.html", "page.html", True),
        ("page.html", "base.html", True),
        ("list.html", "_macros.html", True),
        ("part.html", "base.html", True),
        ("any.html", "alone.html", True),
        ("page.html", "list.html", False),
        ("alone.html", "base.html", False),
    ],
)
def test_a_change_anywhere_behind_a_template(name: str, changed: str, *, differs: bool) -> None:
    other = {**TEMPLATES, changed: TEMPLATES[changed] + " "}
    assert (of(name).digest != of(name, other).digest) is differs


def test_a_template_that_is_missing_is_left_to_rendering() -> None:
    templates = {"a.html": '{% include ["b.html", "c.html"] ignore missing %}', "c.html": "{{ x }}"}
    assert of("a.html", templates).names == {"x"}
    assert of("a.html", {**templates, "b.html": ""}).digest != of("a.html", templates).digest
