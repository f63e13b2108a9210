"""A version of everything that makes results: code, word lists, libraries, interpreter."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
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
    files = (file for file in folder.rglob("*") if file.suffix in _ENDINGS)
    for file in sorted(files):
        digest.update(f"\0{file.relative_to(folder).as_posix()}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
