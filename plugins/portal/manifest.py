"""What an output folder holds and how it came to be: the memory from one build to the next."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

# The folder inside the output that is ours to keep state in; without it a folder is somebody
# else's and is left alone.
STATE = ".bang-vang"
_FORMAT = 2


class ManifestError(Exception):
    """A manifest that cannot be read."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is published.

    ``files`` are the paths of all files, in order; ``pages`` maps the permanent identity of each
    page that has one ("tin:<id>") to its address; ``moved`` old addresses to new ones; ``gone``
    are the addresses of pages that were removed.
    """

    files: tuple[str, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    gone: tuple[str, ...] = ()

    def encode(self) -> str:
        """Return the manifest as JSON, the same for the same manifest."""
        values = {spec.name: getattr(self, spec.name) for spec in fields(self)}
        return json.dumps({"format": _FORMAT, **values}, sort_keys=True) + "\n"

    def sharing(self, strings: Iterable[str]) -> Manifest:
        """Return the same manifest made of ``strings`` where it can be: it holds none twice."""
        same = {one: one for one in strings}
        return replace(
            self,
            files=tuple(same.get(one, one) for one in self.files),
            pages={same.get(key, key): same.get(at, at) for key, at in self.pages.items()},
        )

    @classmethod
    def decode(cls, text: str) -> Manifest:
        """Read what :meth:`encode` wrote.

        Raises:
            ManifestError: it is damaged or of another version.
        """
        try:
            values = json.loads(text)
            # The first format told a digest with each file, too.
            if values.pop("format") not in (1, _FORMAT):
                raise ManifestError("của một phiên bản khác")
            for name in ("files", "gone"):
                values[name] = tuple(values[name])
            return cls(**values)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ManifestError("bị hỏng") from error


def manifest_file(output: Path) -> Path:
    """Return where the manifest of an output folder stands."""
    return output / STATE / "manifest.json"


def read_manifest(output: Path) -> Manifest | None:
    """Return the manifest of an output folder; ``None`` where nothing is published yet.

    Raises:
        ManifestError: the folder holds files, but no manifest that we can read.
    """
    file = manifest_file(output)
    try:
        return Manifest.decode(file.read_text("utf-8"))
    except FileNotFoundError:
        if output.is_dir() and any(one.name != STATE for one in output.iterdir()):
            raise ManifestError("không có") from None
        return None
    except UnicodeDecodeError as error:
        raise ManifestError("bị hỏng") from error


def folders(output: Path, files: Iterable[str]) -> list[str]:
    """Return all folders of an output folder that hold ``files`` or lead to them, itself first."""
    found = {""}
    for file in files:
        folder = file.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return [str(output / folder) for folder in sorted(found)]


def forgetting(manifest: Manifest, words: Collection[str]) -> Manifest:
    """Return ``manifest`` without the articles' addresses that have one of ``words`` in them.

    Neither a redirect nor a tombstone may keep a name alive that had to go.
    """

    def known(address: str) -> bool:
        plain = "-" + address.replace("/", "-") + "-"
        return not address.startswith("/tin/") or not any(f"-{word}-" in plain for word in words)

    return replace(
        manifest,
        pages={name: at for name, at in manifest.pages.items() if known(at)},
        moved={old: new for old, new in manifest.moved.items() if known(old)},
        gone=tuple(address for address in manifest.gone if known(address)),
    )


def succession(
    previous: Manifest, pages: Mapping[str, str], taken: Collection[str]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return where old addresses lead now, and which are gone.

    ``pages`` maps the identities of this build's pages to their addresses; ``taken`` are all
    addresses in use. An address that is used again neither leads on nor is gone.
    """
    moved = {
        old: pages[identity]
        for identity, old in previous.pages.items()
        if identity in pages and pages[identity] != old
    }
    gone = {old for identity, old in previous.pages.items() if identity not in pages}
    gone.update(previous.gone)
    for old, before in previous.moved.items():
        target = moved.get(before, before)
        if target in gone and target not in taken:
            gone.add(old)
        else:
            moved.setdefault(old, target)
    return (
        {old: moved[old] for old in sorted(moved) if old not in taken},
        tuple(sorted(old for old in gone if old not in taken and old not in moved)),
    )
