"""The bodies of all files: rendered, their faults noted, their links and pictures remembered."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from plugins.portal.markdown import BodyReader, Findings
from plugins.portal.outputs import Plan
from plugins.sources import Problems, Record, closest

_NONE: Mapping[str, Any] = {}


@dataclass(slots=True)
class Bodies:
    """Renders bodies; ``links`` and ``pictures`` collect what each record refers to.

    What is remembered of a record is its path and its body; ``whole`` returns a record with its
    body, which may be kept apart.
    """

    reader: BodyReader
    problems: Problems
    whole: Callable[[Record], Record] = lambda record: record
    links: list[tuple[Record, str]] = field(default_factory=list)
    pictures: list[tuple[str, str]] = field(default_factory=list)

    def read(self, record: Record) -> str:
        """Return the HTML of a record's body."""
        html, findings = self.reader.read(record.body)
        for message, words in findings.faults:
            self.problems.add(record.path, record.line_of(words), message)
        self.remember(record, findings)
        return html

    def remember(self, record: Record, findings: Findings) -> None:
        """Remember what a body that was read elsewhere refers to."""
        if findings.links:
            bare = replace(record, values=_NONE, lines=_NONE, places=_NONE)
            self.links += [(bare, target) for target in findings.links]
        self.pictures += [(record.path, slug) for slug in findings.pictures]

    def check_links(self, plan: Plan, published: Container[str]) -> None:
        """Note every link in ``published`` files to a page of this site that is not planned."""
        for record, target in self.links:
            address = target.split("#")[0].split("?")[0]
            if record.path in published and address not in plan:
                hint = closest(address, plan.addresses)
                line = self.whole(record).line_of(target)
                self.problems.add(record.path, line, f"không có trang “{address}”.{hint}")
