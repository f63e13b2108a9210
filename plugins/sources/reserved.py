"""Names that no file of the site may have."""

from __future__ import annotations

# Windows opens a device under these names, with any ending: a folder of that name breaks there.
DEVICES = frozenset(
    ["con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
_MEND = "Đặt tên khác."


def reserved(slug: str) -> str | None:
    """Say why ``slug`` cannot be an address, or ``None``."""
    if slug.lower() in DEVICES:
        return f"“{slug}” là tên Windows dành cho thiết bị, không dùng làm địa chỉ được. {_MEND}"
    return None
