"""Parts that go on below when a line is full: nothing is cut off, whatever the width."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from inspel_app.gui.widgets import ElidedLabel, button, flow, label, lay_out

GAP, EDGE = 8, 10


@pytest.fixture
def bar(app: QApplication) -> Iterator[tuple[QWidget, list[QWidget]]]:
    """A bar with a title, a text that can be shortened, and three buttons at the right."""
    count = ElidedLabel()
    count.setText("16 inspel från 16 avsändare")
    tools: list[QWidget] = [button(text, bool) for text in ("Slå ihop", "Bryt ut", "Nåla fast")]
    parts = [label("Inkorg", "title"), count, *tools]
    made = QWidget()
    shown = flow(*parts[:2], None, *tools, gap=GAP, margins=(EDGE, EDGE, EDGE, EDGE))
    lay_out(QVBoxLayout(made), shown, QScrollArea(), margins=(0, 0, 0, 0), gap=0)
    made.show()
    yield made, parts
    made.close()
    made.deleteLater()
    app.processEvents()


def places(bar: tuple[QWidget, list[QWidget]], width: int) -> list[QRect]:
    made, parts = bar
    made.resize(width, 600)
    QApplication.processEvents()
    return [part.geometry() for part in parts]


def test_in_a_wide_bar_all_stand_on_one_line_and_the_tools_at_its_end(
    bar: tuple[QWidget, list[QWidget]],
) -> None:
    found = places(bar, 900)
    assert len({place.center().y() for place in found}) <= 2  # odd heights are a pixel apart
    assert found[-1].right() == 900 - EDGE - 1
    assert found[2].left() - found[1].right() > GAP + 1


def test_a_text_is_shortened_before_a_new_line_begins(bar: tuple[QWidget, list[QWidget]]) -> None:
    wide = places(bar, 900)
    used = 900 - (wide[2].left() - wide[1].right())
    found = places(bar, used)
    assert found[1].width() < wide[1].width()
    assert found[-1].top() == found[2].top()
    assert places(bar, used // 2)[-1].top() > found[0].bottom()


@given(width=some.integers(150, 1200))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_is_cut_off_or_over_another(bar: tuple[QWidget, list[QWidget]], width: int) -> None:
    found = places(bar, width)
    shown = bar[1][0].parentWidget()
    assert shown
    for number, place in enumerate(found):
        assert place.right() < shown.width() - EDGE
        assert place.bottom() < shown.height() - EDGE
        assert not any(place.intersects(other) for other in found[number + 1 :])
    for part, place in zip(bar[1], found, strict=True):
        assert isinstance(part, ElidedLabel) or place.width() >= part.sizeHint().width()
