"""Values of the model with names taken out: text, HTML, evidence, recipients, whole stories."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

from plugins import awards
from plugins.awards import Text
from plugins.model import Award, Evidence, Recipient
from plugins.portal.addresses import slug
from plugins.portal.contexts import Story
from plugins.portal.texts import Body, StoryText, held
from plugins.takedown import (
    NAME,
    POSITION,
    Finder,
    Span,
    find_in_text,
    replaced,
    rewrite,
    shifted,
)

# The fields of the model that hold HTML.
_MARKUP = frozenset({"html"})
_TAG = re.compile("<[^>]*>")
# How far from a name its position is looked for.
_NEAR = 300


def visible(markup: str) -> str:
    """Return the text of some HTML, roughly: enough to see whether a name may be in it."""
    return html.unescape(_TAG.sub("", markup)) if "<" in markup or "&" in markup else markup


def strings(value: Any) -> Iterator[str]:
    """Give all strings in a value of the model, whatever it is made of."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, StoryText):
        yield value.html
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from strings(one)
    elif is_dataclass(value):
        for spec in fields(value):
            yield from strings(getattr(value, spec.name))


@dataclass(frozen=True, slots=True)
class Rewording:
    """Takes the names of ``finder`` out; ``hits`` collects those that were met.

    ``slugs`` are the names as addresses have them. ``spans`` and ``plain`` are those of the text
    that evidence refers to: where it is changed, and how it reads then.
    """

    finder: Finder
    slugs: tuple[str, ...]
    hits: set[str] = field(hash=False)
    spans: tuple[Span, ...] = ()
    plain: str = ""

    def value(self, value: Any) -> Any:
        """Return ``value`` without the names; the very same where none is in it."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, Evidence) and self.spans:
            return shifted(value, self.spans, self.plain)
        if isinstance(value, Recipient):
            return self._recipient(value)
        if isinstance(value, tuple):
            new = tuple(self.value(one) for one in value)
            return value if all(a is b for a, b in zip(value, new, strict=True)) else new
        if isinstance(value, Mapping):
            fresh = {name: self.value(one) for name, one in value.items()}
            return fresh if any(fresh[name] is not value[name] for name in value) else value
        if is_dataclass(value) and not isinstance(value, type):
            return self._record(value)
        return value

    def story(self, story: Story) -> Story:
        """Return a story without the names; its terms are left as they are."""
        body = story.text.load()
        text = self._read(body.html)
        wording, words = self, story.text
        if text is not None:
            spans = self._spans(text, story.awards)
            wording = replace(self, spans=spans, plain=replaced(text.plain, spans))
            marked = awards.read_html(body.marked)
            if marked.plain != text.plain:
                spans = self._spans(marked, ())
            new_body = Body(
                source="",
                html=rewrite(text, wording.spans, self._attribute),
                marked=rewrite(marked, spans, self._attribute),
            )
            words = held(new_body)
        new: Story = wording._record(replace(story, terms={}))
        return replace(new, text=words)

    def _text(self, text: str) -> str:
        found = self.finder.find(text)
        self.hits.update(one.name for one in found)
        return replaced(text, [Span(one.start, one.end) for one in found]) if found else text

    def _read(self, markup: str) -> Text | None:
        """Return the text of HTML that may have a name in it."""
        may = self.finder.may_hold(visible(markup)) or self.finder.may_hold(html.unescape(markup))
        return awards.read_html(markup) if may else None

    def _markup(self, markup: str) -> str:
        text = self._read(markup)
        if text is None:
            return markup
        return rewrite(text, self._spans(text, ()), self._attribute)

    def _record(self, record: Any) -> Any:
        changed = {}
        for spec in fields(record):
            old = getattr(record, spec.name)
            markup = spec.name in _MARKUP and isinstance(old, str)
            new = self._markup(old) if markup else self.value(old)
            if new is not old:
                changed[spec.name] = new
        return replace(record, **changed) if changed else record

    def _recipient(self, recipient: Recipient) -> Recipient:
        """A person loses name, position and unit; what it counts for stays."""
        named = self._is_named(recipient)
        new: Recipient = self._record(recipient)
        if named and recipient.kind != "collective":
            return replace(new, name=NAME, position=None, unit=None)
        return new

    def _is_named(self, recipient: Recipient) -> bool:
        place = recipient.evidence
        return bool(self.finder.find(recipient.name)) or any(
            span.instead == NAME and span.start < place.end and place.start < span.end
            for span in self.spans
        )

    def _spans(self, text: Text, told: Sequence[Award]) -> tuple[Span, ...]:
        """Where names stand, and the positions that were read beside them."""
        found = find_in_text(text, self.finder)
        self.hits.update(one.name for one in found)
        names = [Span(one.start, one.end) for one in found]
        wording = replace(self, spans=tuple(names))
        spans = dict.fromkeys(names)
        for award in told:
            for recipient in award.recipients:
                if recipient.position and wording._is_named(recipient):
                    place = _position(text, recipient, award)
                    if place and not any(a < place.end and place.start < b for a, b, _ in spans):
                        spans[place] = None
        return tuple(sorted(spans))

    def _attribute(self, name: str, value: str) -> str:
        if name == "id" or (name == "href" and value.startswith("#")):
            for word in self.slugs:
                value = re.sub(rf"(?<![a-z0-9]){word}(?![a-z0-9])", slug(NAME), value)
            return value
        return value if name in ("href", "src", "class") else self._text(value)


def _position(text: Text, recipient: Recipient, award: Award) -> Span | None:
    """Find a position beside the name: after it, up to the next name, or before it."""
    place = recipient.evidence
    block = next((one for one in text.blocks if one.start <= place.start < one.end), None)
    if block is None:
        return None
    others = [one.evidence for one in award.recipients]
    end = min([one.start for one in others if one.start >= place.end] + [block.end])
    start = max([one.end for one in others if one.end <= place.start] + [block.start])
    finder = Finder([recipient.position or ""])
    after = finder.find(text.plain[place.end : min(end, place.end + _NEAR)])
    if after:
        return Span(after[0].start + place.end, after[0].end + place.end, POSITION)
    start = max(start, place.start - _NEAR)
    before = finder.find(text.plain[start : place.start])
    return Span(before[-1].start + start, before[-1].end + start, POSITION) if before else None
