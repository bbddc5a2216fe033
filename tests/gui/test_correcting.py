"""Senders are corrected, and texts outside the fields are moved, where one reads."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from inspel_app.domain.document import Location
from inspel_app.domain.form import ActorType, Submission, Unplaced
from inspel_app.gui.app import make_window
from inspel_app.gui.main_window import MainWindow
from inspel_app.services.rounds import Project
from tests.gui.conftest import HOSTILE, show
from tests.gui.test_inbox import texts
from tests.gui.test_words import focused, press


def first(window: MainWindow) -> Submission:
    assert window.session.project is not None
    return window.session.project.submissions()[0]


def test_the_sender_is_corrected_by_keys_and_undone(window: MainWindow) -> None:
    before = first(window)
    press(Qt.Key.Key_E)
    QTest.keyClicks(focused(), "Malå byalag")
    editor = window.inbox.editors.sender_editor
    editor.kind.setCurrentText("Civilsamhälle")
    editor.municipality.setText("Malå")
    editor.received.setText("2025-06-17 21.14")
    press(Qt.Key.Key_Return)
    after = first(window)
    assert after.respondent == replace(
        before.respondent,
        organisation="Malå byalag",
        type=ActorType.CIVILSAMHALLE,
        municipality="Malå",
    )
    assert after.received == "2025-06-17T21:14:00+02:00"
    assert editor.isHidden()
    window.session.undo()
    window.session.undo()
    assert first(window) == before


def test_what_was_not_changed_is_no_action(window: MainWindow) -> None:
    before = window.session.steps()
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_Return)
    assert window.session.steps() == before
    press(Qt.Key.Key_E)
    QTest.keyClicks(focused(), "Fel")
    press(Qt.Key.Key_Escape)
    assert window.session.steps() == before
    assert focused() is window.inbox.table


def test_a_time_that_is_none_is_told(window: MainWindow) -> None:
    press(Qt.Key.Key_E)
    window.inbox.editors.sender_editor.received.setText("i går")
    press(Qt.Key.Key_Return)
    assert "i går är ingen tid" in window.footer.message.text()
    assert first(window).received is None


@pytest.fixture
def outside(path: Path) -> Iterator[MainWindow]:
    """The window with a round whose first inspel is a form with text outside its fields."""
    with Project.open(path) as project:
        sent = project.submissions()[0]
        place = Location(sent.files[0].sha256, 0, 9)
        with project.action("Prov", "prov"):
            project.extend_submission(
                replace(sent, form=project.settings.form, unplaced=(Unplaced(HOSTILE, place),)), {}
            )
    window = make_window(path)
    show(window)
    yield window
    window.close()
    window.deleteLater()


def test_a_text_is_moved_to_the_field_that_is_typed(outside: MainWindow) -> None:
    before = first(outside)
    outside.inbox.cards.choose(len(before.problems) + len(before.answers))
    press(Qt.Key.Key_F)
    QTest.keyClicks(focused(), "3.3 behov")
    chooser = outside.inbox.editors.places
    assert [chooser.list.item(n).text() for n in range(chooser.list.count())] == [
        "3.3 Identifierade behov"
    ]
    press(Qt.Key.Key_Return)
    after = first(outside)
    assert (after.answers[-1].field, after.answers[-1].text) == ("3.3.behov", HOSTILE)
    assert after.unplaced == ()
    assert HOSTILE in texts(outside.inbox.cards.model())
    outside.session.undo()
    assert first(outside) == before


def test_a_text_is_dragged_to_an_answer(outside: MainWindow) -> None:
    before, model = first(outside), outside.inbox.cards.model()
    answer, line = (model.index(n, 0) for n in (len(before.problems), model.rowCount() - 1))
    assert model.flags(line) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.flags(answer) & Qt.ItemFlag.ItemIsDragEnabled
    dragged = model.mimeData([line])
    copy = Qt.DropAction.CopyAction
    assert not model.canDropMimeData(QMimeData(), copy, -1, -1, answer)
    model.dropMimeData(dragged, copy, -1, -1, answer)
    after = first(outside)
    assert after.answers[0].text == f"{before.answers[0].text}\n{HOSTILE}"
    assert after.unplaced == ()
    outside.session.undo()
    assert first(outside) == before


def test_arrows_choose_among_the_fields(outside: MainWindow) -> None:
    sent = first(outside)
    outside.inbox.cards.choose(len(sent.problems) + len(sent.answers))
    press(Qt.Key.Key_F)
    press(Qt.Key.Key_Down)
    assert outside.inbox.editors.places.list.currentRow() == 1
    press(Qt.Key.Key_Escape)
    assert first(outside) == sent


def test_tells_what_can_be_moved(window: MainWindow) -> None:
    window.inbox.cards.choose(0)
    press(Qt.Key.Key_F)
    assert "utanför fälten" in window.footer.message.text()


def test_a_text_is_moved_though_another_card_is_chosen_meanwhile(outside: MainWindow) -> None:
    before = first(outside)
    outside.inbox.cards.choose(len(before.problems) + len(before.answers))
    press(Qt.Key.Key_F)
    QTest.keyClicks(focused(), "3.3 behov")
    outside.inbox.cards.choose(0)
    press(Qt.Key.Key_Return)
    assert first(outside).answers[-1].text == HOSTILE


def test_what_is_begun_for_one_inspel_is_not_kept_for_another(window: MainWindow) -> None:
    press(Qt.Key.Key_E)
    assert window.inbox.editors.sender_editor.isVisible()
    window.inbox.table.selectRow(1)
    assert window.inbox.editors.sender_editor.isHidden()
