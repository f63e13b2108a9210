"""The search of the site: an index made by Pagefind, which the reader's browser asks."""

from plugins.portal.search.index import BUNDLE, findable, make_index

__all__ = ["BUNDLE", "findable", "make_index"]
