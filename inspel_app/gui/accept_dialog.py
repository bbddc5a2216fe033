"""Shows what it would mean to accept all proposals that are sure enough, before it is done."""

from PySide6.QtWidgets import QDialog, QSpinBox, QVBoxLayout, QWidget

from inspel_app.gui import words
from inspel_app.gui.bar_chart import Bar, BarChart
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import button, label, lay_out, row
from inspel_app.i18n import _
from inspel_app.services.points import Filter
from inspel_app.services.rounds import codebook_of
from inspel_app.services.tagging import Preview, Tagging

_WIDTH = 76 * GRID
_SHOWN = 10
_USUAL, _LEAST, _MOST = 90, 50, 100


class AcceptDialog(QDialog):
    """How sure, and how many that is of each code; `preview` is what was agreed to."""

    def __init__(self, tagging: Tagging, which: Filter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tagging, self._which = tagging, which
        self.preview: Preview | None = None
        self.setWindowTitle(_("Godta säkra förslag"))
        self.setMinimumWidth(_WIDTH)
        self.percent = QSpinBox()
        self.percent.setRange(_LEAST, _MOST)
        self.percent.setValue(_USUAL)
        self.percent.setSuffix(" %")
        self.percent.setAccessibleName(_("Minst så säkra"))
        self._told, self._counts = label(role="muted"), BarChart(_("Synpunkter per kod"))
        self._told.setWordWrap(True)
        self._do = button("", self.accept, "primary")
        margins = (3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        lay_out(
            QVBoxLayout(self),
            label(_("Godta säkra förslag"), "title"),
            row(label(_("Minst så säkra")), self.percent, None),
            self._told,
            self._counts,
            None,
            row(None, button(_("Avbryt"), self.reject), self._do),
            margins=margins,
            gap=2 * GRID,
        )
        self._do.setDefault(True)
        self.percent.valueChanged.connect(lambda _value: self._show())
        self._show()

    def _show(self) -> None:
        self.preview = self._tagging.preview(10 * self.percent.value(), self._which)
        passages, counts = len(self.preview.passages), self.preview.counts
        most = counts[0][1] if counts else 1
        codebook = codebook_of(self._tagging.project)
        bars = [
            Bar(words.code(code, codebook[code].title), n / most, str(n))
            for code, n in counts[:_SHOWN]
        ]
        self._counts.show_bars(bars)
        self._counts.setVisible(bool(counts))
        text = _("{points} i urvalet får den kod som föreslås. Det kan ångras i ett steg.")
        self._told.setText(
            text.format(points=words.points(passages))
            if passages
            else _("Inget förslag är så säkert.")
        )
        self._do.setText(_("Godta {n}").format(n=passages))
        self._do.setEnabled(passages > 0)
