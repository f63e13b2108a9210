"""Builds any number of times: a process that has everything imported forks those that build.

Run as a script. Each line on stdin asks for a build (a JSON object: ``folder``, ``module``,
``arguments``, ``environment``, ``log``, ``code``, ``kill``, ``file_size``); each line on stdout
tells how it ended (``code``, negative for a signal) and the ``processor`` seconds that it took. The
first process has only libraries. The project's own code is imported by one that it forks for each
``code``, a name for a state of it.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

# What takes long to import and is no part of the project.
LIBRARIES = (
    "bs4",
    "concurrent.futures.process",
    "feedgen.feed",
    "jinja2.ext",
    "logging.config",
    "lxml.etree",
    "markdown.extensions.footnotes",
    "markdown.extensions.tables",
    "markdown.extensions.toc",
    "multiprocessing.pool",
    "nh3",
    "openpyxl",
    "pelican",
    "PIL.Image",
    "sqlite3",
    "yaml",
)
# Functions of the project that read nothing but its own data.
DATA = (("plugins.vocabulary", "load"), ("plugins.registry", "load_gazetteer"))
# What a program does to files, as Python tells it (sys.addaudithook).
_CHANGES = frozenset(
    {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate", "sqlite3.connect"}
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def serve_all() -> None:
    """Build as often as asked, with the code of the project as it is each time."""
    for name in LIBRARIES:
        importlib.import_module(name)
    code, image = None, None
    for line in sys.stdin:
        asked = json.loads(line)
        if image is None or asked["code"] != code:
            _close(image)
            code, image = asked["code"], _forked(asked)
        _, requests, answers = image
        requests.write(line)
        requests.flush()
        print(answers.readline(), end="", flush=True)
    _close(image)


Image = tuple[int, IO[str], IO[str]]


def _close(image: Image | None) -> None:
    if image:
        process, requests, answers = image
        requests.close()
        answers.close()
        os.waitpid(process, 0)


def _forked(asked: Mapping[str, Any]) -> Image:
    """Fork a process that imports the project's code; return it, how to ask and to hear it."""
    requests, answers = os.pipe(), os.pipe()
    process = os.fork()
    if not process:
        for end in (0, requests[1], answers[0]):
            os.close(end)
        sys.path[0] = asked["folder"]
        os.chdir(asked["folder"])
        _import_project()
        gc.collect()
        gc.freeze()
        serve(os.fdopen(requests[0]), os.fdopen(answers[1], "w"))
        os._exit(0)
    os.close(requests[0])
    os.close(answers[1])
    return process, os.fdopen(requests[1], "w"), os.fdopen(answers[0])


def _import_project() -> None:
    """Import all that a build may; what is wrong with it, the build itself will say."""
    for name, function in DATA:
        with suppress(Exception):
            getattr(importlib.import_module(name), function)()
    for file in sorted(Path("plugins").rglob("*.py")):
        parts = file.with_suffix("").parts
        if parts[1] != "desk" or parts[-1] == "build":
            with suppress(Exception):
                importlib.import_module(".".join(parts).removesuffix(".__init__"))


def serve(requests: IO[str], answers: IO[str]) -> None:
    """Build as often as asked, each time in a process of its own."""
    for line in requests:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            _build(asked)
        code, processor = _ended(child, asked.get("kill", {}).get("seconds"))
        print(json.dumps({"code": code, "processor": processor}), file=answers, flush=True)


def _ended(child: int, seconds: float | None) -> tuple[int, float]:
    """Wait for a process, at most some time; what it started ends with it.

    Returns its exit code and the processor seconds that it took.
    """
    if seconds is not None:
        limit = time.monotonic() + seconds
        while os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            if time.monotonic() > limit:
                _kill(child)
                break
            time.sleep(0.001)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    _kill(child)
    _, status, used = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime


def _kill(leader: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)


def _build(asked: Mapping[str, Any]) -> None:
    """Be the process that builds; never returns."""
    code: object = 1
    try:
        _enter(asked)
        code = importlib.import_module(asked["module"]).main()
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
    finally:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else int(code is not None))


def _enter(asked: Mapping[str, Any]) -> None:
    """Take on the surroundings of a build: folder, environment, where it prints, its limits."""
    os.setsid()
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    time.tzset()
    for number, (name, flags) in enumerate(
        (
            (os.devnull, os.O_RDONLY),
            (asked["log"] + ".out", os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
            (asked["log"] + ".err", os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
        )
    ):
        opened = os.open(name, flags, 0o644)
        os.dup2(opened, number)
        if opened != number:
            os.close(opened)
    # The image's own streams are those of whoever asks; these are the build's.
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
    sys.argv = [asked["module"], *asked["arguments"]]
    if "file_size" in asked:
        limits = (asked["file_size"], resource.RLIM_INFINITY)
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    if "changes" in asked.get("kill", {}):
        _die_after(asked["kill"]["changes"])


def _die_after(changes: int) -> None:
    """Let this process and its children be killed at its n-th change of a file or folder."""
    left = changes

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if event in _CHANGES or (event == "open" and _is_writing(arguments)):
            left -= 1
            if left <= 0:
                os.killpg(0, signal.SIGKILL)

    sys.addaudithook(watch)


def _is_writing(arguments: tuple[Any, ...]) -> bool:
    _, mode, flags = arguments
    if isinstance(mode, str):
        return any(sign in mode for sign in "wax+")
    return isinstance(flags, int) and bool(flags & _WRITING)


if __name__ == "__main__":
    serve_all()
