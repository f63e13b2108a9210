"""When the site changes by itself: ``make due``, from the ledger of the last build."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

from plugins.sources.dates import VIETNAM


def main() -> int:
    """Print what waits for its time, the next first. Returns 2 where no build has been made."""
    file = Path(sys.argv[1] if len(sys.argv) > 1 else ".build/so-cai.json")
    try:
        entries = json.loads(file.read_text("utf-8"))["entries"]
    except (OSError, ValueError, KeyError):
        print("Chưa có sổ của lần dựng nào. Chạy make site trước.", file=sys.stderr)
        return 2
    waiting = sorted((one["due"], one["path"], one["fate"]) for one in entries if one["due"])
    for due, path, fate in waiting:
        moment = datetime.fromisoformat(due).astimezone(VIETNAM)
        what = "được đăng" if fate == "scheduled" else "hết hạn"
        print(f"{moment:%d/%m/%Y %H:%M}  {what}  {path}")
    if not waiting:
        print("Không có bài nào chờ tới giờ.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
