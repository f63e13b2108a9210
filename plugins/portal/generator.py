"""The Pelican generator that builds the portal."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError
from pelican.generators import Generator

from plugins.incremental.beside import Beside
from plugins.incremental.database import Database
from plugins.incremental.litter import seldom_looked_for
from plugins.incremental.prints import Prints
from plugins.portal.assembly import assemble
from plugins.portal.course import Course
from plugins.portal.guards import check_loss, check_places
from plugins.portal.intake import version
from plugins.portal.journal import heal
from plugins.portal.kept import SCHEMA, Shown, keep_manifest, shelf_beside
from plugins.portal.ledger import Ledger
from plugins.portal.manifest import (
    Manifest,
    ManifestError,
    forgetting,
    manifest_file,
    read_manifest,
    succession,
)
from plugins.portal.outputs import CollisionError, Plan
from plugins.portal.pages import plan_site
from plugins.portal.pages.servers import plan_servers
from plugins.portal.pages.succession import plan_succession
from plugins.portal.production import add_index, produce
from plugins.portal.publishing import Staging, locked, strangers
from plugins.portal.refusal import ENVIRONMENT, Refusal
from plugins.portal.remarks import Remarks
from plugins.portal.rendering import prepare
from plugins.portal.settings import Settings, read_settings
from plugins.portal.site import Site
from plugins.portal.wording import seconds
from plugins.sources import Problems

_KEPT = "Trang đang có giữ nguyên."


class PortalGenerator(Generator):  # type: ignore[misc]
    """Reads and checks everything first, writes only when nothing is wrong.

    One build at a time holds an output folder, from reading what is there to the end.
    """

    def generate_context(self) -> None:
        """Read the content and plan the site.

        Raises:
            Refusal: something is wrong; the message says what, and nothing is written.
        """
        self._held = ExitStack()
        self._refusing(self._plan)

    def generate_output(self, _writer: Any) -> None:
        """Render and publish the planned site, and say what became of the sources.

        Raises:
            Refusal: it cannot be rendered or written; the old site is as it was.
        """
        with self._held:
            self._refusing(self._publish)

    def _refusing(self, step: Callable[[], None]) -> None:
        """Run a step; whatever goes wrong ends the build with a message and lets the lock go."""
        try:
            step()
        except BaseException as error:
            self._held.close()
            if not isinstance(error, Exception):
                raise
            logging.getLogger(__name__).debug("the build failed", exc_info=True)
            raise Refusal(f"{_explain(error)} {_KEPT}", ENVIRONMENT) from error

    def _plan(self) -> None:
        settings = self.portal = _settings(self.settings)
        check_places(settings)
        self._held.enter_context(seldom_looked_for())
        self._held.enter_context(locked(settings.output))
        if heal(settings.output):
            print("Đã hoàn tất lần xuất bản dở dang trước đó.")
        self.previous = _previous(settings)
        problems, self.ledger, self.remarks = Problems(), Ledger(), Remarks()
        self.database = self._held.enter_context(
            Database(settings.store, version(settings.taxonomies, settings.prefix), SCHEMA)
        )
        course = self.course = Course()
        site, bodies, texts = assemble(
            settings, problems, self.ledger, self.remarks, database=self.database, course=course
        )
        with course.step("plan"):
            plan = _planned(site)
        bodies.check_links(plan, self.ledger.published())
        self.ledger.reject(problems)
        self.ledger.save(settings.ledger, settings.now)
        self.remarks.save(settings.review, settings.now)
        if problems:
            raise Refusal(problems.report())
        check_loss(site, self.previous)
        known = forgetting(self.previous, site.unnamed)
        moved, gone = succession(known, site.identities, plan.addresses)
        self.site, self.plan = site, plan
        pages = site.identities
        self.manifest = Manifest(pages=pages, moved=moved, gone=gone)
        self.previous = self.previous.sharing(chain(plan.paths, pages, pages.values()))
        self.bound = frozenset(texts.asked_for)
        plan_succession(self.manifest, plan)
        plan_servers(settings, self.manifest, plan)

    def _publish(self) -> None:
        prepare(self.env, self.portal)
        site, course = self.site, self.course
        output, shelf = self.portal.output, shelf_beside(self.portal.store)
        prints = Prints(self.database, output)
        known = {*self.plan.paths, *self.previous.files}
        with (
            Staging(output) as staging,
            Beside(lambda: json.dumps(strangers(output, known))) as others,
        ):
            made = produce(
                self.plan, self.env, self.portal, prints, staging, shelf=shelf, course=course
            )
            if self.portal.search:
                with course.step("index"):
                    made = add_index(made, self.plan, prints, staging, keep=self.portal.keep_index)
            with course.step("publish"):
                unknown = json.loads(others())  # asked before any file is moved
                done = staging.publish(made.placed, made.prints, self.previous, self.manifest)
        with course.step("keep"):
            prints.keep(made.left(), made.prints)
            Shown(self.database).keep(made.shown, self.bound)
            keep_manifest(self.database, manifest_file(output).read_text("utf-8"))
            self.database.commit()
            shelf.tidy({left.digest: f"{output}/{path}" for path, left in prints.all()})
        course.save(self.portal.store.with_name("thoi-gian.json"))
        print(
            f"{self.ledger.summary()}. {done.files} tệp trong {output}: "
            f"đọc {course.counts['read']} bài, dựng {len(made.placed)} tệp, "
            f"ghi {done.written}, xóa {done.removed}; {seconds(course.seconds)}."
        )
        if unknown:
            print(
                f"Trong {output} có {len(unknown)} tệp không do cổng tạo ra "
                f"({', '.join(unknown[:3])}…); chúng được giữ nguyên. Xóa nếu không cần.",
                file=sys.stderr,
            )
        if self.remarks:
            print(self.remarks.summary())
        self.context["articles_generator"].articles = site.stories
        self.context["pages_generator"].pages = site.pages


def _settings(settings: Mapping[str, Any]) -> Settings:
    try:
        return read_settings(settings)
    except KeyError as error:
        message = f"Thiếu thiết lập {error} trong pelicanconf.py. {_KEPT}"
        raise Refusal(message, ENVIRONMENT) from error
    except ValueError as error:
        raise Refusal(f"Thiết lập sai: {error}. {_KEPT}", ENVIRONMENT) from error


def _previous(settings: Settings) -> Manifest:
    try:
        return read_manifest(settings.output) or Manifest()
    except ManifestError as error:
        message = (
            f"Thư mục {settings.output} có tệp, nhưng bản kê của cổng {error}, nên không bị thay. "
            "Chọn thư mục khác, hoặc tự dọn thư mục này rồi dựng lại."
        )
        raise Refusal(message, ENVIRONMENT) from error


def _planned(site: Site) -> Plan:
    try:
        return plan_site(site)
    except CollisionError as error:
        raise Refusal(f"Hai trang trùng một địa chỉ. {error}") from error


def _template_place(error: TemplateError) -> str:
    """Return "home.html:7": from a syntax error itself, else from Jinja's own stack frames."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    templates = [frame for frame in frames if frame.filename.endswith(".html")]
    return f"{Path(templates[-1].filename).name}:{templates[-1].lineno}" if templates else "?"


def _explain(error: Exception) -> str:
    """Say in Vietnamese what failed, for a fault that is not the content's."""
    if isinstance(error, TemplateError):
        return f"Mẫu trang của giao diện bị lỗi ({_template_place(error)}): {error.message}."
    if isinstance(error, OSError):
        return f"Không ghi hoặc đọc được {error.filename or 'tệp'}: {error.strerror}."
    return f"Chương trình gặp lỗi ({type(error).__name__}: {error})."
