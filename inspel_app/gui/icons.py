"""Icons: our own SVG drawings in the colour that is asked for, sharp on every screen."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from inspel_app.resources import resource_dir

SIZE = 20
_RATIOS = (1, 2, 3)
"""Device pixels per pixel; Qt scales for those in between."""
FINEST = _RATIOS[-1]
"""What a drawing is taken from that is shown larger."""


@lru_cache(maxsize=256)
def icon(name: str, colour: str) -> QIcon:
    """The drawing `resources/ikoner/<name>.svg` in a colour such as `#1b1d1f`."""
    source = (resource_dir() / "ikoner" / f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    made = QIcon()
    for ratio in _RATIOS:
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # or else Qt tints what is selected
            made.addPixmap(_drawn(renderer, ratio), mode)
    return made


def _drawn(renderer: QSvgRenderer, ratio: int) -> QPixmap:
    size = renderer.defaultSize()
    pixmap = QPixmap(QSize(size.width() * ratio, size.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return pixmap
