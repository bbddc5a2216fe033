"""Marks of secrecy in the window: asked for in a dialog, seen on the row and on the passage."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget

from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.page import Page
from inspel_app.gui.secrecy_dialog import SecrecyDialog
from inspel_app.gui.sender_delegate import CELL_ROLE
from inspel_app.gui.submission_model import SENDER
from inspel_app.services.secrecy import marked
from tests.gui.conftest import Until

LAW = "OSL 21 kap. 1 §"


def ask(page: Page) -> SecrecyDialog:
    """The dialog of the action of a page."""
    (action,) = (one for one in page.findChildren(QAction) if one.text() == "Sekretess …")
    action.trigger()
    return page.findChildren(SecrecyDialog)[-1]


def mark(dialog: SecrecyDialog) -> None:
    dialog.provision.setText(LAW)
    assert not dialog.mark.isEnabled()
    dialog.authority.setText("Region Provlän")
    dialog.day.setText("i går")
    assert not dialog.mark.isEnabled()
    dialog.day.setText("2025-07-01")
    dialog.mark.click()


def texts_of(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel)]


def test_an_inspel_is_marked_seen_on_its_row_and_undone(window: MainWindow) -> None:
    page = window.inbox
    window.go_to(page)
    dialog = ask(page)
    assert dialog.remove.isHidden()
    mark(dialog)
    project = page.session.project
    assert project
    (one,) = marked(project)
    assert one.mark.provision == LAW
    cell = page.table.model().index(page.table.currentIndex().row(), SENDER).data(CELL_ROLE)
    assert "sekretess" in [one.text for one in cell.marks]
    again = ask(page)
    assert not again.remove.isHidden()
    assert again.provision.text() == LAW
    again.remove.click()
    assert not marked(project)
    page.session.undo()
    assert marked(project)


def test_a_passage_is_marked_and_tells_so(tagging: MainWindow, until: Until) -> None:
    page = tagging.tagging
    until(lambda: page.list.passage)
    mark(ask(page))
    until(lambda: f"Sekretess: {LAW}" in texts_of(page.passage))
