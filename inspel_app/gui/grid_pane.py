"""Beside each other: the grid of answers, what its columns are, and its way to a spreadsheet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspel_app.gui import words
from inspel_app.gui.answer_grid import AnswerGrid
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import Choice, ElidedLabel, button, lay_out, row, tip
from inspel_app.i18n import _, ngettext
from inspel_app.services.grid import Across, grid
from inspel_app.services.passage_queue import Queue
from inspel_app.services.points import Filter, Point
from inspel_app.services.rounds import Project, codebook_of, form_of


class GridPane(QWidget):
    """The grid below the choice of its columns."""

    changed = Signal()
    """Other columns are wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.table, self.across, self.size_told = (
            AnswerGrid(),
            Choice(_("Kolumner")),
            ElidedLabel("muted"),
        )
        self.across.addItem(_("En kolumn för varje fält"), Across.FIELDS)
        self.across.addItem(_("En kolumn för varje del av strategin"), Across.CODES)
        self.across.setMinimumContentsLength(28)
        self.across.currentIndexChanged.connect(lambda _index: self.changed.emit())
        copy = button(_("Kopiera"), self.table.copy)
        copy.setToolTip(tip(_("Kopiera rutorna till ett kalkylark: alla, eller de som är valda")))
        head = row(self.across, self.size_told, None, copy)
        head.setContentsMargins(3 * GRID, 0, 2 * GRID, GRID)
        lay_out(QVBoxLayout(self), head, self.table, margins=(0, 0, 0, 0), gap=0)

    def show_points(self, project: Project, queue: Queue, which: Filter, at: Point | None) -> None:
        """Show the points that a filter lets through, one of them at hand."""
        across: Across = self.across.currentData()
        made = grid(queue, codebook_of(project), form_of(project), across, which)
        self.table.show_grid(made, at)
        rows, columns = words.respondents(len(made.rows)), len(made.columns)
        told = ngettext("{rows}, {n} kolumn", "{rows}, {n} kolumner", columns)
        self.size_told.setText(told.format(rows=rows, n=columns))
