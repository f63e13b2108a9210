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
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.desk.waiting import waiting
from plugins.incremental.snapshot import Snapshot, snapshot

RECORD = Path(".build/lan-truoc.json")
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


@dataclass(frozen=True, slots=True)
class Record:
    """What a build was made from and until when (seconds since 1970) it holds by itself."""

    arguments: tuple[str, ...]
    roots: tuple[str, ...]
    sources: str
    code: str
    surroundings: str
    output: str
    left: str
    until: float


def read_record(file: Path = RECORD) -> Record | None:
    """Return the record of the last build, if there is a whole one."""
    try:
        values = json.loads(file.read_text("utf-8"))
        lists = {name: tuple(values[name]) for name in ("arguments", "roots")}
        return Record(**(values | lists))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def is_unchanged(record: Record | None, arguments: Sequence[str]) -> bool:
    """Whether a build with these arguments would leave the output as it is."""
    return (
        record is not None
        and record.arguments == tuple(arguments)
        and now() < record.until
        and record.surroundings == surroundings()
        and (record.sources, record.code) == tuple(one.digest for one in _look(record.roots))
        and record.left == _left(Path(record.output))
    )


class Recorder:
    """Looks at the sources before a build, and records the build when it is done.

    ``began`` is when the program was started (seconds since 1970), before it read any code.
    """

    def __init__(self, arguments: Sequence[str], roots: Sequence[str], began: float) -> None:
        self._arguments = tuple(arguments)
        self._roots = tuple(roots)
        sources, code = _look(self._roots)
        # Code was read since the start, sources are read from now on.
        self._young = _is_young(code, began) or _is_young(sources, time.time())
        self._sources = sources.digest
        self._code = code.digest
        self._surroundings = surroundings()

    def done(self, output: Path, ledger: Path, file: Path = RECORD) -> None:
        """Record the build; its ledger tells when it would change by itself."""
        file.unlink(missing_ok=True)
        if self._young:
            return
        due = [moment for moment, _, _ in waiting(ledger)]
        record = Record(
            arguments=self._arguments,
            roots=self._roots,
            sources=self._sources,
            code=self._code,
            surroundings=self._surroundings,
            output=str(output),
            left=_left(output),
            until=min((_midnight(), *(moment.timestamp() for moment in due))),
        )
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_suffix(".tmp")
        new.write_text(json.dumps(asdict(record)), "utf-8")
        new.replace(file)


def _look(roots: Iterable[str]) -> tuple[Snapshot, Snapshot]:
    """Look at the sources below ``roots`` and at the code."""
    return snapshot(map(Path, roots)), snapshot(_CODE)


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


def _left(output: Path) -> str:
    return snapshot([output], folders_only=True).digest


def _midnight() -> float:
    """The end of the build's day in Vietnam: then campaigns may end and days are counted anew."""
    day = datetime.fromtimestamp(now(), _VIETNAM).date() + timedelta(days=1)
    return datetime(day.year, day.month, day.day, tzinfo=_VIETNAM).timestamp()
