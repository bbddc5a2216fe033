"""The answers side by side: gone through by keys, opened, narrowed and copied."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from inspel_app.gui.answer_grid import AnswerGrid
from inspel_app.gui.app import make_window
from inspel_app.gui.main_window import MainWindow
from inspel_app.services.grid import Across
from inspel_app.services.passage_queue import Headway
from tests.gui.conftest import HOSTILE, show

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def window(analysed: bytes, tmp_path: Path) -> Iterator[MainWindow]:
    """The window with the grid of the tagging page."""
    path = tmp_path / "omgang.inspel"
    path.write_bytes(analysed)
    window = make_window(path)
    show(window)
    window.go_to(window.tagging)
    QTest.keyClicks(window.tagging.list, "g")
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def table(window: MainWindow) -> AnswerGrid:
    return window.tagging.grid.table


def spoken(table: AnswerGrid) -> str:
    text: str = table.currentIndex().data(SPOKEN)
    return text


def test_a_row_for_each_sender_and_a_column_for_each_field(table: AnswerGrid) -> None:
    assert table.hasFocus()
    assert (table.cells.rowCount(), table.cells.columnCount()) == (2, 1)
    assert spoken(table).startswith("Byaföreningen A, Fritt brev: Vi behöver en bussförbindelse")
    assert spoken(table).endswith("(2 synpunkter)")


def test_one_column_and_one_point_are_told_in_the_singular(window: MainWindow) -> None:
    page = window.tagging
    assert page.grid.size_told.text() == "2 avsändare, 1 kolumn"
    page.headway.show_headway(Headway(total=1, decided=0, unsure=0, no_point=0, sure=0))
    assert page.headway.told.text() == "0 av 1 synpunkt"


def test_the_cell_at_hand_is_read_above_and_opened_in_the_list(
    window: MainWindow, table: AnswerGrid
) -> None:
    page = window.tagging
    QTest.keyClicks(table, "j")
    assert "Biblioteket" in page.passage.text.toPlainText()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert page.list.hasFocus()
    assert len(page.list.passages) == 1
    assert not page.tree.isHidden()
    assert "Biblioteket" in page.passage.text.toPlainText()
    QTest.keyClicks(page.list, "g")
    assert table.currentIndex().row() == 1
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert page.list.hasFocus()


def test_cells_that_are_selected_are_given_a_code_at_once(
    window: MainWindow, table: AnswerGrid
) -> None:
    page, project = window.tagging, window.session.project
    assert project
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert len(page.list.passages) == 4
    page.do.assign(["3.3"])
    assert {a.code for said in project.tagged() for a in said.decided} == {"3.3"}
    assert window.footer.message.accessibleName() == "Koppla 4 synpunkter till 3.3"
    window.session.undo()
    assert not any(said.decided for said in project.tagged())


def test_columns_are_parts_of_the_strategy_where_wanted(
    window: MainWindow, table: AnswerGrid
) -> None:
    page = window.tagging
    page.grid.across.setCurrentIndex(page.grid.across.findData(Across.CODES))
    assert table.cells.columnCount() > 1
    empty = next(
        index
        for column in range(table.cells.columnCount())
        if table.cells.grid.cell(0, column) is None
        for index in [table.cells.index(0, column)]
    )
    table.setCurrentIndex(empty)
    assert spoken(table).endswith("inget svar")
    assert not page.passage.text.isVisible()


def test_the_filter_narrows_it_and_what_is_done_is_seen(
    window: MainWindow, table: AnswerGrid
) -> None:
    page = window.tagging
    page.filter.text.setText("FIBER")
    assert table.cells.rowCount() == 1
    page.filter.text.clear()
    QTest.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    page.do.assign(["3.3"])
    assert spoken(table).endswith("(2 synpunkter · 1 klar)")
    window.session.undo()
    assert spoken(table).endswith("(2 synpunkter)")


def test_overview_leads_to_the_list(window: MainWindow) -> None:
    window.overview.heat.chosen.emit((None, "3.4"))
    assert not window.tagging.as_grid.isChecked()
    assert window.tagging.list.isVisible()


def test_copied_with_its_titles(table: AnswerGrid) -> None:
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, first, second = QGuiApplication.clipboard().text().split("\n")
    assert head == "Avsändare\tFritt brev"
    assert first.startswith("Byaföreningen A\tVi behöver en bussförbindelse")
    assert HOSTILE in second


def test_only_what_is_selected_is_copied(window: MainWindow, table: AnswerGrid) -> None:
    across = window.tagging.grid.across
    across.setCurrentIndex(across.findData(Across.CODES))
    for column in (0, 1):
        table.selectionModel().select(
            table.cells.index(0, column),
            QItemSelectionModel.SelectionFlag.Select,
        )
    table.copy()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert [len(line) for line in lines] == [3, 3]


def test_drawn_as_plain_text(table: AnswerGrid) -> None:
    QTest.keyClicks(table, "j")
    assert not table.grab().isNull()
    cell = table.cells.grid.cell(1, 0)
    assert cell
    assert HOSTILE in cell.text


def test_best_proposal_is_rejected_by_a_key(window: MainWindow) -> None:
    page = window.tagging
    page.as_grid.click()
    first, second = [p.code for p in page.panel.proposals.proposals[:2]]
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert page.panel.proposals.proposals[0].code == second
    assert window.footer.message.accessibleName() == f"Avvisa {first} för en synpunkt"
    window.session.undo()
    assert page.panel.proposals.proposals[0].code == first
