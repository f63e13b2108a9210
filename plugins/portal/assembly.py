"""From the content folder to the whole site in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plugins.model import Picture
from plugins.portal.articles import ArticleReader
from plugins.portal.bodies import Bodies
from plugins.portal.contexts import Story, Term
from plugins.portal.directory import Directory, build_directory
from plugins.portal.gather import Gathered, gather
from plugins.portal.ledger import Ledger
from plugins.portal.markdown import BodyReader
from plugins.portal.pictures import read_pictures
from plugins.portal.settings import Settings
from plugins.portal.site import Site, StaticPage
from plugins.sources import Problems, Record


def assemble(settings: Settings, problems: Problems, ledger: Ledger) -> tuple[Site, Bodies]:
    """Read all of ``content/``; what is wrong is noted in ``problems``, each file in ``ledger``.

    The bodies are returned for the check of their links, which needs the output plan.
    """
    gathered = gather(settings.content, settings.taxonomies, problems)
    pictures = read_pictures(gathered, settings.content, problems)
    bodies = Bodies(BodyReader(pictures, settings.prefix), problems)
    directory = build_directory(
        gathered, settings.taxonomies, bodies.read, settings.today, problems
    )
    reader = ArticleReader(directory, pictures, bodies, settings.now, problems, ledger)
    stories = reader.read(gathered.articles)
    pages = tuple(_page(record, bodies) for record in gathered.pages)
    for record in (*gathered.pages, *(one for many in gathered.terms.values() for one in many)):
        ledger.add(record.path, "published")
    ledger.reject(problems)
    site = Site(
        settings=settings,
        registry=directory.registry,
        terms=_worth_a_page(directory, stories),
        stories=stories,
        pages=pages,
        pictures=_shown(gathered, pictures, stories, bodies, ledger),
        picture_files=gathered.picture_files,
    )
    return site, bodies


def _worth_a_page(
    directory: Directory, stories: tuple[Story, ...]
) -> Mapping[str, Mapping[str, Term]]:
    """Leave out award titles of the vocabulary that no file describes and no story tells of."""
    used = {term.slug for story in stories for term in story.terms.get("award", ())}
    return {
        key: {
            slug: term
            for slug, term in terms.items()
            if key != "award" or term.summary or slug in used
        }
        for key, terms in directory.terms.items()
    }


def _shown(
    gathered: Gathered,
    pictures: Mapping[str, Picture],
    stories: Sequence[Story],
    bodies: Bodies,
    ledger: Ledger,
) -> dict[str, Picture]:
    """Leave out pictures that only drafts and other unpublished files show."""
    leads = {story.article.picture.file for story in stories if story.article.picture}
    published = ledger.published()
    inside = {slug for record, slug in bodies.pictures if record.path in published}
    shown = {
        slug: picture
        for slug, picture in pictures.items()
        if slug in inside or picture.file in leads
    }
    for record in gathered.pictures:
        ledger.add(record.path, "published" if record.slug in shown else "unused")
    return shown


def _page(record: Record, bodies: Bodies) -> StaticPage:
    return StaticPage(
        slug=record.slug,
        title=record.values["title"] or record.slug,
        summary=record.values["summary"] or "",
        html=bodies.read(record),
        source_path=record.path,
    )
