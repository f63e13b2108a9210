"""What befalls a project beside the edits of its sources: time, tools, disks, power cuts."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from tests.rebuilding.content import NEWS
from tests.rebuilding.scene import DAY, Hindrance, Scene

# What a build tells staff, kept beside what it keeps for itself.
TOLD = ("so-cai.json", "can-xem-lai.md")
_HOUR = 3600


def wait(scene: Scene) -> str:
    """Let time pass in the world of the site: campaigns end, articles are due."""
    scene.now += (span := scene.draw.choice((60, 5 * _HOUR, DAY, 8 * DAY, 40 * DAY)))
    return f"clock + {span} s"


def rest(scene: Scene) -> str:
    """Let files be no longer quite new when they are looked at."""
    scene.rest = 2.1
    return f"rest of {scene.rest} s"


def build_elsewhere(scene: Scene) -> str:
    """Let the next build go into another folder."""
    scene.output = "output-khac"
    return f"--output {scene.output}"


def build_twice(scene: Scene) -> str:
    """Let two builds begin at the same time."""
    scene.hindrance = Hindrance(doubled=True)
    return "two builds at once"


def touch(scene: Scene) -> str:
    """Give a file other times: now, long ago, to come."""
    files = _files(scene.folder / "content") + _files(scene.folder / "theme/templates")
    file = scene.draw.choice(files)
    moment = scene.draw.choice((None, 1_500_000_000, time.time() + DAY))
    os.utime(file, None if moment is None else (moment, moment))
    return f"{_inside(scene, file)}: touch {moment and round(moment)}"


def copy_anew(scene: Scene) -> str:
    """Put every file of the content in its place again, as a tool that copies trees does."""
    for file in _files(scene.folder / "content"):
        new = file.with_name(f".{file.name}")
        shutil.copy(file, new)
        new.replace(file)
    return "content: copied anew"


def write_unseen(scene: Scene) -> str:
    """Change a figure in a text so that neither size nor time of change tell of it."""
    scene.aged = True
    articles = scene.content.of(NEWS)
    article = scene.draw.choice(articles) if articles else None
    if article is None:
        return ""
    for place, paragraph in enumerate(article.body):
        for digit in "123456789":
            if digit in paragraph:
                other = str(int(digit) % 9 + 1)
                article.body[place] = paragraph.replace(digit, other, 1)
                return f"{article.front['id']}: {digit} becomes {other}, times kept"
    return ""


def write_by_replacing(scene: Scene) -> str:
    """Let the next files be written beside the old ones and take their places."""
    scene.replaced = True
    return "files are replaced"


def leave_behind(scene: Scene) -> str:
    """Leave what programs leave behind."""
    file = scene.folder / "content/tin" / scene.draw.choice((".DS_Store", "~$bai.md", "Thumbs.db"))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"\0")
    return _inside(scene, file)


def go_back(scene: Scene) -> str:
    """Take all edits since some earlier moment back."""
    if not scene.memory:
        return ""
    scene.go_back(scene.draw.choice(scene.memory))
    return "an earlier state"


def build_anew(scene: Scene) -> str:
    """Let the next build not ask whether anything has changed."""
    scene.arguments = ("--anew",)
    return "--anew"


def lose_kept(scene: Scene) -> str:
    """Delete all that is kept from build to build."""
    shutil.rmtree(scene.folder / ".build", ignore_errors=True)
    return ".build: remove"


def damage_kept(scene: Scene) -> str:
    """Damage one of the files kept from build to build."""
    files = [file for file in _files(scene.folder / ".build") if file.name not in TOLD]
    if not files:
        return ""
    file = scene.draw.choice(files)
    # Files on the shelf are the published ones: who writes into them harms these.
    harm = scene.draw.choice(_HARMS if file.stat().st_nlink == 1 else (delete, substitute))
    harm(file, scene)
    return f"{_inside(scene, file)}: {harm.__name__}"


def delete(file: Path, _: Scene) -> None:
    file.unlink()


def truncate(file: Path, scene: Scene) -> None:
    os.truncate(file, scene.draw.randint(0, file.stat().st_size))


def scratch(file: Path, scene: Scene) -> None:
    """Write noise over some bytes."""
    data = bytearray(file.read_bytes())
    for _ in range(scene.draw.choice((1, 3, 40))):
        if data:
            place, length = scene.draw.randrange(len(data)), scene.draw.choice((1, 1, 64, 4096))
            data[place : place + length] = scene.draw.randbytes(len(data[place : place + length]))
    file.write_bytes(data)


def substitute(file: Path, _: Scene) -> None:
    """Put a sound database there that is of something else."""
    file.unlink()
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE kept (path TEXT)")
        database.execute("INSERT INTO kept VALUES ('content/tin')")
    database.close()


_HARMS: tuple[Callable[[Path, Scene], None], ...] = (delete, truncate, scratch, scratch, substitute)


def stash_kept(scene: Scene) -> str:
    """Keep a copy of what is kept, or put an older one back, all of it or one file."""
    if not scene.stash or scene.chance(0.5):
        files = [file for file in _files(scene.folder / ".build") if file.name not in TOLD]
        scene.stash = {_inside(scene, file): file.read_bytes() for file in files}
        return f"{len(files)} kept files: copied"
    chosen = scene.draw.choice((sorted(scene.stash), [scene.draw.choice(sorted(scene.stash))]))
    for path in chosen:
        (scene.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (scene.folder / path).unlink(missing_ok=True)
        (scene.folder / path).write_bytes(scene.stash[path])
    return f"older ones put back: {', '.join(chosen)}"


def lose_output(scene: Scene) -> str:
    """Delete a published file, a folder of them, or the whole output."""
    output = scene.folder / "output"
    published = [file for file in _files(output) if ".bang-vang" not in file.parts]
    if not published:
        return ""
    file = scene.draw.choice(published)
    what = scene.draw.choice((file, file, file.parent, file.parent))
    if scene.chance(0.1):
        what = output
    if what == output and not scene.chance(0.3):
        what = file
    if what.is_dir():
        shutil.rmtree(what)
    else:
        what.unlink()
    return f"{_inside(scene, what)}: remove"


def kill(scene: Scene) -> str:
    """Let the next build be killed at one of its changes of files."""
    changes = scene.draw.randint(1, scene.draw.choice((4, 12, 40, 150, 700)))
    scene.hindrance = Hindrance(kill={"changes": changes})
    return f"kill at change {changes}"


def fill_disk(scene: Scene) -> str:
    """Let no file become large in the next build (but for what it prints)."""
    size = scene.draw.choice((5_000, 20_000, 60_000, 200_000))
    scene.hindrance = Hindrance(file_size=size)
    return f"no file above {size} bytes"


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _inside(scene: Scene, file: Path) -> str:
    return file.relative_to(scene.folder).as_posix()


EDITS: tuple[Callable[[Scene], str], ...] = (
    rest, build_elsewhere, build_twice, touch, touch, copy_anew, write_unseen, write_unseen,
    write_by_replacing, leave_behind, go_back, go_back, build_anew, lose_kept, damage_kept,
    damage_kept, stash_kept, stash_kept, lose_output, lose_output, lose_output, kill, kill,
    fill_disk,
)  # fmt: skip
