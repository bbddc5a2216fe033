"""Everything that can be used has a name, can be come to by keys, shows its focus, and is large."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from inspel_app.gui.chart import Chart
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.new_round import NewRoundDialog
from inspel_app.gui.settings_dialog import SettingsDialog
from tests.gui.conftest import Until

USED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    Chart,
)
LEAST = 24


def used(top: QWidget) -> Iterator[QWidget]:
    """What can be used in a widget, save parts of what can be used."""
    for widget in top.findChildren(QWidget):
        parent = widget.parentWidget()
        part = isinstance(parent, USED) or isinstance(widget, QHeaderView)
        if isinstance(widget, USED) and widget.isVisible() and not part:
            yield widget


def named(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName() or text).replace("&", "").strip(" …✕▾+−")


def faults(top: QWidget) -> list[str]:
    found = []
    for widget in used(top):
        told = f"{type(widget).__name__} {named(widget)}"
        if not named(widget):
            found.append(f"{told}: no name")
        if min(widget.width(), widget.height()) < LEAST:
            found.append(f"{told}: {widget.width()} × {widget.height()}")
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(f"{told}: not by keys")
    return found


@pytest.mark.parametrize("number", range(6))
def test_everything_in_a_view_can_be_used_by_all(
    window: MainWindow, number: int, until: Until
) -> None:
    window.go_to(window.pages[number])
    until(lambda: not window.themes.busy and not window.synthesis.busy)
    QApplication.processEvents()
    window.show_help()
    assert faults(window) == []


def test_everything_on_the_start_page_can_be_used_by_all(window: MainWindow) -> None:
    window.session.leave()
    QApplication.processEvents()
    assert faults(window) == []


def test_everything_in_the_dialogs_can_be_used_by_all(window: MainWindow, until: Until) -> None:
    settings, new = SettingsDialog(window.session.preferences, window), NewRoundDialog(window)
    settings.show()
    new.show()
    until(lambda: settings.languages.boxes)
    window.show_keys()
    window.show_imports()
    QApplication.processEvents()
    dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert len(dialogs) == 4
    assert [fault for dialog in dialogs for fault in faults(dialog)] == []
    for dialog in dialogs:
        dialog.close()
    new.deleteLater()


def test_focus_is_seen(window: MainWindow) -> None:
    for widget in (window.rail.buttons[1], window.inbox.table, window.inbox.header.status):
        window.setFocus()
        QApplication.processEvents()
        without = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        assert widget.grab().toImage() != without
