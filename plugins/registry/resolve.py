"""Recipients of awards, tied to registered units."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from plugins.model import Award, Recipient
from plugins.registry.registry import Registry


def resolve_award(
    award: Award, registry: Registry, context: Iterable[str], published: date
) -> Award:
    """Return ``award`` with the unit of each recipient filled in where exactly one fits.

    ``context`` are the slugs of the units that the article of ``published`` is about. A unit must
    have lived on the day of the decision, or of the article where that is not known.
    """
    context = tuple(context)
    on = award.date or published

    def resolved(recipient: Recipient) -> Recipient:
        text = recipient.name if recipient.kind == "collective" else recipient.unit
        unit = registry.resolve(text, context, on) if text else None
        return replace(recipient, resolved=unit.slug) if unit else recipient

    return replace(award, recipients=tuple(map(resolved, award.recipients)))
