from dataclasses import replace
from unittest.mock import sentinel

from PySide6.QtWidgets import QApplication

from inspel_app.domain.coding import Assignment, Origin, Passage, Suggestion
from inspel_app.gui.suggestion_list import Proposal, SuggestionList, proposals
from inspel_app.services.entries import Entry
from inspel_app.services.points import State
from tests.analysis.books import BOOK

FOUND = (Suggestion("1.1", 620), Suggestion("1.2", 310), Suggestion("2.1", 120))
FORM = Assignment("2.1", None, Origin.FORM)


def entry(*said: Assignment) -> Entry:
    passage = Passage("a:0-1", "s", "a", None, 0, 1, "x", said)
    here = sentinel.here
    return Entry(passage, State.CODED, here, "", here, "", "", FOUND, (), (), (), "")


def codes(*said: Assignment) -> list[str]:
    return [p.code for p in proposals(entry(*said), BOOK)]


def test_all_that_is_found_is_proposed_until_somebody_has_decided() -> None:
    assert codes() == ["1.1", "1.2", "2.1"]


def test_beside_a_persons_code_guesses_are_not_asked_about() -> None:
    given = Assignment("1.1", None, Origin.PERSON)
    assert codes(given) == ["1.2"]
    assert codes(replace(given, code="1.2")) == ["1.1"]


def test_the_field_that_a_point_was_written_in_is_no_guess() -> None:
    assert codes(Assignment("1.1", None, Origin.PERSON), FORM) == ["2.1", "1.2"]


def test_what_has_little_room_stands_below(app: QApplication) -> None:
    assert app
    shown = SuggestionList()
    row = Proposal("1.1", "Hållbar mobilitet", 0.5, "ord: buss, tåg, gång, cykel, väg, trafik")

    def height(width: int) -> int:
        shown.resize(width, 400)
        shown.show_proposals([row])
        return shown.visualRect(shown.model().index(0, 0)).height()

    shown.show()
    try:
        wide, narrow = height(360), height(250)
        titles = height(200)
        assert wide < narrow <= titles
    finally:
        shown.deleteLater()
