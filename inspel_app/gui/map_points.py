"""The points of a map as figures, so that many are laid out and looked through at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from inspel_app.services.theme_view import Said

Numbers = NDArray[np.intp]
_NONE: Numbers = np.zeros(0, np.intp)
_MANY = 5000
_NEAR = 4.0
"""Where there are many points, those in a square of this side are drawn as one dot."""


@dataclass(frozen=True)
class MapPoints:
    """Where each point lies and which theme it is in, by the points' numbers.

    `parts` numbers each theme's part of the strategy, in the themes' order. `at` is where the
    points lie, -1 to 1 each way; `of` are the numbers of the points of each theme.
    """

    said: Sequence[Said] = ()
    parts: Mapping[str, int] = field(default_factory=dict)
    at: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 2)))
    of: Mapping[str, Numbers] = field(default_factory=dict)
    themes: Numbers = field(default_factory=_NONE.copy)
    """The number of each point's theme among `parts`."""

    @classmethod
    def made(
        cls, said: Sequence[Said], at: NDArray[np.float64], parts: Mapping[str, int]
    ) -> "MapPoints":
        """The points that lie there; takes its time where they are many."""
        order = {theme: number for number, theme in enumerate(parts)}
        themes = np.array([order[point.theme] for point in said], np.intp)
        of: dict[str, list[int]] = {}
        for number, point in enumerate(said):
            of.setdefault(point.theme, []).append(number)
        numbers = {theme: np.array(found, np.intp) for theme, found in of.items()}
        return cls(said, parts, at, numbers, themes)

    def of_theme(self, theme: str) -> Numbers:
        """The numbers of a theme's points."""
        return self.of.get(theme, _NONE)

    def told_in(self, theme: str) -> list[Said]:
        """What a theme's points say, the most typical first."""
        return [self.said[number] for number in self.of_theme(theme).tolist()]

    def laid_out(self, area: QRectF) -> "Spots":
        """The points in an area."""
        x = area.x() + (self.at[:, 0] + 1) / 2 * area.width()
        y = area.y() + (1 - self.at[:, 1]) / 2 * area.height()
        return Spots(np.column_stack((x, y)))


class Spots(NamedTuple):
    """Where the points are in a picture: a row of x and y for each."""

    at: NDArray[np.float64]

    def apart(self, numbers: Numbers) -> Numbers:
        """Those of some points that are seen: of many that lie on one another only one."""
        if len(numbers) <= _MANY:
            return numbers
        across, down = np.floor(self.at[numbers] / _NEAR).astype(np.intp).T
        seen = np.unique(across + down * (across.max() + 1), return_index=True)[1]
        return numbers[np.sort(seen)]

    def polygon(self, numbers: Numbers) -> QPolygonF:
        """Some of the points, to be drawn."""
        return QPolygonF([QPointF(x, y) for x, y in self.at[numbers].tolist()])

    def around(self, numbers: Numbers) -> QRectF:
        """The least area with some of the points in it."""
        low, high = self.at[numbers].min(axis=0), self.at[numbers].max(axis=0)
        return QRectF(QPointF(*low.tolist()), QPointF(*high.tolist()))

    def within(self, area: QRectF) -> Numbers:
        """The numbers of the points in an area."""
        x, y = self.at[:, 0], self.at[:, 1]
        across = (area.left() <= x) & (x <= area.right())
        return np.flatnonzero(across & (area.top() <= y) & (y <= area.bottom()))

    def nearest(self, x: float, y: float, reach: float) -> int | None:
        """The number of the point that lies nearest, if any lies within reach."""
        apart = ((self.at - (x, y)) ** 2).sum(axis=1)
        if not apart.size or apart.min() >= reach**2:
            return None
        return int(apart.argmin())
