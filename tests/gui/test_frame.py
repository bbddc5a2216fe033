"""The frame: the rail between the pages, their keys, and the history."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from inspel_app.gui.history_page import WHAT
from inspel_app.gui.main_window import MainWindow

FITTING = 8
"""As many keys fit at the foot, at least; ? tells the rest."""


def whats(window: MainWindow) -> list[str]:
    model = window.history.model
    return [model.index(row, WHAT).data() for row in range(model.rowCount())]


def keys_shown(window: MainWindow) -> list[str]:
    labels = window.footer.findChildren(QLabel)
    return [one.text() for one in labels if one.isVisible() and one.property("role") == "small"]


def test_every_page_has_a_button_and_a_key(window: MainWindow, app: QApplication) -> None:
    for number, page in enumerate(window.pages):
        key = Qt.Key(Qt.Key.Key_1 + number)
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.page is page
        assert window.rail.buttons[number].isChecked()
        assert page.bare or page.panes[0].hasFocus()
        app.processEvents()
        *told, last = keys_shown(window)
        assert last == "alla"
        assert told == [hint.text for hint in page.hints][: len(told)]
        assert len(told) >= min(len(page.hints), FITTING)


def test_button_in_the_rail_shows_its_page(window: MainWindow) -> None:
    last = len(window.pages) - 1
    QTest.mouseClick(window.rail.buttons[last], Qt.MouseButton.LeftButton)
    assert window.page is window.pages[last]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_the_button_that_has_the_keyboard(window: MainWindow, key: Qt.Key) -> None:
    window.rail.buttons[0].setFocus()
    QTest.keyClick(window.rail.buttons[0], key)
    assert window.page is window.overview


def test_rail_is_there_only_with_a_round(window: MainWindow) -> None:
    assert window.rail.isVisible()
    window.session.leave()
    assert not window.rail.isVisible()
    assert window.page is None


@pytest.mark.parametrize(("count", "name"), [(0, "Inkorg"), (12, "Inkorg: 12 väntar")])
def test_badge_says_what_waits(window: MainWindow, count: int, name: str) -> None:
    number = window.pages.index(window.inbox)
    window.rail.show_waiting(number, count)
    assert window.rail.buttons[number].accessibleName() == name


def test_rail_tells_how_many_inspel_are_new(window: MainWindow) -> None:
    button = window.rail.buttons[window.pages.index(window.inbox)]
    assert button.accessibleName() == "Inkorg: 3 väntar"
    window.session.undo()
    assert button.accessibleName() == "Inkorg"


def test_history_tells_what_was_done_and_taken_back(window: MainWindow) -> None:
    window.go_to(window.history)
    assert whats(window) == ["Läs in 3 filer"]
    window.session.undo()
    assert whats(window) == ["Ångra: Läs in 3 filer", "Läs in 3 filer (ångrat)"]


def test_fault_has_the_room_until_another_page_is_shown(
    window: MainWindow, app: QApplication
) -> None:
    window.footer.warn("Något är fel; gör så här.")
    assert keys_shown(window) == []
    window.go_to(window.history)
    app.processEvents()
    assert window.footer.message.accessibleName() == ""
    assert keys_shown(window) != []


def test_goes_back_to_how_it_was_after_an_action(window: MainWindow) -> None:
    project = window.session.project
    assert project
    for title in ("Ett", "Två"):
        with project.action(f"Döp till {title}"):
            project.change_settings(replace(project.settings, title=title))
    window.go_to(window.history)
    assert not window.history.back.isEnabled()
    window.history.table.selectRow(whats(window).index("Läs in 3 filer"))
    QTest.keyClick(window.history.table, Qt.Key.Key_Return)
    assert project.settings.title == "Prov & <b>mer</b>"
    assert window.footer.message.accessibleName() == "2 åtgärder ångrades."
    assert whats(window)[:2] == ["Ångra: Döp till Ett", "Ångra: Döp till Två"]
    assert not window.history.back.isEnabled()


def test_page_that_is_not_seen_catches_up_when_it_is(window: MainWindow) -> None:
    window.go_to(window.history)
    window.go_to(window.inbox)
    window.session.undo()
    assert len(whats(window)) == 1
    window.go_to(window.history)
    assert len(whats(window)) == 2
