"""Know that a build would change nothing, before anything of it is even imported.

After each build a record says from what it was made: the look of all its sources, of the code and
its libraries, the environment, the day. While all of that holds and the output is as it was left,
the next build has nothing to do.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import sysconfig
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from plugins.incremental.snapshot import Snapshot, folder_times, snapshot
from plugins.portal.manifest import STATE

RECORD = Path(".build/lan-truoc.json")
ARTICLES = "tin"  # the folder of articles, by far most files
_VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
# A file changed so shortly before a build could be changed once more within a tick of its clock
# (seconds). Most file systems tick every few milliseconds, old ones every second or two.
_FINE, _COARSE = 0.1, 2.0
# What differs from shell to shell and says nothing to a build.
_VOLATILE = frozenset(
    {"_", "SHLVL", "PWD", "OLDPWD", "COLUMNS", "LINES", "TERM", "TERM_PROGRAM", "COLORTERM"}
    | {"WINDOWID", "MAKELEVEL", "MAKEFLAGS", "MFLAGS", "INVOCATION_ID", "JOURNAL_STREAM"}
    | {"SSH_CLIENT", "SSH_CONNECTION", "SSH_TTY"}
)
_CODE = (Path("plugins"), Path("pelicanconf.py"))


Difference = Literal["nothing", "articles", "output", "more"]


@dataclass(frozen=True, slots=True)
class Look:
    """What all that a build is made from looks like from outside."""

    articles: Snapshot
    sources: Snapshot
    code: Snapshot


@dataclass(frozen=True, slots=True)
class Record:
    """What a build was made from and until when (seconds since 1970) it holds by itself.

    ``articles`` is the look of the folder of articles, ``sources`` that of all other sources.
    ``left`` are the folders of the output as they were left. ``scene`` is what the portal must know
    to change the text of an article and nothing else. ``index_is_old``: the search does not know
    yet what has changed.
    """

    arguments: tuple[str, ...]
    roots: tuple[str, ...]
    articles: str
    sources: str
    code: str
    surroundings: str
    left: Mapping[str, str]
    until: float
    scene: Mapping[str, Any]
    index_is_old: bool = False


def read_record(file: Path = RECORD) -> Record | None:
    """Return the record of the last build, if there is a whole one."""
    try:
        known, _, told = file.read_text("utf-8").partition("\n")
        if known != _sum(told):
            return None
        values = json.loads(told)
        lists = {name: tuple(values[name]) for name in ("arguments", "roots")}
        record = Record(**(values | lists))
    except (OSError, ValueError, TypeError, KeyError):
        return None
    shapes = ((record.left, dict), (record.until, float), (record.scene, dict))
    return record if all(isinstance(value, shape) for value, shape in shapes) else None


def output_of(record: Record) -> str:
    """Tell whether the output is "as left", "emptied", or something "else"."""
    left = folder_times(record.left)
    if left == record.left:
        return "as left"
    output = record.scene.get("output")
    return "emptied" if left.keys() <= {output, f"{output}/{STATE}"} else "else"


def difference(record: Record, arguments: Sequence[str], look: Look, output: str) -> Difference:
    """Tell what a build with these arguments would find changed since the recorded one.

    ``output`` is what :func:`output_of` says. Where only articles have changed, it may be that
    little of the output does. Where nothing has but the output is gone, it can be as it was.
    """
    if (
        record.arguments != tuple(arguments)
        or now() >= record.until
        or record.surroundings != surroundings()
        or (look.sources.digest, look.code.digest) != (record.sources, record.code)
        or output == "else"
    ):
        return "more"
    same = look.articles.digest == record.articles
    if output == "emptied":
        return "output" if same else "more"
    return "nothing" if same else "articles"


class Recorder:
    """Records a build when it is done, by a ``look`` that was taken before it.

    ``roots`` are the content and the theme; ``began`` is when the program was started (seconds
    since 1970), before it read any code.
    """

    def __init__(
        self, arguments: Sequence[str], roots: Sequence[str], look: Look, began: float
    ) -> None:
        self._arguments = tuple(arguments)
        self._roots = tuple(roots)
        self._look = look
        # Code was read since the start, sources are read from now on.
        newest = max((look.articles, look.sources), key=lambda one: one.newest)
        self._young = _is_young(look.code, began) or _is_young(newest, time.time())
        self._surroundings = surroundings()

    def done(
        self,
        left: Mapping[str, str],
        due: Iterable[float],
        scene: Mapping[str, Any],
        file: Path = RECORD,
        *,
        index_is_old: bool = False,
    ) -> None:
        """Record the build.

        ``left`` are its folders; the moments that are ``due`` (seconds since 1970) change it.
        """
        file.unlink(missing_ok=True)
        if self._young:
            return
        record = Record(
            arguments=self._arguments,
            roots=self._roots,
            articles=self._look.articles.digest,
            sources=self._look.sources.digest,
            code=self._look.code.digest,
            surroundings=self._surroundings,
            left=left,
            until=min((_midnight(), *due)),
            scene=scene,
            index_is_old=index_is_old,
        )
        values = {spec.name: getattr(record, spec.name) for spec in fields(record)}
        told = json.dumps(values)
        new = file.with_suffix(".tmp")
        with suppress(OSError):  # as on a full disk: the next build then looks at everything
            file.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(f"{_sum(told)}\n{told}", "utf-8")
            new.replace(file)


def look_at(roots: Sequence[str]) -> Look:
    """Look at the sources below ``roots``, the content first, and at the code."""
    articles = Path(roots[0], ARTICLES)
    sources = snapshot(map(Path, roots), besides=articles)
    return Look(snapshot([articles]), sources, snapshot(_CODE))


def grow_old(look: Look) -> None:
    """Wait until an article that was just saved can be told from one that is saved once more."""
    age = time.time() - look.articles.newest
    if 0 <= age < _FINE:
        time.sleep(_FINE - age)


def _sum(told: str) -> str:
    return hashlib.sha256(told.encode()).hexdigest()


def _is_young(seen: Snapshot, read: float) -> bool:
    """Whether a file was changed so shortly before it was read that a change could go unseen."""
    return seen.newest > read - (_COARSE if seen.newest.is_integer() else _FINE)


def surroundings(environment: Mapping[str, str] = os.environ) -> str:
    """Return a digest of what a build may depend on beside files: environment and libraries."""
    libraries = Path(sysconfig.get_path("purelib")).stat()
    known = {name: value for name, value in environment.items() if name not in _VOLATILE}
    place = (sys.version, str(Path.cwd()), libraries.st_mtime_ns, libraries.st_ino)
    told = [*place, sorted(known.items())]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def now() -> float:
    """Return the moment of the build; SOURCE_DATE_EPOCH sets it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return float(epoch) if epoch else time.time()


def _midnight() -> float:
    """The end of the build's day in Vietnam: then campaigns may end and days are counted anew."""
    day = datetime.fromtimestamp(now(), _VIETNAM).date() + timedelta(days=1)
    return datetime(day.year, day.month, day.day, tzinfo=_VIETNAM).timestamp()
