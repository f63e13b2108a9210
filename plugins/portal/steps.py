"""The steps of a campaign: its plan, launch, pact, inspections, results, as articles tell them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.portal.contexts import Story, Term

# News of this kind belongs to a campaign without being a step of it.
PLAIN = "tin"
# A strip with more steps shows the first and what stands round the current one; the campaign's page
# has them all. The last would be another one with every step.
_MOST = 7
_AROUND = 2


@dataclass(frozen=True, slots=True)
class StripStep:
    """A step in a strip; ``skipped`` are the steps left out before it."""

    story: Story
    current: bool
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Strip:
    """The steps of a campaign as one of its articles shows them, with its neighbours.

    ``cut`` is whether the campaign has more steps than a strip shows.
    """

    term: Term
    steps: tuple[StripStep, ...]
    earlier: Story | None
    later: Story | None
    cut: bool = False


def find_steps(
    stories_by_term: Mapping[tuple[str, str], Sequence[Story]],
) -> dict[str, tuple[Story, ...]]:
    """Return the steps of each campaign by its slug, oldest first."""
    return {
        slug: tuple(story for story in reversed(stories) if story.article.kind != PLAIN)
        for (key, slug), stories in stories_by_term.items()
        if key == "campaign"
    }


def strip(term: Term, steps: Sequence[Story], story: Story) -> Strip | None:
    """Return the strip that ``story`` shows of a campaign; ``None`` where it would lead nowhere."""
    place = bisect_left(steps, _order(story), key=_order)
    on = place < len(steps) and steps[place] is story
    after = place + 1 if on else place
    if not steps or (on and len(steps) == 1):
        return None
    shown: list[StripStep] = []
    last = -1
    for number in _shown(len(steps), place):
        shown.append(StripStep(steps[number], on and number == place, number - last - 1))
        last = number
    return Strip(
        term=term,
        steps=tuple(shown),
        earlier=steps[place - 1] if place else None,
        later=steps[after] if after < len(steps) else None,
        cut=len(steps) > _MOST,
    )


def _shown(count: int, place: int) -> list[int]:
    if count <= _MOST:
        return list(range(count))
    near = range(max(place - _AROUND, 0), min(place + _AROUND + 1, count))
    return sorted({0, *near})


def _order(story: Story) -> tuple[str, str]:
    return story.article.date.isoformat(), story.article.id
