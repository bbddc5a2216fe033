"""The settings: they hold at once, are kept, and bad ones are told of and not kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from inspel_app.gui.app import make_window
from inspel_app.gui.history_page import WHO
from inspel_app.gui.looks import follow_looks
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.settings_dialog import SettingsDialog
from inspel_app.gui.style import apply_style, current, scaled
from inspel_app.gui.tokens import BAR, DARK, LIGHT
from inspel_app.resources.settings import Settings, Theme, load_settings, settings_file
from tests.gui.conftest import HOSTILE, Until, show


@pytest.fixture
def dialog(window: MainWindow, app: QApplication) -> Iterator[SettingsDialog]:
    """The settings, opened by their key, in a program that follows them."""
    follow_looks(app, window.session.preferences)
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    found = window.findChild(SettingsDialog)
    assert isinstance(found, SettingsDialog)
    yield found
    found.close()
    apply_style(app, dark=False)


def choose(dialog: SettingsDialog, theme: Theme) -> None:
    dialog.theme.setCurrentIndex(dialog.theme.findData(theme))


def enlarge(dialog: SettingsDialog, percent: int) -> None:
    dialog.size_.setCurrentIndex(dialog.size_.findData(percent))


def test_colours_change_at_once_and_are_kept(dialog: SettingsDialog) -> None:
    assert current() is LIGHT
    choose(dialog, Theme.DARK)
    assert current() is DARK
    assert load_settings().theme is Theme.DARK
    choose(dialog, Theme.LIGHT)
    assert current() is LIGHT


def test_text_grows_at_once_and_has_room(dialog: SettingsDialog, window: MainWindow) -> None:
    rows = window.inbox.table.verticalHeader()
    usual, high = window.inbox.header.height(), rows.defaultSectionSize()
    enlarge(dialog, 200)
    QApplication.processEvents()
    assert load_settings().text_size == 200
    assert QApplication.font().pixelSize() == 26
    assert window.inbox.header.height() >= 2 * usual == scaled(BAR)
    assert rows.defaultSectionSize() == 2 * high
    enlarge(dialog, 100)
    QApplication.processEvents()
    assert window.inbox.header.height() == usual


@pytest.mark.parametrize("width", [960, 1280, 1920])
def test_large_text_cuts_off_no_button_above_the_synthesis(
    dialog: SettingsDialog, window: MainWindow, width: int
) -> None:
    window.go_to(window.synthesis)
    enlarge(dialog, 200)
    window.resize(width, 900)
    QApplication.processEvents()
    bar = window.synthesis.exports
    buttons = [one for one in bar.findChildren(QPushButton) if one.isVisible()]
    assert {one.text() for one in buttons} == {"Personuppgifter …", "Exportera …"}
    for one in buttons:
        assert one.width() >= one.sizeHint().width()
        assert bar.rect().contains(QRect(one.mapTo(bar, one.rect().topLeft()), one.size()))


def test_history_uses_the_name_from_then_on(dialog: SettingsDialog, window: MainWindow) -> None:
    dialog.name.setText("Ada Lövgren\n\u202e")
    dialog.close()
    window.inbox.table.selectRow(0)
    QTest.keyClick(window.inbox.table, Qt.Key.Key_G)
    window.go_to(window.history)
    who = window.history.model.index(0, WHO).data()
    assert who == load_settings().name == "Ada Lövgren"


def test_what_is_written_is_kept_by_escape_too(dialog: SettingsDialog) -> None:
    dialog.name.setFocus()
    dialog.name.setText(HOSTILE)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert load_settings().name == HOSTILE


def test_model_that_is_not_there_is_told_of_and_not_kept(
    dialog: SettingsDialog, tmp_path: Path
) -> None:
    dialog.encoder.setText(str(tmp_path))
    dialog.encoder.editingFinished.emit()
    assert "model.onnx saknas" in dialog.fault.text()
    assert load_settings().encoder == ""
    for file in ("model.onnx", "tokenizer.json"):
        (tmp_path / file).touch()
    dialog.encoder.editingFinished.emit()
    assert not dialog.fault.isVisible()
    assert load_settings().encoder == str(tmp_path)
    dialog.pipeline.setText("finns-inte")
    dialog.pipeline.editingFinished.emit()
    assert "finns-inte" in dialog.fault.text()
    assert load_settings().pipeline == ""


def test_languages_are_those_that_are_installed(dialog: SettingsDialog, until: Until) -> None:
    until(lambda: dialog.languages.boxes)
    boxes = dialog.languages.boxes
    assert boxes["swe"].isChecked()
    assert not boxes["swe"].isEnabled()
    for box in boxes.values():
        box.setChecked(True)
    assert load_settings().ocr == tuple(boxes)


def test_learning_is_the_same_choice_in_both_places(
    dialog: SettingsDialog, window: MainWindow
) -> None:
    dialog.learns.setChecked(False)
    assert not window.tagging.learns.isChecked()
    dialog.close()
    window.go_to(window.tagging)
    window.tagging.learns.click()
    assert load_settings().learns


def test_faulty_settings_are_told_of_and_left_alone(path: Path) -> None:
    settings_file().parent.mkdir()
    settings_file().write_text("textstorlek = 5\n")
    window = make_window(path)
    show(window)
    assert "textstorlek" in window.session.preferences.fault
    assert window.session.preferences.settings == Settings()
    window.change_settings()
    dialog = window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    assert dialog.fault.isVisible()
    dialog.learns.setChecked(False)
    assert "textstorlek" in dialog.fault.text()
    assert settings_file().read_text() == "textstorlek = 5\n"
    dialog.close()
    window.close()
    window.deleteLater()


def test_settings_are_not_among_what_the_window_remembers_by_itself(dialog: SettingsDialog) -> None:
    choose(dialog, Theme.DARK)
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "inspel", "inspel")
    assert not any("tema" in key for key in store.allKeys())
