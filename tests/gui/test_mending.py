"""A damaged round is made whole from the window; a copy is taken when a round is opened."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.mending import MendDialog
from inspel_app.store.copies import copies_of
from tests.gui.conftest import Until
from tests.store.test_copies import behead


@pytest.fixture
def copied(window: MainWindow, until: Until) -> Path:
    """A round that was copied when it was opened, and is damaged now."""
    assert window.session.project
    path = window.session.project.path
    until(lambda: copies_of(path))
    window.session.leave()
    behead(path)
    return path


def offers(app: QApplication) -> list[MendDialog]:
    return [w for w in app.topLevelWidgets() if isinstance(w, MendDialog) and w.isVisible()]


def test_a_damaged_round_is_made_whole_and_opened(
    window: MainWindow, copied: Path, app: QApplication, until: Until
) -> None:
    window.session.open(copied)
    (dialog,) = offers(app)
    assert "kan lagas" in dialog.text.toPlainText()
    dialog.mend.click()
    until(dialog.open_.isVisible)
    assert "Säkerhetskopian" in dialog.text.toPlainText()
    dialog.open_.click()
    until(lambda: window.session.project)
    assert window.session.project
    assert window.session.project.path == copied
    assert len(window.session.project.submissions()) == 3
    until(lambda: not offers(app))


def test_what_cannot_be_made_whole_is_left(
    window: MainWindow, copied: Path, app: QApplication, until: Until
) -> None:
    for copy in copies_of(copied):
        copy.unlink()
    before = copied.read_bytes()
    window.session.open(copied)
    (dialog,) = offers(app)
    dialog.mend.click()
    until(dialog.mend.isHidden)
    assert dialog.open_.isHidden()
    assert "ingen omgång" in dialog.text.toPlainText()
    assert copied.read_bytes() == before
    dialog.close()
    until(lambda: not offers(app))


def test_a_damaged_round_can_still_be_mended_from_the_bar_when_the_offer_was_closed(
    window: MainWindow, copied: Path, app: QApplication, until: Until
) -> None:
    window.session.open(copied)
    (dialog,) = offers(app)
    dialog.close()
    until(lambda: not offers(app))
    assert copied.name in window.footer.message.accessibleName()
    assert window.actions_.mend.isEnabled()
    (link,) = (b for b in window.footer.findChildren(QPushButton) if b.isVisible())
    link.click()
    (dialog,) = offers(app)
    dialog.mend.click()
    until(dialog.open_.isVisible)
    dialog.open_.click()
    until(lambda: window.session.project)
    assert not window.actions_.mend.isEnabled()
    until(lambda: not offers(app))
