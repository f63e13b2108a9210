"""From the content folder to the whole site in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from plugins.incremental.database import Database
from plugins.incremental.store import Store
from plugins.model import Picture
from plugins.portal.articles import ArticleReader
from plugins.portal.bodies import Bodies
from plugins.portal.contexts import Story, Term
from plugins.portal.course import Course
from plugins.portal.directory import Directory, build_directory
from plugins.portal.doubts import Places, remark_documents
from plugins.portal.gather import Gathered, gather
from plugins.portal.intake import ArticleFile, Intake, Reading, read_articles
from plugins.portal.ledger import Ledger
from plugins.portal.markdown import BodyReader
from plugins.portal.pictures import read_pictures
from plugins.portal.redaction import redact
from plugins.portal.remarks import Remarks
from plugins.portal.settings import Settings
from plugins.portal.site import Site, StaticPage
from plugins.portal.texts import Texts
from plugins.portal.units import with_pages
from plugins.sources import Problems, Record
from plugins.takedown import read_requests


def assemble(
    settings: Settings,
    problems: Problems,
    ledger: Ledger,
    remarks: Remarks,
    *,
    database: Database,
    course: Course,
) -> tuple[Site, Bodies, Texts]:
    """Read all of ``content/``; what is wrong is noted in ``problems``, each file in ``ledger``.

    What is not wrong but should be looked at is noted in ``remarks``.

    The bodies are returned for the check of their links, which needs the output plan; the texts
    tell which were asked for, since more than what shows them depends on these.
    """
    gathered = gather(settings.content, settings.taxonomies, problems)
    store = Store(database, "plugins")
    pictures = read_pictures(gathered, settings.content, problems, store, course=course)
    bodies = Bodies(BodyReader(pictures, settings.prefix), problems)
    directory = build_directory(
        gathered, settings.taxonomies, bodies.read, settings.today, problems
    )
    intakes, texts = read_articles(
        gathered.articles, settings.taxonomies, pictures, settings.prefix, store, course=course
    )
    bodies.whole = partial(_whole, texts)
    places = Places({one.slug: one for one in gathered.terms.get("campaign", ())})
    reader = ArticleReader(
        directory, pictures, texts, settings.now, problems, ledger, remarks, places
    )
    stories = reader.read(_readable(intakes, bodies, problems))
    gathered.articles.clear()  # they are read, and so many paths take room
    pages = tuple(_page(record, bodies) for record in gathered.pages)
    requests = read_requests(gathered.takedowns, set(reader.identities), problems)
    for record in gathered.takedowns:
        ledger.add(record.path, "applied")
    for record in (*gathered.pages, *(one for many in gathered.terms.values() for one in many)):
        ledger.add(record.path, "published")
    ledger.reject(problems)
    terms = _worth_a_page(directory, stories)
    site = Site(
        settings=settings,
        registry=directory.registry.with_units(terms.get("unit", ())),
        terms=terms,
        stories=stories,
        pages=pages,
        pictures=_shown(gathered, pictures, stories, bodies, ledger),
        picture_files=gathered.picture_files,
    )
    remark_documents(site.register, places, remarks)
    return redact(site, requests, remarks), bodies, texts


def _whole(texts: Texts, record: Record) -> Record:
    """Return a record with its body, which is kept apart of articles."""
    return record if record.body else replace(record, body=texts.get(record.path).source)


def _readable(
    intakes: Iterable[tuple[ArticleFile, Intake]], bodies: Bodies, problems: Problems
) -> Iterator[tuple[Record, Reading]]:
    """Give what was read of the articles whose front matter could be read."""
    for _, intake in intakes:
        for problem in intake.problems:
            problems.add(problem.path, problem.line, problem.message)
        if intake.record and intake.reading:
            bodies.remember(intake.record, intake.reading.findings)
            yield intake.record, intake.reading


def _worth_a_page(
    directory: Directory, stories: tuple[Story, ...]
) -> Mapping[str, Mapping[str, Term]]:
    """Leave out what neither a file describes nor a story tells of."""
    terms = dict(directory.terms)
    if "unit" in terms:
        terms["unit"] = with_pages(terms["unit"], stories, directory.registry)
    used = {term.slug for story in stories for term in story.terms.get("award", ())}
    if "award" in terms:
        terms["award"] = {
            slug: term for slug, term in terms["award"].items() if term.summary or slug in used
        }
    return terms


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
    inside = {slug for path, slug in bodies.pictures if path in published}
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
