"""Lets the suggestions learn while a person works, beside the window and between the keys."""

from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic
from typing import TYPE_CHECKING

from inspel_app.services.tagging import Tagging

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAUSE = 0.5
"""Seconds after the last decision before it is learnt from."""


class Learning:
    """Prepares in a thread, which neither reads nor writes the round; learns a part at a time."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(1, "inspel-learn")
        self._tagging: Tagging | None = None
        self._preparing: Future[None] | None = None
        self._parts: Iterator[tuple[str, ...]] = iter(())
        self._due: float | None = None
        self._closing = False

    def begin(self, tagging: Tagging) -> None:
        """Prepare for a round's passages, unless that is done, to learn from what is decided."""
        if tagging is not self._tagging:
            self._tagging, self._parts, self._due = tagging, iter(()), monotonic()
            self._preparing = self._threads.submit(self._prepare, tagging)

    def remind(self) -> None:
        """Something has been decided."""
        self._due = monotonic() + _PAUSE

    def poll(self) -> tuple[str, ...]:
        """Learn a little, if it is time; the passages whose suggestions are new.

        Raises:
            KnownError: a model is missing or damaged.
        """
        if self._tagging is None or self._preparing is None or not self._preparing.done():
            return ()
        self._preparing.result()
        if self._due is not None and monotonic() >= self._due:
            self._due, self._parts = None, self._tagging.learn()
        return next(self._parts, ())

    def close(self) -> None:
        """Prepare no further."""
        self._closing = True
        self._threads.shutdown(cancel_futures=True)

    def _prepare(self, tagging: Tagging) -> None:
        for _progress in tagging.prepare():
            if self._closing or tagging is not self._tagging:
                return
