"""Names of themes on their map: where there is room."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from inspel_app.gui.map_names import Island, Label, placed

AREA = QRectF(0, 0, 600, 400)


@pytest.fixture
def metrics(app: QApplication) -> QFontMetricsF:
    assert app
    return QFontMetricsF(QFont())


def island(theme: str, x: float, y: float, name: str = "Bussar") -> Island:
    return Island(theme, name, QRectF(x, y, 20, 10))


def names(labels: list[Label]) -> list[str]:
    return [label.theme for label in labels]


def test_a_name_stands_above_its_island_or_below_at_the_upper_edge(metrics: QFontMetricsF) -> None:
    low, high = placed([island("a", 300, 200), island("b", 100, 0)], metrics, AREA, lambda _: False)
    assert low.area.bottom() < 200
    assert high.area.top() > 10


def test_of_names_that_meet_the_first_is_shown(metrics: QFontMetricsF) -> None:
    islands = [island("a", 300, 200), island("b", 305, 201), island("c", 307, 199)]
    shown = placed(islands, metrics, AREA, lambda _: False)
    assert names(shown) == ["a", "b"]  # the second has room below
    assert not shown[0].area.intersects(shown[1].area)


def test_only_the_first_may_cover_points(metrics: QFontMetricsF) -> None:
    islands = [island("a", 100, 200), island("b", 400, 200)]
    assert names(placed(islands, metrics, AREA, lambda _: True)) == ["a"]


def test_names_are_cut_off_and_stay_within_the_map(metrics: QFontMetricsF) -> None:
    islands = [island("a", 0, 50, "Ett mycket långt namn " * 9), island("b", 580, 90)]
    for label in placed(islands, metrics, AREA, lambda _: False):
        assert AREA.contains(label.area)
        assert metrics.horizontalAdvance(label.text) <= label.area.width() + 1


def test_a_map_too_small_for_names_has_none(metrics: QFontMetricsF) -> None:
    assert not placed([island("a", 2, 2)], metrics, QRectF(0, 0, 30, 20), lambda _: False)
