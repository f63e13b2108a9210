"""Terms of units, for those too that no file describes, and which of them get a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.model import Unit
from plugins.portal.contexts import Story, Taxonomy, Term
from plugins.portal.wording import upper_first
from plugins.registry import Registry
from plugins.vocabulary import load, sort_key

_MANY = 6  # successors that a sentence can name


class UnitTerms(dict[str, Term]):
    """The terms of units by slug; one of the gazetteer's is made when it is asked for."""

    def __init__(self, taxonomy: Taxonomy, terms: Iterable[Term], registry: Registry) -> None:
        super().__init__((term.slug, term) for term in terms)
        self._taxonomy = taxonomy
        self._registry = registry

    def __missing__(self, slug: str) -> Term:
        unit = self._registry.unit(slug)
        if unit is None:
            raise KeyError(slug)
        term = self[slug] = Term(
            taxonomy=self._taxonomy,
            slug=slug,
            name=unit.name,
            summary=described(unit, self._registry),
            html="",
            facts=unit,
            group=heading(unit),
            described=False,
        )
        return term


def heading(unit: Unit) -> str:
    """Return the heading that a unit stands under in the index."""
    kind = load().unit_kind(unit.kind)
    return kind.plural if kind else ""


def described(unit: Unit, registry: Registry) -> str:
    """Say in a sentence what a unit is that no file describes."""
    kind = upper_first(unit.kind)
    path = registry.ancestors(unit.slug)
    places = _inside(registry.full_name(path[0].slug)) if path else ""
    # "Thành phố thuộc tỉnh" already says what comes next.
    sentence = f"{kind.removesuffix(' thuộc tỉnh')} thuộc {places}" if places else unit.name
    if unit.since:
        sentence += f", hoạt động từ ngày {unit.since:%d/%m/%Y}"
    if unit.until:
        sentence += f", hoạt động đến hết ngày {unit.until:%d/%m/%Y}"
    heirs = [up.name for one in unit.successors if (up := registry.unit(one))]
    if unit.until and heirs:
        sentence += f"; địa bàn nay thuộc {_joined(heirs)}"
    return f"{sentence}."


def _joined(names: list[str]) -> str:
    names = [_inside(name) for name in names]
    if len(names) > _MANY:
        return f"{len(names)} xã, phường mới"
    return " và ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _inside(name: str) -> str:
    """Write a unit's name as it stands inside a sentence."""
    return name[:1].lower() + name[1:]


def with_pages(
    terms: Mapping[str, Term], stories: Iterable[Story], registry: Registry
) -> dict[str, Term]:
    """Return the terms of all units that get a page, in Vietnamese order.

    These are the units with a file, those that a story is about, that an award went to or that
    issued a document, and, so that a reader finds the way, the units above and after them.
    """
    named = dict.fromkeys(registry.units)
    for story in stories:
        named |= dict.fromkeys(term.slug for term in story.terms.get("unit", ()))
        named |= {one.issued_by: None for one in story.documents if one.issued_by}
        for award in story.awards:
            named |= {one.resolved: None for one in award.recipients if one.resolved}
    for campaign in registry.campaigns.values():
        named |= {campaign.unit: None} if campaign.unit else {}
    heirs = {heir for slug in named if (unit := registry.unit(slug)) for heir in unit.successors}
    slugs = {*named, *heirs}
    slugs |= {up.slug for slug in slugs if registry.unit(slug) for up in registry.ancestors(slug)}
    found = (terms[slug] for slug in slugs if registry.unit(slug))
    return {
        term.slug: term for term in sorted(found, key=lambda one: (sort_key(one.name), one.slug))
    }
