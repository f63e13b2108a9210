"""Validate a Data Package with frictionless, which warns too much to share our process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import json, sys
from frictionless import validate
report = validate(sys.argv[1])
print(json.dumps([error for (error,) in report.flatten(["type"])]))
"""


def validate(package: Path) -> list[str]:
    """Return the types of all errors."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(package)], check=True, capture_output=True, text=True
    )
    errors: list[str] = json.loads(done.stdout.splitlines()[-1])
    return errors
