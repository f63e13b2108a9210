"""Turn planned outputs into bytes: the names and filters that every template has."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from plugins.datasets.table import as_text
from plugins.portal.addresses import THEME_FOLDER
from plugins.portal.escaping import Compiler
from plugins.portal.outputs import Copy, Made, Output, Page
from plugins.portal.roll import by_kind
from plugins.portal.settings import Settings
from plugins.portal.structured import script
from plugins.portal.wording import (
    award_name,
    day,
    daytime,
    declared,
    iso,
    listed,
    number,
    size,
    upper_first,
)


def prepare(environment: Environment, settings: Settings) -> None:
    """Give ``environment`` the portal's functions and filters; see ``contexts.Common``."""
    environment.undefined = StrictUndefined
    environment.code_generator_class = Compiler
    environment.auto_reload = False  # a build has the templates of one moment
    environment.filters |= {
        "href": lambda path: settings.prefix + path,
        "absolute": settings.absolute,
        "day": day,
        "day_of": _day_of,
        "daytime": daytime,
        "iso": iso,
        "number": number,
        "size": size,
        "award_name": award_name,
        "declared": declared,
        "listed": listed,
        "by_kind": by_kind,
        "upper_first": upper_first,
        "cell": as_text,
        "structured": partial(script, settings),
    }

    @cache
    def asset(name: str) -> str:
        content = Path(settings.theme, "static", name).read_bytes()
        version = hashlib.sha256(content).hexdigest()[:8]
        return f"{settings.prefix}{THEME_FOLDER}{name}?v={version}"

    environment.globals["asset"] = asset


def _day_of(moment: date) -> Markup:
    """Return a day as an element that machines can read, too; it has nothing to escape."""
    return Markup(f'<time datetime="{iso(moment)}">{day(moment)}</time>')  # noqa: S704


def renderer(environment: Environment, settings: Settings) -> Callable[[Output], bytes]:
    """Return a function that makes the bytes of an output."""
    chosen = chooser(environment)

    def render(output: Output) -> bytes:
        if isinstance(output, Page):
            template = chosen(output.template)
            text = template.render(site=settings.site, page=output.info, **output.context)
            return text.encode()
        if isinstance(output, Made):
            return output.make()
        assert isinstance(output, Copy)  # noqa: S101
        return output.source.read_bytes()

    return render


def chooser(environment: Environment) -> Callable[[str], Template]:
    """Return a function that gives a template by name, or what stands in for it."""

    @cache
    def chosen(name: str) -> Template:
        return environment.select_template(_candidates(name))

    return chosen


def _candidates(template: str) -> list[str]:
    """Return a template and what stands in for it: term-topic.html, then term.html."""
    general = template.partition("-")[0] + ".html"
    return [template, general] if "-" in template else [template]
