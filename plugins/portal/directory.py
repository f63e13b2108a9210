"""From records to terms: units, campaigns, award titles and whatever else is configured."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from plugins.model import Campaign, OfficialCode, PlannedPrize, Target, Unit
from plugins.portal.contexts import Taxonomy, Term
from plugins.portal.gather import Gathered
from plugins.portal.names import Names, names_of, names_of_units
from plugins.portal.units import UnitTerms, heading
from plugins.registry import Registry, completed, link, load_gazetteer
from plugins.sources import Problems, Record
from plugins.vocabulary import load, sort_key

# The headings of a taxonomy's index, in their order.
CAMPAIGN_GROUPS = {
    "running": "Đang diễn ra",
    "upcoming": "Sắp diễn ra",
    "ended": "Đã kết thúc",
}
FAMILY_GROUPS = {
    "law": "Danh hiệu và hình thức khen thưởng theo Luật",
    "other": "Khen thưởng khác",
    "contest": "Giải hội thi, cuộc thi",
    "ranking": "Bảng xếp hạng",
}

Prose = Callable[[Record], str]


@dataclass(frozen=True, slots=True)
class Directory:
    """All terms by taxonomy key and slug, the names they go by, and the registry behind them.

    The terms of units are more than they seem: one of the gazetteer's is made when asked for.
    """

    terms: Mapping[str, Mapping[str, Term]]
    names: Mapping[str, Names]
    registry: Registry


def build_directory(
    gathered: Gathered,
    taxonomies: Sequence[Taxonomy],
    prose: Prose,
    today: date,
    problems: Problems,
) -> Directory:
    """Type all terms and resolve how they hang together; ``prose`` renders a record's body."""
    registry = _registry(gathered.terms.get("unit", []), problems)
    unit_names = names_of_units(registry)
    campaigns, campaign_names = _campaigns(gathered.terms.get("campaign", []), unit_names, problems)
    registry = registry.with_campaigns(campaigns)
    _check_circles(gathered.terms, registry, problems)
    known = {"unit": unit_names, "campaign": campaign_names}
    terms, names = {}, {}
    for taxonomy in taxonomies:
        records = gathered.terms[taxonomy.key]
        if taxonomy.key == "award":
            built = _award_terms(taxonomy, records, prose, problems)
        else:
            facts = {"unit": registry.units, "campaign": registry.campaigns}.get(taxonomy.key, {})
            built = [_term(taxonomy, record, facts, prose, today) for record in records]
        built.sort(key=lambda term: sort_key(term.name))
        terms[taxonomy.key] = (
            UnitTerms(taxonomy, built, registry)
            if taxonomy.key == "unit"
            else {term.slug: term for term in built}
        )
        names[taxonomy.key] = known.get(taxonomy.key) or names_of(
            taxonomy.noun, [(one.slug, one.names) for one in built]
        )
    return Directory(terms, names, registry)


def group_order(taxonomy: Taxonomy) -> list[str]:
    """Return the headings of a taxonomy's index in their order; empty for the alphabet's."""
    if taxonomy.key == "unit":
        return [kind.plural for kind in load().unit_kinds]
    if taxonomy.key == "campaign":
        return list(CAMPAIGN_GROUPS.values())
    return list(FAMILY_GROUPS.values()) if taxonomy.key == "award" else []


def _registry(records: Sequence[Record], problems: Problems) -> Registry:
    """Read the units: names first, relations by name second, the gazetteer's facts third."""
    gazetteer = load_gazetteer()
    names = names_of_units(Registry(map(_unit, records), gazetteer=gazetteer))
    units = [_related(record, names, problems) for record in records]
    links = link(units, gazetteer)
    known = Registry(units, gazetteer=gazetteer, links=links.slugs)
    return Registry(
        [
            completed(unit, known.described(links.entries[unit.slug]))
            if unit.slug in links.entries
            else unit
            for unit in units
        ],
        gazetteer=gazetteer,
        links=links.slugs,
    )


def _unit(record: Record) -> Unit:
    values = record.values
    return Unit(
        slug=record.slug,
        name=values["name"] or record.slug,
        kind=values["kind"] or "",
        aliases=values["aliases"],
        since=values["since"],
        until=values["until"],
        website=values["website"],
        address=values["address"],
        phone=values["phone"],
        email=values["email"],
        codes=(OfficialCode(values["code"]),) if values["code"] else (),
        number=values["number"],
        year=values["year"],
    )


