"""The Pelican plugin: reads ``content/``, plans every output, renders and publishes them."""

from __future__ import annotations

from typing import Any

__all__ = ["register"]


def register() -> None:
    """Connect the portal to Pelican's signals."""
    # Who only uses a part of the portal need not load Pelican and all the rest.
    from pelican import signals  # noqa: PLC0415

    signals.get_generators.connect(_generator)
    signals.article_generator_init.connect(_remember_articles)
    signals.page_generator_init.connect(_remember_pages)


# Pelican holds receivers weakly: they must be module-level functions.
def _generator(_pelican: Any) -> type:
    from plugins.portal.generator import PortalGenerator  # noqa: PLC0415

    return PortalGenerator


def _remember_articles(generator: Any) -> None:
    generator.context["articles_generator"] = generator


def _remember_pages(generator: Any) -> None:
    generator.context["pages_generator"] = generator
