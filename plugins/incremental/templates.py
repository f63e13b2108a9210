"""What a page of a template depends on: the sources behind it, and the names that stand in them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from jinja2 import Environment, TemplateNotFound, meta, nodes


@dataclass(frozen=True, slots=True)
class Dependencies:
    """``digest`` is of the sources of a template and all that it draws on, however far.

    ``names`` are all that stand in any of them: those of its context that a page depends on are
    among them. ``once`` are the names that stand just once in them all, printed as they are:
    ``{{ name|safe }}``.
    """

    digest: bytes
    names: frozenset[str]
    once: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Part:
    """One file; ``others`` are those it refers to, ``None`` standing for one chosen later."""

    source: str
    mentioned: tuple[str, ...]
    printed: tuple[str, ...]
    others: tuple[str | None, ...]


def dependencies(environment: Environment) -> Callable[[str], Dependencies]:
    """Return a function that tells what a template, by its name, depends on.

    A template that chooses another while it is rendered depends on all there are.
    """
    read = cache(partial(_read, environment))

    @cache
    def of(name: str) -> Dependencies:
        digest = hashlib.sha256()
        parts = _closure(name, read, environment)
        for part in sorted(parts):
            digest.update(f"\0{part}\0{parts[part].source}".encode())
        mentioned = Counter(one for part in parts.values() for one in part.mentioned)
        printed = {one for part in parts.values() for one in part.printed}
        return Dependencies(
            digest.digest(),
            frozenset(mentioned),
            frozenset(one for one in printed if mentioned[one] == 1),
        )

    return of


def _read(environment: Environment, name: str) -> _Part:
    assert environment.loader is not None  # noqa: S101
    source = environment.loader.get_source(environment, name)[0]
    tree = environment.parse(source, name)
    return _Part(
        source,
        tuple(one.name for one in tree.find_all(nodes.Name)),
        tuple(_printed(tree)),
        tuple(meta.find_referenced_templates(tree)),
    )


def _closure(name: str, read: Callable[[str], _Part], environment: Environment) -> dict[str, _Part]:
    found: dict[str, _Part] = {}
    waiting = [name]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            part = found[name] = read(name)
        except TemplateNotFound:
            continue  # one of several to choose from, or a fault that rendering will tell
        for other in part.others:
            waiting += [other] if other is not None else environment.list_templates()
    return found


def _printed(tree: nodes.Template) -> Iterator[str]:
    for output in tree.find_all(nodes.Output):
        for part in output.nodes:
            if (
                isinstance(part, nodes.Filter)
                and part.name == "safe"
                and isinstance(part.node, nodes.Name)
            ):
                yield part.node.name
