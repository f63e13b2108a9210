"""Article files, each read by itself: all that one file says without knowing any other.

This is where most of a build's work is, and it asks nothing of the rest of the site but the
pictures that a body shows; so it can be done anywhere, in any order, and kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import plugins
from plugins import awards
from plugins.incremental.code import code_version
from plugins.incremental.pool import spread
from plugins.incremental.store import Look, Store, look
from plugins.model import Award, Document, Picture
from plugins.portal.citing import cited_in
from plugins.portal.contexts import Taxonomy
from plugins.portal.markdown import BodyReader, Findings
from plugins.sources import (
    Problem,
    Problems,
    Record,
    article_schema,
    check_privacy,
    read_record,
)

# Beside the project's own code, what the reading of an article depends on.
_LIBRARIES = ("beautifulsoup4", "lxml", "markdown", "nh3", "pelican", "pyyaml", "tzdata")


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A file of ``content/tin``; ``path`` is what staff know it by."""

    file: Path
    path: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The body of an article: its HTML, and what was found in its words.

    In ``marked`` the evidence of ``awards`` is marked. The awards' recipients and the documents'
    issuers are names still: which units they mean, the whole site tells. ``pictures`` are those
    that the body shows, by slug.
    """

    html: str
    findings: Findings
    marked: str
    pictures: tuple[tuple[str, Picture], ...] = ()
    awards: tuple[Award, ...] = ()
    documents: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of one file; ``record`` and ``reading`` are ``None`` where it cannot be read."""

    record: Record | None
    reading: Reading | None
    problems: tuple[Problem, ...] = ()


def read_articles(
    files: Sequence[ArticleFile],
    taxonomies: Sequence[Taxonomy],
    pictures: Mapping[str, Picture],
    prefix: str,
    kept: Path,
) -> list[Intake]:
    """Read article files in their order; what was read before and has not changed is in ``kept``.

    What has a fault is not kept: it is read again until it is mended.
    """
    arguments = (taxonomies, pictures, prefix)
    found: dict[str, Intake] = {}
    with Store(kept, _version(taxonomies, prefix), "plugins") as store:
        for file in files:
            intake = store.get(file.path, file.file)
            if isinstance(intake, Intake) and _holds(intake, pictures):
                found[file.path] = intake
        stale = [file for file in files if file.path not in found]
        for file, (intake, seen) in zip(stale, spread(IntakeReader, arguments, stale), strict=True):
            found[file.path] = intake
            if seen and not intake.problems:
                store.put(file.path, seen, intake)
    return [found[file.path] for file in files]


def _version(taxonomies: Sequence[Taxonomy], prefix: str) -> str:
    code = code_version(Path(plugins.__file__).parent, _LIBRARIES)
    return f"{code}.{taxonomies!r}.{prefix}"


def _holds(intake: Intake, pictures: Mapping[str, Picture]) -> bool:
    """Whether the pictures that a body shows are still what they were."""
    shown = intake.reading.pictures if intake.reading else ()
    return all(pictures.get(slug) == picture for slug, picture in shown)


class IntakeReader:
    """Reads article files, any number of them, with one Markdown instance."""

    def __init__(
        self, taxonomies: Sequence[Taxonomy], pictures: Mapping[str, Picture], prefix: str
    ) -> None:
        self._pictures = pictures
        self._schema = article_schema({one.key: (one.label, one.noun) for one in taxonomies})
        self._bodies = BodyReader(pictures, prefix)

    def __call__(self, article: ArticleFile) -> tuple[Intake, Look | None]:
        """Read one file; say what it looked like, if it stayed so while it was read."""
        before = _looked(article.file)
        intake = self.read(article)
        return intake, before if before == _looked(article.file) else None

    def read(self, article: ArticleFile) -> Intake:
        """Read one file."""
        problems = Problems()
        record = read_record(article.file, article.path, self._schema, problems)
        if record is None:
            return Intake(None, None, tuple(problems))
        check_privacy(record, problems)
        reading = self._read_body(record, problems)
        return Intake(record, reading, tuple(problems))

    def _read_body(self, record: Record, problems: Problems) -> Reading:
        html, findings = self._bodies.read(record.body)
        for message, words in findings.faults:
            problems.add(record.path, record.line_of(words), message)
        if not html.strip():
            problems.add(record.path, record.body_line, "bài chưa có nội dung.")
        shown = tuple((slug, self._pictures[slug]) for slug in dict.fromkeys(findings.pictures))
        title, moment = record.values["title"], record.values["date"]
        if problems or title is None or moment is None:
            return Reading(html, findings, html, shown)
        text = awards.read_html(html)
        found = awards.extract(text, published=moment.date(), headline=title).awards
        source = record.values["source"]
        return Reading(
            html,
            findings,
            marked=awards.annotate(text, found) if found else html,
            pictures=shown,
            awards=tuple(found),
            documents=cited_in(text.plain, source["name"] if source else "", moment.date()),
        )


def _looked(file: Path) -> Look | None:
    try:
        return look(file)
    except OSError:
        return None
