"""What the page of a unit tells beside what every term's page does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import islice
from typing import Any

from plugins.model import Unit
from plugins.portal.contexts import CitedDocument, Honour, Link, Term
from plugins.portal.feeds import Closing
from plugins.portal.roll import history
from plugins.portal.site import Site

# A page shows so many of a unit's newest honours and documents; roll and register have them all.
SHOWN = 12
SHOWN_INHERITED = 6
SHOWN_DOCUMENTS = 20


class UnitPages:
    """The names that only ``term-unit.html`` is given; made once for all units of a site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._terms = site.terms.get("unit", {})

    def context(self, term: Term, honours: tuple[Honour, ...]) -> dict[str, Any]:
        """Return the names for a unit's page; ``honours`` are its own, newest first."""
        issued = self._site.documents_by_issuer.get(term.slug, ())
        return {
            "honours": honours[:SHOWN],
            "honours_total": len(honours),
            "history": history(honours),
            "inherited": self._site.roll.inherited(term.slug, SHOWN_INHERITED),
            "issued": issued[:SHOWN_DOCUMENTS],
            "given": tuple(islice(self._given(issued), SHOWN)),
            "below": tuple(self._below(term.slug)),
        }

    def crumbs(self, term: Term) -> tuple[Link, ...]:
        """Return the path of parents, from the top, as links to their pages."""
        above = reversed(self._site.registry.ancestors(term.slug))
        terms = (self._terms[up.slug] for up in above if up.slug in self._terms)
        return tuple(Link(up.name, up.path) for up in terms)

    def closing(self, term: Term) -> Closing | None:
        """Return the last entry of the feed of a unit that has ended: who follows, and where."""
        unit = term.facts
        if not isinstance(unit, Unit) or unit.until is None:
            return None
        heirs = [self._terms[slug] for slug in unit.successors if slug in self._terms]
        return Closing(
            id=f"don-vi-ket-thuc:{term.slug}",
            name=term.name,
            path=term.path,
            day=unit.until + timedelta(days=1),
            heirs=tuple(Link(heir.name, heir.feed) for heir in heirs),
        )

    def _given(self, issued: Iterable[CitedDocument]) -> Iterator[Honour]:
        """Give the awards that the unit conferred itself, by its decisions, newest first."""
        for document in issued:
            for honour in self._site.honours_by_document.get(document.slug, ()):
                if honour.award.status == "conferred":
                    yield honour

    def _below(self, slug: str) -> Iterable[Term]:
        """Give the units directly below that have news, honours or a description of their own."""
        for unit in self._site.registry.children(slug):
            term = self._terms.get(unit.slug)
            if term and (term.described or self._told(term.slug)):
                yield term

    def _told(self, slug: str) -> bool:
        name = ("unit", slug)
        return name in self._site.stories_by_term or name in self._site.honours_by_term
