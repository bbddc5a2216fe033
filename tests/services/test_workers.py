"""A child that dies, hangs or eats the memory costs its own task alone."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from inspel_app.errors import UnreadableError
from inspel_app.reading.patience import patience
from inspel_app.services.faults import ChildFault, describe
from inspel_app.services.workers import WorkerPool
from tests.services import tasks


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    """A pool of its own, as its children are lost, and with them what they know."""
    with WorkerPool(2) as running:
        yield running


def test_does_tasks_in_other_processes(pool: WorkerPool) -> None:
    assert pool.submit(tasks.child_id).result() != os.getpid()


def test_gives_each_task_its_own_value(pool: WorkerPool) -> None:
    assert list(pool.map(tasks.double, range(40))) == [2 * n for n in range(40)]


def test_keeps_the_children_alive(pool: WorkerPool) -> None:
    ids = {pool.submit(tasks.child_id).result() for _ in range(12)}
    assert len(ids) <= 2


@pytest.mark.parametrize(
    ("bad", "code"),
    [(tasks.crash, "lasningen-kraschade"), (tasks.devour, "for-mycket-minne")],
)
def test_loses_one_task_alone(pool: WorkerPool, bad: Callable[[], Any], code: str) -> None:
    lost = []
    futures = []
    for number in range(3):
        lost.append(pool.submit(bad))
        futures.append(pool.submit(tasks.double, number))
    for future in lost:
        with pytest.raises(UnreadableError) as caught:
            future.result()
        assert caught.value.code == code
        assert caught.value.advice
    assert [future.result() for future in futures] == [2 * n for n in range(3)]


def test_breaks_off_a_task_that_hangs() -> None:
    with WorkerPool(1, seconds=1.5) as pool:
        pool.submit(tasks.double, 1).result()
        began = time.monotonic()
        hanging, next_one = pool.submit(tasks.hang), pool.submit(tasks.double, 4)
        with pytest.raises(UnreadableError) as caught:
            hanging.result()
        assert caught.value.code == "tog-for-lang-tid"
        assert time.monotonic() - began < 10 * patience()
        assert next_one.result() == 8


def test_gives_more_time_at_each_sign_of_life() -> None:
    with WorkerPool(1, seconds=2.0) as pool:
        assert pool.submit(tasks.hang_with_signs_of_life, 6).result() == 6


def test_gives_more_time_to_larger_files() -> None:
    with WorkerPool(1, seconds=0.0) as pool:
        with pytest.raises(UnreadableError):
            pool.submit(tasks.sleep_on, b"x").result()
        assert pool.submit(tasks.sleep_on, bytes(2**20)).result() == 2**20


def test_passes_on_known_errors_whole(pool: WorkerPool) -> None:
    with pytest.raises(UnreadableError) as caught:
        pool.submit(tasks.find_fault).result()
    assert (caught.value.code, caught.value.advice) == ("skadad", "Be om en ny.")


def test_tells_where_our_own_fault_is_but_not_what_was_read(pool: WorkerPool) -> None:
    with pytest.raises(ChildFault) as caught:
        pool.submit(tasks.err).result()
    report = describe(caught.value)
    assert "LookupError" in report
    assert "tasks.py" in report
    assert "hemligt" not in report


def test_keeps_what_libraries_remark_off_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    with WorkerPool(1) as pool:
        pool.submit(tasks.remark).result()
        pool.submit(tasks.complain).result()
    assert "hemligt" not in capfd.readouterr().err


def test_children_are_not_ended_by_an_interrupt() -> None:
    with WorkerPool(1) as pool:
        child = pool.submit(tasks.child_id).result()
        os.kill(child, signal.SIGINT)
        assert pool.submit(tasks.double, 3).result() == 6
        assert pool.submit(tasks.child_id).result() == child


def test_leaves_neither_processes_nor_threads_behind() -> None:
    before = threading.active_count()
    with WorkerPool(1) as pool:
        child = pool.submit(tasks.child_id).result()
        pool.submit(tasks.hang)
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
    assert threading.active_count() == before
