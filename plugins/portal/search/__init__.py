"""The search of the site: an index made by Pagefind, which the reader's browser asks."""

from plugins.portal.search.index import BUNDLE, with_index

__all__ = ["BUNDLE", "with_index"]
