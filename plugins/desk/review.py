"""What should be looked at, from the last build: ``make review``."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.desk.pipes import end_with_reader


def main() -> int:
    """Print the remarks of the last build. Returns 2 where no build has been made."""
    file = Path(sys.argv[1] if len(sys.argv) > 1 else ".build/can-xem-lai.md")
    try:
        report = file.read_text("utf-8")
    except (OSError, ValueError):
        print("Chưa có ghi nhận của lần dựng nào. Chạy make site trước.", file=sys.stderr)
        return 2
    print(report, end="")
    return 0


if __name__ == "__main__":
    end_with_reader()
    sys.exit(main())
