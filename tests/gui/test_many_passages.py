"""Many passages are read beside the window, and shown as they were wanted when they have come."""

from time import sleep

import pytest

from inspel_app.gui import session
from inspel_app.gui.app import make_window
from inspel_app.gui.main_window import MainWindow
from inspel_app.services.passage_queue import Queue
from inspel_app.services.rounds import Project
from inspel_app.services.tagging import read_queue
from tests.benchmarks.window_work import Work
from tests.gui.conftest import Until, show


def test_many_passages_come_when_they_have_been_read(
    tagging: MainWindow, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tagging.session.project
    assert project
    last = tagging.tagging.list.model().index(3, 0).data()
    wanted = [passage.id for passage in project.passages()][3]
    tagging.session.leave()
    monkeypatch.setattr(session, "FEW", 0)
    window = make_window(project.path)
    assert window.session.tagging is None
    assert not window.tagging.bare
    window.tagging.show_passage(wanted)
    show(window)
    until(lambda: window.tagging.list.passage == wanted)
    assert window.tagging.list.currentIndex().data() == last
    window.session.act(lambda work: work.assign(["3.3"], [wanted]))
    window.session.go_back(project_start(window))
    assert window.session.tagging is None
    until(lambda: window.session.tagging)
    assert window.tagging.list.passage == wanted
    window.close()
    window.deleteLater()


def test_work_that_is_measured_waits_until_the_passages_are_read(
    tagging: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tagging.session.project
    assert project
    tagging.session.leave()
    monkeypatch.setattr(session, "FEW", 0)
    monkeypatch.setattr(session, "read_queue", read_slowly)
    work = Work(project.path)
    work.open()
    assert work.window.session.read_passages()
    work.close()
    work.window.deleteLater()


def read_slowly(project: Project) -> Queue:
    sleep(1)
    return read_queue(project)


def project_start(window: MainWindow) -> int:
    """The first action of the round, which all else came after."""
    assert window.session.project
    return min(entry.number for entry in window.session.project.log())