def _related(record: Record, names: Names, problems: Problems) -> Unit:
    values, path = record.values, record.path
    return replace(
        _unit(record),
        parent=names.find(values["parent"], path, problems, values["until"] or values["since"]),
        successors=names.find_all(values["successors"], path, problems, _day_after(values)),
        predecessors=names.find_all(values["predecessors"], path, problems),
        members=names.find_all(values["members"], path, problems),
        head=names.find(values["head"], path, problems),
    )


def _check_circles(
    records: Mapping[str, Sequence[Record]], registry: Registry, problems: Problems
) -> None:
    """Refuse what stands below itself: no page could tell where it belongs."""
    for key, what, above in (
        ("unit", "đơn vị", registry.above),
        ("campaign", "phong trào", registry.campaigns_above),
    ):
        for record in records.get(key, ()):
            if record.values["parent"] and record.slug in above(record.slug):
                message = (
                    f"“parent”: {what} này nằm dưới chính nó. Xem lại cấp trên của từng {what}."
                )
                problems.add(record.path, record.line("parent"), message)


def _day_after(values: Mapping[str, Any]) -> date | None:
    return values["until"] + timedelta(days=1) if values["until"] else None


def _campaigns(
    records: Sequence[Record], units: Names, problems: Problems
) -> tuple[list[Campaign], Names]:
    names = names_of(
        "phong trào",
        [(one.slug, (one.values["name"] or one.slug, *one.values["aliases"])) for one in records],
    )
    campaigns = []
    for record in records:
        values, path = record.values, record.path
        campaigns.append(
            Campaign(
                slug=record.slug,
                name=values["name"] or record.slug,
                unit=units.find(values["unit"], path, problems) or "",
                aliases=values["aliases"],
                plan=values["plan"],
                start=values["start"],
                end=values["end"],
                participants=values["participants"],
                targets=tuple(map(_target, filter(_is_whole, values["targets"]))),
                prizes=tuple(PlannedPrize(**prize) for prize in values["prizes"]),
                parent=names.find(values["parent"], path, problems),
            )
        )
        if values["start"] and values["end"] and values["end"] < values["start"]:
            message = "“end”: kết thúc trước khi bắt đầu. Xem lại hai ngày."
            problems.add(path, record.line("end"), message)
    return campaigns, names


def _is_whole(target: Mapping[str, Any]) -> bool:
    """Whether nothing is wrong with a target; what is wrong has been noted."""
    return all(target[key] is not None for key in ("comparator", "quantity", "object"))


def _target(values: Mapping[str, Any]) -> Target:
    comparator, wording = values["comparator"]
    return Target(comparator, wording, values["quantity"], values["object"], values["deadline"])


def _term(
    taxonomy: Taxonomy, record: Record, facts: Mapping[str, Any], prose: Prose, today: date
) -> Term:
    fact = facts.get(record.slug, record.values)
    group = ""
    if isinstance(fact, Unit):
        group = heading(fact)
    elif isinstance(fact, Campaign):
        group = CAMPAIGN_GROUPS[fact.state(today)]
    return Term(
        taxonomy=taxonomy,
        slug=record.slug,
        name=record.values["name"] or record.slug,
        summary=record.values["summary"] or "",
        html=prose(record),
        facts=fact,
        group=group,
    )


def _award_terms(
    taxonomy: Taxonomy, records: Sequence[Record], prose: Prose, problems: Problems
) -> list[Term]:
    """Every title of the vocabulary is a term; a file adds its prose."""
    by_slug = {record.slug: record for record in records}
    terms = []
    for title in load().award_titles:
        record = by_slug.pop(title.slug, None)
        terms.append(
            Term(
                taxonomy=taxonomy,
                slug=title.slug,
                name=title.name,
                summary=(record.values["summary"] if record else "") or "",
                html=prose(record) if record else "",
                facts=title,
                group=FAMILY_GROUPS[title.family],
                described=record is not None,
            )
        )
    for record in by_slug.values():
        slugs = ", ".join(title.slug for title in load().award_titles)
        problems.add(
            record.path, 1, f"không có danh hiệu nào mang địa chỉ “{record.slug}”. Có: {slugs}."
        )
    return terms
