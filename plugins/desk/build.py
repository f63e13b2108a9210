"""Build the site: ``make site``. Exit code 0 only if it was published.

Where nothing has changed since the last build, this is known before Pelican is even imported.

Pelican goes on without a plugin that it cannot load, and prints a traceback for a fault in its
settings; here both end the build with a message and exit code 2.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk import unchanged
from plugins.desk.pipes import end_with_reader
from plugins.desk.waiting import waiting
from plugins.incremental.beside import Beside
from plugins.incremental.snapshot import folder_times
from plugins.portal.manifest import STATE, folders, read_manifest

if TYPE_CHECKING:
    from plugins.portal.scene import Scene

SETTINGS = "pelicanconf.py"
# More folders are looked at beside the sources: that costs a process, and halves the time.
_MANY = 5_000


@dataclass(frozen=True, slots=True)
class Done:
    """What was done instead of a whole build, and how it left the folders of the output."""

    told: str
    left: Mapping[str, str]
    index_is_old: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the site of the working directory. Returns 0, or 2 where the settings are wrong."""
    began = time.time()
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = argparse.ArgumentParser(description="Dựng trang từ thư mục content/.")
    parser.add_argument("--content", type=Path, help="thư mục nội dung (mặc định: content)")
    parser.add_argument("--output", type=Path, help="thư mục kết quả (mặc định: output)")
    parser.add_argument("--anew", action="store_true", help="dựng cả khi không có gì thay đổi")
    parser.add_argument(
        "--keep-index",
        action="store_true",
        help="để chỉ mục tìm kiếm đang có cho lần dựng sau lập lại",
    )
    options = parser.parse_args(given)
    given = [one for one in given if one not in ("--anew", "--keep-index")]
    record = None if options.anew else unchanged.read_record()
    if record:
        output: Callable[[], str] = partial(unchanged.output_of, record)
        if len(record.left) > _MANY:
            output = Beside(output)
        look = unchanged.look_at(record.roots)
        found = unchanged.difference(record, given, look, output())
        may_keep = options.keep_index or not record.index_is_old
        if found == "nothing" and may_keep:
            print("Không có gì thay đổi từ lần dựng trước; trang đang có vẫn đúng.")
            return 0
        if found == "output" and may_keep and _quickly(_restored, record, look, began):
            return 0
        # The search finds the new words too.
        may_keep = options.keep_index or not record.scene.get("search", True)
        if found == "articles" and may_keep and _quickly(_retouched, record, look, began):
            return 0
    return _build(options, given, began)


def _quickly(
    work: Callable[[Scene, unchanged.Record], Done | None],
    record: unchanged.Record,
    look: unchanged.Look,
    began: float,
) -> bool:
    """Do what needs no whole build; return whether that was all."""
    from plugins.portal.scene import Scene  # noqa: PLC0415
    from plugins.portal.wording import seconds  # noqa: PLC0415

    unchanged.grow_old(look)
    recorder = unchanged.Recorder(record.arguments, record.roots, look, began)
    # Whatever happens from here on, the last build is no longer what the record says.
    unchanged.RECORD.unlink(missing_ok=True)
    try:
        done = work(Scene.decode(record.scene), record)
    except (KeyError, TypeError, OSError):
        return False  # a whole build meets the same, and says what it is
    if done is None:
        return False
    print(f"{done.told}; {seconds(time.time() - began)}.")
    recorder.done(done.left, [record.until], record.scene, index_is_old=done.index_is_old)
    return True


def _retouched(scene: Scene, record: unchanged.Record) -> Done | None:
    from plugins.portal.retouching import retouch  # noqa: PLC0415

    files = retouch(scene)
    if files is None:
        return None
    state = str(Path(scene.output, STATE))
    changed = folder_times([*folders(Path(scene.output), files), state])
    told = f"Chỉ lời văn của bài thay đổi: ghi {len(files)} tệp"
    return Done(told, {**record.left, **changed}, scene.search)


def _restored(scene: Scene, record: unchanged.Record) -> Done | None:
    from plugins.portal.restoring import restore  # noqa: PLC0415

    files = restore(scene)
    if files is None:
        return None
    told = f"Thư mục kết quả trống: đặt lại {len(files)} tệp của lần dựng trước"
    return Done(told, folder_times(folders(Path(scene.output), files)), record.index_is_old)


def _build(options: argparse.Namespace, given: Sequence[str], began: float) -> int:
    # Imported when there is something to do: that takes longer than to see that there is not.
    import gc  # noqa: PLC0415
    import logging  # noqa: PLC0415

    from pelican import Pelican  # noqa: PLC0415
    from pelican.log import console  # noqa: PLC0415
    from pelican.log import init as init_logging  # noqa: PLC0415
    from pelican.settings import read_settings  # noqa: PLC0415

    try:
        import plugins.portal.generator  # noqa: F401, PLC0415
        from plugins.portal.intake import version  # noqa: PLC0415
        from plugins.portal.scene import scene_of  # noqa: PLC0415
        from plugins.portal.settings import read_settings as read_portal_settings  # noqa: PLC0415
    except Exception as error:  # code and word lists may be wrong in any way
        return _wrong(f"mã hoặc bảng từ trong plugins/ có lỗi ({type(error).__name__}: {error}).")
    # A build makes few cycles and millions of objects that live to its end.
    gc.set_threshold(50_000, 20, 50)
    init_logging(level=logging.WARNING, fatal="warnings", handler=logging.StreamHandler())
    console.quiet = True  # the portal says what was done
    override = {
        key: str(path.resolve())
        for key, path in (("PATH", options.content), ("OUTPUT_PATH", options.output))
        if path
    } | {"KEEP_INDEX": options.keep_index}
    # Compiled settings would be taken for these where both are of one second and one size.
    keeps, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        pelican = Pelican(read_settings(SETTINGS, override=override))
    except Exception as error:  # settings are code and may fail in any way
        return _wrong(f"{SETTINGS} có lỗi ({type(error).__name__}: {error}).")
    finally:
        sys.dont_write_bytecode = keeps
    if "plugins.portal" not in pelican.settings["PLUGINS"]:
        return _wrong(f"không nạp được plugin plugins.portal. Xem PLUGINS trong {SETTINGS}.")
    settings = pelican.settings
    roots = [settings["PATH"], settings["THEME"]]
    recorder = unchanged.Recorder(given, roots, unchanged.look_at(roots), began)
    # A build that fails leaves a ledger that tells of another state than the last record.
    unchanged.RECORD.unlink(missing_ok=True)
    pelican.run()
    portal = read_portal_settings(settings)
    scene = scene_of(portal, version(portal.taxonomies, portal.prefix))
    manifest = read_manifest(Path(scene.output))
    left = folder_times(folders(Path(scene.output), manifest.files if manifest else ()))
    due = (moment.timestamp() for moment, _, _ in waiting(Path(settings["LEDGER"])))
    kept = scene.search and options.keep_index
    recorder.done(left, due, scene.encode(), index_is_old=kept)
    return 0


def _wrong(message: str) -> int:
    print(f"Chưa dựng được trang: {message} Trang đang có giữ nguyên.", file=sys.stderr)
    return 2


if __name__ == "__main__":
    end_with_reader()
    sys.exit(main())
