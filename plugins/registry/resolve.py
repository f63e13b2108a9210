"""Recipients of awards, tied to registered units."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plugins.model import Award, Recipient
from plugins.registry.registry import Registry


def resolve_award(award: Award, registry: Registry, context: Iterable[str]) -> Award:
    """Return ``award`` with the unit of each recipient filled in where exactly one fits.

    ``context`` are the slugs of the units that the article is about.
    """
    context = tuple(context)

    def resolved(recipient: Recipient) -> Recipient:
        text = recipient.name if recipient.kind == "collective" else recipient.unit
        unit = registry.resolve(text, context) if text else None
        return replace(recipient, resolved=unit.slug) if unit else recipient

    return replace(award, recipients=tuple(map(resolved, award.recipients)))
