"""One sequence of edits, with a rebuild after each few and a clean build to hold it against."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.rebuilding import accidents, authors, beginnings, editors, makers, mistakes
from tests.rebuilding.builds import HEAL, Builder, Order, Outcome
from tests.rebuilding.comparing import Contents, differences, differing_reports, reports
from tests.rebuilding.folder import Files, contents, copy_project
from tests.rebuilding.scene import ROOT, Hindrance, Scene

Edit = Callable[[Scene], str]

# How often each kind of edit is made.
WEIGHTS: tuple[tuple[int, tuple[Edit, ...]], ...] = (
    (34, (authors.edit_article,)),
    (14, (authors.edit_words,)),
    (10, (authors.add_article, authors.delete_article, authors.schedule, authors.let_expire)),
    (13, editors.EDITS),
    (12, makers.EDITS),
    (5, (accidents.wait,)),
    (10, accidents.EDITS),
    (3, mistakes.EDITS),
)
_GROWTH = 12  # articles; more would only make builds longer
# Files written so many seconds before a build are told from those that are written once more.
_REST = 0.15
_MEMORY = ".bang-vang/manifest.json"


class DifferenceError(Exception):
    """A rebuild is not what a clean build is."""


@dataclass(slots=True)
class Count:
    """What was done: edits, rebuilds, comparisons, and builds that were refused or cut short.

    ``rebuilding`` and ``clean`` are the processor seconds of both sides.
    """

    edits: int = 0
    rebuilds: int = 0
    comparisons: int = 0
    refused: int = 0
    hindered: int = 0
    rebuilding: float = 0.0
    clean: float = 0.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How long a sequence is, how often it is compared, and how large its site begins.

    ``together`` are how many edits there may be between two builds.
    """

    seed: int
    edits: int
    compared: float = 1.0
    articles: int = 8
    search: bool = False
    together: tuple[int, ...] = (1, 1, 1, 2, 4)


