"""Article files, each read by itself: all that one file says without knowing any other.

This is where most of a build's work is, and it asks nothing of the rest of the site but the
pictures that a body shows; so it can be done anywhere, in any order, and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import plugins
from plugins import awards, documents
from plugins.incremental.code import code_version
from plugins.incremental.pool import share
from plugins.incremental.store import Look, Packed, Store, facts_of, pack, steady
from plugins.model import Award, Document, Picture
from plugins.portal.citing import cited_in
from plugins.portal.contexts import Taxonomy
from plugins.portal.course import Course
from plugins.portal.markdown import BodyReader, Findings
from plugins.portal.texts import Body, Texts
from plugins.sources import (
    Problem,
    Problems,
    Record,
    article_schema,
    check_privacy,
    read_record,
)

# Beside the project's own code, what the reading of an article or a picture depends on.
_LIBRARIES = ("beautifulsoup4", "lxml", "markdown", "nh3", "pelican", "pillow", "pyyaml", "tzdata")


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A file of ``content/tin``; ``path`` is what staff know it by."""

    file: Path
    path: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in the words of an article; ``digest`` is of the words themselves.

    The awards' recipients and the documents' issuers are names still: which units they mean, the
    whole site tells. ``pictures`` are those that the body shows, by slug.
    """

    digest: bytes
    findings: Findings
    pictures: tuple[tuple[str, Picture], ...] = ()
    awards: tuple[Award, ...] = ()
    documents: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of one file; ``record`` and ``reading`` are ``None`` where it cannot be read.

    The record's body is left out: the text is kept apart. Where its lines are told, they are facts.
    """

    record: Record | None
    reading: Reading | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Taken:
    """What came of a file here or in another process; ``body`` is packed where it is to be kept."""

    intake: Intake
    body: Body | Packed | None
    seen: Look | None

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        """Travel as what is packed: the facts are in it and need not be written twice."""
        if isinstance(self.body, Packed):
            return _unpacked, (self.body, self.seen)
        return _Taken, (self.intake, self.body, self.seen)


def _unpacked(packed: Packed, seen: Look | None) -> _Taken:
    return _Taken(facts_of(packed, "plugins"), packed, seen)


def read_articles(
    files: Sequence[ArticleFile],
    taxonomies: Sequence[Taxonomy],
    pictures: Mapping[str, Picture],
    prefix: str,
    store: Store,
    *,
    course: Course,
) -> tuple[Iterator[tuple[ArticleFile, Intake]], Texts]:
    """Give each file with what came of it, one after the other as they are ready, and all texts.

    What was read before and has not changed is kept; what has a fault is not, it is read again
    until it is mended. Nobody here holds what was given.
    """

    def make() -> Callable[[ArticleFile], _Taken]:
        reader = IntakeReader(taxonomies, pictures, prefix)

        def read(file: ArticleFile) -> _Taken:
            intake, body, seen = reader(file)
            lasting = _is_lasting(intake, seen)
            return _Taken(intake, pack(intake, body) if lasting else body, seen)

        return read

    def read_again(file: Path, path: str) -> tuple[Look | None, Body | None]:
        reader = IntakeReader(taxonomies, pictures, prefix)
        _, body, seen = reader(ArticleFile(file, path))
        return seen, body

    texts = Texts(store, read_again)

    def found() -> Iterator[tuple[ArticleFile, Intake]]:
        stale = []
        for file in files:
            kept = store.get(file.path, file.file)
            if kept and isinstance(kept.facts, Intake) and _holds(kept.facts, pictures):
                texts.know(file.path, file.file, kept.content)
                yield file, kept.facts
            else:
                stale.append(file)
        with course.step("read", "Đọc bài", len(stale)) as advance:
            for number, taken in share(make, stale):
                file, body, seen = stale[number], taken.body, taken.seen
                if seen:
                    texts.know(file.path, file.file, seen.content)
                if isinstance(body, Body):
                    texts.hold(file.path, body)
                elif seen and body:
                    store.put(file.path, seen, body)
                yield file, taken.intake
                advance()
        store.settle()

    return found(), texts


def _is_lasting(intake: Intake, seen: Look | None) -> bool:
    return seen is not None and not intake.problems


def version(taxonomies: Sequence[Taxonomy], prefix: str) -> str:
    """Return a version of everything that a reading depends on beside its own file."""
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

    def __call__(self, article: ArticleFile) -> tuple[Intake, Body | None, Look | None]:
        """Read one file; say what it looked like, if it stayed so while it was read."""
        (intake, body), seen = steady(article.file, lambda: self.read(article))
        return intake, body, seen

    def read(self, article: ArticleFile) -> tuple[Intake, Body | None]:
        """Read one file, facts and text."""
        problems = Problems()
        record = read_record(article.file, article.path, self._schema, problems)
        if record is None:
            return Intake(None, None, tuple(problems)), None
        check_privacy(record, problems)
        reading, body = self._read_body(record, problems)
        places = {words: record.line_of(words) for words in _quoted(reading)}
        return Intake(replace(record, body="", places=places), reading, tuple(problems)), body

    def _read_body(self, record: Record, problems: Problems) -> tuple[Reading, Body]:
        html, findings = self._bodies.read(record.body)
        for message, words in findings.faults:
            problems.add(record.path, record.line_of(words), message)
        if not html.strip():
            problems.add(record.path, record.body_line, "bài chưa có nội dung.")
        shown = tuple((slug, self._pictures[slug]) for slug in dict.fromkeys(findings.pictures))
        title, moment = record.values["title"], record.values["date"]
        if problems or title is None or moment is None:
            body = Body(record.body, html, html)
            return Reading(body.digest, findings, shown), body
        text, day = awards.read_html(html), moment.date()
        cited = documents.citations(text.plain, published=day)
        found = awards.extract(text, published=day, headline=title, cited=cited).awards
        source = record.values["source"]
        marked = awards.annotate(text, found) if found else html
        body = Body(record.body, html, marked)
        reading = Reading(
            body.digest,
            findings,
            pictures=shown,
            awards=tuple(found),
            documents=cited_in(cited, source["name"] if source else "", day),
        )
        return reading, body


def _quoted(reading: Reading) -> Iterator[str]:
    """Give the words that a remark on the article may point to."""
    for document in reading.documents:
        if document.evidence:
            yield document.evidence.quote
    for award in reading.awards:
        for recipient in award.recipients:
            yield recipient.evidence.quote
