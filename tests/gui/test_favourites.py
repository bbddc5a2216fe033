"""Codes that somebody wants at hand: chosen by key and mouse, shown, and taken by digits."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspel_app.gui.app import make_window
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.tagging_page import TaggingPage
from inspel_app.services.rounds import codebook_of
from inspel_app.services.tagging import MOST_FAVOURITES
from tests.gui.conftest import press, show
from tests.gui.test_tagging import given

CTRL = Qt.KeyboardModifier.ControlModifier


def find(page: TaggingPage, code: str) -> None:
    """Look a code up in the tree, without taking it."""
    page.list.setFocus()
    press(page.list, "/")
    page.tree.search.clear()
    QTest.keyClicks(page.tree.search, code)
    assert page.tree.code == code


def favour(page: TaggingPage, *codes: str) -> None:
    for code in codes:
        find(page, code)
        QTest.keyClick(page.tree.search, Qt.Key.Key_B, CTRL)
        press(page.tree.search, Qt.Key.Key_Escape)


def shown(page: TaggingPage) -> list[str]:
    return [row.code for row in page.panel.proposals.proposals]


def test_favourites_stand_in_the_place_of_proposals(tagging: MainWindow) -> None:
    page = tagging.tagging
    proposed = shown(page)
    favour(page, "5.4", "2.1")
    assert shown(page) == proposed
    press(page.list, "f")
    assert shown(page) == ["5.4", "2.1"]
    press(page.list, "2")
    assert given(tagging)[0] == ["2.1"]
    press(page.list, Qt.Key.Key_Return)
    assert given(tagging)[1] == ["5.4"]
    press(page.list, "k", "k", "f")
    assert "5.4" not in shown(page)[:1]


def test_a_favourite_is_none_any_longer_the_second_time(tagging: MainWindow) -> None:
    page = tagging.tagging
    favour(page, "5.4", "2.1", "5.4")
    assert tagging.footer.message.accessibleName() == "5.4 är ingen favorit längre."
    press(page.list, "f")
    assert shown(page) == ["2.1"]
    assert page.tree.tree.actions()[0].text() == "Favorit, eller inte"


def test_favourites_are_shown_where_nothing_is_proposed(tagging: MainWindow) -> None:
    page = tagging.tagging
    favour(page, "5.4")
    while not page.panel.shows_favourites:
        press(page.list, Qt.Key.Key_Delete)
    assert shown(page) == ["5.4"]
    press(page.list, Qt.Key.Key_Delete)
    assert shown(page) == ["5.4"]
    press(page.list, "1")
    assert given(tagging)[0] == ["5.4"]


def test_there_is_a_favourite_for_each_digit(tagging: MainWindow) -> None:
    page = tagging.tagging
    assert tagging.session.tagging
    project = tagging.session.project
    assert project
    codes = [code.id for code in codebook_of(project).leaves][: MOST_FAVOURITES + 1]
    favour(page, *codes)
    assert tagging.session.tagging.favourites == tuple(codes[:-1])
    assert "nio favoriter" in tagging.footer.message.accessibleName()


def test_favourites_are_there_next_time(tagging: MainWindow) -> None:
    assert tagging.session.project
    favour(tagging.tagging, "5.4")
    again = make_window(tagging.session.project.path)
    show(again)
    assert again.session.tagging
    assert again.session.tagging.favourites == ("5.4",)
    again.close()
    again.deleteLater()
