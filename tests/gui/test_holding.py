"""One window at a time writes in a round; the next one reads, and says who has it."""

from pathlib import Path

from inspel_app.domain.form import Status
from inspel_app.gui.app import make_window
from inspel_app.gui.main_window import MainWindow
from inspel_app.services.triage import set_status
from tests.gui.conftest import show


def test_a_second_window_reads_and_says_who_writes(window: MainWindow) -> None:
    project = window.session.project
    assert project is not None
    other = make_window()
    show(other)
    other.session.open(project.path)
    assert other.inbox.table.model().rowCount() == 3
    told = other.footer.message.accessibleName()
    assert "har omgången öppen" in told
    assert " på datorn " in told
    assert window.actions_.take_in.isEnabled()
    assert not other.actions_.take_in.isEnabled()
    assert other.actions_.leave.isEnabled()
    first = project.heads()[0].id
    before = len(project.log())
    other.session.change(lambda p, by: set_status(p, [first], Status.LAST, by))
    other.session.undo()
    other.session.import_files([Path(__file__)])
    assert not other.session.busy
    assert len(project.log()) == before
    window.session.leave()
    other.session.open(project.path)
    assert other.actions_.take_in.isEnabled()
    other.session.change(lambda p, by: set_status(p, [first], Status.LAST, by))
    assert other.session.project is not None
    assert len(other.session.project.log()) == before + 1
    other.close()
    other.deleteLater()


def test_nothing_is_left_beside_a_round_that_is_closed(window: MainWindow) -> None:
    project = window.session.project
    assert project is not None
    there = {path.name for path in project.path.parent.iterdir()}
    assert f"{project.path.name}.lock" in there
    window.session.leave()
    assert not [path for path in project.path.parent.iterdir() if ".lock" in path.name]
