"""Complete a publication that was cut short: ``make heal``."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.portal.journal import heal
from plugins.portal.publishing import locked


def main() -> int:
    """Heal the output folder named on the command line (``output`` by default)."""
    output = Path(sys.argv[1] if len(sys.argv) > 1 else "output")
    with locked(output):
        done = heal(output)
    print("Đã hoàn tất lần xuất bản dở dang." if done else "Không có gì dở dang.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
