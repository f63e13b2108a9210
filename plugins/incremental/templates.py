"""What a page of a template depends on: the sources behind it, and the names that they read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, TemplateNotFound, meta, nodes


@dataclass(frozen=True, slots=True)
class Dependencies:
    """``digest`` is of the sources of a template and all that it draws on, however far.

    ``names`` are those of its context that any of them reads. ``once`` are the names that stand
    just once in them all, printed as they are: ``{{ name|safe }}``.
    """

    digest: bytes
    names: frozenset[str]
    once: frozenset[str]


def dependencies(environment: Environment) -> Callable[[str], Dependencies]:
    """Return a function that tells what a template, by its name, depends on.

    A template that chooses another while it is rendered depends on all there are.
    """

    @cache
    def parsed(name: str) -> tuple[str, nodes.Template]:
        assert environment.loader is not None  # noqa: S101
        source = environment.loader.get_source(environment, name)[0]
        return source, environment.parse(source, name)

    @cache
    def of(name: str) -> Dependencies:
        digest = hashlib.sha256()
        names: set[str] = set()
        printed: list[str] = []
        mentioned: list[str] = []
        for part in sorted(_closure(name, parsed, environment)):
            source, tree = parsed(part)
            digest.update(f"\0{part}\0{source}".encode())
            names |= meta.find_undeclared_variables(tree)
            mentioned += [one.name for one in tree.find_all(nodes.Name)]
            printed += _printed(tree)
        once = {one for one in printed if mentioned.count(one) == 1}
        return Dependencies(digest.digest(), frozenset(names), frozenset(once))

    return of


def _closure(
    name: str,
    parsed: Callable[[str], tuple[str, nodes.Template]],
    environment: Environment,
) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        part = waiting.pop()
        if part in found:
            continue
        try:
            _, tree = parsed(part)
        except TemplateNotFound:
            continue  # one of several to choose from, or a fault that rendering will tell
        found.add(part)
        for other in meta.find_referenced_templates(tree):
            waiting += [other] if other is not None else environment.list_templates()
    return found


def _printed(tree: nodes.Template) -> list[str]:
    return [
        part.node.name
        for output in tree.find_all(nodes.Output)
        for part in output.nodes
        if isinstance(part, nodes.Filter)
        and part.name == "safe"
        and isinstance(part.node, nodes.Name)
    ]
