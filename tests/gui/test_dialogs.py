"""Enter in a dialog does what the dialog is for."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.new_round import NewRoundDialog
from inspel_app.gui.round_fields import RoundFactsDialog
from inspel_app.services.round_facts import Facts


@pytest.mark.parametrize(
    ("make", "wanted"),
    [(NewRoundDialog, "Skapa omgång"), (partial(RoundFactsDialog, Facts("R")), "Spara")],
)
def test_enter_presses_the_button_that_goes_on(
    app: QApplication, make: Callable[[], QDialog], wanted: str
) -> None:
    dialog = make()
    dialog.show()
    app.processEvents()
    (default,) = [b for b in dialog.findChildren(QPushButton) if b.isDefault()]
    assert default.text() == wanted
    dialog.close()
    dialog.deleteLater()


def test_all_of_the_fields_of_a_new_round_is_seen(window: MainWindow) -> None:
    dialog = NewRoundDialog(window)
    dialog.show()
    QApplication.processEvents()
    seen = dialog.fields.visibleRegion().boundingRect()
    assert seen.width() == dialog.fields.width()
    dialog.close()
