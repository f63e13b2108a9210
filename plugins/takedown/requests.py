"""The requests: one small file each, whose body is for staff alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from plugins.sources import Problems, Record, closest
from plugins.takedown.finder import pieces

_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Request:
    """Whose name is taken out, and where: everywhere, or in some articles only.

    ``articles`` are ids; with ``unit`` only what names that unit is meant, since namesakes exist.
    ``keep`` are names of others that begin or end with this one.
    """

    path: str
    line: int
    name: str
    aliases: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    unit: str | None = None
    keep: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """All names to be taken out."""
        return (self.name, *self.aliases)

    @property
    def everywhere(self) -> bool:
        """Whether the whole site is meant."""
        return not self.articles and self.unit is None


def read_requests(
    records: Sequence[Record], articles: Collection[str], problems: Problems
) -> tuple[Request, ...]:
    """Return the requests in the order of their files; ``articles`` are the ids there are."""
    requests = []
    for record in records:
        values = record.values
        for unknown in [one for one in values["articles"] if one not in articles]:
            hint = closest(unknown, articles) or " Ghi đúng khóa “id” của bài."
            message = f"không có bài nào mang mã “{unknown}”.{hint}"
            problems.add(record.path, record.line("articles"), message)
        if values["name"] is None:
            continue
        request = Request(
            path=record.path,
            line=record.line("name"),
            name=values["name"],
            aliases=values["aliases"],
            articles=values["articles"],
            unit=values["unit"],
            keep=values["keep"],
        )
        _check_breadth(request, record, problems)
        requests.append(request)
    return tuple(requests)


def _check_breadth(request: Request, record: Record, problems: Problems) -> None:
    """Refuse a name that would take other people's names with it."""
    for key, names in (("name", [request.name]), ("aliases", request.aliases)):
        for name in names:
            count = len(pieces(name))
            if count == 0 or (count < _FEWEST_WORDS and not request.articles):
                problems.add(
                    record.path,
                    record.line(key),
                    f"“{name}” quá ngắn, sẽ gỡ nhầm tên người khác. Ghi đủ họ và tên, "
                    "hoặc giới hạn bằng “articles” (mã các bài).",
                )
