"""Reads the round beside the window: one question at a time, the answer fetched by asking."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Generic, TypeVar

from inspel_app.services.rounds import Project

Value = TypeVar("Value")


class Background(Generic[Value]):
    """A thread of its own with its own connection; a newer question makes an older one moot."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(1, "inspel-read")
        self._asked: Future[Value] | None = None
        self._closed = False

    @property
    def busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._asked is not None

    def ask(self, path: Path, question: Callable[[Project], Value]) -> None:
        """Begin to find out something about the round at a path; nothing once it is closed."""
        if self._closed:  # a job that ends with the window changes the round once more
            return
        self.forget()
        self._asked = self._threads.submit(_answer, path, question)

    def fetch(self) -> Value | None:
        """The answer, once, if it has come; raises what the question raised."""
        if self._asked is None or not self._asked.done():
            return None
        asked, self._asked = self._asked, None
        return asked.result()

    def forget(self) -> None:
        """Let what was asked be moot."""
        if self._asked:
            self._asked.cancel()
        self._asked = None

    def close(self) -> None:
        """Wait for what runs, and ask no more."""
        self._closed = True
        self._threads.shutdown(cancel_futures=True)


def _answer(path: Path, question: Callable[[Project], Value]) -> Value:
    with Project.open(path) as project:
        return question(project)
