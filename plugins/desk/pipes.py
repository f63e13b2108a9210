"""Commands whose words another program reads: ``make review | head``."""

from __future__ import annotations

import signal


def end_with_reader() -> None:
    """Let the program end without a word once nobody reads what it says.

    Python would say that a pipe is broken, or take it for a file that cannot be written.
    """
    if hasattr(signal, "SIGPIPE"):  # not on Windows
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
