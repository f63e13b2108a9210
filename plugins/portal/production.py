"""What of the plan must be made: all whose fingerprint is not that of the file that is there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment

from plugins.incremental.code import files_digest
from plugins.incremental.fingerprint import Fingerprints
from plugins.incremental.pool import share
from plugins.incremental.prints import Left, Prints
from plugins.incremental.shelf import Shelf
from plugins.incremental.store import outside_if_old
from plugins.incremental.templates import Dependencies, dependencies
from plugins.model import Award, AwardTitle
from plugins.portal.contexts import CitedDocument, Honour, Story, Taxonomy, Term
from plugins.portal.course import Course
from plugins.portal.downloads import Downloads
from plugins.portal.outputs import Copy, Made, Output, Page, Plan
from plugins.portal.publishing import Placed, Staging
from plugins.portal.rendering import chosen, renderer
from plugins.portal.search import BUNDLE, findable, make_index
from plugins.portal.settings import Settings
from plugins.portal.site import Ground

# Fewer outputs are made sooner than a second process is started.
_FEW = 16
# What many outputs show: each is looked at once, and remembered.
_SHARED = (Award, AwardTitle, CitedDocument, Downloads, Ground, Honour, Story, Taxonomy, Term)


@dataclass(frozen=True, slots=True)
class Produced:
    """``prints`` are of all outputs, by path; ``placed`` are those that were made.

    ``shown`` are the paths of articles with those of outputs that show their text as it is; with
    ``None`` where more than that depends on it.
    """

    prints: Mapping[str, bytes]
    placed: Mapping[str, Placed]
    shown: Sequence[tuple[str, str | None]] = ()

    def left(self) -> dict[str, Left]:
        """Return each file that was made as it is left."""
        return {
            path: Left(self.prints[path], one.digest, one.state)
            for path, one in self.placed.items()
        }


def produce(
    plan: Plan,
    environment: Environment,
    settings: Settings,
    prints: Prints,
    staging: Staging,
    *,
    shelf: Shelf,
    course: Course,
) -> Produced:
    """Put what is not there yet into ``staging``, from the shelf or made anew, on all processors.

    Raises:
        TemplateError: a template is wrong.
        OSError: a file cannot be read or written.
    """
    depends = cache(partial(_depends, environment, dependencies(environment)))
    of = _fingerprints(depends, settings)
    with course.step("compare"):
        found: dict[str, bytes] = {}
        shown: list[tuple[str, str | None]] = []
        for path, output in plan:
            found[path] = of(output)
            shown += _shown(path, output, depends)
        held = prints.held(found)
        wanted = [path for path in found if path not in held]
    tasks = _tasks(plan, wanted)
    numbers = {path: number for number, path in enumerate(wanted)}

    def make() -> Callable[[list[str]], list[tuple[str, Placed]]]:
        render = renderer(environment, settings)

        def place(path: str) -> Placed:
            left, number = prints.left(path), numbers[path]
            if left and found[path] and left.print == found[path]:
                taken = staging.take(number, path, shelf, left)
                if taken:
                    return taken
            return staging.put(number, path, render(plan[path]))

        return lambda paths: [(path, place(path)) for path in paths]

    placed: dict[str, Placed] = {}
    with course.step("make", "Dựng trang", len(tasks)) as advance:
        for _, made in share(make, tasks, _FEW):
            placed.update(made)
            advance()
    return Produced(found, placed, shown)


def add_index(
    made: Produced, plan: Plan, prints: Prints, staging: Staging, *, keep: bool
) -> Produced:
    """Add the files of the search index, made anew only where a page that it finds has changed.

    With ``keep`` an index that is there is left as it is; the next build will make it anew.

    Raises:
        Refusal: the index cannot be made.
    """
    pages = findable(plan)
    known = Fingerprints().of([(path, made.prints[path]) for path in pages])
    folder = BUNDLE.lstrip("/")
    there = prints.below(folder)
    index = dict.fromkeys(there, known)
    if there and (keep or prints.held(index) == index.keys()):
        return replace(made, prints={**made.prints, **index})
    number = len(made.placed)
    found = (
        (path, info, staging.read(path, made.placed.get(path))) for path, info in pages.items()
    )
    placed = {
        path: staging.put(number + place, path, data)
        for place, (path, data) in enumerate(make_index(found))
    }
    return replace(
        made,
        prints={**made.prints, **dict.fromkeys(placed, known)},
        placed={**made.placed, **placed},
    )


def _tasks(plan: Plan, wanted: list[str]) -> list[list[str]]:
    """Put outputs of one group together, groups first: they take longest."""
    groups: dict[str, list[str]] = {}
    single = []
    for path in wanted:
        if group := plan.group(path):
            groups.setdefault(group, []).append(path)
        else:
            single.append([path])
    return [*groups.values(), *single]


def _depends(
    environment: Environment, of: Callable[[str], Dependencies], template: str
) -> Dependencies:
    return of(chosen(environment, template))


def _shown(
    path: str, output: Output, depends: Callable[[str], Dependencies]
) -> Iterator[tuple[str, str | None]]:
    if isinstance(output, Page) and output.text:
        yield output.text, path if "body" in depends(output.template).once else None
    elif isinstance(output, Made):
        yield from ((text, path) for text in output.texts)


def _fingerprints(
    depends: Callable[[str], Dependencies], settings: Settings
) -> Callable[[Output], bytes]:
    """Return a function that gives an output's fingerprint, b"" for what must be made anyway."""
    fingerprints = Fingerprints(_SHARED)
    ground = fingerprints.of(
        settings.site,
        settings.prefix,
        settings.tag_authority,
        settings.taxonomies,
        # Pages refer to the theme's files by their content.
        files_digest(settings.theme / "static"),
    )

    def of(output: Output) -> bytes:
        if isinstance(output, Page):
            needs = depends(output.template)
            values: list[Any] = [ground, needs.digest, output.info]
            values += [
                (name, value) for name, value in output.context.items() if name in needs.names
            ]
            return fingerprints.of(*values)
        if isinstance(output, Copy):
            return _of_copy(output.source)
        return fingerprints.of(ground, output.basis)

    return of


def _of_copy(source: Path) -> bytes:
    seen = outside_if_old(source.stat())
    return hashlib.sha256(f"{source} {seen}".encode()).digest() if seen else b""
