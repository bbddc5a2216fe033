"""Inspel that are alike are compared side by side, and it is decided which of them count."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QPushButton

from inspel_app.domain.form import Status
from inspel_app.gui.app import make_window
from inspel_app.gui.compare_dialog import CompareDialog
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.tokens import LIGHT
from inspel_app.services.rounds import Project
from tests.gui.conftest import HOSTILE, Until, show
from tests.gui.test_words import press


@pytest.fixture
def alike(path: Path) -> Iterator[MainWindow]:
    """The window with a round whose second inspel is a duplicate of the third."""
    with Project.open(path) as project:
        first, second, third = project.submissions()
        with project.action("Prov", "prov"):
            for one in (first, third):
                project.update_submission(one.id, duplicate_of=None, campaign=None)
            project.update_submission(second.id, duplicate_of=third.id, campaign=None)
    window = make_window(path)
    show(window)
    window.inbox.table.selectRow(1)
    yield window
    window.close()
    window.deleteLater()


def opened(window: MainWindow, until: Until) -> CompareDialog:
    press(Qt.Key.Key_D)
    until(lambda: window.findChild(CompareDialog))
    dialog = window.findChild(CompareDialog)
    assert dialog is not None
    return dialog


def said(dialog: CompareDialog, column: int, *, marked: bool = False) -> str:
    """What the inspel to the left (0) or right (1) says; or what is marked of it."""
    cursor = QTextCursor(dialog.sides.document())
    cursor.movePosition(QTextCursor.MoveOperation.Down)
    table = cursor.currentTable()
    assert table is not None
    cell = table.cellAt(1, column)
    cursor = cell.firstCursorPosition()
    found = ""
    while cursor < cell.lastCursorPosition():
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
        if not marked or cursor.charFormat().background().color() == QColor(LIGHT.marker):
            found += cursor.selectedText().replace("\u2029", "\n")
        cursor.clearSelection()
    return found


def press_button(dialog: CompareDialog, text: str) -> None:
    next(b for b in dialog.findChildren(QPushButton) if b.text() == text).click()


def test_what_differs_is_marked_on_both_sides(alike: MainWindow, until: Until) -> None:
    dialog = opened(alike, until)
    assert "Kollektivtrafiken" in said(dialog, 0, marked=True)
    assert "script" in said(dialog, 1, marked=True)
    assert "Inspel från" in said(dialog, 0)
    assert "Inspel från" not in said(dialog, 0, marked=True)
    dialog.reject()


def test_markup_is_shown_as_it_was_written(alike: MainWindow, until: Until) -> None:
    dialog = opened(alike, until)
    assert said(dialog, 1).count(HOSTILE) == 2
    dialog.reject()


def test_one_of_them_does_not_count_and_that_is_undone(alike: MainWindow, until: Until) -> None:
    project = alike.session.project
    assert project is not None
    press_button(opened(alike, until), "Räkna inte nummer 2")
    assert [s.status for s in project.submissions()] == [
        Status.NY,
        Status.RAKNAS_INTE,
        Status.NY,
    ]
    alike.session.undo()
    assert [s.status for s in project.submissions()] == [Status.NY] * 3


def test_both_count(alike: MainWindow, until: Until) -> None:
    project = alike.session.project
    assert project is not None
    press_button(opened(alike, until), "Räkna båda")
    assert [s.confirmed for s in project.submissions()] == [False, True, True]


def test_an_inspel_like_no_other_is_not_compared(alike: MainWindow) -> None:
    assert alike.inbox.header.compare.isVisible()
    alike.inbox.table.selectRow(0)
    assert not alike.inbox.header.compare.isVisible()
    press(Qt.Key.Key_D)
    assert alike.footer.message.text() == "Inget annat inspel liknar detta."
