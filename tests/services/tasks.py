"""Tasks for child processes to do well or badly; a module, so that children can import it."""

import logging
import os
import sys
import time
import warnings

from inspel_app.errors import UnreadableError
from inspel_app.reading import pulse
from inspel_app.services.child import MEMORY


def complain() -> None:
    """As a library in C does, past Python."""
    os.write(2, b"hemligt\n")


def double(number: int) -> int:
    return 2 * number


def child_id() -> int:
    return os.getpid()


def crash() -> None:
    os._exit(9)


def hang() -> None:
    while True:
        time.sleep(0.05)


def hang_with_signs_of_life(times: int) -> int:
    for _time in range(times):
        time.sleep(0.5)
        pulse.beat()
    return times


def devour() -> int:
    return len(bytearray(MEMORY + 1))


def sleep_on(data: bytes) -> int:
    time.sleep(0.2)
    return len(data)


def find_fault() -> None:
    raise UnreadableError("skadad", "Filen är skadad.", "Be om en ny.")


def err() -> None:
    text = "hemligt ur ett inspel"
    raise LookupError(text)


def remark() -> None:
    """Say what a library might, of a text that it has read."""
    logging.getLogger("pypdfium2").critical("hemligt ur ett inspel")
    warnings.warn("hemligt ur ett inspel", stacklevel=1)


def loaded_modules() -> list[str]:
    return sorted(sys.modules)
