"""Ctrl+F finds on the page that is seen, by keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspel_app.gui.app import make_window
from inspel_app.gui.find_bar import FindBar, RowFinder, places
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.report_finder import ReportFinder
from inspel_app.gui.report_view import ReportView, texts_of
from inspel_app.gui.tokens import LIGHT
from inspel_app.services.reporting import Link, Section, Table, Text
from tests.gui.conftest import Until, show
from tests.gui.test_inbox import pixels

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def read(analysed: bytes, tmp_path: Path) -> Iterator[MainWindow]:
    """The window with two inspel in plain text."""
    path = tmp_path / "omgang.inspel"
    path.write_bytes(analysed)
    window = make_window(path)
    show(window)
    yield window
    window.close()
    window.deleteLater()


def begin(window: MainWindow, bar: FindBar, text: str) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    assert bar.field.hasFocus()
    bar.field.setText(text)


def test_finds_in_the_original_text_and_goes_round(read: MainWindow) -> None:
    bar, text = read.inbox.finding, read.inbox.original.text
    begin(read, bar, "BY")
    found = bar.told.text()
    assert found.startswith("1 av ")
    assert text.textCursor().selectedText().casefold() == "by"
    first = text.textCursor().position()
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.told.text() == found.replace("1", "2", 1)
    assert text.textCursor().position() > first
    QTest.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    assert text.textCursor().position() == first
    QTest.keyClick(bar.field, Qt.Key.Key_Up)
    last = found.removeprefix("1 av ")
    assert bar.told.text() == f"{last} av {last}"
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert text.hasFocus()


def test_goes_on_in_the_inspel_that_is_chosen_next(read: MainWindow) -> None:
    bar, text = read.inbox.finding, read.inbox.original.text
    begin(read, bar, "öppettider")
    assert bar.told.text() == "Finns inte här."
    read.inbox.table.step(1)
    assert bar.told.text() == "1 av 1"
    assert text.textCursor().selectedText() == "öppettider"
    read.inbox.table.step(-1)
    assert bar.told.text() == "Finns inte här."


def test_says_that_there_is_nothing(read: MainWindow) -> None:
    bar = read.inbox.finding
    begin(read, bar, "finns inte")
    assert bar.told.text() == "Finns inte här."
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    bar.field.clear()
    assert bar.told.text() == ""


def test_finds_on_the_pages_and_marks_the_places(window: MainWindow, until: Until) -> None:
    pages, bar = window.inbox.original.pages, window.inbox.finding
    assert window.inbox.original.view is pages
    until(lambda: pages.pages and pages.idle)
    begin(window, bar, "FLER BUSSAR")
    assert bar.told.text() == "Läser sidornas text …"
    until(lambda: bar.told.text() == "1 av 1")
    image = pages.canvas.grab().toImage()
    ring, marker = pixels(image, LIGHT.warning), pixels(image, LIGHT.marker)
    assert ring.contains(marker)
    line = 16 * pages.percent / 75  # the letter's lines are so many points high
    assert line / 3 < marker.height() < line
    assert 3 * line < marker.width() < 8 * line
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert pixels(pages.canvas.grab().toImage(), LIGHT.marker).isNull()


def test_finds_in_the_history_and_never_goes_back_in_time(read: MainWindow) -> None:
    read.session.undo()
    read.session.redo()
    read.go_to(read.history)
    bar = read.history.finding
    begin(read, bar, "ångra")
    assert bar.told.text() == "1 av 1"
    assert read.history.table.currentIndex().row() == 1
    read.history.table.selectRow(2)
    before = read.history.model.rowCount()
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert read.history.model.rowCount() == before


def test_finds_in_the_whole_report(read: MainWindow, until: Until) -> None:
    read.go_to(read.synthesis)
    until(lambda: not read.synthesis.busy)
    composer = read.synthesis.composer
    bar, contents = composer.finding, composer.contents
    begin(read, bar, "fibernätet")
    assert bar.told.text().startswith("1 av ")
    assert contents.currentIndex().row() > 0
    assert composer.text.textCursor().selectedText() == "Fibernätet"


def test_report_is_gone_through_from_where_one_is() -> None:
    table = Table("Tabell", ("Buss",), (1,), ((Link("buss och buss", "a"),), (3,)))
    sections = [Section("Ett", blocks=(Text("Ingen buss."),)), Section("Två", blocks=(table,))]
    assert texts_of(sections[1]) == ["Två", "Tabell", "Buss", "buss och buss", "3"]
    view = ReportView()
    shown: list[int] = [1]

    def show_section(number: int) -> None:
        shown.append(number)
        view.show_section(sections[number])

    view.show_section(sections[1])
    finder = ReportFinder(view, sections, 1, show_section)
    assert finder.look_for("buss") == 4
    found = []
    for number in range(4):
        finder.go_to(number)
        found.append((shown[-1], view.textCursor().selectedText()))
    assert found == [(1, "Buss"), (1, "buss"), (1, "buss"), (0, "buss")]


@pytest.mark.parametrize(
    ("text", "plain", "found"),
    [
        ("å", "Åa å a", [(0, 1), (3, 4)]),
        ("(a", "b (A) a", [(2, 4)]),
        ("a b", "A\N{NO-BREAK SPACE}b a\nb", [(0, 3), (4, 7)]),
        ("", "abc", []),
    ],
)
def test_places_are_as_written_but_for_capitals(
    text: str, plain: str, found: list[tuple[int, int]]
) -> None:
    assert places(text, plain) == found


def test_rows_are_chosen() -> None:
    chosen: list[int] = []
    finder = RowFinder(["ett", "två", "tvåa"], chosen.append)
    assert finder.look_for("TVÅ") == 2
    finder.go_to(1)
    assert chosen == [2]
