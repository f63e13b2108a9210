"""An output that was emptied gets back the very files of the last build, or none of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.portal.manifest import STATE, read_manifest
from plugins.portal.restoring import restore
from tests.conftest import Workshop, article, files_below

MANIFEST = f"{STATE}/manifest.json"
FILES = {
    "tin/2024/05/mot.md": article("Bài có một đoạn."),
    "tin/2024/05/hai.md": article("Bài hai có một đoạn.", id="hai", title="Bài hai"),
}


def inodes(output: Path) -> dict[str, int]:
    """Return the number of each published file; one for all with the same bytes."""
    files = files_below(output)
    first = {data: path for path, data in files.items()}
    return {
        path: (output / first[data]).stat().st_ino
        for path, data in files.items()
        if path != MANIFEST
    }


def kept(workshop: Workshop) -> list[Path]:
    return [path for path in sorted((workshop.folder / "kho-tep").rglob("*")) if path.is_file()]


def copied(workshop: Workshop) -> None:
    """Let the kept files be copies, as from a backup: of other times and modes."""
    for file in kept(workshop):
        data = file.read_bytes()
        file.unlink()
        file.write_bytes(data)
        file.chmod(0o600)
        os.utime(file, (1, 1))


@pytest.mark.parametrize("remains", [(), (STATE,)])
@pytest.mark.parametrize("happens", [lambda _: None, copied])
def test_all_files_are_as_they_were(
    workshop: Workshop, remains: tuple[str, ...], happens: Callable[[Workshop], None]
) -> None:
    workshop.build(FILES)
    before, manifest = files_below(workshop.output), read_manifest(workshop.output)
    happens(workshop)
    for _ in range(2):
        for one in workshop.output.iterdir():
            if one.name not in remains:
                shutil.rmtree(one) if one.is_dir() else one.unlink()
        assert set(restore(workshop.scene()) or ()) == before.keys() - {MANIFEST}
        assert files_below(workshop.output) == before
        assert read_manifest(workshop.output) == manifest
        modes = {path.stat().st_mode & 0o777 for path in workshop.output.rglob("*")}
        assert modes == {0o644, 0o755}
    assert "dựng 0 tệp, ghi 0, xóa 0" in workshop.build().log


def test_an_output_that_never_was_is_made_as_it_was(workshop: Workshop) -> None:
    workshop.build(FILES)
    before = inodes(workshop.output)
    shutil.rmtree(workshop.output)
    assert restore(workshop.scene()) is not None
    assert inodes(workshop.output) == before


def unkeep(workshop: Workshop) -> None:
    kept(workshop)[3].unlink()


def spoil(workshop: Workshop) -> None:
    file = kept(workshop)[3]
    data = file.read_bytes()
    file.unlink()
    file.write_bytes(bytes([data[0] ^ 1]) + data[1:])


def forget(workshop: Workshop) -> None:
    (workshop.folder / "kho.sqlite").unlink()


@pytest.mark.parametrize("happens", [unkeep, spoil, forget])
def test_where_something_is_missing_nothing_is_done(
    workshop: Workshop, happens: Callable[[Workshop], None]
) -> None:
    workshop.build(FILES)
    before = files_below(workshop.output)
    shutil.rmtree(workshop.output)
    happens(workshop)
    assert restore(workshop.scene()) is None
    assert not files_below(workshop.output)
    workshop.build()
    assert files_below(workshop.output) == before


def test_a_folder_with_files_of_others_is_left_alone(workshop: Workshop) -> None:
    workshop.build(FILES)
    shutil.rmtree(workshop.output)
    workshop.output.mkdir()
    (workshop.output / "cua-toi.txt").write_text("x")
    assert restore(workshop.scene()) is None
    assert list(files_below(workshop.output)) == ["cua-toi.txt"]


def test_old_addresses_go_with_the_folder_that_remembers_them(workshop: Workshop) -> None:
    workshop.build(FILES)
    (workshop.content / "tin/2024/05/hai.md").rename(workshop.content / "tin/2024/05/ba.md")
    workshop.build()
    moved = files_below(workshop.output)
    manifest = (workshop.output / STATE).rename(workshop.folder / "giu")
    shutil.rmtree(workshop.output)
    assert restore(workshop.scene()) is None
    workshop.output.mkdir()
    manifest.rename(workshop.output / STATE)
    assert restore(workshop.scene()) is not None
    assert files_below(workshop.output) == moved


def test_a_build_takes_what_is_kept_and_makes_the_rest(workshop: Workshop) -> None:
    workshop.build(FILES)
    before = inodes(workshop.output)
    shutil.rmtree(workshop.output)
    file = "tin/2024/05/hai.md"
    workshop.build({file: article("Bài hai đã sửa.", id="hai", title="Bài hai")})
    after = inodes(workshop.output)
    same = {path for path, number in after.items() if before.get(path) == number}
    assert "tin/2024/05/mot/index.html" in same
    assert before.keys() - same == {"tin/2024/05/hai/index.html", "rss.xml"} | {
        path for path in before if path.endswith("thanh-oai/rss.xml")
    }
