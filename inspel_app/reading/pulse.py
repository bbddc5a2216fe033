"""Signs of life from a long reading: whoever waits for it grants it more time at each."""

from collections.abc import Callable

_listener: Callable[[], None] | None = None


def listen(listener: Callable[[], None]) -> None:
    """Have a function called at each sign of life in this process."""
    global _listener  # noqa: PLW0603 - one reading at a time in a process
    _listener = listener


def beat() -> None:
    """Tell that another page, or another file in a parcel, is done."""
    if _listener is not None:
        _listener()
