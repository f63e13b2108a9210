"""The proof itself: its edits can be made, and it finds what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from tests.rebuilding import accidents, authors, beginnings, editors, makers, mistakes
from tests.rebuilding.builds import Builder
from tests.rebuilding.comparing import differences
from tests.rebuilding.folder import Files, copy_project
from tests.rebuilding.proof import DifferenceError, Plan, Sequence
from tests.rebuilding.scene import ROOT, Scene

EDITS = (
    authors.edit_article, authors.edit_words, authors.add_article, authors.delete_article,
    authors.schedule, authors.let_expire, *editors.EDITS, *makers.EDITS, *mistakes.EDITS,
    accidents.wait, accidents.write_unseen, accidents.touch, accidents.copy_anew,
    accidents.leave_behind,
)  # fmt: skip


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    draw = Random(3)  # noqa: S311 - the same each time
    settings = (ROOT / makers.SETTINGS).read_text("utf-8")
    scene = Scene(tmp_path / "sua", draw, beginnings.first_state(draw, settings, 8, search=False))
    copy_project(scene.folder)
    return scene


@pytest.fixture(scope="module")
def builders() -> Iterator[tuple[Builder, Builder]]:
    pair = Builder(1), Builder(2)
    yield pair
    for one in pair:
        one.close()


@pytest.mark.parametrize("edit", dict.fromkeys(EDITS), ids=lambda edit: edit.__name__)
def test_an_edit_can_be_made_and_changes_something(
    scene: Scene, tmp_path: Path, edit: Callable[[Scene], str]
) -> None:
    def looks() -> str:
        files = [
            (path, path.stat().st_ino, path.stat().st_mtime_ns)
            for path in sorted(scene.folder.rglob("*"))
        ]
        state = scene.state
        return repr((scene.now, state.code, scene.content.files(0), state.environment, files))

    Files(scene.folder, tmp_path / "sach").update(scene.content.files(scene.now))
    before = looks()
    made = [(edit(scene), looks() != before) for _ in range(12)]
    assert any(said and changed for said, changed in made)


@pytest.mark.parametrize(("path", "old", "new"), makers.CODE)
def test_code_that_edits_change_is_there(path: str, old: str, new: str) -> None:
    assert old in (ROOT / path).read_text("utf-8")
    assert new not in (ROOT / path).read_text("utf-8")


@pytest.mark.parametrize(("table", "old", "new"), makers.WORDS)
def test_words_that_edits_change_are_there(table: str, old: str, new: str) -> None:
    text = (ROOT / f"plugins/vocabulary/data/{table}.toml").read_text("utf-8")
    assert old in text
    assert new not in text


@pytest.mark.parametrize("name", sorted(makers.VALUES))
def test_settings_that_edits_change_are_there(scene: Scene, name: str) -> None:
    assert makers.set_value(scene, name, "None")


def test_a_wrong_rebuild_is_found(tmp_path: Path, builders: tuple[Builder, Builder]) -> None:
    sequence = Sequence(tmp_path / "r", Plan(seed=1, edits=1, articles=2), builders)
    mark = sequence.folder / "theme/templates/404.html"
    mark.write_text(mark.read_text("utf-8").replace("<h1>", "<h1>chỉ ở một bên"), "utf-8")
    with pytest.raises(DifferenceError, match=r"404\.html:\n  \d+ rebuild: .*chỉ ở một bên"):
        sequence.run()


def test_differences_name_file_and_line() -> None:
    one = {"a": (0o644, b"1\n2\n"), "b": (0o644, b""), "c": (0o600, b""), "e": (1, b"\0")}
    other = {"a": (0o644, b"1\n3\n"), "c": (0o644, b""), "d": (0o644, b""), "e": (1, b"\0\0")}
    assert list(differences(one, other)) == [
        "a:",
        "  2 rebuild: 2",
        "  2 clean:   3",
        "b: only in the rebuild",
        "c: mode 600, not 644",
        "d: only in the clean build",
        "e:",
        "  1 and 2 bytes, no text",
    ]
    assert not list(differences(one, one))
