"""What is remembered of a build for the next, that may do without loading the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from plugins.portal.contexts import Taxonomy
from plugins.portal.settings import Settings


@dataclass(frozen=True, slots=True)
class Scene:
    """What must be known of the last build; ``version`` is of what its database keeps."""

    content: str
    output: str
    store: str
    version: str
    url: str
    prefix: str
    search: bool
    taxonomies: tuple[Taxonomy, ...]

    def encode(self) -> dict[str, Any]:
        """Return it as plain values."""
        return asdict(self)

    @classmethod
    def decode(cls, values: Mapping[str, Any]) -> Self:
        """Read what :meth:`encode` wrote.

        Raises:
            KeyError, TypeError: it is something else.
        """
        taxonomies = tuple(Taxonomy(**one) for one in values["taxonomies"])
        return cls(**{**values, "taxonomies": taxonomies})


def scene_of(settings: Settings, version: str) -> Scene:
    """Return what must be known of a build; ``version`` is of what its database keeps."""
    return Scene(
        content=str(settings.content),
        output=str(settings.output),
        store=str(settings.store),
        version=version,
        url=settings.site.url,
        prefix=settings.prefix,
        search=settings.search,
        taxonomies=settings.taxonomies,
    )
