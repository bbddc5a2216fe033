"""What sets rows of the list apart, and the line that chooses among them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from inspel_app.domain.document import Location, Problem
from inspel_app.domain.form import SourceFile, Status, Submission, Unplaced
from inspel_app.gui.app import make_window
from inspel_app.gui.cards import Card, CardKind, cards_of
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.marks import Marks
from inspel_app.gui.sender_delegate import CELL_ROLE
from inspel_app.gui.submission_model import NUMBER, RECEIVED, SENDER
from inspel_app.services.rounds import Project, codebook_of
from tests.gui.conftest import show
from tests.gui.test_inbox import marked, texts


def submission(number: int, **changes: Any) -> Submission:
    made = Submission(
        id=f"s{number}", files=(SourceFile(f"{number}.docx", "0"),), number=number, form="rus"
    )
    return replace(made, **changes)


def marks(*submissions: Submission) -> list[list[str]]:
    found = Marks.among(submissions)
    return [[mark.text for mark in found.of(s)] for s in submissions]


def test_an_ordinary_inspel_has_no_marks() -> None:
    assert marks(submission(1)) == [[]]


def test_versions_and_duplicates_name_each_other() -> None:
    assert marks(
        submission(10),
        submission(11, replaces="s10", late=True),
        submission(12, duplicate_of="s10"),
    ) == [["ersatt av 11"], ["sent", "ersätter 10"], ["dubblett av 10"]]


def test_mails_that_are_no_inspel_are_not_marked_as_unread() -> None:
    assert marks(submission(1, form=None, status=Status.EJ_INSPEL)) == [["ej inspel"]]
    assert marks(submission(1, form=None)) == [["ej läst"]]


def test_a_shared_text_is_marked_where_others_share_it() -> None:
    assert marks(submission(1, campaign="k"), submission(2, campaign="k"), submission(3)) == [
        ["samma text som andra"],
        ["samma text som andra"],
        [],
    ]
    assert marks(submission(1, campaign="k")) == [[]]


@pytest.fixture
def sorted_out(path: Path) -> Iterator[MainWindow]:
    """The window with a round whose second inspel is late and the third a duplicate of it."""
    with Project.open(path) as project:
        first, second, third = project.submissions()
        with project.action("Prov", "prov"):
            project.update_submission(first.id, duplicate_of=None)
            project.update_submission(second.id, late=True, received="2025-06-19T23:30:00+00:00")
            project.update_submission(third.id, duplicate_of=second.id)
    window = make_window(path)
    show(window)
    yield window
    window.close()
    window.deleteLater()


def chips(window: MainWindow) -> dict[str, QPushButton]:
    return {chip.text(): chip for chip in window.inbox.filter.findChildren(QPushButton)}


def test_the_list_shows_marks_and_the_day_of_receipt_in_sweden(sorted_out: MainWindow) -> None:
    model = sorted_out.inbox.table.model()
    assert texts(model, RECEIVED) == ["–", "20 juni", "–"]
    shown = [[m.text for m in model.index(row, SENDER).data(CELL_ROLE).marks] for row in range(3)]
    assert shown == [[], ["sent"], ["dubblett av 2"]]
    assert "dubblett av 2" in model.index(2, SENDER).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_choice_shows_only_what_it_counts(sorted_out: MainWindow) -> None:
    table = sorted_out.inbox.table
    chips(sorted_out)["Sena 1"].click()
    assert texts(table.model(), NUMBER) == ["2"]
    assert table.submission is not None
    assert table.submission.number == 2
    chips(sorted_out)["Alla 3"].click()
    assert texts(table.model(), NUMBER) == ["1", "2", "3"]
    assert table.submission.number == 2


def test_every_choice_shows_as_many_rows_as_it_says(sorted_out: MainWindow) -> None:
    for text, chip in chips(sorted_out).items():
        chip.click()
        assert text.endswith(f" {sorted_out.inbox.table.model().rowCount()}")


def test_the_choices_are_made_by_keyboard(sorted_out: MainWindow) -> None:
    table = sorted_out.inbox.table
    every = chips(sorted_out)["Alla 3"]
    waiting = next(chip for text, chip in chips(sorted_out).items() if "Att se över" in text)
    every.setFocus()
    QTest.keyClick(every, Qt.Key.Key_Right)
    new = QApplication.focusWidget()
    assert new is chips(sorted_out)["Nya 3"]
    QTest.keyClick(new, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is waiting
    QTest.keyClick(waiting, Qt.Key.Key_Space)
    assert waiting.isChecked()
    assert str(table.model().rowCount()) in waiting.text()


def test_what_is_taken_care_of_is_no_longer_offered(sorted_out: MainWindow) -> None:
    project = sorted_out.session.project
    assert project is not None
    chips(sorted_out)["Sena 1"].click()
    late = project.submissions()[1]
    with project.action("Klar", "prov"):
        project.update_submission(late.id, late=False)
    sorted_out.session.changed.emit(None)
    QApplication.sendPostedEvents(None, 52)  # what waits to be deleted
    assert "Sena 1" not in chips(sorted_out)
    assert texts(sorted_out.inbox.table.model(), NUMBER) == ["1", "2", "3"]


def test_a_doubt_about_text_outside_the_fields_leads_to_it(window: MainWindow) -> None:
    project = window.session.project
    assert project is not None
    second = project.submissions()[1]
    (part,) = second.answers[0].parts[:1]
    place = Location(part.file, part.start, part.start + 4)
    doubtful = replace(
        second,
        problems=(Problem("oplacerad-text", "Text utanför."), Problem("annat", "Annat.")),
        unplaced=(Unplaced("text", place),),
    )
    cards = cards_of(doubtful, None, codebook_of(project))
    assert [bool(card.places) for card in cards] == [True, False, True, True]
    original = window.inbox.original
    original.show_submission(project, doubtful, cards)
    original.choose(0)
    assert marked(original.text) == [original.text.toPlainText()[place.start : place.end]]


def test_the_hand_is_over_cards_that_lead_somewhere(window: MainWindow) -> None:
    view = window.inbox.cards
    view.show_cards([Card(CardKind.PROBLEM, "Att se över", "Hela filen."), answer_card()])
    for number, shape in ((1, Qt.CursorShape.PointingHandCursor), (0, Qt.CursorShape.ArrowCursor)):
        middle = view.visualRect(view.model().index(number, 0)).center()
        QTest.mouseMove(view.viewport(), middle)
        assert view.viewport().cursor().shape() is shape


def answer_card() -> Card:
    return Card(CardKind.ANSWER, "3.2 Behov", "Bussar.", places=(Location("0", 0, 7),))


def test_stages_are_told_in_words() -> None:
    assert marks(
        submission(1, status=Status.LAST),
        submission(2, status=Status.KOMPLETTERAS),
        submission(3, status=Status.KLAR),
        submission(4, status=Status.RAKNAS_INTE),
    ) == [["läst"], ["kompletteras"], ["✓ klart"], ["räknas inte"]]
