"""Reading spread over the computers of a Dask cluster, by the same functions as on this one alone.

A worker there has each file read in a child process of its own, as the pool here does, so that a
crash, a hang or a bomb costs that file and not the worker. It answers with a `Reply` and never
fails a task: Dask would log the file's text along with the error. When a worker is lost, its files
are read by another. Nothing else in the program knows of Dask or opens a connection.
"""

import asyncio
import logging
import multiprocessing
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from inspel_app import __version__
from inspel_app.errors import ClusterError, MissingComponentError
from inspel_app.i18n import _
from inspel_app.reading import ocr_languages
from inspel_app.resources.settings import load_settings
from inspel_app.services.child import Reply, Task
from inspel_app.services.workers import WorkerPool, crashed

if TYPE_CHECKING:
    from distributed import Client

P = ParamSpec("P")
T = TypeVar("T")

SECONDS = 10.0
"""What the cluster may take to answer."""

AHEAD = 2
"""Files for each thread of the cluster that are read, or wait there, at a time."""

_LARGEST = "1GB"
"""What Dask may be sent without a remark; what may be imported is capped elsewhere."""

PULSE = 0.5
"""Seconds between two looks at whether the cluster is still there."""

_own = threading.local()


class Cluster(Executor):
    """The pool's stand-in: runs functions that can be imported, on the workers of a scheduler.

    Raises:
        MissingComponentError: Dask is not installed.
        ClusterError: no scheduler answers at the address, it has no workers, or they do not fit.
    """

    def __init__(self, address: str) -> None:
        self._client = _connected(address)
        try:
            self.ahead = AHEAD * _threads_of(self._client)
        except BaseException:
            self._client.close()
            raise
        self._threads = ThreadPoolExecutor(self.ahead, "inspel-cluster")
        self._languages = load_settings().ocr
        self._connection = self._client.scheduler_comm

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Queue a task; its future fails with ClusterError where the cluster is lost."""
        return self._threads.submit(self._run, cast("Callable[..., T]", fn), args, kwargs)

    def _run(
        self, function: Callable[..., T], args: tuple[object, ...], kwargs: dict[str, object]
    ) -> T:
        """Have a worker do the task."""
        from distributed import KilledWorker  # noqa: PLC0415 - loaded already

        try:
            reply = self._reply(Task(function, args, kwargs))
        except KilledWorker as error:  # worker after worker was lost while doing it
            raise crashed() from error
        except Exception as error:
            raise _lost() from error
        if reply is None:
            raise _lost()
        if reply.error is not None:
            raise reply.error
        return cast("T", reply.value)

    def _reply(self, task: Task) -> Reply | None:
        """A worker's answer; None where the connection to the cluster is lost meanwhile."""
        theirs = self._client.submit(do_there, task, self._languages, __version__, pure=False)
        while self._client.scheduler_comm is self._connection:
            with suppress(TimeoutError):
                return theirs.result(timeout=PULSE)
        return None

    def shutdown(
        self,
        wait: bool = True,  # noqa: FBT001, FBT002 - the signature of Executor
        *,
        cancel_futures: bool = False,
    ) -> None:
        """Leave the cluster, when the queue is empty or (`cancel_futures`) at once."""
        self._threads.shutdown(wait=wait and not cancel_futures, cancel_futures=cancel_futures)
        self._client.close()
        self._threads.shutdown(wait=wait)

    def __exit__(self, *_error: object) -> None:
        self.shutdown(cancel_futures=True)


def do_there(task: Task, languages: tuple[str, ...], version: str) -> Reply:
    """What a worker does with a task: has this thread's own child do it, as for whoever asks."""
    unfit = misfit(version)
    if unfit:
        return Reply(error=_unfit(unfit))
    try:
        reading = _pool().submit(_by, languages, task.function, *task.args, **task.kwargs)
        return Reply(reading.result())
    except Exception as error:  # noqa: BLE001 - told of where the task came from
        return Reply(error=error)


def misfit(version: str) -> str:
    """Why this process cannot read for a program of that version; empty where it can."""
    if version != __version__:
        return _("den har inspel {theirs}, här är det {ours}").format(
            theirs=__version__, ours=version
        )
    if multiprocessing.current_process().daemon:
        return _("den får inte starta egna processer")
    return ""


def _by(
    languages: tuple[str, ...],
    function: Callable[..., object],
    /,
    *args: object,
    **kwargs: object,
) -> object:
    """In the child: read by the languages of whoever asks, and not by the worker's settings."""
    ocr_languages.use(languages)
    return function(*args, **kwargs)


def _pool() -> WorkerPool:
    if not hasattr(_own, "pool"):
        _own.pool = WorkerPool(1)
    return cast("WorkerPool", _own.pool)


def _connected(address: str) -> "Client":
    try:
        import dask  # noqa: PLC0415 - the one place that needs a network
        from distributed import Client  # noqa: PLC0415 - as above
    except ImportError as error:
        raise MissingComponentError(
            _("Paketet distributed, som läsning på flera datorer kräver, är inte installerat."),
            _("Installera det som står i requirements-cluster.lock; se docs/skala.md."),
        ) from error
    for name in ("distributed", "tornado"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters is told by us
    dask.config.set({"distributed.admin.large-graph-warning-threshold": _LARGEST})
    try:
        asyncio.run(_knock(address))
        return Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(
            _("Inget kluster svarar på adressen {address}.").format(address=address),
            _(
                "Kontrollera att ”dask scheduler” är igång och att adressen är den som den visar, "
                "till exempel tcp://192.168.1.20:8786. Utan --cluster läses filerna på den här "
                "datorn."
            ),
        ) from error


async def _knock(address: str) -> None:
    """Try the address: a client that reaches nobody is left half made, and may block the next."""
    from distributed.comm.core import connect  # noqa: PLC0415 - loaded already
    from distributed.security import Security  # noqa: PLC0415 - as above

    settings = Security().get_connection_args("client")
    door = await connect(address, timeout=SECONDS, **settings)
    await door.close()


def _threads_of(client: "Client") -> int:
    """How many files the workers read at a time, all together."""
    try:
        told = client.run(misfit, __version__, on_error="return")
    except (OSError, ValueError) as error:
        raise _lost() from error
    if not told:
        raise ClusterError(
            _("Klustret har inga arbetare."),
            _("Starta ”dask worker ADRESS --no-nanny” på datorerna som ska läsa."),
        )
    for answer in told.values():
        if answer:
            raise _unfit(str(answer))
    return sum(client.nthreads().values())


def _unfit(why: str) -> ClusterError:
    return ClusterError(
        _("En arbetare i klustret kan inte läsa för det här programmet: {why}.").format(why=why),
        _("Installera samma inspel på alla datorer, och starta ”dask worker ADRESS --no-nanny”."),
    )


def _lost() -> ClusterError:
    return ClusterError(
        _("Klustret svarar inte längre."),
        _("Det som är läst finns kvar. Starta klustret igen och läs in samma filer en gång till."),
    )
