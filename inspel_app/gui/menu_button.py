"""A button that opens a menu."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from inspel_app.gui.icons import icon
from inspel_app.gui.style import current, scaled
from inspel_app.gui.widgets import Drawn, Fitted, set_role

_ARROW = 12


class MenuButton(QPushButton):
    """Words, and after them our own arrow in place of the style's.

    `role` is how it looks, `arrow` the arrow's height in pixels.
    """

    def __init__(self, text: str = "", role: str = "chip", arrow: int = _ARROW) -> None:
        super().__init__(text)
        set_role(self, role)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.choices = QMenu(self)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow comes last
        self.choices.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setMenu(self.choices)
        Fitted(self, lambda: self.setIconSize(QSize(scaled(arrow), scaled(arrow))))
        Drawn(self, self._draw)

    def _draw(self) -> None:
        self.setIcon(icon("ned", current().muted))
