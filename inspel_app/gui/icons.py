"""Icons: our own SVG drawings in the colour that is asked for, sharp on every screen."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from inspel_app.resources import resource_dir

SIZE = 20
FINEST = 3
"""Device pixels per pixel at most."""
_SIDES = (20, 40, 60, 80, 120)
"""Pixels that drawings are kept in; Qt takes the next larger one, and makes it smaller."""


@lru_cache(maxsize=256)
def icon(name: str, colour: str) -> QIcon:
    """The drawing `resources/ikoner/<name>.svg` in a colour such as `#1b1d1f`."""
    source = (resource_dir() / "ikoner" / f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    made = QIcon()
    for side in _SIDES:
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # or else Qt tints what is selected
            made.addPixmap(_drawn(renderer, side), mode)
    return made


def _drawn(renderer: QSvgRenderer, side: int) -> QPixmap:
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap
