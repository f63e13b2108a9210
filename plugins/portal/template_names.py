"""What templates are given: the contract between the portal and its theme.

Every template gets :class:`Common`; each template's own names are in :data:`TEMPLATES`. Their
values are those of :mod:`plugins.portal.contexts` where no other module is named. A test renders a
site and holds what is really passed against this module.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.portal.contexts import PageInfo, SiteInfo


@dataclass(frozen=True, slots=True)
class Common:
    """The names in every template, beside Jinja's own.

    Functions: ``asset(name)`` gives the address of a file in ``theme/static``, with its content's
    hash; ``once(macro, …)`` what an imported macro writes of these texts, which is written once for
    all pages. Filters: ``in_menus`` is a path if an entry of the menus or the search has it, else
    "", ``href`` turns a path into a link (adds the prefix), ``absolute`` into a full URL, ``day``
    formats a date as 22/12/2022, ``day_of`` makes a ``time`` element of it,
    ``daytime`` adds the time, ``iso`` is for ``datetime`` attributes, ``number`` writes 1329 as
    1.329, ``size`` writes 66760 bytes as 67 kB, ``upper_first`` begins a text with a capital,
    ``award_name`` names an award, ``declared`` what an article declares ("16 tập thể, 21 cá nhân"),
    ``listed`` likewise whom it lists, ``by_kind`` sorts numbered recipients under the names of
    their kinds, ``cell`` a value of the open data as one text, ``structured`` gives a page's data
    block for search engines (JSON-LD, safe within HTML).
    """

    site: SiteInfo
    page: PageInfo


# Template → its own names, each with what it holds.
TEMPLATES: dict[str, dict[str, str]] = {
    "home.html": {
        "latest": "tuple[Story]: the newest stories, newest first",
        "campaigns": "tuple[RunningCampaign] (campaigns.py): those that run on the day of the "
        "build, the first to end first; at most a few",
        "more_campaigns": "int: how many further campaigns are running",
        "honours": "tuple[Honour]: the newest conferred awards",
        "totals": "dict: articles, units, awards, recipients (numbers)",
    },
    "article.html": {
        "story": "Story: the article",
        "body": "StoryText (texts.py): its text with the evidence of awards marked; prints as HTML",
        "honours": "tuple[Honour]: its awards, in the order of the text",
        "documents": "tuple[CitedDocument]: what it cites, as entries of the register",
        "taxonomies": "tuple[Taxonomy]: in the order of the settings; terms are in story.terms",
        "related": "tuple[Story]: the stories next to it in its campaign, then in its unit, newest "
        "first",
        "strips": "tuple[Strip] (steps.py): the steps of each of its campaigns",
    },
    "listing.html": {
        "heading": "str: the heading of the page",
        "intro": "str: a sentence below it, on the first page only",
        "stories": "tuple[Story]: newest first",
        "pagination": "Pagination",
        "archive": "tuple[ArchiveYear]: all years with news on the first page of all, the year "
        "itself on its own; else empty",
        "elsewhere": "tuple[Link]: where the rest of the archive is",
    },
    "terms.html": {
        "taxonomy": "Taxonomy",
        "groups": "tuple[TermGroup]: in Vietnamese order",
    },
    "term.html": {
        "taxonomy": "Taxonomy",
        "term": "Term; term-<key>.html overrides this template for one taxonomy",
        "stories": "tuple[Story]: newest first",
        "pagination": "Pagination",
        "honours": "tuple[Honour]: awards that belong to the term, newest first (first page only)",
        "related": "dict[str, tuple[Term]]: other terms by role: parent, children, successors, "
        "predecessors, members, head, clusters, unit, campaigns (missing roles are empty; first "
        "page only)",
        "roll_path": "str: the address of the term's list on the honour roll, empty without one "
        "(first page only)",
    },
    # Beside the names of term.html.
    "term-campaign.html": {
        "campaign": "CampaignView (campaigns.py): state, timeline, targets, prizes; None but on "
        "the first page",
    },
    # On the first page only; else zero and empty.
    "term-unit.html": {
        "honours_total": "int: how many honours the unit has; honours are the newest of them",
        "history": "tuple[HonourYear]: the unit's honours by year",
        "inherited": "tuple[HonourGroup]: honours of the units that it follows, which keep them",
        "given": "tuple[Honour]: the newest awards that it conferred by its own decisions",
        "issued": "tuple[CitedDocument]: the newest documents that it issued, as news cites them",
        "below": "tuple[Term]: units directly below it that have news or a description",
    },
    "bang_vang.html": {
        "totals": "dict: awards, recipients, units, rankings (numbers)",
        "groups": "tuple[FacetGroup]: the ways into the roll",
        "honours": "tuple[Honour]: the newest",
        "choices": "dict[str, tuple[Facet]]: what the filter offers: years, families, titles, "
        "campaigns, kinds",
        "data": "str: the path of the data that the filter loads",
    },
    "facets.html": {
        "heading": "str",
        "intro": "str: a sentence below it",
        "groups": "tuple[FacetGroup]: headings may be empty; facets may have parts",
    },
    "honours.html": {
        "heading": "str",
        "kicker": "str: what kind of list it is",
        "intro": "str: a sentence below the heading, may be empty",
        "totals": "dict: awards, recipients shown (numbers, of all pages; first page only)",
        "about": "tuple[Link]: pages about the same thing elsewhere",
        "honours": "tuple[Honour]: newest first",
        "pagination": "Pagination",
    },
    "honours_unit.html": {
        "heading": "str",
        "kicker": "str",
        "intro": "str",
        "totals": "dict",
        "about": "tuple[Link]",
        "honours": "tuple[Honour]: of the unit and of all units below it, newest first",
        "pagination": "Pagination",
        "years": "tuple[HonourYear]: of the unit and of all below it (first page only)",
        "parts": "tuple[Facet]: the units directly below it that have honours (first page only)",
        "inherited": "tuple[HonourGroup]: honours of its predecessors, which are not its own "
        "(first page only)",
        "successors": "tuple[Link]: the roll's pages of the units that follow it (first page only)",
    },
    "yearbook.html": {
        "heading": "str",
        "year": "int",
        "totals": "dict: awards, collectives, individuals, households, rankings (numbers)",
        "months": "tuple[Facet]: the pages of a year too large for one; else empty",
        "parts": "tuple[YearbookPart]: by title; empty where there are months",
        "years": "tuple[PageLink]: the year and those with honours next to it, newest first; "
        "empty on the page of a month",
    },
    "documents.html": {
        "heading": "str",
        "years": "tuple[DocumentYear]: all years with documents, newest first, undated ones last; "
        "on the index only",
        "near": "tuple[PageLink]: the year and those next to it; on a year's first page only",
        "documents": "tuple[CitedDocument]: newest first",
        "total": "int: how many there are, on all pages of the listing (first page only)",
        "pagination": "Pagination of a year's listing; none on the index",
    },
    "document.html": {
        "entry": "CitedDocument",
        "issuer": "Term of the unit that issued it, or none",
        "campaigns": "tuple[Term]: the campaigns whose plan it is",
        "honours": "tuple[Honour]: the awards that it decides, of any status",
    },
    "data.html": {
        "downloads": "Downloads: the files of the open data; .dataset holds the tables",
        "queries": "tuple[tuple[str, str]]: questions, each with its SQL",
    },
    "feeds.html": {"groups": "tuple[FeedGroup]"},
    "search.html": {"bundle": "str: the folder of the search index"},
    "page.html": {"heading": "str", "html": "str: the page's text"},
    "moved.html": {"target": "str: the path that the page has moved to"},
    "gone.html": {},
    "404.html": {},
}
