"""Help: F1 tells about the view, ? shows its keys, hints come once, and empty views lead on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from inspel_app.gui import first_hint
from inspel_app.gui.app import make_window
from inspel_app.gui.empty_state import EmptyState
from inspel_app.gui.first_hint import FirstHint
from inspel_app.gui.help_panel import HelpPanel
from inspel_app.gui.help_texts import Kind, help_text
from inspel_app.gui.key_list import KeyList, key_groups
from inspel_app.gui.keys import LetterKeys, StepKeys
from inspel_app.gui.keys_dialog import KeysDialog
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.page import Page
from inspel_app.gui.point_list import PointList
from tests.gui.conftest import Until, show


def panel(window: MainWindow) -> HelpPanel:
    found = window.findChild(HelpPanel)
    assert isinstance(found, HelpPanel)
    return found


def hint(window: MainWindow) -> FirstHint:
    found = window.findChild(FirstHint)
    assert isinstance(found, FirstHint)
    return found


def texts(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize("number", range(7))
def test_f1_tells_about_the_view_and_its_keys(window: MainWindow, number: int) -> None:
    page = window.pages[number]
    window.go_to(page)
    QTest.keyClick(window, Qt.Key.Key_F1)
    told = texts(panel(window))
    assert panel(window).isVisible()
    assert help_text(page.drawing).title == page.name
    assert help_text(page.drawing).summary in told
    assert all(hint.text in told.casefold() for hint in page.hints)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert not panel(window).isVisible()


def test_help_follows_the_view_and_esc_gives_the_keyboard_back(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    window.go_to(window.history)
    assert help_text("historik").summary in texts(panel(window))
    panel(window).area.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not panel(window).isVisible()
    assert window.history.table.hasFocus()


def test_help_is_there_before_a_round_is_open(window: MainWindow) -> None:
    window.session.leave()
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert help_text("start").summary in texts(panel(window))


def test_texts_are_plain_sentences() -> None:
    views = ("start", "oversikt", "inkorg", "koppla", "teman", "hantering", "syntes", "historik")
    for view in views:
        told = help_text(view)
        assert told.summary.startswith("Här ")
        assert any(block.kind is Kind.STEP for block in told.rest)
        every = [told.title, told.summary, *(block.text for block in told.rest)]
        assert not [text for text in every if set(text) & set("*_`<>#[]")]


def test_question_mark_shows_the_keys(window: MainWindow) -> None:
    window.go_to(window.themes)
    QTest.keyClick(window, Qt.Key.Key_Question)
    sheet = window.findChild(KeysDialog)
    assert isinstance(sheet, KeysDialog)
    told = texts(sheet)
    for text in ("Slå ihop valda", "Ctrl+M", "Ångra", "Inställningar", "Byt ruta", "F6"):
        assert text in told
    QTest.keyClick(sheet, Qt.Key.Key_Escape)


@pytest.mark.parametrize("number", range(7))
def test_every_key_that_does_something_is_told_of(window: MainWindow, number: int) -> None:
    page = window.pages[number]
    hints = [hint for group in key_groups(window, page) for hint in group.hints]
    told = {key for hint in hints for key in hint.written}
    told |= {digit for key in told if key[1:2] == "–" for digit in "123456789" if digit <= key[2]}
    assert worked(page) <= told
    actions = [*page.findChildren(QAction), *window.actions()]
    assert {action.shortcut().toString() for action in actions} <= {*told, "Return", ""}


def worked(page: Page) -> set[str]:
    """The single keys that the page's lists do something for."""
    keys = {key for one in page.findChildren(LetterKeys) for key in one.keys}
    keys |= {key for one in page.findChildren(PointList) for key in one.keys}
    return keys | ({"J", "K"} if page.findChildren(StepKeys) else set())


def test_no_key_is_told_of_twice(window: MainWindow) -> None:
    for page in window.pages:
        told = [k for group in key_groups(window, page) for h in group.hints for k in h.written]
        assert len(told) == len(set(told))


def test_first_hint_comes_once(window: MainWindow, path: Path) -> None:
    assert hint(window).isVisible()
    assert help_text("inkorg").summary in hint(window).text.text()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not hint(window).isVisible()
    window.go_to(window.history)
    assert hint(window).isVisible()
    window.go_to(window.inbox)
    assert not hint(window).isVisible()
    again = make_window(path)
    show(again)
    assert not hint(again).isVisible()
    again.close()
    again.deleteLater()


def test_first_hint_goes_away_by_itself(
    monkeypatch: pytest.MonkeyPatch, path: Path, until: Until
) -> None:
    monkeypatch.setattr(first_hint, "SHOWN_MS", 50)
    window = make_window(path)
    show(window)
    until(lambda: not hint(window).isVisible())
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("name", ["overview", "tagging", "themes", "handling"])
def test_empty_view_says_what_belongs_there_and_offers_to_begin(
    empty: MainWindow, name: str, until: Until
) -> None:
    page = getattr(empty, name)
    empty.go_to(page)
    state = page.findChild(EmptyState)
    assert isinstance(state, EmptyState)
    until(state.isVisible)
    assert help_text(page.drawing).summary in texts(state)
    assert state.begin.isEnabled()
    assert not page.panes[0].isVisible()


def test_view_is_no_longer_empty_when_something_has_come(
    empty: MainWindow, letters: Path, until: Until
) -> None:
    empty.go_to(empty.overview)
    until(lambda: not empty.overview.heat.isVisible())
    empty.session.import_files([letters])
    until(empty.overview.heat.isVisible)
    assert not empty.overview.findChild(EmptyState).isVisible()  # type: ignore[union-attr]


def test_list_without_what_is_asked_for_says_so(window: MainWindow) -> None:
    window.inbox.table.show_only(frozenset())
    assert "Visa fler" in texts(window.inbox.table.viewport())
    window.inbox.table.show_only(None)
    said = window.inbox.table.viewport().findChildren(QLabel)
    assert not any(one.isVisible() for one in said)


def test_keys_stand_beside_what_they_do(window: MainWindow) -> None:
    keys = KeyList(key_groups(window, window.inbox))
    assert "Läst" in texts(keys)
    keys.deleteLater()
