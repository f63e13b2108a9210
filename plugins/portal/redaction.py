"""Take the names of the takedown list out of the whole site, after everything was read from it.

What the true text tells is read first; so a recipient stays a recipient, of the same kind, in the
same place, counted for the same unit, and only what says who it is goes.
"""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from plugins.portal.addresses import slug
from plugins.portal.contexts import Story, Term
from plugins.portal.remarks import Remarks
from plugins.portal.rewording import Rewording, strings, visible
from plugins.portal.site import Site
from plugins.registry import Registry
from plugins.takedown import Finder, Request, key

# A single word in an address may be anything.
_FEWEST_WORDS = 2


def redact(site: Site, requests: Sequence[Request], remarks: Remarks) -> Site:
    """Return ``site`` without the names of ``requests``; ``remarks`` tell what is left to do."""
    return _Redaction(site, requests, remarks).run() if requests else site


class _Redaction:
    def __init__(self, site: Site, requests: Sequence[Request], remarks: Remarks) -> None:
        self._site = site
        self._requests = requests
        self._everywhere = tuple(one for one in requests if one.everywhere)
        self._by_article: defaultdict[str, list[Request]] = defaultdict(list)
        for request in requests:
            for article in request.articles:
                self._by_article[article].append(request)
        self._by_unit = [one for one in requests if one.unit and not one.articles]
        self._units = {one.path: _names_of_unit(site.registry, one) for one in requests if one.unit}
        self._wordings: dict[tuple[Request, ...], Rewording] = {}
        self._remarks = remarks

    def run(self) -> Site:
        """Redact everything, terms first: stories hold them too."""
        site = self._site
        terms = {
            name: {term.slug: self._of_term(term) for term in many.values()}
            for name, many in site.terms.items()
        }
        stories = tuple(self._story(story, terms) for story in site.stories)
        plain = self._wording(self._everywhere)
        pages = tuple(self._wording(self._for(page)).value(page) for page in site.pages)
        pictures = plain.value(site.pictures)
        self._check_addresses()
        self._check_hits()
        return replace(
            site,
            terms=terms,
            stories=stories,
            pages=pages,
            pictures=pictures,
            registry=self._registry(site.registry),
            unnamed=self._slugs(self._requests),
        )

    @cached_property
    def _kept(self) -> tuple[str, ...]:
        """Names of organisations and titles, which stay what they are."""
        names: dict[str, None] = {}
        for many in self._site.terms.values():
            for term in many.values():
                names.update(dict.fromkeys(term.names))
        return tuple(names)

    def _wording(self, requests: tuple[Request, ...]) -> Rewording:
        if requests not in self._wordings:
            names = [name for request in requests for name in request.spellings]
            kept = (*self._kept, *(name for request in requests for name in request.keep))
            finder = Finder(names, kept)
            self._wordings[requests] = Rewording(finder, self._slugs(requests), set())
        return self._wordings[requests]

    def _for(self, one: object) -> tuple[Request, ...]:
        """The requests for something that is no article."""
        limited = [request for request in self._by_unit if self._names(one, request)]
        return (*self._everywhere, *limited)

    def _names(self, one: object, request: Request) -> bool:
        """Whether something names the unit that a request is limited to."""
        return request.unit is None or any(
            self._units[request.path].find(visible(text)) for text in strings(one)
        )

    def _of_term(self, term: Term) -> Term:
        found: Term = self._wording(self._for(term)).value(term)
        return found

    def _story(self, story: Story, terms: Mapping[str, Mapping[str, Term]]) -> Story:
        identity = story.article.id
        limited = [
            request
            for request in (*self._by_article.get(identity, ()), *self._by_unit)
            if self._names(story, request)
        ]
        own = {
            name: tuple(terms[name].get(term.slug, term) for term in many)
            for name, many in story.terms.items()
        }
        wording = self._wording((*self._everywhere, *limited))
        self._check_others(story, wording, (*self._everywhere, *limited))
        return replace(wording.story(story), terms=own)

    def _registry(self, registry: Registry) -> Registry:
        """The registry with the same names and relations; only free text of its records changes."""
        redacted = copy.copy(registry)
        redacted.units = {
            slug: self._wording(self._for(unit)).value(unit)
            for slug, unit in registry.units.items()
        }
        redacted.campaigns = {
            slug: self._wording(self._for(one)).value(one)
            for slug, one in registry.campaigns.items()
        }
        return redacted

    def _slugs(self, requests: Iterable[Request]) -> tuple[str, ...]:
        names = (name for request in requests for name in request.spellings)
        slugs = (slug(name) for name in names if len(key(name).split()) >= _FEWEST_WORDS)
        return tuple(dict.fromkeys(slugs))

    def _remark(self, request: Request, message: str) -> None:
        self._remarks.add("takedown", request.path, request.line, message)

    def _check_addresses(self) -> None:
        """Note the addresses that have a name in them: they are written by hand."""
        for request in self._requests:
            words = self._slugs([request])
            for what, address in self._addresses(request):
                if any(f"-{word}-" in f"-{address}-" for word in words):
                    message = f"{what} “{address}” còn chứa tên; đổi bằng tay rồi dựng lại."
                    self._remark(request, message)

    def _addresses(self, request: Request) -> Iterable[tuple[str, str]]:
        for story in self._site.stories:
            if not request.articles or story.article.id in request.articles:
                yield "tên tệp của bài", story.article.slug
                yield "mã bài", story.article.id
        if request.articles:
            return
        for picture in self._site.pictures.values():
            yield "tên tệp ảnh", picture.file.rpartition(".")[0]
        for page in self._site.pages:
            yield "tên tệp của trang", page.slug

    def _check_others(self, story: Story, wording: Rewording, requests: Sequence[Request]) -> None:
        """Note recipients with a longer name, who may be somebody else."""
        persons = (one for award in story.awards for one in award.recipients)
        for name in (one.name for one in persons if one.kind == "individual"):
            for found in wording.finder.find(name):
                for request in requests:
                    if key(name) != found.name in map(key, request.spellings):
                        message = (
                            f"ở {story.article.source_path}, “{name}” cũng bị gỡ. Nếu là người "
                            "khác, thêm tên ấy vào “keep”."
                        )
                        self._remark(request, message)

    def _check_hits(self) -> None:
        hits = {name for wording in self._wordings.values() for name in wording.hits}
        for request in self._requests:
            kept = Finder(request.spellings, self._kept).kept
            if kept:
                message = f"tên này là một phần của “{kept[0]}”, nên ở đó được giữ nguyên."
                self._remark(request, message)
            if not any(key(name) in hits for name in request.spellings):
                message = (
                    f"không thấy “{request.name}” ở bài hay trang nào đang đăng. "
                    "Kiểm tra cách viết tên."
                )
                self._remark(request, message)


def _names_of_unit(registry: Registry, request: Request) -> Finder:
    """Find the unit of a request by any of its names."""
    unit = request.unit or ""
    aliases = (name for one in registry.named(unit) for name in (one.name, *one.aliases))
    return Finder((unit, *aliases))
