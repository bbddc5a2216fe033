"""Runs a job beside the window, which asks now and then how far it has come.

The job works in a thread of its own, with its own connection to the round, and leaves its
Progress in a queue. It knows nothing of Qt, and calls nobody.
"""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

from inspel_app.services.jobs import Job, Progress
from inspel_app.services.rounds import Project


@dataclass(frozen=True, slots=True)
class Ended:
    """The last word about a job: whether it was cancelled, and what it failed with if it did."""

    cancelled: bool = False
    error: Exception | None = None


class JobRunner:
    """One job at a time."""

    def __init__(self) -> None:
        self._thread: Thread | None = None
        self._told: SimpleQueue[Progress | Ended] = SimpleQueue()
        self._cancel, self._going = Event(), Event()

    @property
    def paused(self) -> bool:
        """Whether the job waits until it may go on."""
        return self.busy and not self._going.is_set()

    @property
    def busy(self) -> bool:
        """Whether a job runs whose end has not been told yet."""
        return self._thread is not None

    def start(self, path: Path, make: Callable[[Project], Job]) -> None:
        """Begin a job on the round at a path.

        Raises:
            RuntimeError: another one is running.
        """
        if self._thread:
            raise RuntimeError("one job at a time")
        self._cancel.clear()
        self._going.set()
        self._thread = Thread(target=self._run, args=(path, make), name="inspel-job")
        self._thread.start()

    def news(self) -> list[Progress | Ended]:
        """What has been told since last time; an `Ended` comes last, and once."""
        news: list[Progress | Ended] = []
        while True:
            try:
                news.append(self._told.get_nowait())
            except Empty:
                break
        if news and isinstance(news[-1], Ended):
            self.stop()
        return news

    def pause(self) -> None:
        """Have the job wait, or go on if it does."""
        if self._going.is_set():
            self._going.clear()
        else:
            self._going.set()

    def cancel(self) -> None:
        """Ask the job to end; it keeps what it has finished."""
        self._cancel.set()
        self._going.set()

    def stop(self) -> None:
        """Ask the job to end, and wait until it has."""
        self.cancel()
        if self._thread:
            self._thread.join()
            self._thread = None

    def _run(self, path: Path, make: Callable[[Project], Job]) -> None:
        error: Exception | None = None
        try:
            with Project.open(path) as project, closing(make(project)) as job:
                for progress in job:
                    self._told.put(progress)
                    self._going.wait()
                    if self._cancel.is_set():
                        break
        except Exception as caught:  # noqa: BLE001 - told in the window, which explains it
            error = caught
        self._told.put(Ended(self._cancel.is_set(), error))
