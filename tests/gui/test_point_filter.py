"""What narrows the passages to go through, kept for next time; and what was done with one."""

from PySide6.QtTest import QTest

from inspel_app.domain.form import ActorType
from inspel_app.gui.app import make_window
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.point_list import POINT_ROLE
from inspel_app.services.grid import Across
from inspel_app.services.respondents import correct
from inspel_app.services.tagging import Tagging
from tests.gui.conftest import press, show


def test_more_of_the_filter_is_folded_away_until_it_is_asked_for(tagging: MainWindow) -> None:
    asked, project = tagging.tagging.filter, tagging.session.project
    assert project
    tagging.session.change(lambda round_, by: correct(round_, 1, {"municipality": "Malå"}, by))
    assert asked.senders.isHidden()
    asked.more.click()
    asked.senders.places.setCurrentIndex(asked.senders.places.findData("Malå"))
    assert asked.chosen.municipality == "Malå"
    assert asked.more.text() == "Filter och ordning (1)"
    assert 0 < tagging.tagging.list.model().rowCount() < len(project.passages())
    asked.senders.aspects.setCurrentIndex(1)
    assert asked.chosen.aspect == asked.senders.aspects.currentData()
    assert asked.more.text() == "Filter och ordning (2)"
    asked.show_uncoded()
    assert asked.senders.active == 0


def test_a_kind_of_senders_is_one_choice_away(tagging: MainWindow) -> None:
    page, project = tagging.tagging, tagging.session.project
    assert project
    tagging.session.change(lambda round_, by: correct(round_, 1, {"type": "kommun"}, by))
    types = page.filter.senders.types
    assert types.isVisible()
    types.setCurrentIndex(types.findData(ActorType.KOMMUN))
    first = project.heads()[0].id
    model = page.list.model()
    points = [model.index(row, 0).data(POINT_ROLE) for row in range(model.rowCount())]
    assert {point.passage.submission for point in points} == {first}


def test_passages_that_two_have_coded_otherwise_are_found(tagging: MainWindow) -> None:
    page, project = tagging.tagging, tagging.session.project
    assert project
    first, second = (p.id for p in project.passages()[:2])
    for person, code in (("anna", "3.3"), ("bo", "3.2")):
        Tagging(project, person).assign([code], [first])
        Tagging(project, person).assign(["3.4"], [second])
    tagging.session.go_back(project.log()[-1].number)
    page.filter.disputed.click()
    assert page.list.passages == [first]
    assert page.list.model().rowCount() == 1


def test_what_is_asked_for_and_the_grid_are_there_next_time(tagging: MainWindow) -> None:
    page, project = tagging.tagging, tagging.session.project
    assert project
    page.filter.text.setText("FIBER")
    page.filter.misplaced.click()
    page.filter.show_code("3")
    page.as_grid.click()
    page.grid.across.setCurrentIndex(page.grid.across.findData(Across.CODES))
    before = page.filter.chosen
    tagging.close()
    again = make_window(project.path)
    show(again)
    assert again.page is again.tagging
    assert again.tagging.filter.chosen == before
    assert again.tagging.as_grid.isChecked()
    assert again.tagging.grid.across.currentData() is Across.CODES
    again.close()
    again.deleteLater()


def test_keys_at_the_foot_are_those_of_the_grid(tagging: MainWindow) -> None:
    page = tagging.tagging
    usual = page.hints
    page.as_grid.click()
    assert [hint.text for hint in page.hints] != [hint.text for hint in usual]
    QTest.keyClicks(page.grid.table, "g")
    assert page.hints == usual


def test_what_was_done_with_a_passage_is_told_on_demand(tagging: MainWindow) -> None:
    page = tagging.tagging
    press(page.list, "h")
    assert page.panel.past.text() == "Ingen har gjort något med synpunkten."
    press(page.list, "1", "k", "u", "k", "h")
    (marked, coded) = page.panel.past.text().splitlines()
    assert "Markera som osäker" in marked
    assert "Koppla en synpunkt" in coded
    tagging.session.undo()
    assert page.panel.past.text().splitlines()[0].endswith("(ångrat)")
    press(page.list, "j")
    assert page.panel.past.isHidden()
