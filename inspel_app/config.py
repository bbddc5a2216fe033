"""What differs from one machine or user to the next: the language, and the user's own folders."""

import os
from pathlib import Path

import platformdirs

PROGRAM = "inspel"

DEFAULT_FORM = "vasterbotten-2025"
"""The form of a new round where neither form nor strategy is named."""


def language() -> str:
    """The language of the texts: `INSPEL_SPRAK` in the environment, or else Swedish."""
    return os.environ.get("INSPEL_SPRAK", "sv")


def report_dir() -> Path:
    """Where reports of faults in the program are written, for the user to send or not."""
    return platformdirs.user_log_path(PROGRAM, appauthor=False)


def system_user() -> str:
    """What the system calls whoever is at the machine; empty where it does not tell."""
    return os.environ.get("USERNAME") or os.environ.get("USER") or ""
