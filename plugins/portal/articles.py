"""From article records to stories: checked, rendered, with the awards they tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from sys import intern
from typing import Any

from plugins.model import Article, Correction, Picture, Source, TargetReport
from plugins.portal.citing import with_issuers
from plugins.portal.contexts import Story, Term
from plugins.portal.directory import Directory
from plugins.portal.doubts import Places
from plugins.portal.intake import Reading
from plugins.portal.ledger import Fate, Ledger
from plugins.portal.names import Names, names_of
from plugins.portal.promises import reports_in_text, settled, stated_reports
from plugins.portal.remarks import Remarks
from plugins.portal.texts import Texts
from plugins.portal.unit_doubts import remark_units
from plugins.registry import resolve_award
from plugins.sources import Problems, Record

_REQUIRED = ("id", "title", "date", "kind", "summary")


class Shared(dict[Any, Any]):
    """One object for all values that are equal: each file that is read brings its own."""

    def __missing__(self, value: Any) -> Any:
        """Take the first of its value."""
        self[value] = value
        return value


def _order(article: Article) -> tuple[datetime, str, str]:
    """Return what articles are in order by: also two that share an id, though they may not."""
    return article.date, article.id, article.source_path


@dataclass(frozen=True, slots=True)
class ArticleReader:
    """Turns what was read of each article into stories; ``now`` decides what is published.

    ``places`` remembers where documents are cited; ``shared`` what many stories have in common;
    ``identities`` are those of all articles, each with path and line.
    """

    directory: Directory
    pictures: Mapping[str, Picture]
    texts: Texts
    now: datetime
    problems: Problems
    ledger: Ledger
    remarks: Remarks
    places: Places
    shared: Shared = field(default_factory=Shared)
    identities: defaultdict[str, list[tuple[str, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def read(self, read: Iterable[tuple[Record, Reading]]) -> tuple[Story, ...]:
        """Return the stories to publish, newest first; enter what became of all in the ledger.

        Every article is checked, published or not. They come in any order and are not held.
        """
        picture_names = names_of("ảnh", [(slug, (slug,)) for slug in self.pictures])
        stories = []
        for record, reading in read:
            if identity := record.values["id"]:
                self.identities[identity].append((record.path, record.line("id")))
            article = self._article(record, picture_names)
            if article is None:
                continue
            stated = stated_reports(record, article, self.directory.registry, self.problems)
            if self._enter(article, record) == "published":
                story = self._story(article, reading, stated)
                self.places.remember(record, story.documents)
                remark_units(story, self.directory.registry, record, self.remarks)
                stories.append(story)
        self._check_ids()
        stories.sort(key=lambda story: _order(story.article), reverse=True)
        return tuple(stories)

    def _check_ids(self) -> None:
        for identity, places in self.identities.items():
            (first, _), *others = sorted(places, key=lambda place: place[0].split("/"))
            for path, line in others:
                self.problems.add(
                    path,
                    line,
                    f"mã bài “{identity}” đã dùng ở {first}. Đổi mã của bài viết sau; "
                    "bài đã đăng giữ nguyên mã.",
                )

    def _article(self, record: Record, picture_names: Names) -> Article | None:
        values, path = record.values, record.path
        day = values["date"].date() if values["date"] else None
        terms = {
            key: names.find_all(values[key], path, self.problems, day)
            for key, names in self.directory.names.items()
        }
        picture = picture_names.find(values["picture"], path, self.problems)
        self._check_folder(record)
        self._check_order(record)
        if any(values[key] is None for key in _REQUIRED):
            return None
        return Article(
            id=values["id"],
            slug=record.slug,
            source_path=path,
            title=values["title"],
            date=values["date"],
            kind=intern(values["kind"]),
            summary=values["summary"],
            terms=terms,
            status=values["status"] or "published",
            modified=values["modified"],
            expires=values["expires"],
            author=self.shared[values["author"]],
            author_unit=self.shared[values["author_unit"]],
            source=Source(**values["source"]) if values["source"] else None,
            picture=self.pictures[picture] if picture else None,
            corrections=tuple(Correction(**one) for one in values["corrections"]),
        )

    def _check_folder(self, record: Record) -> None:
        moment = record.values["date"]
        folder = "/".join(record.path.split("/")[-3:-1])
        if moment and folder != f"{moment:%Y/%m}":
            self.problems.add(
                record.path,
                record.line("date"),
                f"ngày đăng {moment:%d/%m/%Y} không khớp thư mục tin/{folder}. "
                f"Sửa ngày, hoặc chuyển tệp vào tin/{moment:%Y/%m}.",
            )

    def _check_order(self, record: Record) -> None:
        """An article is neither changed nor over before it is out."""
        out = record.values["date"]
        for key, what in (("modified", "ngày sửa"), ("expires", "ngày hết hạn")):
            moment = record.values[key]
            if out and moment and moment < out:
                self.problems.add(
                    record.path,
                    record.line(key),
                    f"“{key}”: {what} {moment:%d/%m/%Y %H:%M} trước ngày đăng "
                    f"{out:%d/%m/%Y %H:%M}. Xem lại hai ngày.",
                )

    def _enter(self, article: Article, record: Record) -> Fate:
        """Decide what becomes of an article and enter it in the ledger."""
        fate, reason, due = self._fate(article)
        if fate == "scheduled" and article.status != "scheduled":
            self.problems.add(
                record.path,
                record.line("date"),
                f"ngày đăng {article.date:%d/%m/%Y %H:%M} còn ở tương lai. "
                "Sửa ngày, hoặc thêm dòng “status: scheduled” để hẹn giờ.",
            )
        self.ledger.add(record.path, fate, reason, due)
        return fate

    def _fate(self, article: Article) -> tuple[Fate, str, datetime | None]:
        """Return the fate, why, and when it changes by itself."""
        if article.status == "draft":
            return "draft", "status: draft", None
        if article.status == "withdrawn":
            return "withdrawn", "status: withdrawn", None
        if article.expires and article.expires <= self.now:
            return "expired", f"hết hạn {article.expires:%d/%m/%Y %H:%M}", None
        if article.date > self.now:
            return "scheduled", f"hẹn {article.date:%d/%m/%Y %H:%M}", article.date
        return "published", "", article.expires

    def _story(
        self, article: Article, reading: Reading, stated: tuple[TargetReport, ...] | None
    ) -> Story:
        registry, published = self.directory.registry, article.date.date()
        text = self.texts.of(article.source_path, reading.digest)
        context = article.terms.get("unit", ())
        campaigns = article.terms.get("campaign", ())
        resolved = tuple(
            replace(
                resolve_award(award, registry, context, published),
                campaign=campaigns[0] if len(campaigns) == 1 else None,
                title=self.shared[award.title],
                issuer=self.shared[award.issuer],
            )
            for award in reading.awards
        )
        slugs = dict(article.terms)
        if "award" in slugs:
            told = (award.title.slug for award in resolved if award.status == "conferred")
            slugs["award"] = tuple(dict.fromkeys((*slugs["award"], *told)))
        slugs, terms = self._sorted_under(slugs)
        return Story(
            article=replace(article, terms=slugs),
            text=text,
            terms=terms,
            awards=resolved,
            documents=with_issuers(reading.documents, article, registry),
            reports=settled(stated, reports_in_text(article, text, registry)),
        )

    def _sorted_under(
        self, slugs: dict[str, tuple[str, ...]]
    ) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[Term, ...]]]:
        """Return the slugs and the terms that an article is sorted under."""
        names = tuple(slugs.values())
        if names not in self.shared:
            terms = {
                key: tuple(self.directory.terms[key][slug] for slug in values)
                for key, values in slugs.items()
            }
            self.shared[names] = slugs, terms
        found: tuple[dict[str, tuple[str, ...]], dict[str, tuple[Term, ...]]] = self.shared[names]
        return found
