"""The report composed in the window: by keys and mouse, shown at once, and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest

from inspel_app.gui.app import make_window
from inspel_app.gui.composer import Composer
from inspel_app.gui.main_window import MainWindow
from inspel_app.services import composing
from inspel_app.services.draft import Node
from inspel_app.services.jobs import finish
from inspel_app.services.rounds import Project, new_round
from inspel_app.services.theming import propose
from tests.gui.conftest import HOSTILE, Until, show
from tests.services.tagged_round import add_answer, make

ALONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
BUSES = (
    f"Bussarna till byn går för sällan på kvällen. {HOSTILE}.",
    "Fler bussar behövs till byn på kvällen.",
    "Kvällsbussen till byn måste gå oftare.",
)


@pytest.fixture
def window(tmp_path: Path, until: Until) -> Iterator[MainWindow]:
    """The window on a report with a theme of several points."""
    path = tmp_path / "omgang.inspel"
    with new_round(path) as project:
        found = [p for n in "abc" for p in add_answer(project, n, "\n".join(BUSES), BUSES)]
        make(project, found, {key: {"3.3": 910} for key in found})
        finish(propose(project), lambda _progress: None)
    made = make_window(path)
    show(made)
    made.go_to(made.synthesis)
    until(lambda: made.synthesis.composer.contents.keys)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def composer(window: MainWindow) -> Composer:
    """Its view of the report, at the theme with most points."""
    made = window.synthesis.composer
    contents = made.contents
    themes = [line for key in contents.keys if isinstance(line := contents.line_of(key), Node)]
    contents.choose(max((n for n in themes if n.chooses), key=lambda n: len(n.section.points)).key)
    contents.setFocus()
    return made


def key(composer: Composer, what: Qt.Key, held: Qt.KeyboardModifier = ALONE) -> None:
    QTest.keyClick(composer.contents, what, held)


def node(composer: Composer) -> Node:
    assert isinstance(composer.contents.line, Node)
    return composer.contents.line


def chapters(composer: Composer) -> list[str]:
    """The keys of the chapters in the outline, in order."""
    model = composer.contents.model()
    return [
        str(model.index(row, 0).data(Qt.ItemDataRole.UserRole)) for row in range(model.rowCount())
    ]


def test_own_text_is_shown_while_it_is_written_and_kept_when_it_is_left(
    window: MainWindow, composer: Composer, until: Until
) -> None:
    key(composer, Qt.Key.Key_E)
    assert composer.section.text.hasFocus()
    QTest.keyClicks(composer.section.text, "Alla vill ha bussar.")
    until(lambda: "Alla vill ha bussar." in composer.text.toPlainText())
    project = window.session.project
    assert project
    assert project.composition().sections == {}
    QTest.keyClick(composer.section.text, Qt.Key.Key_Escape)
    assert composer.contents.hasFocus()
    assert project.composition().sections[node(composer).key].text == "Alla vill ha bussar."
    until(lambda: not window.synthesis.busy)
    assert "Alla vill ha bussar." in composer.text.toPlainText()
    window.session.undo()
    until(lambda: "Alla vill ha bussar." not in composer.text.toPlainText())
    assert composer.section.text.toPlainText() == ""


def test_a_section_is_left_out_by_a_key_and_put_back(
    window: MainWindow, composer: Composer
) -> None:
    key(composer, Qt.Key.Key_X)
    assert node(composer).left_out
    assert window.footer.message.accessibleName().startswith("Utelämna ")
    key(composer, Qt.Key.Key_X)
    assert not node(composer).left_out
    composer.contents.choose("metod")
    key(composer, Qt.Key.Key_X)
    assert window.footer.message.property("role") == "fault"
    assert not node(composer).left_out


def test_sections_change_places_by_keys(window: MainWindow, composer: Composer) -> None:
    composer.contents.choose("helhetsbild")
    key(composer, Qt.Key.Key_Up, ALT)
    assert chapters(composer)[:2] == ["helhetsbild", "metod"]
    assert composer.contents.key == "helhetsbild", "it is followed"
    key(composer, Qt.Key.Key_Up, ALT)
    assert chapters(composer)[0] == "helhetsbild"
    key(composer, Qt.Key.Key_Down, ALT)
    assert chapters(composer)[:2] == ["metod", "helhetsbild"]
    window.session.undo()
    assert chapters(composer)[:2] == ["helhetsbild", "metod"]


def drag(composer: Composer, to: str) -> None:
    """Drag the section at hand to the lower half of another."""
    contents = composer.contents
    row = chapters(composer).index(to)
    box = contents.visualRect(contents.model().index(row, 0))
    point, move = QPoint(box.center().x(), box.bottom() - 1), Qt.DropAction.MoveAction
    rest = (move, QMimeData(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    contents.dragMoveEvent(QDragMoveEvent(point, *rest))
    contents.dropEvent(QDropEvent(point, *rest, QEvent.Type.Drop))


def test_sections_change_places_by_the_mouse(composer: Composer) -> None:
    composer.contents.choose("metod")
    drag(composer, "helhetsbild")
    assert chapters(composer)[:2] == ["helhetsbild", "metod"]
    inner = next(k for k in composer.contents.keys if k.startswith("del_"))
    composer.contents.choose(inner)
    drag(composer, "helhetsbild")
    assert chapters(composer)[:2] == ["helhetsbild", "metod"], "it stays where it belongs"


def test_a_section_of_one_s_own_is_added_named_and_removed(composer: Composer) -> None:
    composer.contents.choose("metod")
    key(composer, Qt.Key.Key_N)
    assert composer.section.heading.hasFocus()
    QTest.keyClicks(composer.section.heading, "Sammanfattning")
    QTest.keyClick(composer.section.heading, Qt.Key.Key_Return)
    assert node(composer).section.title == "Sammanfattning"
    assert chapters(composer)[1] == node(composer).key
    assert composer.contents.hasFocus(), "the next key is a key again"
    key(composer, Qt.Key.Key_Delete)
    assert not any(k.startswith("eget_") for k in composer.contents.keys)


def test_quotations_are_chosen_ordered_and_left_out(
    window: MainWindow, composer: Composer, until: Until
) -> None:
    quotes, project = composer.section.quotes, window.session.project
    assert project
    points = [one.quotation.passage for one in quotes.candidates]
    quotes.setFocus()
    for row in (2, 1):
        quotes.setCurrentIndex(quotes.model().index(row, 0))
        assert quotes.candidate
        chosen = quotes.candidate.quotation.passage
        QTest.keyClick(quotes, Qt.Key.Key_Space)
        assert project.composition().chosen[-1] == chosen
        until(lambda: not window.synthesis.busy)
    first, second = project.composition().chosen
    assert [one.quotation.passage for one in quotes.candidates[:2]] == [first, second]
    quotes.setCurrentIndex(quotes.model().index(0, 0))
    QTest.keyClick(quotes, Qt.Key.Key_Down, ALT)
    assert project.composition().chosen == (second, first)
    quotes.setCurrentIndex(quotes.model().index(2, 0))
    QTest.keyClick(quotes, Qt.Key.Key_X)
    assert len(project.composition().never) == 1
    composer.section.let_choose()
    assert project.composition().chosen == ()
    assert sorted(one.quotation.passage for one in quotes.candidates) == sorted(points)


def test_what_was_written_of_a_theme_that_is_gone_is_there_to_be_read_and_removed(
    window: MainWindow, composer: Composer, until: Until
) -> None:
    project, theme = window.session.project, node(composer)
    assert project
    composing.write(project, theme, "Det här skrev jag.", "anna")
    for inspel in project.submissions():
        with project.action("Ta bort"):
            project.remove_submission(inspel.id)
    window.session.changed.emit(None)
    until(lambda: not window.synthesis.busy)
    composer.contents.choose(theme.key)
    assert composer.section.text.toPlainText() == "Det här skrev jag."
    assert composer.section.text.isReadOnly()
    key(composer, Qt.Key.Key_Delete)
    assert project.composition().sections == {}
    assert theme.key not in composer.contents.keys


def test_what_is_being_written_survives_what_happens_below(
    window: MainWindow, composer: Composer, until: Until
) -> None:
    project = window.session.project
    assert project
    QTest.keyClicks(composer.section.text, "Alla vill")
    window.session.changed.emit(None)
    until(lambda: not window.synthesis.busy)
    assert composer.section.text.toPlainText() == "Alla vill"
    path, theme = project.path, node(composer).key
    window.session.leave()
    with Project.open(path) as again:
        assert again.composition().sections[theme].text == "Alla vill"


def test_rows_of_the_outline_are_made_when_they_are_to_be_seen(window: MainWindow) -> None:
    contents = window.synthesis.composer.contents
    model = contents.model()
    tops = [model.index(n, 0) for n in range(model.rowCount())]
    (closed,) = (top for top in tops if model.canFetchMore(top))
    assert model.hasChildren(closed)
    assert model.rowCount(closed) == 0
    contents.expand(closed)
    assert model.rowCount(closed) > 0
    assert not model.canFetchMore(closed)
