"""Handling by keyboard: answers, reasons, inheritance, what is asked for; each is taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inspel_app.domain.form import ActorType
from inspel_app.domain.handling import Disposition, State, TargetKind
from inspel_app.gui import handling_page
from inspel_app.gui.handling_page import HandlingPage
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.outcome_dialog import OutcomeDialog
from inspel_app.services.handling_view import Show
from inspel_app.services.respondents import correct
from inspel_app.services.rounds import Project
from inspel_app.services.theming import split
from tests.gui.conftest import HOSTILE, Until, press
from tests.gui.handling.conftest import answer, log, said, targets, texts, theme


@pytest.mark.parametrize(("key", "given"), [*zip("12345", Disposition, strict=True)])
def test_a_theme_is_answered_by_a_key(page: HandlingPage, key: str, given: Disposition) -> None:
    press(page.list, key)
    assert answer(page).disposition is given
    assert page.detail.answer.dispositions[given].isChecked()
    page.session.undo()
    assert theme(page).id not in said(page).themes
    assert not page.detail.answer.dispositions[given].isChecked()
    page.session.redo()
    assert answer(page).disposition is given


def test_the_same_key_once_more_takes_the_answer_back(page: HandlingPage) -> None:
    press(page.list, "1", "1")
    assert answer(page).disposition is None


def test_state_is_told_by_a_key_when_there_is_an_answer(
    page: HandlingPage, window: MainWindow
) -> None:
    press(page.list, "g")
    assert "Välj först" in window.footer.message.accessibleName()
    press(page.list, "2", "g")
    assert answer(page).state is State.REVIEWED
    press(page.list, "b")
    assert answer(page).state is State.DECIDED
    press(page.list, "u")
    assert answer(page).state is State.DRAFT


def test_a_reason_is_kept_as_one_action_when_it_is_left(page: HandlingPage) -> None:
    press(page.list, "3", "m")
    text = page.detail.answer.text
    assert text.hasFocus()
    before = log(page)
    press(text, "Redan beslutat", Qt.Key.Key_Return, "i planen.")
    assert log(page) == before
    press(text, Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    assert answer(page).text == "Redan beslutat\ni planen."
    assert log(page) == [*before, "Motivera hanteringen av ett tema"]
    page.session.undo()
    assert text.toPlainText() == ""


def test_a_reason_is_kept_for_what_it_was_written_of(page: HandlingPage) -> None:
    press(page.list, "m")
    press(page.detail.answer.text, "Om temat.")
    lone = next(t for t in targets(page) if t.kind is TargetKind.PASSAGE)
    page.list.choose(lone)
    assert answer(page).text == "Om temat."
    assert page.detail.answer.text.toPlainText() == ""
    assert lone.id not in said(page).passages


def test_what_is_being_written_is_kept_when_the_window_is_closed(
    page: HandlingPage, window: MainWindow, round_path: Path
) -> None:
    key = theme(page).id
    press(page.list, "m")
    press(page.detail.answer.text, "Inte klart")
    window.close()
    with Project.open(round_path) as project:
        assert project.handlings().themes[key].text == "Inte klart"


def test_a_reason_is_saved_and_used_again(page: HandlingPage) -> None:
    press(page.list, "3", "m")
    press(page.detail.answer.text, "Avgors i planen.", Qt.Key.Key_Escape)
    press(page.list, "s")
    press(page.detail.answer.title, "Planen", Qt.Key.Key_Return)
    assert page.list.hasFocus()
    (reason,) = page.desk.reasons if page.desk else ()
    assert (reason.title, reason.uses) == ("Planen", (theme(page),))
    lone = next(t for t in targets(page) if t.kind is TargetKind.PASSAGE)
    page.list.choose(lone)
    press(page.list, "r")
    search = page.detail.reasons.search
    assert "används på 1 ställe" in page.detail.reasons.list.item(0).text()
    press(search, "finns inte")
    assert page.detail.reasons.list.count() == 0
    search.clear()
    press(search, "plan", Qt.Key.Key_Return)
    assert said(page).passages[lone.id].reason == reason.id
    assert page.detail.answer.text.toPlainText() == "Avgors i planen."
    assert not page.detail.answer.isHidden()
    assert page.list.hasFocus()


def test_escape_leaves_the_reasons_as_they_were(page: HandlingPage, window: MainWindow) -> None:
    press(page.list, "r")
    assert "Inga motiveringar" in window.footer.message.accessibleName()
    press(page.list, "m")
    press(page.detail.answer.text, "Text", Qt.Key.Key_Escape)
    press(page.list, "s")
    press(page.detail.answer.title, "Rubrik", Qt.Key.Key_Escape)
    assert page.desk
    assert page.desk.reasons == ()
    assert page.detail.answer.title.isHidden()


def test_points_follow_their_theme_until_they_are_answered(page: HandlingPage) -> None:
    press(page.list, "1", Qt.Key.Key_Right)
    assert [line.within for line in page.list.lines].count(True) == 3
    press(page.list, "j")
    point = page.list.chosen[0].item
    assert point.handled
    assert point.handled.handling.disposition is Disposition.MET
    assert point.target.id not in said(page).passages
    press(page.list, "3")
    assert said(page).passages[point.target.id].disposition is Disposition.NOT_MET
    assert answer(page).disposition is Disposition.MET
    press(page.list, Qt.Key.Key_Delete)
    assert point.target.id not in said(page).passages
    again = page.list.chosen[0].item
    assert again.handled
    assert again.handled.handling.disposition is Disposition.MET
    press(page.list, Qt.Key.Key_Left)
    assert page.list.chosen[0].item.target == theme(page)
    press(page.list, Qt.Key.Key_Left)
    assert not any(line.within for line in page.list.lines)


def test_several_are_answered_at_once(page: HandlingPage) -> None:
    page.list.selectAll()
    before = len(log(page))
    press(page.list, "4")
    assert len(log(page)) == before + 1
    assert page.desk
    assert not page.desk.board.remaining
    assert "Allt är hanterat" in texts(page)


def test_many_are_answered_beside_the_window(
    window: MainWindow, page: HandlingPage, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handling_page, "_MUCH", 0)
    page.list.selectAll()
    press(page.list, "4")
    assert window.session.busy
    assert page.detail.answer.text.isReadOnly()
    until(lambda: not window.session.busy and not page.busy)
    assert page.desk
    assert not page.desk.board.remaining
    assert window.footer.message.accessibleName().startswith("Hantera en synpunkt och ett tema")
    page.session.undo()
    until(lambda: page.desk and len(page.desk.board.remaining) == 2)


def test_window_closed_while_many_are_answered_keeps_them_whole(
    window: MainWindow, page: HandlingPage, round_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handling_page, "_MUCH", 0)
    page.list.selectAll()
    press(page.list, "4")
    window.close()
    with Project.open(round_path) as project:
        said = project.handlings()
        assert len(said.themes) == len(said.passages)


def test_n_goes_to_the_next_without_an_answer(page: HandlingPage, window: MainWindow) -> None:
    press(page.list, "1", "n")
    lone = page.list.chosen[0].item
    assert lone.target.kind is TargetKind.PASSAGE
    press(page.list, "1", "n")
    assert window.footer.message.accessibleName() == "Allt är hanterat."


def test_what_is_answered_stays_in_the_list_while_one_works(page: HandlingPage) -> None:
    shows = page.filter.shows
    shows[Show.OPEN].click()
    press(page.list, "1")
    assert theme(page) in targets(page)
    shows[Show.ALL].click()
    shows[Show.OPEN].click()
    assert [t.kind for t in targets(page)] == [TargetKind.PASSAGE]
    shows[Show.DRAFT].click()
    assert [t.kind for t in targets(page)] == [TargetKind.THEME]


def test_mine_are_those_that_i_am_responsible_for(page: HandlingPage) -> None:
    press(page.list, "a")
    line = page.detail.answer.responsible
    press(line, page.session.user, Qt.Key.Key_Return)
    assert answer(page).responsible == page.session.user
    page.filter.mine.click()
    assert targets(page) == [theme(page)]


def test_words_narrow_the_list(page: HandlingPage) -> None:
    page.filter.text.setText("FIBERN")
    assert len(targets(page)) == 1
    page.filter.text.setText("finns inte")
    assert targets(page) == []
    assert not page.detail.answer.isEnabled()
    press(page.list, "n")
    assert len(targets(page)) == 2


def test_a_part_of_the_strategy_is_found_by_typing(page: HandlingPage) -> None:
    assert page.desk
    code = page.list.chosen[0].item.codes[0]
    assert code
    press(page.list, "/")
    press(page.tree.search, code, Qt.Key.Key_Return)
    assert page.filter.code == code
    assert theme(page) in targets(page)
    assert page.list.hasFocus()
    page.filter.part.click()
    assert len(targets(page)) == 2


def outcomes(app: QApplication) -> list[OutcomeDialog]:
    return [w for w in app.topLevelWidgets() if isinstance(w, OutcomeDialog) and w.isVisible()]


def test_what_became_of_an_inspel_is_told_by_a_key(
    window: MainWindow, page: HandlingPage, app: QApplication, until: Until
) -> None:
    press(page.list, "3", "v")
    until(lambda: outcomes(app))
    (dialog,) = outcomes(app)
    assert "Beaktas inte (utkast)" in dialog.text.toPlainText()
    dialog.close()
    until(lambda: not outcomes(app))
    window.go_to(window.inbox)
    press(window.inbox.table, "v")
    until(lambda: outcomes(app))
    (dialog,) = outcomes(app)
    dialog.close()
    until(lambda: not outcomes(app))


def test_what_others_change_is_seen(window: MainWindow, page: HandlingPage, until: Until) -> None:
    first = theme(page)
    window.session.change(lambda p, by: split(p, first.id, p.themes()[0].passages[:1], HOSTILE, by))
    until(lambda: len(targets(page)) == 3)


def test_hostile_text_is_plain_everywhere(page: HandlingPage) -> None:
    page.list.selectAll()
    press(page.list, "3")
    page.detail.answer.text.setPlainText(HOSTILE)
    page.detail.answer.text.keep()
    assert answer(page).text == HOSTILE
    for target in targets(page):
        page.list.choose(target)
        page.grab()
    press(page.list, "s")
    page.detail.answer.title.setText(HOSTILE)
    press(page.detail.answer.title, Qt.Key.Key_Return)
    press(page.list, "r")
    page.grab()
    assert HOSTILE in page.detail.reasons.list.item(0).text()


def test_what_is_asked_for_and_at_hand_is_there_next_time(
    window: MainWindow, page: HandlingPage, until: Until
) -> None:
    project = window.session.project
    assert project
    path = project.path
    correct(project, 1, {"type": "kommun"}, "anna")
    page.refresh()
    until(lambda: not page.busy)
    page.filter.types.setCurrentIndex(page.filter.types.findData(ActorType.KOMMUN))
    shown = targets(page)
    assert shown
    for line in page.list.lines:
        assert any(passage.startswith(project.heads()[0].id) for passage in line.item.passages)
    at = page.list.line
    for _time in range(2):  # the second time it is left before the round has been read
        window.session.leave()
        page.filter.show_all()
        window.session.open(path)
    until(lambda: page.filter.types.currentData() is ActorType.KOMMUN)
    assert targets(page) == shown
    assert at
    assert page.list.line
    assert page.list.line.item.target == at.item.target