class Sequence:
    """Edits one project in ``room``, with a twin that is always built from nothing."""

    def __init__(self, room: Path, plan: Plan, builders: tuple[Builder, Builder]) -> None:
        self._plan = plan
        self._builder, self._clean_builder = builders
        self.folder, self.twin, self._copy = room / "sua", room / "sach", room / "lanh"
        copy_project(self.folder)
        shutil.copytree(self.folder, self.twin)
        draw = Random(plan.seed)  # noqa: S311 - the same choices for the same seed are wanted
        settings = (ROOT / makers.SETTINGS).read_text("utf-8")
        first = beginnings.first_state(draw, settings, plan.articles, search=plan.search)
        self._scene = Scene(self.folder, draw, first, most=plan.articles + _GROWTH)
        self._files = Files(self.folder, self.twin)
        self._unsettled: set[str] = set()
        self._sound = True
        self._codes = 0
        self.count = Count()
        self.edits: list[str] = []

    def run(self) -> None:
        """Edit and build to the end of the plan.

        Raises:
            DifferenceError: a rebuild is not what a clean build is.
        """
        # Old files are known by their times, quite new ones are not.
        self._scene.rest = self._scene.draw.choice((0.0, 2.1))
        self._build(compare=True)
        while self.count.edits < self._plan.edits:
            for _ in range(self._scene.draw.choice(self._plan.together)):
                self._edit()
            last = self.count.edits >= self._plan.edits
            self._build(compare=last or self._scene.chance(self._plan.compared))

    # ------------------------------------------------------------ edits

    def _edit(self) -> None:
        scene = self._scene
        if not self._sound and scene.good and scene.chance(0.7):
            scene.go_back(scene.good)
            done = "back to the last that was published"
        else:
            done = ""
        while not done:
            (group,) = scene.draw.choices(
                [edits for _, edits in WEIGHTS], [weight for weight, _ in WEIGHTS]
            )
            edit = scene.draw.choice(group)
            done = f"{edit.__name__}: {said}" if (said := edit(scene)) else ""
        self.count.edits += 1
        self.edits.append(done)

    # ------------------------------------------------------------ builds

    def _build(self, *, compare: bool) -> None:
        scene, hindrance = self._scene, self._scene.hindrance
        before, told = self._settled(), reports(self.folder)
        files = {**scene.state.code, **scene.content.files(scene.now)}
        changed = self._files.update(files, replaced=scene.replaced, aged=scene.aged)
        if any(path.startswith("plugins/") for path in changed):
            self._codes += 1
        compare = compare or bool(hindrance)
        self.edits.append(f"-- build of {len(changed)} changed files, compared: {compare}")
        clean = self._clean_order(before) if compare else None
        outcome, clean_outcome = self._both(self._order(self.folder, hindrance), clean)
        self.count.rebuilds += 1
        self.count.rebuilding += outcome.processor
        self._check_manners(outcome, hindrance)
        if clean_outcome:
            self.count.clean += clean_outcome.processor
        if hindrance:
            self._check_hindered(outcome, before, clean_outcome)
        elif clean_outcome:
            self._compare(outcome, clean_outcome, before, told)
        self._sound = outcome.code == 0 or bool(hindrance)
        self._remember(outcome)

    def _both(self, rebuild: Order, clean: Order | None) -> tuple[Outcome, Outcome | None]:
        """Build both sides at the same time, the rebuild as late as it is to be."""
        doubled = self._scene.hindrance.doubled
        waited = self._clean_builder.begin(clean) if clean and not doubled else None
        time.sleep(self._scene.rest)
        log = self._builder.begin(rebuild)
        if doubled:
            self._check_manners(self._clean_builder.build(rebuild), self._scene.hindrance)
        outcome = self._builder.end(log)
        if clean and doubled:
            waited = self._clean_builder.begin(clean)
        return outcome, self._clean_builder.end(waited) if waited else None

    def _remember(self, outcome: Outcome) -> None:
        scene = self._scene
        scene.hindrance, scene.arguments = Hindrance(), ()
        scene.replaced = scene.aged = False
        scene.output, scene.rest = "output", scene.draw.choice((0.0, _REST))
        if outcome.code == 0:
            scene.good = scene.packed()
            scene.memory.append(scene.good)
        elif outcome.code > 0:
            self.count.refused += 1

    def _order(self, folder: Path, hindrance: Hindrance | None = None) -> Order:
        scene, hindrance = self._scene, hindrance or Hindrance()
        arguments = scene.arguments if folder == self.folder else ()
        if scene.output != "output":
            arguments = (*arguments, "--output", scene.output)
        moment = {"SOURCE_DATE_EPOCH": str(scene.now)}
        return Order(
            folder=folder,
            code=str(self._codes),
            environment=scene.state.environment | moment,
            arguments=arguments,
            kill=hindrance.kill,
            file_size=hindrance.file_size,
        )

    def _clean_order(self, before: Contents) -> Order:
        """Leave the twin nothing to build from but the addresses that earlier builds have used."""
        for name in (".build", self._scene.output):
            shutil.rmtree(self.twin / name, ignore_errors=True)
        if _MEMORY in before:
            known = json.loads(before[_MEMORY][1])
            memory = {key: known[key] for key in ("format", "pages", "moved", "gone")}
            file = self.twin / self._scene.output / _MEMORY
            file.parent.mkdir(parents=True)
            file.write_text(json.dumps({**memory, "files": {}}), "utf-8")
        return self._order(self.twin)

    def _settled(self) -> Contents:
        """Return what is published: after a build that was cut short, what healing makes of it."""
        output = self.folder / self._scene.output
        return self._healed(output) if output.name in self._unsettled else contents(output)

    def _healed(self, output: Path) -> Contents:
        shutil.rmtree(self._copy, ignore_errors=True)
        self._copy.mkdir()
        if output.exists():
            shutil.copytree(output, self._copy / "output")
        order = Order(self.twin, str(self._codes), {}, HEAL, (str(self._copy / "output"),))
        outcome = self._clean_builder.build(order)
        if outcome.code:
            raise DifferenceError(f"healing ends with {outcome.code}: {outcome.complained}")
        return contents(self._copy / "output")

    # ------------------------------------------------------------ checks

    def _check_manners(self, outcome: Outcome, hindrance: Hindrance) -> None:
        if "Traceback" in outcome.complained + outcome.printed:
            raise DifferenceError(f"a traceback:\n{outcome.complained}{outcome.printed}")
        allowed = (0, 1, 2, -9) if hindrance.kill else (0, 1, 2)
        if outcome.code not in allowed:
            raise DifferenceError(f"exit code {outcome.code}: {outcome.complained}")

    def _check_hindered(self, outcome: Outcome, before: Contents, clean: Outcome | None) -> None:
        """A build that was cut short leaves the old site or the new one, when it is healed."""
        output = self._scene.output
        self._unsettled.add(output)
        self.count.hindered += 1
        now, new = self._healed(self.folder / output), contents(self.twin / output)
        published = outcome.code in (0, -9) or self._scene.hindrance.doubled
        decided = published and clean is not None and clean.code == 0
        if now != before and not (decided and now == new):
            told = [
                *differences(now, before),
                "-- and from the new site --",
                *differences(now, new),
            ]
            raise DifferenceError("\n".join(("a build cut short left neither site:", *told)))
        if outcome.code == 0 and now != new:
            raise DifferenceError("\n".join(differences(now, new)))

    def _compare(
        self, outcome: Outcome, clean: Outcome, before: Contents, told_before: Mapping[str, str]
    ) -> None:
        """Both sides ended alike; where nothing was published, nothing has changed."""
        self.count.comparisons += 1
        output = self._scene.output
        self._unsettled.discard(output)
        told = []
        if outcome.code != clean.code:
            told.append(f"exit codes {outcome.code} and {clean.code}")
        if outcome.code or clean.code:
            complaints = (
                outcome.complained.replace(str(self.folder), "…"),
                clean.complained.replace(str(self.twin), "…"),
            )
            if complaints[0] != complaints[1]:
                told += ["different messages:", *complaints]
        now = contents(self.folder / output)
        expected = contents(self.twin / output) if clean.code == 0 else before
        told += differences(now, expected)
        # A build may end before it has anything to report.
        told += differing_reports(reports(self.folder), {**told_before, **reports(self.twin)})
        if told:
            raise DifferenceError("\n".join(told))
