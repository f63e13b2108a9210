"""The Pelican generator that builds the portal."""

from __future__ import annotations

from typing import Any

from pelican.generators import Generator

from plugins.portal.assembly import assemble
from plugins.portal.outputs import CollisionError, publish
from plugins.portal.pages import plan_site
from plugins.portal.rendering import prepare, render
from plugins.portal.settings import read_settings
from plugins.sources import Problems


class PortalGenerator(Generator):  # type: ignore[misc]
    """Reads and checks everything first, writes only when nothing is wrong."""

    def generate_context(self) -> None:
        """Read the content and plan the site.

        Raises:
            SystemExit: the content has faults; the message lists them all and nothing is written.
        """
        problems = Problems()
        self.portal = read_settings(self.settings)
        self.site, bodies = assemble(self.portal, problems)
        try:
            self.plan = plan_site(self.site)
        except CollisionError as error:
            raise SystemExit(f"Hai trang trùng một địa chỉ. {error}") from error
        bodies.check_links(self.plan)
        if problems:
            # Pelican prints a traceback for any other exception.
            raise SystemExit(problems.report())

    def generate_output(self, _writer: Any) -> None:
        """Render and publish the planned site, and say what became of the sources."""
        prepare(self.env, self.portal)
        files = publish(render(self.plan, self.env, self.portal), self.portal.output)
        tally = self.site.tally
        print(
            f"Đã xuất bản {tally.published}/{tally.total} bài "
            f"(nháp {tally.draft}, hẹn giờ {tally.scheduled}, hết hạn {tally.expired}, "
            f"đã gỡ {tally.withdrawn}); {files} tệp trong {self.portal.output}."
        )
        self.context["articles_generator"].articles = self.site.stories
        self.context["pages_generator"].pages = self.site.pages
