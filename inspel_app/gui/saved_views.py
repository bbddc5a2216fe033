"""How the inbox was filtered and sorted, kept under names and taken up again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QInputDialog

from inspel_app.gui import memory
from inspel_app.gui.memory import View
from inspel_app.gui.menu_button import MenuButton
from inspel_app.i18n import _


class SavedViews(MenuButton):
    """A button whose menu holds the views of the person at the machine, for all rounds."""

    chosen = Signal(object)
    """The `View` to take up."""

    def __init__(self, now: Callable[[], View]) -> None:
        """`now` tells how the inbox is filtered and sorted."""
        super().__init__(_("Vyer"))
        self._now = now
        self.choices.aboutToShow.connect(self._fill)

    def ask_name(self) -> None:
        """Ask what the present view is to be called."""
        asked = QInputDialog(self)
        asked.setWindowTitle(_("Spara vyn"))
        asked.setLabelText(_("Vad ska urvalet och ordningen kallas?"))
        asked.textValueSelected.connect(self.keep)
        asked.open()

    def keep(self, name: str) -> None:
        """Keep the present view under a name, in the place of an earlier one with that name."""
        if name.strip():
            memory.keep_views({**memory.views(), name.strip(): self._now()})

    def _fill(self) -> None:
        self.choices.clear()
        views = memory.views()
        for name, view in views.items():
            self.choices.addAction(name.replace("&", "&&"), partial(self.chosen.emit, view))
        self.choices.addSeparator()
        self.choices.addAction(_("Spara vyn …"), self.ask_name)
        gone = self.choices.addMenu(_("Ta bort"))
        gone.setEnabled(bool(views))
        for name in views:
            gone.addAction(name.replace("&", "&&"), partial(self._forget, name))

    def _forget(self, name: str) -> None:
        memory.keep_views({one: view for one, view in memory.views().items() if one != name})
