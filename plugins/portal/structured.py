"""schema.org for pages: what a page is about, as data that search engines read (JSON-LD)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from plugins.datasets.schemas import LICENCE, media_type
from plugins.model import Article, Campaign, Document, Picture, Unit
from plugins.portal.addresses import DATA, PICTURES
from plugins.portal.contexts import Honour, Link, PageInfo, Story, Term
from plugins.portal.downloads import Downloads
from plugins.portal.settings import Settings
from plugins.portal.site import Site
from plugins.portal.wording import award_name, document_name
from plugins.takedown import NAME

Node = dict[str, Any]
Related = Mapping[str, tuple[Term, ...]]

# Kinds of unit that are no part of the government; all others are.
_TYPES = {
    "trường học": "EducationalOrganization",
    "đoàn thể": "Organization",
    "cụm thi đua": "Organization",
}
_GOVERNMENT = "GovernmentOrganization"
# A page says in full what its readers need; what it says to machines is bounded.
MOST = 100
# JSON knows these escapes, and with them no text can end the element or begin another.
_ESCAPES = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_encode = json.JSONEncoder(ensure_ascii=False).encode


def script(settings: Settings, page: PageInfo) -> str:
    """Return the content of a page's data block, safe within HTML; "" where there is nothing."""
    graph = [*_breadcrumbs(settings, page), *([page.node.make()] if page.node else [])]
    if not graph or not page.listed:
        return ""
    text = _encode({"@context": "https://schema.org", "@graph": graph})
    for sign, escape in _ESCAPES.items():  # far faster than str.translate
        text = text.replace(sign, escape)
    return text


def _breadcrumbs(settings: Settings, page: PageInfo) -> Iterator[Node]:
    if page.path == "/":
        return
    way = (Link("Trang chủ", "/"), *page.crumbs, Link(page.title, page.path))
    yield {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": link.label,
                "item": settings.absolute(link.path),
            }
            for position, link in enumerate(_once(way), start=1)
        ],
    }


def _once(way: Sequence[Link]) -> tuple[Link, ...]:
    return tuple({link.path: link for link in way}.values())


def site_node(settings: Settings) -> Node:
    """Return the site itself, for the home page."""
    return {
        "@type": "WebSite",
        "@id": settings.absolute("/"),
        "url": settings.absolute("/"),
        "name": settings.site.name,
        "description": settings.site.tagline,
        "inLanguage": "vi",
        "publisher": _owner(settings),
    }


def article_node(site: Site, story: Story) -> Node:
    """Return an article."""
    settings, article = site.settings, story.article
    address = settings.absolute(article.path)
    cited = site.documents_by_story.get(article.id, ())
    return _present(
        {
            "@type": "NewsArticle",
            "@id": address,
            "url": address,
            "mainEntityOfPage": address,
            "headline": article.title,
            "description": article.summary,
            "articleSection": article.kind,
            "inLanguage": "vi",
            "datePublished": article.date.isoformat(),
            "dateModified": (article.modified or article.date).isoformat(),
            "author": _author(settings, article),
            "publisher": _owner(settings),
            "image": _image(settings, article.picture) if article.picture else None,
            "about": [_short(settings, term) for term in _subjects(story)],
            "isPartOf": {"@type": "WebSite", "@id": settings.absolute("/")},
            "isBasedOn": article.source.url if article.source else None,
            "citation": [_citation(one.document) for one in cited[:MOST]],
            "mentions": list(_honoured(story))[:MOST],
            "correction": [
                {
                    "@type": "CorrectionComment",
                    "text": correction.text,
                    "datePublished": correction.date.isoformat(),
                }
                for correction in article.corrections
            ],
            "isAccessibleForFree": True,
            "license": LICENCE["path"],
        }
    )


def term_node(site: Site, term: Term, related: Related) -> Node:
    """Return a unit, a campaign, or the page of any other term."""
    if isinstance(term.facts, Unit):
        return unit_node(site, term, related)
    if isinstance(term.facts, Campaign):
        return campaign_node(site, term, related)
    address = site.settings.absolute(term.path)
    node = {"@type": "CollectionPage", "@id": address, "url": address, "name": term.name}
    return _present({**node, "description": term.summary, "inLanguage": "vi"})


def unit_node(site: Site, term: Term, related: Related) -> Node:
    """Return a unit with the honours that it won itself; those of its people are theirs."""
    settings, unit = site.settings, term.facts
    address = settings.absolute(term.path)
    honours = site.honours_by_term.get(("unit", unit.slug), ())
    own = [one for one in honours if _won_by(one, unit.slug)]
    return _present(
        {
            "@type": _TYPES.get(unit.kind, _GOVERNMENT),
            "@id": address,
            "name": unit.name,
            "alternateName": list(unit.aliases),
            "description": term.summary,
            "url": unit.website or address,
            "mainEntityOfPage": address,
            "address": unit.address,
            "telephone": unit.phone,
            "email": unit.email,
            "foundingDate": unit.since.isoformat() if unit.since else None,
            "dissolutionDate": unit.until.isoformat() if unit.until else None,
            "parentOrganization": _first(settings, related["parent"]),
            "subOrganization": [_short(settings, one) for one in related["children"][:MOST]],
            "member": [_short(settings, one) for one in related["members"][:MOST]],
            "award": [_award_text(honour) for honour in own[:MOST]],
        }
    )


