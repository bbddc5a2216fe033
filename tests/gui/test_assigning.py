"""Who sees to which inspel, and the views of the inbox that a person keeps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMenu

from inspel_app.gui import memory
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.submission_model import ASSIGNEE, NUMBER
from tests.gui.test_inbox import texts
from tests.gui.test_triage import chip, select


def assignees(window: MainWindow) -> list[str]:
    assert window.session.project is not None
    return [s.assignee for s in window.session.project.submissions()]


def test_t_takes_the_selected_inspel_and_lets_them_go(window: MainWindow) -> None:
    table = window.inbox.table
    me = "Åsa & co"
    window.session.preferences.change(name=me)
    assert table.isColumnHidden(ASSIGNEE)
    select(window, 0, 2)
    QTest.keyClick(table, Qt.Key.Key_T)
    assert assignees(window) == [me, "", me]
    assert texts(table.model(), ASSIGNEE) == [me, "–", me]
    assert not table.isColumnHidden(ASSIGNEE)
    assert window.session.steps().undo == f"Inspel 1, 3: ansvarig {me}"
    QTest.keyClick(table, Qt.Key.Key_T)
    assert assignees(window) == ["", "", ""]
    window.session.undo()
    assert assignees(window) == [me, "", me]


def test_a_gives_the_selected_inspel_to_somebody_by_name(window: MainWindow) -> None:
    select(window, 1, 2)
    QTest.keyClick(window.inbox.table, Qt.Key.Key_A)
    asked = window.inbox.findChild(QInputDialog)
    assert asked is not None
    asked.setTextValue("Åsa")
    asked.accept()
    assert assignees(window) == ["", "Åsa", "Åsa"]
    assert window.inbox.header.assignee.text() == "Ansvarig: Åsa"
    asked.deleteLater()


def test_nobody_takes_what_nobody_can_be_told_of(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("USERNAME", "USER"):
        monkeypatch.delenv(name, raising=False)
    faults: list[str] = []
    window.session.failed.connect(faults.append)
    QTest.keyClick(window.inbox.table, Qt.Key.Key_T)
    assert assignees(window) == ["", "", ""]
    assert len(faults) == 1


def test_the_line_shows_mine_and_those_of_nobody(window: MainWindow) -> None:
    window.session.preferences.change(name="Åsa")
    QTest.keyClick(window.inbox.table, Qt.Key.Key_T)
    chip(window, "Mina 1").click()
    assert texts(window.inbox.table.model(), NUMBER) == ["1"]
    chip(window, "Utan ansvarig 2").click()
    assert texts(window.inbox.table.model(), NUMBER) == ["2", "3"]


@pytest.mark.parametrize(
    ("sought", "numbers"), [("B.TXT", ["2"]), ("txt c", ["3"]), ("finnsinte", [])]
)
def test_words_find_inspel_by_what_the_list_tells(
    window: MainWindow, sought: str, numbers: list[str]
) -> None:
    window.inbox.search.setText(sought)
    assert texts(window.inbox.table.model(), NUMBER) == numbers
    window.inbox.search.clear()
    assert texts(window.inbox.table.model(), NUMBER) == ["1", "2", "3"]


def test_a_view_is_kept_under_a_name_and_taken_up_again(window: MainWindow) -> None:
    inbox = window.inbox
    QTest.keyClick(inbox.table, Qt.Key.Key_L)
    chip(window, "Nya 2").click()
    inbox.search.setText("txt")
    inbox.table.sortByColumn(NUMBER, Qt.SortOrder.DescendingOrder)
    inbox.views.keep(" Att läsa ")
    inbox.search.clear()
    inbox.filter.show_all()
    inbox.table.sortByColumn(NUMBER, Qt.SortOrder.AscendingOrder)
    inbox.views.menu().aboutToShow.emit()
    choices = {one.text(): one for one in inbox.views.menu().actions()}
    choices["Att läsa"].trigger()
    assert texts(inbox.table.model(), NUMBER) == ["3", "2"]
    assert inbox.search.text() == "txt"
    removing = choices["Ta bort"].menu()
    assert isinstance(removing, QMenu)
    removing.actions()[0].trigger()
    assert memory.views() == {}


def test_what_is_no_views_is_none() -> None:
    memory._store().setValue("vyer", '{"a": 3}')
    assert memory.views() == {}
