"""A Dask cluster on this machine alone: a scheduler and workers, each a process that can die."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from distributed import Client

from tests.e2e.watch import ROOT

_QUIET = ("--host", "127.0.0.1", "--no-dashboard")
_SECONDS = 120


class Machines:
    """The processes; `address` is the scheduler's."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._told = folder / "scheduler.json"
        self._running: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._start("scheduler", "--port", "0")
        self.address = ""

    def add_worker(self, *options: str) -> int:
        """Start a worker that reads a file at a time; its process id."""
        here = ("--local-directory", str(self._folder), "--nthreads", "1")
        return self._start("worker", *here, *(options or ("--no-nanny",))).pid

    def wait(self, workers: int) -> None:
        """Go on when there are so many workers."""
        with Client(scheduler_file=str(self._told), timeout=_SECONDS) as client:
            self.address = client.scheduler.address
            if workers:
                client.wait_for_workers(workers, timeout=_SECONDS)

    def end(self) -> None:
        """End all that still runs."""
        for process in reversed(self._running):
            process.kill()
            process.wait()

    def _start(self, kind: str, *options: str) -> subprocess.Popen[bytes]:
        module = f"distributed.cli.dask_{kind}"
        command = [sys.executable, "-m", module, "--scheduler-file", str(self._told), *_QUIET]
        own = {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(self._folder)}
        log = (self._folder / f"{kind}-{len(self._running)}.log").open("wb")
        with log:
            process = subprocess.Popen(  # noqa: S603 - Dask's own programs
                [*command, *options],
                cwd=self._folder,
                env={**os.environ, **own},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._running.append(process)
        return process


@contextmanager
def machines(folder: Path, workers: int) -> Iterator[Machines]:
    """A scheduler with so many workers, gone at the end."""
    folder.mkdir(exist_ok=True)
    made = Machines(folder)
    try:
        for _worker in range(workers):
            made.add_worker()
        made.wait(workers)
        yield made
    finally:
        made.end()


def worker_at_work(address: str) -> int:
    """The process id of a worker that is reading, as soon as one is."""
    until = time.monotonic() + _SECONDS
    with Client(address) as client:
        ids = client.run(os.getpid)
        while time.monotonic() < until:
            busy = [worker for worker, tasks in client.processing().items() if tasks]
            if busy:
                return int(ids[busy[0]])
    raise TimeoutError
