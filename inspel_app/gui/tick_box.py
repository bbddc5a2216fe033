"""A choice of yes or no, with a box whose edge is seen on every ground."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from inspel_app.gui.icons import icon
from inspel_app.gui.style import current
from inspel_app.gui.tokens import RADIUS


class TickBox(QCheckBox):
    """The style leaves room for the box, and it is drawn here in the colours of the look."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words as the style does, and the box before them."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        room = self.style().subElementRect(part, option, self)
        look = current()
        ground = look.accent if self.isEnabled() else look.muted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ground if self.isChecked() else look.field), 1))
        painter.setBrush(QColor(ground) if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS / 2, RADIUS / 2)
        if self.isChecked():
            icon("hantering", look.on_accent).paint(painter, room)
