"""When the site changes by itself: ``make due``, from the ledger of the last build."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.desk.pipes import end_with_reader
from plugins.desk.waiting import waiting
from plugins.sources.dates import VIETNAM


def main() -> int:
    """Print what waits for its time, the next first. Returns 2 where no build has been made."""
    file = Path(sys.argv[1] if len(sys.argv) > 1 else ".build/so-cai.json")
    try:
        found = waiting(file)
    except (OSError, ValueError, KeyError, TypeError):
        print("Chưa có sổ của lần dựng nào. Chạy make site trước.", file=sys.stderr)
        return 2
    for due, path, fate in found:
        moment = due.astimezone(VIETNAM)
        what = "được đăng" if fate == "scheduled" else "hết hạn"
        print(f"{moment:%d/%m/%Y %H:%M}  {what}  {path}")
    if not found:
        print("Không có bài nào chờ tới giờ.")
    return 0


if __name__ == "__main__":
    end_with_reader()
    sys.exit(main())
