"""The register of documents: its index, a listing for each year, a page for each document."""

from __future__ import annotations

from collections import defaultdict
from functools import partial

from plugins.portal.addresses import DOCUMENTS
from plugins.portal.contexts import (
    CitedDocument,
    DocumentYear,
    Findable,
    Link,
    PageInfo,
    PageLink,
    Term,
)
from plugins.portal.outputs import Page, Plan
from plugins.portal.paging import paginate
from plugins.portal.site import Site
from plugins.portal.wording import document_name, upper_first

INDEX = Link("Văn bản", DOCUMENTS)
UNDATED = Link("Không rõ ngày", f"{DOCUMENTS}khong-ro-ngay/")
NEWEST = 20  # documents on the index
LISTED = 100  # documents on a page of a year


def plan_documents(site: Site, plan: Plan) -> None:
    """Plan all pages of the register."""
    by_year: defaultdict[int, list[CitedDocument]] = defaultdict(list)
    for entry in site.documents:
        by_year[entry.document.date.year if entry.document.date else 0].append(entry)
    years = tuple(
        DocumentYear(Link(f"Năm {year}", f"{DOCUMENTS}{year}/") if year else UNDATED, len(all_))
        for year, all_ in by_year.items()
    )
    _plan_index(site, plan, years)
    for place, entries in enumerate(by_year.values()):
        year = years[place].link
        _plan_year(plan, year, _near(years, place), entries)
    for entry in site.documents:
        plan.later(entry.path, partial(_document_page, site, entry), "trang của một văn bản")


def _plan_index(site: Site, plan: Plan, years: tuple[DocumentYear, ...]) -> None:
    info = PageInfo(
        title=INDEX.label,
        description="Quyết định, kế hoạch, chỉ thị, công văn được nêu trong tin, bài.",
        path=DOCUMENTS,
        section=DOCUMENTS,
    )
    context = {
        "heading": "Văn bản",
        "years": years,
        "near": (),
        "documents": site.documents[:NEWEST],
        "total": len(site.documents),
        "pagination": None,
    }
    plan.page(info, "documents.html", context, "danh mục văn bản")


def _near(years: tuple[DocumentYear, ...], place: int) -> tuple[PageLink, ...]:
    """Return a year between those next to it: the others are on the index."""
    return tuple(
        PageLink(one.link.label, one.link.path, one is years[place])
        for one in years[max(place - 1, 0) : place + 2]
    )


def _plan_year(
    plan: Plan, year: Link, near: tuple[PageLink, ...], entries: list[CitedDocument]
) -> None:
    dated = year.path != UNDATED.path
    heading = f"Văn bản {year.label.lower()}" if dated else "Văn bản không rõ ngày ban hành"
    for page in paginate(entries, year.path, LISTED, lambda one: one.document.date):
        info = PageInfo(
            title=f"{heading} – trang {page.number}" if page.number else heading,
            description=f"{heading} được nêu trong tin, bài.",
            path=page.path,
            section=DOCUMENTS,
            crumbs=page.crumbs(INDEX, listing=year),
        )
        context = {
            "heading": heading,
            "years": (),
            "near": () if page.number else near,
            "documents": tuple(page.items),
            "total": 0 if page.number else len(entries),
            "pagination": page.pagination,
        }
        plan.page(info, "documents.html", context, f"danh mục {heading.lower()}")


def _document_page(site: Site, entry: CitedDocument) -> Page:
    document = entry.document
    title = document_name(document)
    about = document.subject or "Văn bản được nêu trong tin, bài"
    crumb = _year_crumb(entry)
    issuer = _term(site, "unit", document.issued_by)
    info = PageInfo(
        title=title,
        description=f"{title}. {upper_first(about)}.",
        path=entry.path,
        section=DOCUMENTS,
        crumbs=(INDEX, crumb),
        findable=Findable("Văn bản", date=document.date, units=(issuer.name,) if issuer else ()),
    )
    context = {
        "entry": entry,
        "issuer": issuer,
        "campaigns": tuple(
            term for slug in entry.campaigns if (term := _term(site, "campaign", slug))
        ),
        "honours": site.honours_by_document.get(entry.slug, ()),
    }
    return Page(info, "document.html", context)


def _year_crumb(entry: CitedDocument) -> Link:
    if entry.document.date is None:
        return UNDATED
    year = entry.document.date.year
    return Link(f"Năm {year}", f"{DOCUMENTS}{year}/")


def _term(site: Site, key: str, slug: str | None) -> Term | None:
    return site.terms.get(key, {}).get(slug) if slug else None