def campaign_node(site: Site, term: Term, related: Related) -> Node:
    """Return a campaign as an event: it has a beginning, an end and who holds it."""
    settings, campaign = site.settings, term.facts
    address = settings.absolute(term.path)
    place = related["unit"][0] if related["unit"] else None
    return _present(
        {
            "@type": "Event",
            "@id": address,
            "name": campaign.name,
            "alternateName": list(campaign.aliases),
            "description": term.summary,
            "url": address,
            "startDate": campaign.start.isoformat() if campaign.start else None,
            "endDate": campaign.end.isoformat() if campaign.end else None,
            "organizer": _first(settings, related["unit"]),
            "location": {"@type": "Place", "name": place.name, "address": place.name}
            if place
            else None,
            "superEvent": _first(settings, related["parent"]),
            "subEvent": [_short(settings, one) for one in related["children"][:MOST]],
            "inLanguage": "vi",
        }
    )


def dataset_node(site: Site, downloads: Downloads) -> Node:
    """Return the open data, with each of its files."""
    settings, dataset = site.settings, downloads.dataset
    return {
        "@type": "Dataset",
        "@id": dataset.home,
        "name": dataset.title,
        "alternateName": dataset.title_en,
        "description": dataset.about,
        "url": dataset.home,
        "version": dataset.version,
        "license": LICENCE["path"],
        "creator": _owner(settings),
        "publisher": _owner(settings),
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "keywords": ["cải cách hành chính", "thi đua", "khen thưởng", "dữ liệu mở"],
        "spatialCoverage": "Việt Nam",
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.name,
                "contentUrl": settings.absolute(f"{DATA}{file.name}"),
                "encodingFormat": media_type(file),
                "contentSize": f"{file.size} B",
                "sha256": file.sha256,
            }
            for file in downloads.files
        ],
    }


def _present(node: Node) -> Node:
    """Leave out what is not known: an empty value is a statement too."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _owner(settings: Settings) -> Node:
    return {
        "@type": "Organization",
        "name": settings.site.owner,
        "url": settings.absolute("/"),
    }


def _author(settings: Settings, article: Article) -> Node:
    if article.author and NAME not in article.author:
        person: Node = {"@type": "Person", "name": article.author}
        if article.author_unit:
            person["affiliation"] = {"@type": "Organization", "name": article.author_unit}
        return person
    if article.author_unit:
        return {"@type": "Organization", "name": article.author_unit}
    return _owner(settings)


def _image(settings: Settings, picture: Picture) -> Node:
    return {
        "@type": "ImageObject",
        "url": settings.absolute(f"{PICTURES}{picture.file}"),
        "width": picture.width,
        "height": picture.height,
        "caption": picture.caption,
        "creditText": picture.credit,
    }


def _subjects(story: Story) -> Iterator[Term]:
    """Give the units and campaigns of a story."""
    for key in ("unit", "campaign"):
        yield from story.terms.get(key, ())


def _short(settings: Settings, term: Term) -> Node:
    """Name a unit or campaign whose own page says more."""
    if isinstance(term.facts, Unit):
        kind = _TYPES.get(term.facts.kind, _GOVERNMENT)
    else:
        kind = "Event" if isinstance(term.facts, Campaign) else "Thing"
    return {"@type": kind, "@id": settings.absolute(term.path), "name": term.name}


def _first(settings: Settings, terms: Sequence[Term]) -> Node | None:
    return _short(settings, terms[0]) if terms else None


def _citation(document: Document) -> Node:
    issuer = {"@type": "Organization", "name": document.issuer} if document.issuer else None
    return _present(
        {
            "@type": "CreativeWork",
            "name": document_name(document),
            "identifier": document.number,
            "datePublished": document.date.isoformat() if document.date else None,
            "publisher": issuer,
        }
    )


def _honoured(story: Story) -> Iterator[Node]:
    """Give who was honoured: of a person nothing but name and award."""
    for award in story.awards:
        if award.status != "conferred" or award.title.family == "ranking":
            continue
        for one in award.recipients:
            if one.name == NAME:
                continue
            kind = "Person" if one.kind == "individual" else "Organization"
            yield {"@type": kind, "name": one.name, "award": award_name(award)}


def _won_by(honour: Honour, slug: str) -> bool:
    return any(one.resolved == slug and one.kind == "collective" for one in honour.award.recipients)


def _award_text(honour: Honour) -> str:
    parts = (award_name(honour.award), honour.award.issuer, str(honour.year))
    return ", ".join(part for part in parts if part)
