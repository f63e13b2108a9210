"""Who is who: units and campaigns, their names, and which one a text means."""

from plugins.registry.names import NameIndex
from plugins.registry.registry import Registry
from plugins.registry.resolve import resolve_award

__all__ = ["NameIndex", "Registry", "resolve_award"]
