"""Show that a build depends on nothing but its sources: ``python -m plugins.desk.reproduce``.

The site is built from copies of the sources in surroundings that differ in all that should not
matter; then every byte and every mode of the results is compared.
"""

from __future__ import annotations

import argparse
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a build takes place. ``age`` is how many days old the copied files claim to be."""

    name: str
    folder: str
    environment: Mapping[str, str]
    umask: int
    backwards: bool
    age: int


# All differ from each other in everything; the plain C locale without Python's mending of it last.
PLACES = (
    Surroundings(
        name="múi giờ Kiritimati, UTF-8",
        folder="a",
        environment={
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C.UTF-8",
            "LANG": "vi_VN.UTF-8",
            "PYTHONHASHSEED": "0",
            "USER": "mot",
        },
        umask=0o022,
        backwards=False,
        age=0,
    ),
    Surroundings(
        name="múi giờ Los Angeles, LANG=C",
        folder="mot-thu-muc-khac/ten dài hơn/b",
        environment={
            "TZ": "America/Los_Angeles",
            "LC_ALL": "C",
            "LANG": "C",
            "PYTHONHASHSEED": "4294967295",
            "USER": "hai",
        },
        umask=0o077,
        backwards=True,
        age=400,
    ),
    Surroundings(
        name="múi giờ Kolkata, ASCII",
        folder="ba",
        environment={
            "TZ": "Asia/Kolkata",
            "LC_ALL": "POSIX",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
            "PYTHONIOENCODING": "utf-8",
            "PYTHONHASHSEED": "random",
            "USER": "ba",
        },
        umask=0o002,
        backwards=True,
        age=9000,
    ),
)


def build(sources: Mapping[str, Path], place: Surroundings, room: Path, moment: int) -> Path:
    """Build a copy of ``sources`` (by their name in the copy) in ``room``; return the output.

    Raises:
        subprocess.CalledProcessError: the build was refused.
    """
    work, home = room / place.folder, room / f"home-{place.environment['USER']}"
    home.mkdir(parents=True)
    for name, source in sources.items():
        _copy(source, work / name, place, moment)
    output = work / "output"
    # Only what the build needs: nothing of the caller's surroundings is common to all builds.
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "SITEURL": os.environ.get("SITEURL", "https://bang-vang.example"),
        "SOURCE_DATE_EPOCH": str(moment),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(home),
        "LOGNAME": place.environment["USER"],
        **place.environment,
    }
    subprocess.run(
        [sys.executable, "-m", "pelican", "--fatal", "warnings", "-o", str(output)],
        cwd=work,
        env=environment,
        umask=place.umask,
        check=True,
        capture_output=True,
    )
    return output


def _copy(source: Path, target: Path, place: Surroundings, moment: int) -> None:
    """Copy a file or folder; in which order files are made decides how some disks list them."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir() and not source.is_symlink():
        target.mkdir()
        for one in sorted(source.iterdir(), reverse=place.backwards):
            if one.name != "__pycache__":
                _copy(one, target / one.name, place, moment)
    else:
        shutil.copy(source, target, follow_symlinks=False)
        then = moment - place.age * 86400
        os.utime(target, (then, then), follow_symlinks=False)


def differences(one: Path, other: Path) -> Iterator[str]:
    """Say of each path below two folders how it differs: what it is, its mode, its bytes."""
    paths = {path.relative_to(top) for top in (one, other) for path in (top, *top.rglob("*"))}
    for path in sorted(paths):
        if said := _difference(one / path, other / path):
            yield f"{path}: {said}"


def _difference(one: Path, other: Path) -> str:
    for path in (one, other):
        if not os.path.lexists(path):
            return "chỉ có ở một bản"
    modes = (one.lstat().st_mode, other.lstat().st_mode)
    if modes[0] != modes[1]:
        return f"quyền khác nhau ({stat.filemode(modes[0])} và {stat.filemode(modes[1])})"
    if one.is_symlink():
        return "" if one.readlink() == other.readlink() else "liên kết dẫn đến hai nơi"
    if one.is_dir():
        return ""
    first, second = one.read_bytes(), other.read_bytes()
    if first == second:
        return ""
    pairs = enumerate(zip(first, second, strict=False))
    place = next((at for at, (a, b) in pairs if a != b), min(len(first), len(second)))
    line = first.count(b"\n", 0, place) + 1
    return f"nội dung khác nhau từ byte {place} (dòng {line}): {_near(first, place)} và " + _near(
        second, place
    )


def _near(data: bytes, place: int) -> str:
    return f"“{data[place : place + 30].decode('utf-8', 'replace')}”".replace("\n", "⏎")


def compare(outputs: Mapping[str, Path]) -> bool:
    """Compare each output with the first and print what differs; return whether nothing does."""
    (first, reference), *others = outputs.items()
    alike = True
    for name, output in others:
        found = list(differences(reference, output))
        if found:
            alike = False
            print(f"“{first}” và “{name}” khác nhau ở {len(found)} chỗ:")
            print("".join(f"  {line}\n" for line in found[:SHOWN]), end="")
            print("  …\n" if len(found) > SHOWN else "", end="")
    return alike


def main(arguments: Sequence[str] | None = None) -> int:
    """Build and compare. Returns 1 on a difference; a refused build's own code otherwise."""
    parser = argparse.ArgumentParser(description="Dựng trang nhiều lần và so từng byte.")
    parser.add_argument("--content", type=Path, default=Path("content"), help="thư mục nội dung")
    options = parser.parse_args(arguments)
    sources = {name: Path(name) for name in ("theme", "plugins", "pelicanconf.py")}
    sources["content"] = options.content
    missing = [str(path) for path in sources.values() if not path.exists()]
    if missing:
        print(f"Không thấy {', '.join(missing)}. Chạy lệnh ở thư mục của dự án.", file=sys.stderr)
        return 2
    moment = int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    with tempfile.TemporaryDirectory(prefix="dung-lai-") as room:
        outputs: dict[str, Path] = {}
        for place in PLACES:
            try:
                outputs[place.name] = build(sources, place, Path(room), moment)
            except subprocess.CalledProcessError as error:
                print(f"Lần dựng “{place.name}” không thành:", file=sys.stderr)
                print((error.stdout + error.stderr).decode("utf-8", "replace"), file=sys.stderr)
                return int(error.returncode) if error.returncode > 0 else 2
        files = sum(path.is_file() for path in outputs[PLACES[0].name].rglob("*"))
        if not compare(outputs):
            return 1
    print(f"Giống hệt: {len(outputs)} lần dựng, {files} tệp, từng byte và từng quyền.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
