"""What a ledger says of files that wait for their time; imports nothing that takes time."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path


def waiting(file: Path) -> list[tuple[datetime, str, str]]:
    """Return what a ledger says of files that wait: moment, path and fate, the next first.

    Raises:
        OSError, ValueError, KeyError, TypeError: there is no ledger, or it is no ledger.
    """
    entries = json.loads(file.read_text("utf-8"))["entries"]
    return sorted(
        (datetime.fromisoformat(one["due"]), one["path"], one["fate"])
        for one in entries
        if one["due"]
    )
