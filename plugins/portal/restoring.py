"""Fill an output folder that was emptied with the files of the last build, none made anew."""

from __future__ import annotations

from pathlib import Path

from plugins.incremental.database import Database
from plugins.incremental.prints import Prints
from plugins.portal.journal import heal
from plugins.portal.kept import SCHEMA, kept_manifest, shelf_beside
from plugins.portal.manifest import STATE, Manifest, ManifestError, read_manifest
from plugins.portal.publishing import Staging, locked
from plugins.portal.scene import Scene


def restore(scene: Scene) -> tuple[str, ...] | None:
    """Publish the last build once more; return the paths of its files.

    ``None``, and nothing is done, where the folder is not empty or not every file is kept. Old
    addresses are remembered in the output alone, so who empties it of that too begins anew.

    Raises:
        Refusal: another build holds the output.
        OSError: a file cannot be written; the folder stays empty.
    """
    output, store = Path(scene.output), Path(scene.store)
    with locked(output), Database(store, scene.version, SCHEMA) as database:
        if heal(output) or any(one.name != STATE for one in output.glob("*")):
            return None
        prints, shelf = Prints(database, output), shelf_beside(store)
        left = dict(prints.all())
        manifest = _manifest(output, database)
        if not left or manifest.files != tuple(left):
            return None
        placed = {}
        with Staging(output) as staging:
            for number, (path, one) in enumerate(left.items()):
                found = staging.take(number, path, shelf, one)
                if found is None:
                    return None
                placed[path] = found
            staging.publish(placed, left, manifest, manifest)
        prints.update(
            {
                path: one._replace(state=placed[path].state)
                for path, one in left.items()
                if placed[path].state != one.state
            }
        )
        database.commit()
    return manifest.files


def _manifest(output: Path, database: Database) -> Manifest:
    """Return the manifest of the last build, an empty one where it is not to be had."""
    try:
        left = read_manifest(output)
        if left is not None:
            return left
        kept = Manifest.decode(kept_manifest(database) or "")
    except ManifestError:
        return Manifest()
    return Manifest() if kept.moved or kept.gone else kept
