"""What stands where the inspel will be, while there are none."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import action_button, label, lay_out, row
from inspel_app.i18n import _


class EmptyList(QWidget):
    """Says in one sentence what belongs here, and offers the one action."""

    def __init__(self, take_in: QAction) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._text = label(role="title"), label(role="muted")
        for text in (self._title, self._text):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._choose = row(None, action_button(_("Läs in filer …"), take_in, "primary"), None)
        lay_out(
            QVBoxLayout(self),
            None,
            self._title,
            self._text,
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
            self._text.setText(_("Inspelen visas när alla filer är lästa, eller när du avbryter."))
        else:
            self._title.setText(_("Inga inspel än"))
            self._text.setText(
                _("Här hamnar inspelen. Dra hit filer eller mappar, eller välj dem.")
            )
        self._choose.setVisible(not reading)
