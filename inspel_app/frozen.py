"""What a frozen program arranges before anything else runs in it.

Loads nothing of the program: its child processes begin here too.
"""

import multiprocessing
import os
import sys
from pathlib import Path

_LIBRARIES = "LD_LIBRARY_PATH"
_BEFORE = "LD_LIBRARY_PATH_ORIG"
"""Where the program that starts a frozen one on Linux keeps what stood there before."""


def set_up() -> None:
    """Let child processes begin, and the Tesseract that lies in the bundle be found."""
    multiprocessing.freeze_support()
    tesseract = Path(getattr(sys, "_MEIPASS", "")) / "tesseract"
    if tesseract.is_dir():
        os.environ["PATH"] = os.pathsep.join([str(tesseract), os.environ.get("PATH", "")])
        os.environ["TESSDATA_PREFIX"] = str(tesseract / "tessdata")


def environment_for_others() -> dict[str, str]:
    """The environment for a program that is not ours: without the bundle's own libraries."""
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        before = environment.pop(_BEFORE, "")
        environment.pop(_LIBRARIES, None)
        if before:
            environment[_LIBRARIES] = before
    return environment
