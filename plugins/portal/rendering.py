"""Turn planned outputs into bytes: the names and filters that every template has."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, TemplateNotFound
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Macro
from markupsafe import Markup

from plugins.datasets.table import as_text
from plugins.portal.addresses import THEME_FOLDER
from plugins.portal.compiling import Compiler, mark, written
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
    """Give ``environment`` the portal's functions and filters; see ``template_names.Common``."""
    environment.undefined = StrictUndefined
    environment.code_generator_class = Compiler
    environment.auto_reload = False  # a build has the templates of one moment
    site = settings.site
    entries = {site.search, *(link.path for link in (*site.menu, *site.footer_menu))}
    environment.filters |= {
        "href": settings.prefix.__add__,
        "in_menus": lambda path: path if path in entries else "",
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

    written_once: dict[tuple[Any, ...], str] = {}

    def once(macro: Macro, *arguments: str) -> str:
        key = (macro, *arguments)
        if key not in written_once:
            written_once[key] = macro(*arguments)
        return written_once[key]

    environment.globals |= {"asset": asset, "once": once, "site": site}


def _day_of(moment: date) -> Markup:
    """Return a day as an element that machines can read, too; it has nothing to escape."""
    return mark(f'<time datetime="{iso(moment)}">{day(moment)}</time>')


def renderer(environment: Environment, settings: Settings) -> Callable[[Output], bytes]:
    """Return a function that makes the bytes of an output."""
    load, plain = _loader(environment), environment.overlay()
    plain.code_generator_class = CodeGenerator
    load_plain = _loader(plain)

    def render(output: Output) -> bytes:
        if isinstance(output, Page):
            values = {"page": output.info, **output.context}
            try:
                return written(load(output.template), values).encode()
            except Exception:
                # Jinja's own code does what the compiler cannot, or says what is wrong.
                return load_plain(output.template).render(values).encode()
        if isinstance(output, Made):
            return output.make()
        assert isinstance(output, Copy)  # noqa: S101
        return output.source.read_bytes()

    return render


def _loader(environment: Environment) -> Callable[[str], Template]:
    return cache(lambda name: environment.get_template(chosen(environment, name)))


def chosen(environment: Environment, template: str) -> str:
    """Return a template's name, or that of what stands in for it: term.html for term-topic.html."""
    assert environment.loader is not None  # noqa: S101
    try:
        environment.loader.get_source(environment, template)
    except TemplateNotFound:
        return template.partition("-")[0] + ".html" if "-" in template else template
    return template
