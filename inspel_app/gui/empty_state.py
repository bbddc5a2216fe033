"""What stands where there is nothing yet: what belongs there, and what to do next."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import Picture, action_button, fit_width, label, lay_out, row
from inspel_app.i18n import _

_PICTURE = 5 * GRID
_WIDTH = 60 * GRID


class EmptyState(QWidget):
    """Says in one sentence what belongs here, and offers the one action."""

    def __init__(self, take_in: QAction, text: str, drawing: str) -> None:
        """`drawing` is that of the view."""
        super().__init__()
        picture = Picture(drawing, lambda look: look.muted, _PICTURE)
        self.setObjectName("desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._belongs = text
        self._title, self._text = label(role="title"), label(role="muted")
        for part in (self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            part.setWordWrap(True)
            fit_width(part, _WIDTH)
        self.begin = action_button(_("Läs in filer …"), take_in, "primary")
        self._choose = row(None, self.begin, None)
        lay_out(
            QVBoxLayout(self),
            None,
            row(None, picture, None),
            GRID,
            row(None, self._title, None),
            row(None, self._text, None),
            2 * GRID,
            self._choose,
            None,
            margins=(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID),
            gap=GRID,
        )
        self.show_reading(False)

    def show_reading(self, reading: bool) -> None:  # noqa: FBT001 - what it shows, and the only thing
        """Wait for inspel that are on their way, or invite the user to bring some."""
        if reading:
            self._title.setText(_("Läser in"))
            self._text.setText(_("Inspelen visas allt eftersom de har lästs."))
        else:
            self._title.setText(_("Inga inspel än"))
            self._text.setText(self._belongs)
        self._choose.setVisible(not reading)


class Placeholder(QObject):
    """Has a list say what to do when there is nothing in it."""

    def __init__(self, view: QAbstractItemView, text: str) -> None:
        super().__init__(view)
        self._view = view
        self._text = label(text, "muted")
        self._text.setParent(view.viewport())
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setWordWrap(True)
        self._text.setMargin(2 * GRID)
        model = view.model()
        for change in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            change.connect(self._follow)
        view.viewport().installEventFilter(self)
        self._follow()

    def say(self, text: str) -> None:
        """Say something else from now on."""
        self._text.setText(text)

    def eventFilter(self, viewport: QObject, event: QEvent) -> bool:
        """Stand in the middle."""
        if event.type() == QEvent.Type.Resize:
            self._text.resize(self._view.viewport().size())
        return super().eventFilter(viewport, event)

    def _follow(self) -> None:
        self._text.setVisible(self._view.model().rowCount() == 0)
