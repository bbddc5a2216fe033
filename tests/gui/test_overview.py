"""The overview: its pictures tell what they show, can be gone through, and can be kept."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspel_app.domain.form import ActorType
from inspel_app.domain.invitation import NOBODY, Attendance, Invitation
from inspel_app.gui import overview_words
from inspel_app.gui.bar_chart import Bar, BarChart
from inspel_app.gui.chart import Chart
from inspel_app.gui.day_chart import DayChart
from inspel_app.gui.heat_chart import HeatChart
from inspel_app.gui.main_window import MainWindow
from inspel_app.services.figures import Accord, Concord, Day, Figures, Heat, Share
from inspel_app.services.points import State
from inspel_app.services.respondents import correct
from inspel_app.services.round_facts import Facts, change_facts
from tests.gui.conftest import HOSTILE, Until

FIRST = date(2025, 6, 10)
HEAT = Heat(
    ("1.1", "1.2"),
    (ActorType.KOMMUN, None),
    {(ActorType.KOMMUN, "1.2"): 7, (None, "1.1"): 1},
)
DAYS = tuple(Day(FIRST + timedelta(days=n), tuple(range(n % 3)), n > 4) for n in range(8))


def heat_chart() -> Chart:
    made = HeatChart()
    made.show_heat(HEAT)
    return made


def day_chart() -> Chart:
    made = DayChart()
    made.show_days(DAYS, FIRST + timedelta(days=4))
    return made


def bar_chart() -> Chart:
    made = BarChart("Kommuner")
    made.show_bars([Bar("Malå", 1, "4"), Bar(HOSTILE, 0.5, "2")])
    return made


@pytest.fixture(params=[heat_chart, day_chart, bar_chart])
def chart(app: QApplication, request: pytest.FixtureRequest) -> Iterator[Chart]:
    made: Chart = request.param()
    assert app.focusWidget() is None
    made.resize(600, made.height())
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    made.setFocus()
    yield made
    made.close()
    made.deleteLater()


def test_every_mark_can_be_reached_by_keys_and_told(chart: Chart) -> None:
    marks, chosen = chart.marks(chart.size()), list[object]()
    chart.chosen.connect(chosen.append)
    for mark in marks:
        assert chart.accessibleDescription() == mark.text
        QTest.keyClick(chart, Qt.Key.Key_Return)
        QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chosen == [mark.key for mark in marks]
    assert len(marks) >= 2


def test_marks_can_be_clicked(chart: Chart) -> None:
    chosen = list[object]()
    chart.chosen.connect(chosen.append)
    last = chart.marks(chart.size())[-1]
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=last.area.center().toPoint())
    assert chosen == [last.key]


def test_marks_lie_within_the_picture(chart: Chart) -> None:
    for mark in chart.marks(chart.size()):
        assert chart.rect().contains(mark.area.toAlignedRect())


def test_picture_can_be_copied_and_saved(chart: Chart, tmp_path: Path) -> None:
    chart.copy()
    assert not QGuiApplication.clipboard().image().isNull()
    chart.save(tmp_path / "bild.svg")
    assert ET.parse(tmp_path / "bild.svg").getroot().tag.endswith("svg")  # noqa: S314 - our own
    chart.save(tmp_path / "bild.png")
    image = QImage(str(tmp_path / "bild.png"))
    assert image.width() == 2 * chart.width()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 7)
        for y in range(0, image.height(), 7)
    }
    assert len(colours) > 3


def test_a_picture_that_cannot_be_saved_is_told(chart: Chart, tmp_path: Path) -> None:
    told = list[str]()
    chart.failed.connect(told.append)
    chart.save(tmp_path / "finns inte" / "bild.png")
    (tmp_path / "mapp.svg").mkdir()
    chart.save(tmp_path / "mapp.svg")
    assert len(told) == 2
    assert "mapp.svg är en mapp" in told[1]


def test_shows_the_round_that_is_open(window: MainWindow, until: Until) -> None:
    window.go_to(window.overview)
    until(lambda: not window.overview.busy)
    window.overview.grab()
    assert window.overview.work.marks(window.size())[0].text == "Granskade inspel: 0 av 3"


def take(chart: Chart, key: object) -> None:
    """Click the mark with a key."""
    mark = next(mark for mark in chart.marks(chart.size()) if mark.key == key)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=mark.area.center().toPoint())


def test_every_picture_leads_to_what_it_counts(window: MainWindow, until: Until) -> None:
    overview, inbox, project = window.overview, window.inbox, window.session.project
    assert project is not None
    correct(project, 1, {"organisation": "Malå kommun", "municipality": "Malå"}, "anna")
    change_facts(project, Facts("R", invited="Malå kommun; Kommun\nSametinget"), "anna")
    window.session.changed.emit(None)
    for chart, key, count in (
        (overview.places, "Malå", 1),
        (overview.invited, "Kommun", 1),
        (overview.work, "Granskade inspel", 3),
    ):
        window.go_to(overview)
        until(lambda: not overview.busy)
        overview.grab()
        take(chart, key)
        assert window.page is inbox
        assert inbox.table.model().rowCount() == count
    inbox.filter.show_all()
    assert inbox.table.model().rowCount() == 3
    window.go_to(overview)
    take(overview.work, "Kopplade synpunkter")
    assert window.page is window.tagging
    assert window.tagging.filter.chosen.states == {State.UNCODED}


def test_agreement_leads_to_what_people_disagree_on(tagging: MainWindow, until: Until) -> None:
    overview = tagging.overview
    tagging.go_to(overview)
    until(lambda: not overview.busy)
    assert overview.accord.isHidden()
    overview.accord.show_bars([Bar("anna – bo", 0.5, "0,50")])
    overview.accord.show()
    overview.grab()
    take(overview.accord, "anna – bo")
    assert tagging.page is tagging.tagging
    assert tagging.tagging.filter.chosen.disputed


USUAL = Figures(
    inspel=12,
    respondents=11,
    points=8,
    heat=HEAT,
    days=DAYS,
    undated=0,
    deadline=FIRST,
    municipalities=(("Malå", (1, 2, 3)),),
    looked_at=Share(0, 12),
    new=tuple(range(12)),
    tagged=Share(0, 8),
    doubtful=0,
    attendance=NOBODY,
)


def test_sentences_follow_the_figures() -> None:
    assert overview_words.arrivals(USUAL) == ("3 av 7 kom de sista tre dagarna. 3 kom för sent.")
    assert overview_words.arrivals(replace(USUAL, days=DAYS[:2], undated=2)) == "2 saknar datum."
    assert overview_words.work(replace(USUAL, tagged=Share(8, 8))) == "Alla synpunkter är kopplade."
    assert overview_words.municipalities(USUAL) == (
        "1 kommun finns med. 9 inspel säger inte var de kommer från."
    )
    assert overview_words.accord(replace(USUAL, accord=Accord((), 7, 2, 20))) == (
        "Det behövs minst 20 synpunkter som två personer har kopplat var för sig, innan det går "
        "att säga. Hittills är de 7."
    )
    pairs = (Concord("anna", "bo", 30, 0.71), Concord("anna", "eva", 24, 0.45))
    assert overview_words.accord(replace(USUAL, accord=Accord(pairs, 30, 9, 20))) == (
        "anna och eva har måttlig samstämmighet: 0,45, där 1 är helt lika och 0 är slump. "
        "9 synpunkter är kopplade olika."
    )
    asked = Attendance(tuple(Invitation(name) for name in "ABCDEF"))
    assert overview_words.invited(replace(USUAL, attendance=asked)) == (
        "0 av 6 inbjudna har svarat. Har inte svarat: A, B, C, D och 2 till."
    )
