"""Who is who: units and campaigns, their names, and which one a text means."""

from plugins.registry.gazetteer import Gazetteer, load_gazetteer
from plugins.registry.levels import is_level, unit_of_level
from plugins.registry.linking import completed, link
from plugins.registry.localities import LOCALITIES, is_locality
from plugins.registry.names import NameIndex
from plugins.registry.registry import Registry
from plugins.registry.resolve import resolve_award

__all__ = [
    "LOCALITIES",
    "Gazetteer",
    "NameIndex",
    "Registry",
    "completed",
    "is_level",
    "is_locality",
    "link",
    "load_gazetteer",
    "resolve_award",
    "unit_of_level",
]
