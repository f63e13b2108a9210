"""The files of an output folder once more, by their content, for the day that the folder is lost.

They are further names of the same files (hard links), so they take no room. Where the file system
does not allow that, nothing is kept, and all goes on without.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from plugins.incremental.prints import State, state_of

FILE_MODE = 0o644  # of what visitors may read
_SIZE = 16


def digest_of(data: bytes) -> bytes:
    """Return what a file with these bytes is known by."""
    # Processors have instructions of their own for this one: it takes half the time of BLAKE2.
    return hashlib.sha256(data).digest()[:_SIZE]


class Shelf:
    """Files by the digest of their bytes, below ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)

    def put(self, digest: bytes, file: Path | str) -> None:
        """Keep a file, if it can be kept."""
        kept = self._file(digest)
        with suppress(OSError):
            try:
                os.link(file, kept)
            except FileNotFoundError:
                Path(kept).parent.mkdir(parents=True, exist_ok=True)
                os.link(file, kept)

    def take(self, digest: bytes, state: State, target: Path | str) -> State | None:
        """Put the kept file that was left in ``state`` at ``target``; return its state now.

        ``None``, and nothing is there, if it is not kept or is no longer what it was.
        """
        kept = self._file(digest)
        found = state_of(kept)
        try:
            if found is None or (found != state and digest_of(Path(kept).read_bytes()) != digest):
                return None
            if found != state:
                Path(kept).chmod(FILE_MODE)  # it was copied from elsewhere
            os.link(kept, target)
        except OSError:
            return None
        return found

    def tidy(self, wanted: Mapping[bytes, Path | str]) -> None:
        """Keep the files of ``wanted``, by their digests, and no others."""
        known = {digest.hex() for digest in wanted}
        found = set()
        with suppress(OSError):
            for folder in Path(self._folder).iterdir():
                with os.scandir(folder) as entries:
                    for entry in entries:
                        name = folder.name + entry.name
                        if name in known:
                            found.add(name)
                        else:
                            Path(entry.path).unlink()
        for digest, file in wanted.items():
            if digest.hex() not in found:
                self.put(digest, file)

    def _file(self, digest: bytes) -> str:
        name = digest.hex()
        return f"{self._folder}/{name[:2]}/{name[2:]}"
