"""The points of a map as figures: where they lie, which are seen, and which are meant."""

import numpy as np
from PySide6.QtCore import QRectF

from inspel_app.gui.map_points import MapPoints
from inspel_app.services.theme_view import Said

AREA = QRectF(0, 0, 100, 100)


def points(*at: tuple[float, float]) -> MapPoints:
    """Points of two themes in turn."""
    said = [Said(f"p{n}", f"t{n % 2}", "", "") for n in range(len(at))]
    return MapPoints.made(said, np.array(at, np.float64), {"t0": 0, "t1": 1})


def test_points_lie_where_they_are_told_to_with_up_above() -> None:
    assert points((-1, 1), (1, -1), (0, 0)).laid_out(AREA).at.tolist() == [
        [0, 0],
        [100, 100],
        [50, 50],
    ]


def test_points_are_found_by_theme_by_area_and_by_nearness() -> None:
    found = points((-1, 1), (1, -1), (0, 0))
    spots = found.laid_out(AREA)
    assert found.of_theme("t0").tolist() == [0, 2]
    assert found.of_theme("t9").tolist() == []
    assert [said.passage for said in found.told_in("t0")] == ["p0", "p2"]
    assert spots.within(QRectF(40, 40, 60, 60)).tolist() == [1, 2]
    assert spots.around(found.of_theme("t0")) == QRectF(0, 0, 50, 50)
    assert spots.nearest(53, 50, 8) == 2
    assert spots.nearest(75, 75, 8) is None
    assert MapPoints().laid_out(AREA).nearest(0, 0, 8) is None


def test_few_points_are_all_drawn_and_of_many_on_one_another_one() -> None:
    few, many = points(*[(0, 0)] * 10), points(*[(0, 0)] * 6000, (1, 1))
    assert len(few.laid_out(AREA).apart(np.arange(10))) == 10
    assert many.laid_out(AREA).apart(np.arange(6001)).tolist() == [0, 6000]
    assert many.laid_out(AREA).apart(np.arange(5, 6001)).tolist() == [5, 6000]
