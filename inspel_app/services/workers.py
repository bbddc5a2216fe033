"""Child processes that read files, so that a crash, a hang or a bomb costs one file alone.

Each child has a pipe of its own and does one task at a time: nothing is shared that a
dying child could leave locked. The pool is a `concurrent.futures.Executor`, so that
another executor can stand in its place, a cluster's too.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from inspel_app.errors import UnreadableError
from inspel_app.i18n import _
from inspel_app.reading.patience import patience
from inspel_app.services.child import Reply, Task, serve

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

P = ParamSpec("P")
T = TypeVar("T")

SECONDS = 60.0
"""What any task may take, from when the child begins with it."""

START_SECONDS = 120.0
"""What a child may take to start and load the task's code, on a slow and busy machine."""

SECONDS_PER_MEGABYTE = 30.0
MOST_WORKERS = 4

AHEAD = 16
"""How many files may be read before their turn to be kept; bounds the memory."""

MEGABYTE = 1024**2


class WorkerPool(Executor):
    """Runs functions that can be imported in child processes; arguments and values must pickle.

    The time is in proportion to the bytes that a task is given, and begins anew when the task
    gives a sign of life, as it does for each page that is read as a picture. A future fails with
    UnreadableError where its child crashed, hung or ran out of memory. Leaving a `with`
    block ends at once what still runs.
    """

    ahead = AHEAD

    def __init__(self, workers: int | None = None, seconds: float = SECONDS) -> None:
        count = workers or min(os.cpu_count() or 1, MOST_WORKERS)
        self._threads = ThreadPoolExecutor(count, "inspel-worker", _shield_from_interrupt)
        self._seconds = seconds
        self._own = threading.local()
        self._children: list[_Child] = []

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Queue a task."""
        return self._threads.submit(self._run, fn, *args, **kwargs)

    def shutdown(
        self,
        wait: bool = True,  # noqa: FBT001, FBT002 - the signature of Executor
        *,
        cancel_futures: bool = False,
    ) -> None:
        """End the children, when the queue is empty or (`cancel_futures`) at once."""
        self._threads.shutdown(wait=wait and not cancel_futures, cancel_futures=cancel_futures)
        self._end_children()
        self._threads.shutdown(wait=wait)
        self._end_children()  # one may have begun after the others were ended

    def _end_children(self) -> None:
        for child in tuple(self._children):
            child.kill()

    def __exit__(self, *_error: object) -> None:
        self.shutdown(cancel_futures=True)

    def _run(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Have this thread's own child do the task; replace a child that is lost."""
        size = sum(len(arg) for arg in args if isinstance(arg, bytes))
        seconds = self._seconds + SECONDS_PER_MEGABYTE * size / MEGABYTE
        try:
            reply = self._child().do(Task(fn, args, kwargs), seconds * patience())
            if isinstance(reply.error, MemoryError):
                raise reply.error
        except (EOFError, OSError, TimeoutError, MemoryError) as error:
            self._dismiss()
            raise _lost(error) from error
        if reply.error is not None:
            raise reply.error
        return cast("T", reply.value)

    def _child(self) -> "_Child":
        if getattr(self._own, "child", None) is None:
            self._own.child = _Child()
            self._children.append(self._own.child)
        return cast("_Child", self._own.child)

    def _dismiss(self) -> None:
        child = self._child()
        child.kill()
        self._children.remove(child)
        self._own.child = None


class _Child:
    """A child process and the pipe to it."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe: Connection[Task, Reply | None]
        self._pipe, far_end = context.Pipe()
        self._process = context.Process(target=serve, args=(far_end,), daemon=True)
        self._process.start()
        far_end.close()

    def do(self, task: Task, seconds: float) -> Reply:
        """The child's reply; the time begins anew at each sign of life.

        Raises:
            EOFError, OSError: it died.
            TimeoutError: it took too long.
        """
        self._pipe.send(task)
        self._receive(START_SECONDS)
        while True:
            reply = self._receive(seconds)
            if reply is not None:
                return reply

    def _receive(self, seconds: float) -> Reply | None:
        if not self._pipe.poll(seconds):
            raise TimeoutError
        return self._pipe.recv()

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.join()


def _lost(error: Exception) -> UnreadableError:
    """Say how the child was lost; TimeoutError is an OSError, so it is asked for first."""
    if isinstance(error, TimeoutError):
        return UnreadableError(
            "tog-for-lang-tid",
            _("Filen tog för lång tid att läsa och läsningen avbröts."),
            _("Öppna filen och spara den på nytt, eller skriv in svaren för hand."),
        )
    if isinstance(error, MemoryError):
        return UnreadableError(
            "for-mycket-minne",
            _("Filen kräver mer minne än vad läsningen får använda."),
            _("Dela upp filen eller spara den på nytt, eller skriv in svaren för hand."),
        )
    return crashed()


def crashed() -> UnreadableError:
    """What is told of a file whose reading took down the process that did it."""
    return UnreadableError(
        "lasningen-kraschade",
        _("Läsningen av filen kraschade."),
        _("Öppna filen och spara den på nytt, eller skriv in svaren för hand."),
    )


def _shield_from_interrupt() -> None:
    """Block Ctrl-C in this thread: its children inherit that from their first instruction.

    Windows has no such masks; there the children ignore it as soon as they run.
    """
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
