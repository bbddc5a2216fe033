"""A table that one goes through row by row."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QHeaderView, QTableView

from inspel_app.gui.empty_state import Placeholder
from inspel_app.gui.keys import StepKeys
from inspel_app.gui.tokens import ROW
from inspel_app.gui.widgets import fit_columns, set_up_table


def row_table(
    model: QAbstractItemModel, name: str, *, wide: int, widths: Mapping[int, int], bare: str
) -> QTableView:
    """A table in which the column `wide` has the room that the `widths` of the others leave.

    `name` is for those who listen; `bare` is said while there is no row.
    """
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    set_up_table(table, ROW)
    table.horizontalHeader().setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    fit_columns(table, widths)
    StepKeys(table)
    Placeholder(table, bare)
    return table
