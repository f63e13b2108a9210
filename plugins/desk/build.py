"""Build the site: ``make site``. Exit code 0 only if it was published.

Pelican goes on without a plugin that it cannot load, and prints a traceback for a fault in its
settings; here both end the build with a message and exit code 2.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from pelican import Pelican
from pelican.log import console
from pelican.log import init as init_logging
from pelican.settings import read_settings

SETTINGS = "pelicanconf.py"


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the site of the working directory. Returns 0, or 2 where the settings are wrong."""
    parser = argparse.ArgumentParser(description="Dựng trang từ thư mục content/.")
    parser.add_argument("--content", type=Path, help="thư mục nội dung (mặc định: content)")
    parser.add_argument("--output", type=Path, help="thư mục kết quả (mặc định: output)")
    options = parser.parse_args(arguments)
    init_logging(level=logging.WARNING, fatal="warnings", handler=logging.StreamHandler())
    console.quiet = True  # the portal says what was done
    override = {
        key: str(path.resolve())
        for key, path in (("PATH", options.content), ("OUTPUT_PATH", options.output))
        if path
    }
    try:
        pelican = Pelican(read_settings(SETTINGS, override=override))
    except Exception as error:  # settings are code and may fail in any way
        return _wrong(f"{SETTINGS} có lỗi ({type(error).__name__}: {error}).")
    if "plugins.portal" not in pelican.settings["PLUGINS"]:
        return _wrong(f"không nạp được plugin plugins.portal. Xem PLUGINS trong {SETTINGS}.")
    pelican.run()
    return 0


def _wrong(message: str) -> int:
    print(f"Chưa dựng được trang: {message} Trang đang có giữ nguyên.", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
