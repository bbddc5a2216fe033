"""What copies say differently, side by side, to be settled one by one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from inspel_app.domain.clock import shown
from inspel_app.gui.actions import action, with_key
from inspel_app.gui.plain import plain
from inspel_app.gui.row_table import row_table
from inspel_app.gui.session import Session
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import (
    ElidedLabel,
    action_button,
    button,
    column,
    label,
    lay_out,
    row,
    tip,
    told_text,
)
from inspel_app.i18n import _, ngettext
from inspel_app.services.quarrels import Opinion, Quarrel, Side, quarrels, settle

_SIZE = (120 * GRID, 80 * GRID)
_WIDTHS = {1: 20 * GRID, 2: 20 * GRID}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class QuarrelsDialog(QDialog):
    """A list of what is open; below it both sides of the one that is chosen.

    Each choice is an action, which the window tells of and which Ctrl+Z takes back.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._open: tuple[Quarrel, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Avgör konflikter"))
        self.resize(*_SIZE)
        self._model = QStandardItemModel(self)
        for number, name in enumerate((_("Vad"), _("Här"), _("Kopian"))):
            heading = QStandardItem(name)
            heading.setTextAlignment(_LEFT)
            self._model.setHorizontalHeaderItem(number, heading)
        self.list = row_table(
            self._model, _("Konflikter"), wide=0, widths=_WIDTHS, bare=_("Allt är avgjort.")
        )
        self._count, self._about = label("", "muted"), label()
        self._about.setWordWrap(True)
        self.mine = action(self, _("Behåll det här"), lambda: self._settle(Side.MINE), "1")
        self.theirs = action(self, _("Ta kopians"), lambda: self._settle(Side.THEIRS), "2")
        action(self, _("Ångra"), session.undo, "Ctrl+Z")
        self.here, self.there = _Side(self.mine), _Side(self.theirs)
        parts, sides = QVBoxLayout(self), row(self.here, self.there, gap=2 * GRID)
        lay_out(
            parts,
            row(label(_("Avgör konflikter"), "title"), None, self._count),
            label(_("Det som står här gäller tills du har avgjort."), "muted"),
            self.list,
            self._about,
            sides,
            row(None, button(_("Stäng"), self.reject)),
            margins=(3 * GRID, 2 * GRID, 3 * GRID, 3 * GRID),
            gap=2 * GRID,
        )
        parts.setStretchFactor(self.list, 3)
        parts.setStretchFactor(sides, 2)
        self.list.selectionModel().currentRowChanged.connect(lambda _now, _was: self._show())
        session.changed.connect(self.refresh)
        session.opened.connect(self.reject)
        self.refresh()
        self.list.setFocus()

    def refresh(self) -> None:
        """Show what is open now."""
        at = max(self.list.currentIndex().row(), 0)
        self._open = quarrels(self._session.project) if self._session.project else ()
        self._model.setRowCount(0)
        for one in self._open:
            told = (one.about, one.ours.text, one.theirs.text)
            self._model.appendRow([_cell(text) for text in told])
        n = len(self._open)
        self._count.setText(ngettext("{n} att avgöra", "{n} att avgöra", n).format(n=n))
        self._count.setVisible(n > 0)
        self.list.selectRow(min(at, n - 1))
        self._show()

    @property
    def _chosen(self) -> Quarrel | None:
        row_ = self.list.currentIndex().row()
        return self._open[row_] if 0 <= row_ < len(self._open) else None

    def _show(self) -> None:
        one = self._chosen
        for act in (self.mine, self.theirs):
            act.setEnabled(one is not None)
        self._about.setText(plain(one.about) if one else "")
        self.here.show_opinion(_("Här"), one.ours if one else None)
        copy = _("Kopian {name}").format(name=one.copy) if one else _("Kopian")
        self.there.show_opinion(copy, one.theirs if one else None)

    def _settle(self, side: Side) -> None:
        one = self._chosen
        if one:
            self._session.change(lambda p, by: settle(p, [one.number], side, by))


def _cell(text: str) -> QStandardItem:
    made = QStandardItem(plain(text))
    made.setEditable(False)
    made.setToolTip(tip(text))
    return made


class _Side(QWidget):
    """What one side says, who said it, and the way to let it hold."""

    def __init__(self, take: QAction) -> None:
        super().__init__()
        self.setObjectName("tile")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name, self._who = ElidedLabel("heading"), ElidedLabel("muted")
        self.text = told_text(take.text())
        self.button = action_button(with_key(take.text(), take), take)
        lay_out(
            QVBoxLayout(self),
            column(self._name, self._who),
            self.text,
            row(None, self.button),
            margins=(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID),
            gap=GRID,
        )

    def show_opinion(self, name: str, said: Opinion | None) -> None:
        """Show what is said, or nothing."""
        self._name.setText(name)
        who = [said.by, shown(said.at)] if said and said.at else []
        self._who.setText(" · ".join(filter(None, who)))
        self.text.setPlainText(plain(said.text) if said else "")
