"""How a build ends without publishing: a message for staff and an exit code, never a traceback."""

from __future__ import annotations

import sys

CONTENT, ENVIRONMENT = 1, 2


class Refusal(SystemExit):
    """Ends the build. ``code`` is 1 where the content is wrong, 2 where the environment is.

    Pelican prints a traceback for any exception but SystemExit.
    """

    def __init__(self, message: str, code: int = CONTENT) -> None:
        super().__init__(code)
        self.message = message
        print(message, file=sys.stderr)

    def __str__(self) -> str:
        return self.message
