"""What is read on other computers is what is read on this one, whatever becomes of them."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspel_app import __version__
from inspel_app.cli.main import main
from inspel_app.domain.synthesis import Audience
from inspel_app.errors import ClusterError, ExitCode, MissingComponentError, UnreadableError
from inspel_app.services.child import Task
from inspel_app.services.cluster import Cluster, do_there
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import Progress, Result, finish
from inspel_app.services.pages import render_page
from inspel_app.services.reporting import export
from inspel_app.services.rounds import Project, new_round
from inspel_app.services.self_test import material
from inspel_app.services.workers import WorkerPool
from tests.services import tasks
from tests.services.clusters import Machines, machines, worker_at_work
from tests.services.letters import pdf_letter, write_letters

KINDS = ("txt", "eml", "pdf", "png", "docx")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    with machines(tmp_path_factory.mktemp("kluster"), workers=2) as made:
        yield made


def ignore(_progress: Progress) -> None:
    pass


def told_of(project: Project, path: Path) -> str:
    """All that a round holds, as the export tells it."""
    export(project, "json", path, Audience.WORK)
    return path.read_text("utf-8")


def files_of_each_kind(folder: Path) -> list[Path]:
    """A file that cannot be read, and one of each kind; the last is a form, which takes longest."""
    material(folder)
    (folder / "skannad.png").write_bytes(render_page(pdf_letter("Malå"), 1, 2))
    (folder / "trasig.docx").write_bytes(b"PK\x03\x04 inget arkiv")
    return [folder / "trasig.docx", *(max(folder.glob(f"*.{kind}")) for kind in KINDS)]


def test_reads_as_this_computer_does_though_a_worker_is_killed(
    cluster: Machines, pool: WorkerPool, tmp_path: Path
) -> None:
    files = files_of_each_kind(tmp_path / "in")
    with new_round(tmp_path / "har.inspel") as here:
        expected = finish(import_files(here, files, pool), ignore)
        told = told_of(here, tmp_path / "har.json")
    killed: list[int] = []

    def kill_one(progress: Progress) -> None:
        if not killed and progress.done >= 2 and progress.outcome is None:  # one is waited for
            killed.append(worker_at_work(cluster.address))
            os.kill(killed[0], signal.SIGKILL)

    with new_round(tmp_path / "dar.inspel") as there, Cluster(cluster.address) as readers:
        outcomes = finish(import_files(there, files, readers), kill_one)
        assert told_of(there, tmp_path / "dar.json") == told
    assert killed
    assert outcomes == expected
    assert Result.UNREADABLE in {outcome.result for outcome in outcomes}
    cluster.add_worker()
    cluster.wait(2)


def test_a_file_that_crashes_costs_itself_alone(cluster: Machines) -> None:
    with Cluster(cluster.address) as readers:
        lost, kept = readers.submit(tasks.crash), readers.submit(tasks.double, 4)
        with pytest.raises(UnreadableError) as caught:
            lost.result()
        assert caught.value.code == "lasningen-kraschade"
        assert kept.result() == 8


def test_passes_on_known_errors_whole(cluster: Machines) -> None:
    with Cluster(cluster.address) as readers, pytest.raises(UnreadableError) as caught:
        readers.submit(tasks.find_fault).result()
    assert (caught.value.code, caught.value.advice) == ("skadad", "Be om en ny.")


def test_a_broken_off_import_leaves_the_cluster_as_it_was(cluster: Machines) -> None:
    with Cluster(cluster.address) as readers:
        waiting = [readers.submit(tasks.sleep_on, bytes(n)) for n in range(20)]
        assert waiting[-1].cancel()
    with Cluster(cluster.address) as readers:
        assert readers.submit(tasks.double, 2).result() == 4


def test_reads_ahead_for_all_workers(cluster: Machines) -> None:
    with Cluster(cluster.address) as readers:
        assert readers.ahead == 4


def test_goes_no_further_when_the_cluster_is_lost_and_keeps_what_is_read(
    pool: WorkerPool, tmp_path: Path
) -> None:
    letters = write_letters(tmp_path / "in", "Malå", "Norsjö", "Åsele", "Dorotea", "Umeå")

    def lose(progress: Progress) -> None:
        if progress.outcome and progress.done == 1:
            doomed.scheduler.kill()

    with new_round(tmp_path / "o.inspel") as project:
        with (
            machines(tmp_path / "kluster", workers=1) as doomed,
            Cluster(doomed.address) as readers,
            pytest.raises(ClusterError, match="en gång till"),
        ):
            finish(import_files(project, letters, readers), lose)
        assert 1 <= len(project.submissions()) < len(letters)
        finish(import_files(project, letters, pool), ignore)
        assert [s.files[0].name for s in project.submissions()] == [p.name for p in letters]


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "ingenstans", "tcp://", "x y"])
def test_tells_that_nothing_answers(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inspel_app.services.cluster.SECONDS", 0.5)
    with pytest.raises(ClusterError) as caught:
        Cluster(address)
    assert address in caught.value.message
    assert "dask scheduler" in caught.value.advice


def test_tells_that_there_are_no_workers_or_that_they_do_not_fit(tmp_path: Path) -> None:
    with machines(tmp_path / "kluster", workers=0) as cluster:
        with pytest.raises(ClusterError, match="inga arbetare"):
            Cluster(cluster.address)
        cluster.add_worker("--nanny")
        cluster.wait(1)
        with pytest.raises(ClusterError, match="egna processer"):
            Cluster(cluster.address)


def test_a_worker_of_another_version_reads_nothing() -> None:
    reply = do_there(Task(tasks.double, (2,), {}), ("swe",), f"{__version__}.1")
    assert isinstance(reply.error, ClusterError)
    assert f"{__version__}.1" in reply.error.message


def test_tells_what_to_install_where_there_is_no_dask(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingComponentError, match="distributed"):
        Cluster("tcp://127.0.0.1:1")
    new_round(tmp_path / "o.inspel").close()
    command = ["import", str(tmp_path / "o.inspel"), str(tmp_path), "--cluster", "tcp://a:1"]
    assert main(command) == ExitCode.MISSING_COMPONENT
    assert "requirements-cluster.lock" in capsys.readouterr().err
