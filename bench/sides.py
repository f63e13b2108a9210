"""The site generators that are measured: this project and its peers, each in its own folder."""

from __future__ import annotations

import compileall
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from bench.corpus import Corpus
from bench.processes import Command
from bench.trees import write_hugo, write_pelican, write_project

ROOT = Path(__file__).parent.parent
OUTPUT = "output"
BUILD_DATE = "1796169600"  # 2 December 2026, after the last article


@dataclass(frozen=True, slots=True)
class Side:
    """One generator: what stands beside its content, how it builds and serves.

    ``store`` is what it keeps between builds beside the output, if anything.
    """

    name: str
    release: str
    files: Mapping[str, Path]
    write: Callable[[Corpus, Path], None]
    builder: tuple[str, ...]
    server: tuple[str, ...] = ()
    store: str | None = None
    environment: Mapping[str, str] = field(default_factory=dict)

    def prepare(self, corpus: Corpus, work: Path) -> None:
        """Lay out everything that the generator reads."""
        work.mkdir(parents=True)
        for name, source in self.files.items():
            _copy(source, work / name)
        compileall.compile_dir(work, quiet=2)
        self.write(corpus, work / "content")

    def build(self, work: Path) -> Command:
        """Return the command that builds the site."""
        return Command(self.builder, work, self.environment)

    def serve(self, work: Path, port: int) -> Command:
        """Return the command that serves the site and follows what is saved."""
        return Command((*self.server, "--port", str(port)), work, self.environment)


def hugo_binary() -> Path | None:
    """Return the program itself: the package's command first starts Python."""
    folder = ROOT / ".build/bench-venv"
    found = sorted(folder.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return next((path for path in found if os.access(path, os.X_OK)), None)


def sides() -> dict[str, Side]:
    """Return all sides that can be measured here, by their short names."""
    found = {"project": _project()}
    hugo = hugo_binary()
    if hugo:
        found["hugo"] = _hugo(hugo)
    found["pelican"] = _pelican("Pelican", {})
    found["pelican-cache"] = _pelican("Pelican cached", {"BENCH_CACHE": "1"})
    return found


def _project() -> Side:
    names = ("plugins", "theme", "pelicanconf.py")
    return Side(
        name="Bảng Vàng",
        release="",
        files={name: ROOT / name for name in names},
        write=write_project,
        builder=(sys.executable, "-m", "plugins.desk.build"),
        server=(sys.executable, "-m", "plugins.desk.serve"),
        store=".build" if (ROOT / "plugins/incremental").is_dir() else None,
        # The peers have no search; its index would be work that they do not do.
        environment={"SOURCE_DATE_EPOCH": BUILD_DATE, "SEARCH": "0"},
    )


def _hugo(binary: Path) -> Side:
    server = (str(binary), "server", "--bind", "127.0.0.1", "--noHTTPCache")
    return Side(
        name="Hugo",
        release=next(path.name for path in binary.parents[2].glob("hugo-*.dist-info"))
        .removeprefix("hugo-")
        .removesuffix(".dist-info"),
        files={".": ROOT / "bench/hugo"},
        write=write_hugo,
        builder=(str(binary), "build", "--destination", OUTPUT),
        server=server,
        environment={"HUGO_CACHEDIR": str(ROOT / ".build/bench-hugo-cache")},
    )


def _pelican(name: str, environment: Mapping[str, str]) -> Side:
    program = (sys.executable, "-m", "pelican")
    return Side(
        name=name,
        release=version("pelican"),
        files={".": ROOT / "bench/pelican"},
        write=write_pelican,
        builder=(*program, "content", "-s", "settings.py", "-o", OUTPUT, "--quiet"),
        store="cache" if environment else None,
        environment=environment,
    )


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    else:
        shutil.copyfile(source, target)
