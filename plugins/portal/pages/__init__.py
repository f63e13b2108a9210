"""The pages of the site: each module plans one kind of them."""

from plugins.portal.outputs import Plan
from plugins.portal.pages.articles import plan_articles
from plugins.portal.pages.campaigns import plan_calendars
from plugins.portal.pages.data import plan_data
from plugins.portal.pages.documents import plan_documents
from plugins.portal.pages.files import plan_files
from plugins.portal.pages.home import plan_home
from plugins.portal.pages.honour_roll import plan_honour_roll
from plugins.portal.pages.news import plan_news
from plugins.portal.pages.search import plan_search
from plugins.portal.pages.static import plan_static_pages
from plugins.portal.pages.subscribe import plan_subscribe
from plugins.portal.pages.terms import plan_terms
from plugins.portal.site import Site

__all__ = ["plan_site"]


def plan_site(site: Site) -> Plan:
    """Plan every output of the site.

    Raises:
        CollisionError: two outputs want the same address.
    """
    plan = Plan()
    for part in (
        plan_home,
        plan_articles,
        plan_news,
        plan_terms,
        plan_calendars,
        plan_honour_roll,
        plan_documents,
        plan_data,
        plan_subscribe,
        plan_search,
        plan_static_pages,
        plan_files,
    ):
        part(site, plan)
    return plan
