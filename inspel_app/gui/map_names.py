"""The names of themes on their map: as many as have room, those of the largest first."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from inspel_app.gui.plain import plain
from inspel_app.gui.tokens import GRID

_WIDE = 20 * GRID
_GAP = GRID / 2


class Label(NamedTuple):
    """A name, cut off where it is long, and where it stands."""

    theme: str
    text: str
    area: QRectF


class Island(NamedTuple):
    """Where the points of a theme lie."""

    theme: str
    name: str
    area: QRectF


def placed(
    islands: Iterable[Island],
    metrics: QFontMetricsF,
    area: QRectF,
    covers: Callable[[QRectF], bool],
) -> list[Label]:
    """Names above or below their islands, within the area, over no other name.

    The islands come with the most telling first. A name that has no room is left out, and so is
    one that covers points, but for the first, which is there if it is within the area.
    """
    labels: list[Label] = []
    for number, island in enumerate(islands):
        text = metrics.elidedText(plain(island.name), Qt.TextElideMode.ElideRight, _WIDE)
        size = QSizeF(metrics.horizontalAdvance(text), metrics.height())
        for box in _beside(island.area, size, area):
            near = box.adjusted(-_GAP, -_GAP, _GAP, _GAP)
            taken = any(near.intersects(label.area) for label in labels)
            if area.contains(box) and not taken and (number == 0 or not covers(box)):
                labels.append(Label(island.theme, text, box))
                break
    return labels


def _beside(island: QRectF, size: QSizeF, area: QRectF) -> Iterator[QRectF]:
    left = island.center().x() - size.width() / 2
    left = min(max(left, area.left()), area.right() - size.width())
    yield QRectF(QPointF(left, island.top() - _GAP - size.height()), size)
    yield QRectF(QPointF(left, island.bottom() + _GAP), size)


def draw_names(painter: QPainter, labels: Iterable[Label]) -> None:
    """Write the names in the painter's font and colour."""
    for label in labels:
        painter.drawText(label.area, Qt.AlignmentFlag.AlignCenter, label.text)
