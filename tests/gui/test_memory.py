"""What the window remembers: rounds of late on the start page, its size and its panes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSplitter

from inspel_app.config import PROGRAM
from inspel_app.domain.form import Status
from inspel_app.gui import memory
from inspel_app.gui.app import make_window
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.submission_model import NUMBER, SENDER
from inspel_app.services.rehoming import carry_over
from inspel_app.services.rounds import new_round
from inspel_app.services.todo import Concern
from tests.gui.conftest import Until, show
from tests.services.test_rehoming import replaced


def offered(window: MainWindow) -> list[QPushButton]:
    found = window.findChildren(QPushButton)
    return [one for one in found if one.property("role") == "recent" and one.isVisible()]


def test_round_of_late_is_opened_from_the_start_page(window: MainWindow, path: Path) -> None:
    window.session.leave()
    QTest.qWait(1)
    (recent,) = offered(window)
    assert recent.accessibleName() == "Prov & <b>mer</b>"
    QTest.mouseClick(recent, Qt.MouseButton.LeftButton)
    assert window.session.project
    assert window.session.project.path == path


def test_round_that_is_gone_is_not_offered(window: MainWindow, path: Path) -> None:
    window.session.leave()
    path.unlink()
    assert memory.recents() == []


def test_remembers_the_latest_first_and_each_once(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.inspel" for n in range(9)]
    for path in [*paths, paths[4]]:
        path.touch()
        memory.remember(path, path.stem)
    assert [one.title for one in memory.recents()] == ["4", "8", "7", "6", "5", "3"]


def test_survives_that_somebody_has_written_in_its_file() -> None:
    ini, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    QSettings(ini, scope, PROGRAM, PROGRAM).setValue("senaste", "{inte json")
    assert memory.recents() == []


def test_window_stands_as_it_stood(window: MainWindow, path: Path) -> None:
    window.go_to(window.inbox)
    window.resize(1400, 700)
    panes(window).setSizes([500, 900])
    memory.keep(window)
    window.session.leave()
    other = make_window(path)
    memory.restore(other)
    other.resize(1400, other.height())  # the screen here is narrower than the window was
    show(other)
    other.go_to(other.inbox)
    assert other.height() == 700
    assert share(other) == pytest.approx(share(window), abs=0.01)
    other.close()
    other.deleteLater()


def test_a_round_is_opened_as_it_was_left(window: MainWindow, path: Path) -> None:
    inbox, down = window.inbox, Qt.SortOrder.DescendingOrder
    inbox.table.sortByColumn(SENDER, down)
    inbox.filter.choose(Status.NY)
    inbox.search.setText("txt")
    inbox.table.horizontalHeader().resizeSection(NUMBER, 77)
    inbox.table.selectRow(1)
    chosen = inbox.table.submission
    window.go_to(window.history)
    for _time in range(2):  # the second time nobody has seen the inbox since
        window.session.leave()
        inbox.search.clear()
        inbox.table.sortByColumn(NUMBER, Qt.SortOrder.AscendingOrder)
        window.session.open(path)
        assert window.page is window.history
    window.go_to(inbox)
    assert (inbox.filter.choice, inbox.search.text()) == (Status.NY, "txt")
    assert inbox.table.by == (SENDER, down)
    assert inbox.table.columnWidth(NUMBER) == 77
    assert inbox.table.model().rowCount() == 2
    assert inbox.table.submission == chosen


def test_a_choice_that_takes_time_to_find_out_is_made_again(tmp_path: Path, until: Until) -> None:
    path = tmp_path / "omgang.inspel"
    with new_round(path) as project:
        replaced(project)
        carry_over(project)
    window = make_window(path)
    show(window)
    choices = window.inbox.filter
    until(lambda: offers(window, "Tappade beslut 1"))
    choices.choose(Concern.HOMELESS)
    for _time in range(2):  # the second time it is left before it has been found out
        window.session.leave()
        window.session.open(path)
        assert choices.choice == Concern.HOMELESS
    until(lambda: choices.numbers == frozenset([2]))
    window.session.leave()
    window.session.open(path)
    choices.choose(Status.NY)  # another choice goes before it
    until(lambda: offers(window, "Tappade beslut 1"))
    assert choices.choice == Status.NY
    window.close()
    window.deleteLater()


def test_what_somebody_has_written_in_a_state_is_passed_over(
    window: MainWindow, path: Path
) -> None:
    written: dict[str, dict[str, object]] = {
        "": {"vy": "finns-inte"},
        "inkorg": {"urval": [1, 2], "bredder": {"0": "bred"}},
    }
    window.session.leave()
    memory.keep_states(path, written)
    window.session.open(path)
    assert window.page is window.inbox
    assert window.inbox.table.model().rowCount() == 3


def share(window: MainWindow) -> float:
    left, right = panes(window).sizes()
    return left / (left + right)


def panes(window: MainWindow) -> QSplitter:
    found = window.findChild(QSplitter, "inkorg")
    assert isinstance(found, QSplitter)
    return found


def offers(window: MainWindow, text: str) -> bool:
    chips = window.inbox.filter.findChildren(QPushButton)
    return any(chip.isVisible() and chip.text() == text for chip in chips)
