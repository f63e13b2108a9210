"""Take a person's name out of what is published, on that person's request; pure.

Words are read before they are taken out: what a text tells of stays counted.
"""

from plugins.takedown.finder import Finder, Found, key
from plugins.takedown.markup import find_in_text, rewrite
from plugins.takedown.requests import Request, read_requests
from plugins.takedown.spans import NAME, POSITION, Span, replaced, shifted

__all__ = [
    "NAME",
    "POSITION",
    "Finder",
    "Found",
    "Request",
    "Span",
    "find_in_text",
    "key",
    "read_requests",
    "replaced",
    "rewrite",
    "shifted",
]
