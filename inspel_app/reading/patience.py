"""How much longer than usual things take while other programs use the computer."""

import os
import sys

_MOST = 8.0


def patience() -> float:
    """By how much a limit of time is to be multiplied: 1 where the computer has nothing to do.

    So many times more programs want to run than there are cores. Windows does not tell.
    """
    if sys.platform == "win32":
        return 1.0
    return min(max(os.getloadavg()[0] / (os.cpu_count() or 1), 1.0), _MOST)
