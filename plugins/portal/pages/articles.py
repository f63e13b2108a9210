"""The pages of articles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from plugins.portal.contexts import Findable, Link, Node, PageInfo, Story
from plugins.portal.outputs import Page, Plan
from plugins.portal.site import Site
from plugins.portal.steps import Strip, strip
from plugins.portal.structured import article_node
from plugins.portal.twins import plan_article_twin, twin_of

RELATED = 4


def plan_articles(site: Site, plan: Plan) -> None:
    """Plan one page for each story."""
    places = {story.article.id: place for place, story in enumerate(site.stories)}
    for story in site.stories:
        article = story.article
        plan.later(article.path, _Later(site, places, story), article.source_path)
        plan_article_twin(site, plan, story)


@dataclass(frozen=True, slots=True)
class _Later:
    """Makes an article's page; ``places`` are those of all stories, by id."""

    site: Site
    places: Mapping[str, int]
    story: Story

    def __call__(self) -> Page:
        site, story = self.site, self.story
        context = {
            "story": story,
            "body": story.text,
            "honours": site.told(story),
            "documents": site.documents_by_story.get(story.article.id, ()),
            "taxonomies": site.taxonomies,
            "related": _related(site, story, self.places),
            "strips": _strips(site, story),
        }
        return Page(_info(site, story), "article.html", context, story.article.source_path)


def _info(site: Site, story: Story) -> PageInfo:
    article = story.article
    return PageInfo(
        title=article.title,
        description=article.summary,
        path=article.path,
        section="/tin/",
        crumbs=(
            Link("Tin tức", "/tin/"),
            Link(f"Năm {article.date.year}", f"/tin/{article.date.year}/"),
        ),
        picture=article.picture,
        is_article=True,
        twin=twin_of(article.path),
        node=Node(
            partial(article_node, site, story),
            (story, site.documents_by_story.get(article.id, ())),
        ),
        findable=Findable(
            kind="Tin, bài",
            date=article.date.date(),
            units=tuple(unit.name for unit in story.terms.get("unit", ())),
        ),
    )


def _strips(site: Site, story: Story) -> tuple[Strip, ...]:
    found = (
        strip(term, site.campaign_steps.get(term.slug, ()), story)
        for term in story.terms.get("campaign", ())
    )
    return tuple(one for one in found if one)


def _related(site: Site, story: Story, places: Mapping[str, int]) -> tuple[Story, ...]:
    """Return the stories next to this one in its campaign, then in its unit.

    The newest would stand on all others' pages; what is next to a story stays so. ``places`` are
    those of the stories, by id, in the order of all lists.
    """
    found: dict[str, Story] = {}
    for key in ("campaign", "unit"):
        for term in story.terms.get(key, ()):
            for other in _around(site.stories_by_term[key, term.slug], story, places):
                found.setdefault(other.article.id, other)
    return tuple(found.values())[:RELATED]


def _around(stories: Sequence[Story], story: Story, places: Mapping[str, int]) -> tuple[Story, ...]:
    """Return as many newer ones as older; at an end of the list more of the other side."""
    own = bisect_left(stories, places[story.article.id], key=lambda one: places[one.article.id])
    start = max(min(own - RELATED // 2, len(stories) - RELATED - 1), 0)
    return tuple(one for one in stories[start : start + RELATED + 1] if one is not story)
