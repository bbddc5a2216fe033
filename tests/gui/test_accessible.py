"""Everything that can be used has a name, can be come to by keys, shows its focus, and is large."""

from collections.abc import Iterator
from itertools import chain, pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
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
    QScrollArea,
    QTextEdit,
    QWidget,
)

from inspel_app.gui.chart import Chart
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.new_round import NewRoundDialog
from inspel_app.gui.round_fields import RoundFactsDialog
from inspel_app.gui.settings_dialog import SettingsDialog
from inspel_app.services.round_facts import Facts
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


def steps(top: QWidget) -> Iterator[QWidget]:
    """Where Tab goes from the first field on."""
    one = top.nextInFocusChain()
    while one and one is not top:
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield one
        one = one.nextInFocusChain()


def area(widget: QWidget) -> QWidget | None:
    """What scrolls it."""
    above = widget.parentWidget()
    return above if above is None or isinstance(above, QScrollArea) else area(above)


def backwards(top: QWidget) -> list[str]:
    """Steps of Tab in a dialog that go up, or to the left on a line, in what scrolls as one."""
    areas: dict[QWidget | None, list[QWidget]] = {}
    for one in steps(top):
        areas.setdefault(area(one), []).append(one)
    found = []
    for one, following in chain.from_iterable(map(pairwise, areas.values())):
        here = QRect(one.mapTo(top, QPoint()), one.size())
        there = QRect(following.mapTo(top, QPoint()), following.size())
        beside = here.top() < there.bottom() and there.top() < here.bottom()
        if there.left() < here.left() if beside else there.top() < here.top():
            found.append(f"{named(one)} → {named(following)}")
    return found


@pytest.mark.parametrize("number", range(6))
def test_everything_in_a_view_can_be_used_by_all(
    window: MainWindow, number: int, until: Until
) -> None:
    window.go_to(window.pages[number])
    until(lambda: not window.pages[number].busy)
    QApplication.processEvents()
    window.show_help()
    assert faults(window) == []


def test_everything_on_the_start_page_can_be_used_by_all(window: MainWindow) -> None:
    window.session.leave()
    QApplication.processEvents()
    assert faults(window) == []


def test_everything_in_the_dialogs_can_be_used_by_all(window: MainWindow, until: Until) -> None:
    settings, new = SettingsDialog(window.session.preferences, window), NewRoundDialog(window)
    facts = RoundFactsDialog(Facts("", "", None, ""), window)
    for one in (settings, new, facts):
        one.show()
    until(lambda: settings.languages.boxes)
    window.show_keys()
    window.show_imports()
    QApplication.processEvents()
    dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert len(dialogs) == 5
    assert [fault for dialog in dialogs for fault in faults(dialog)] == []
    assert [step for dialog in dialogs for step in backwards(dialog)] == []
    for dialog in dialogs:
        dialog.close()
    new.deleteLater()
    facts.deleteLater()


def test_focus_is_seen(window: MainWindow) -> None:
    for widget in (window.rail.buttons[1], window.inbox.table, window.inbox.header.status):
        window.setFocus()
        QApplication.processEvents()
        without = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        assert widget.grab().toImage() != without
