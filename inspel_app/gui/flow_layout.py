"""A layout that goes on below when a line is full, as words do."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_LEAST_SHARE = 0.6
"""Of its width, which a part that can be shortened keeps at least before a new line begins."""


class _Placed(NamedTuple):
    """A part, its size where there is room, and the width to which it can be shortened."""

    item: QLayoutItem
    size: QSize
    least: int
    right: bool

    @classmethod
    def of(cls, item: QLayoutItem, *, right: bool) -> "_Placed":
        """How a part is to be placed."""
        size, least = item.sizeHint(), item.minimumSize().width()
        shortest = max(least, round(_LEAST_SHARE * size.width()))
        return cls(item, size, min(shortest, size.width()), right)


class FlowLayout(QLayout):
    """Parts side by side, in as many lines as the width asks for; `gap` in pixels.

    The parts of a line stand at the same height, in the middle.
    """

    def __init__(self, parent: QWidget, *, gap: int, margins: tuple[int, int, int, int]) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._right = -1
        self.setContentsMargins(*margins)

    def go_right(self) -> None:
        """Let the parts that are added from now on stand at the right end of their line."""
        self._right = len(self._items)

    def addItem(self, item: QLayoutItem) -> None:
        """Add a part last."""
        self._items.append(item)

    def count(self) -> int:
        """How many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """A part, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let go of a part."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It needs no more room than its parts."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrower line means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at a width."""
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        return self._high(lines) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """All parts on one line."""
        margins, parts = self.contentsMargins(), list(self._seen())
        wide = sum(part.size.width() + self._gap for part in parts) - self._gap
        high = max((part.size.height() for part in parts), default=0)
        return QSize(
            max(wide, 0) + margins.left() + margins.right(), high + margins.top() + margins.bottom()
        )

    def minimumSize(self) -> QSize:
        """The room of the largest part."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect) -> None:
        """Place the parts, with as much room above the lines as below."""
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        lines = self._lines(room.width())
        y = room.y() + max(room.height() - self._high(lines), 0) // 2
        for line in lines:
            high = max(part.size.height() for part in line)
            self._place(line, QRect(room.x(), y, room.width(), high))
            y += high + self._gap

    def _high(self, lines: list[list[_Placed]]) -> int:
        """How high the lines are with their gaps."""
        each = [max(part.size.height() for part in line) for line in lines]
        return sum(each) + self._gap * max(len(lines) - 1, 0)

    def _seen(self) -> Iterator[_Placed]:
        """The parts that are shown."""
        for number, item in enumerate(self._items):
            if not item.isEmpty():
                yield _Placed.of(item, right=0 <= self._right <= number)

    def _lines(self, width: int) -> list[list[_Placed]]:
        """The parts, line by line; one goes below where there is no room for the least of it."""
        lines: list[list[_Placed]] = []
        left = 0
        for part in self._seen():
            if lines and left >= self._gap + part.least:
                lines[-1].append(part)
                left -= self._gap + part.least
            else:
                lines.append([part])
                left = width - part.least
        return lines

    def _place(self, line: list[_Placed], room: QRect) -> None:
        """Place the parts of a line, those of the right at its end."""
        gaps = self._gap * (len(line) - 1)
        spare = room.width() - gaps - sum(part.least for part in line)
        widths = []
        for part in line:
            more = max(min(part.size.width() - part.least, spare), 0)
            spare -= more
            widths.append(min(part.least + more, room.width()))
        x, pushed = room.x(), False
        for part, width in zip(line, widths, strict=True):
            if part.right and not pushed:
                x, pushed = x + max(spare, 0), True
            y = room.y() + (room.height() - part.size.height()) // 2
            part.item.setGeometry(QRect(QPoint(x, y), QSize(width, part.size.height())))
            x += width + self._gap
