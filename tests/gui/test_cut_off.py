"""What was read before an import was cancelled, or the window closed, gets its points too."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspel_app.gui.app import make_window
from inspel_app.gui.holding import Hold
from inspel_app.gui.main_window import MainWindow
from inspel_app.services.analysing import analyse, lacks_work
from inspel_app.services.jobs import Progress, finish
from inspel_app.services.rounds import Project, new_round
from tests.gui.conftest import Until, show
from tests.services.letters import write_letters

FILES = 60


@pytest.fixture(autouse=True)
def lacking() -> None:
    """What a round lacks is made when it is opened, as it is for everybody."""


@pytest.fixture
def path(analysed: bytes, tmp_path: Path) -> Path:
    """A round whose inspel all have points."""
    (tmp_path / "omgang.inspel").write_bytes(analysed)
    return tmp_path / "omgang.inspel"


@pytest.fixture
def cut_off(path: Path, tmp_path: Path, until: Until) -> Path:
    """The round, closed while more was read in."""
    window = opened(path)
    begin(window, tmp_path)
    until(lambda: window.session.outcomes)
    shut(window)
    assert without_points(path)
    return path


def opened(path: Path) -> MainWindow:
    window = make_window(path)
    show(window)
    return window


def shut(window: MainWindow) -> None:
    window.close()
    window.deleteLater()


def begin(window: MainWindow, folder: Path) -> None:
    """Begin to take in more letters, each of a place of its own."""
    window.session.import_files(write_letters(folder / "in", *(f"By {n:03}" for n in range(FILES))))


def settled(window: MainWindow) -> bool:
    """Whether nothing is done, nor asked about what should be."""
    session = window.session
    return not (session.busy or session._dating.busy or session._copying.busy)


def without_points(path: Path) -> list[str]:
    """The names of the files whose inspel have no points."""
    with Project.open(path) as project:
        cut = {p.submission for p in project.passages()}
        return [s.files[0].name for s in project.submissions() if s.id not in cut]


def test_what_came_before_a_cancel_gets_its_points_and_the_rest_is_told_of(
    path: Path, tmp_path: Path, until: Until
) -> None:
    window = opened(path)
    session = window.session
    until(lambda: settled(window))

    def cancel(progress: Progress) -> None:
        if progress.outcome:
            session.cancel()

    session.progressed.connect(cancel)
    told: list[str] = []
    session.told.connect(lambda text, _undoable: told.append(text))
    begin(window, tmp_path)
    until(lambda: settled(window))
    read = len(list(imported(path)))
    assert 1 <= read < FILES
    assert told[0].startswith(
        f"Avbrutet: {read} av {FILES} filer lästa; {FILES - read} är inte lästa. Läs in dem igen."
    )
    assert window.footer.message.accessibleName() == told[0]
    shut(window)
    assert without_points(path) == []
    with Project.open(path) as project:
        assert not lacks_work(project)


def imported(path: Path) -> Iterator[str]:
    with Project.open(path) as project:
        yield from (s.files[0].name for s in project.submissions() if "By" in s.files[0].name)


def test_what_came_before_the_window_closed_gets_its_points_when_it_opens(
    cut_off: Path, until: Until
) -> None:
    window = opened(cut_off)
    until(lambda: settled(window))
    text = window.footer.message.accessibleName()
    shut(window)
    assert text.startswith("Alla inspel hade inte fått synpunkter och teman; de görs nu. ")
    assert "läs in filerna igen" in text
    assert without_points(cut_off) == []
    with Project.open(cut_off) as project:
        assert not lacks_work(project)
        runs = len(project.runs())
    window = opened(cut_off)
    until(lambda: settled(window))
    shut(window)
    with Project.open(cut_off) as project:
        assert len(project.runs()) == runs


def test_what_the_first_import_of_a_round_left_gets_its_points(
    tmp_path: Path, until: Until
) -> None:
    path = tmp_path / "ny.inspel"
    with new_round(path) as project:
        assert not lacks_work(project)
    window = opened(path)
    begin(window, tmp_path)
    until(lambda: window.session.outcomes)
    window.session.leave()
    assert not window.session.busy
    assert without_points(path)
    window.session.open(path)
    until(lambda: settled(window))
    shut(window)
    assert without_points(path) == []


def test_a_window_that_only_reads_makes_nothing(cut_off: Path, until: Until) -> None:
    other = Hold(cut_off)
    assert other.take("bo")
    lacking = without_points(cut_off)
    window = opened(cut_off)
    until(lambda: settled(window))
    shut(window)
    other.release()
    assert without_points(cut_off) == lacking


def test_themes_that_were_not_come_to_are_lacked(cut_off: Path) -> None:
    with Project.open(cut_off) as project:
        for progress in (job := analyse(project)):
            if "teman" in progress.text:
                break
        job.close()
        assert project.current_run("passages")
        assert lacks_work(project)
        finish(analyse(project), lambda _progress: None)
        assert not lacks_work(project)
