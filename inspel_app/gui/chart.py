"""What all charts are: drawn by hand, gone through by mouse or keys, copied and saved."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QMimeData,
    QRectF,
    QSize,
    QStandardPaths,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QToolTip, QWidget

from inspel_app.errors import KnownError
from inspel_app.gui.actions import action
from inspel_app.gui.faults import explain
from inspel_app.gui.style import current, font
from inspel_app.gui.tokens import GRID, SMALL
from inspel_app.gui.widgets import tip
from inspel_app.i18n import _
from inspel_app.services.saving import save

_PNG, _SVG = ".png", ".svg"
_SHARP = 2
"""Pixels of a saved picture for each pixel on the screen."""
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
"""How many marks an arrow goes on."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something in a chart that can be chosen: where it is, what it stands for, and its words."""

    area: QRectF
    key: Hashable
    text: str


class Chart(QWidget):
    """A picture of figures; what it shows is also told in words, mark by mark."""

    chosen = Signal(object)
    """The key of the mark that was clicked or taken with Enter."""
    saved = Signal(object)
    """The path of the file that the picture was saved to."""
    failed = Signal(str)
    """The picture could not be saved; why, and what to do."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.at = -1
        """The number of the mark that the keys have come to; -1 for none."""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        action(self, _("Kopiera bilden"), self.copy).setShortcutContext(
            Qt.ShortcutContext.WidgetShortcut
        )
        action(self, _("Spara bilden …"), self.choose_file)

    def draw(self, painter: QPainter, size: QSize) -> None:
        """Draw the figures in a size."""
        raise NotImplementedError

    def marks(self, size: QSize) -> Sequence[Mark]:
        """What can be chosen, in the order of reading."""
        raise NotImplementedError

    def copy(self) -> None:
        """Put the picture on the clipboard, as dots and as lines."""
        data = QMimeData()
        data.setImageData(self._pixmap().toImage())
        data.setData("image/svg+xml", self._svg())
        QGuiApplication.clipboard().setMimeData(data)

    def choose_file(self) -> None:
        """Ask where to save the picture, and save it."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(self, _("Spara bilden"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{_('Bild')} (*{_PNG})", f"{_('Vektorbild')} (*{_SVG})"])
        dialog.setDefaultSuffix(_PNG)  # so that it asks before the file that it would write over
        dialog.filterSelected.connect(
            lambda kind: dialog.setDefaultSuffix(_SVG if _SVG in kind else _PNG)
        )
        dialog.selectFile(self._name)
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the picture as SVG if the file is called so, else as PNG."""
        vector = path.suffix.lower() == _SVG
        try:
            save(path, bytes(self._svg().data()) if vector else self._png())
        except KnownError as error:
            self.failed.emit(explain(error))
        else:
            self.saved.emit(path)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The figures, and a frame around the mark that the keys have come to."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL))
        self.draw(painter, self.size())
        marks = self._here
        if self.hasFocus() and 0 <= self.at < len(marks):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(current().accent), 2))
            painter.drawRoundedRect(marks[self.at].area.adjusted(-2, -2, 2, 2), 3, 3)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be chosen."""
        over = self.under(event.position().x(), event.position().y()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        mark = self.under(event.position().x(), event.position().y())
        if mark and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(mark.key)
            keys = [one.key for one in self._here]
            self._go(keys.index(mark.key) if mark.key in keys else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from mark to mark, Enter chooses."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None and self._here:
            self._go(max(0, min(self.at + step, len(self._here) - 1)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.at >= 0:
            self.chosen.emit(self._here[self.at].key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first mark."""
        super().focusInEvent(event)
        self._go(max(self.at, 0))

    def event(self, event: QEvent) -> bool:
        """Tell what is under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self.under(event.x(), event.y())
            QToolTip.showText(event.globalPos(), tip(mark.text) if mark else "", self)
            return True
        return super().event(event)

    def under(self, x: float, y: float) -> Mark | None:
        """The mark at a point, if there is one."""
        return next((mark for mark in self._here if mark.area.contains(x, y)), None)

    @property
    def _here(self) -> Sequence[Mark]:
        """The marks where they are now."""
        return self.marks(self.size())

    def _go(self, at: int) -> None:
        self.at = at
        if 0 <= at < len(self._here):
            self.setAccessibleDescription(self._here[at].text)
        self.update()

    def _pixmap(self) -> QPixmap:
        made = QPixmap(self.size() * _SHARP)
        made.setDevicePixelRatio(_SHARP)
        made.fill(QColor(current().surface))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_on(painter)
        return made

    def _png(self) -> bytes:
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        self._pixmap().save(buffer, "PNG")
        return bytes(buffer.data().data())

    def _svg(self) -> QByteArray:
        buffer, generator = QBuffer(), QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(self.size())
        generator.setViewBox(self.rect())
        generator.setTitle(self._name)
        self._draw_on(QPainter(generator))
        return buffer.data()

    def _draw_on(self, painter: QPainter) -> None:
        painter.setFont(font(SMALL))
        self.draw(painter, self.size())
        painter.end()


GAP = GRID // 4
"""Between the cells and bars of a chart."""
