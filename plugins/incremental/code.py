"""A version of everything that makes results: code, word lists, libraries, interpreter."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Container, Iterable
from importlib.metadata import version
from pathlib import Path

# What a package's results may depend on.
_ENDINGS = frozenset({".py", ".toml", ".tsv"})


def code_version(folder: Path, libraries: Iterable[str]) -> str:
    """Return a digest of the files of code and data below ``folder`` and of the versions used.

    Raises:
        importlib.metadata.PackageNotFoundError: a library is not installed.
    """
    digest = hashlib.sha256(sys.version.encode())
    for library in sorted(libraries):
        digest.update(f"\0{library}={version(library)}".encode())
    digest.update(files_digest(folder, _ENDINGS))
    return digest.hexdigest()


def files_digest(folder: Path, endings: Container[str] | None = None) -> bytes:
    """Return a digest of the names and bytes of all files below ``folder``, or of some kinds."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file() and (endings is None or file.suffix in endings):
            digest.update(f"\0{file.relative_to(folder).as_posix()}\0".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.digest()
