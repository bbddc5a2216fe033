"""Tagging by keys alone: codes are given, passages cut and marked, and all is taken back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from inspel_app.domain.coding import Origin
from inspel_app.gui import words
from inspel_app.gui.accept_dialog import AcceptDialog
from inspel_app.gui.main_window import MainWindow
from inspel_app.services.points import Filter, Order
from tests.gui.conftest import HOSTILE, Until, press

SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


def given(window: MainWindow) -> list[list[str]]:
    """The codes that people gave, passage by passage."""
    assert window.session.project
    return [
        [a.code for a in p.assignments if a.origin is Origin.PERSON]
        for p in window.session.project.passages()
    ]


def test_enter_accepts_and_goes_on(tagging: MainWindow) -> None:
    page = tagging.tagging
    first = page.panel.proposals.proposals[0].code
    press(page.list, Qt.Key.Key_Return)
    assert given(tagging)[0] == [first]
    assert page.list.currentIndex().row() == 1
    press(page.list, "r")
    assert given(tagging)[1] == [first]
    assert tagging.footer.message.accessibleName() == f"Koppla en synpunkt till {first}"


def test_rail_tells_how_many_are_left(tagging: MainWindow) -> None:
    button = tagging.rail.buttons[tagging.pages.index(tagging.tagging)]
    left = len(given(tagging))
    assert button.accessibleName() == f"Koppla: {left} väntar"
    press(tagging.tagging.list, Qt.Key.Key_Return)
    assert button.accessibleName() == f"Koppla: {left - 1} väntar"


def test_digit_takes_the_proposal_of_that_number(tagging: MainWindow) -> None:
    page = tagging.tagging
    third = page.panel.proposals.proposals[2].code
    press(page.list, "3")
    assert given(tagging)[0] == [third]


def test_a_search_without_hits_says_so(tagging: MainWindow) -> None:
    tree = tagging.tagging.tree

    def told() -> list[str]:
        return [t.text() for t in tree.tree.viewport().findChildren(QLabel) if t.isVisible()]

    assert told() == []
    press(tree.search, "qqq")
    assert "Esc visar alla" in told()[0]
    press(tree.search, Qt.Key.Key_Escape)
    assert told() == []


def test_what_was_asked_for_is_looked_for_once_when_the_page_is_seen(tagging: MainWindow) -> None:
    assert tagging.session.project
    page, path = tagging.tagging, tagging.session.project.path
    page.filter.text.setText("byn")
    page.list.step(1)
    here, found = page.list.passage, page.list.model().rowCount()
    tagging.session.leave()
    shown = []
    page.list.model().modelReset.connect(lambda: shown.append(page.list.model().rowCount()))
    tagging.session.open(path)
    assert shown == [found]
    assert page.list.passage == here


def test_code_is_found_by_typing(tagging: MainWindow) -> None:
    page = tagging.tagging
    press(page.list, "/")
    assert page.tree.search.hasFocus()
    QTest.keyClicks(page.tree.search, "mobilitet")
    press(page.tree.search, Qt.Key.Key_Return)
    assert given(tagging)[0] == ["3.3"]
    assert page.list.hasFocus()
    assert page.tree.search.text() == ""


def test_several_passages_get_a_code_at_once(tagging: MainWindow) -> None:
    page = tagging.tagging
    QTest.keyClick(page.list, Qt.Key.Key_Down, SHIFT)
    press(page.list, "1")
    codes = given(tagging)
    assert codes[0] == codes[1] != []
    tagging.session.undo()
    assert given(tagging)[:2] == [[], []]


def test_marks_toggle(tagging: MainWindow) -> None:
    page, total = tagging.tagging, len(given(tagging))
    assert tagging.session.tagging
    queue = tagging.session.tagging.queue
    press(page.list, "x")
    assert queue.headway().no_point == 1
    press(page.list, "k", "x")
    assert queue.headway().no_point == 0
    press(page.list, "k", "u")
    assert (queue.headway().unsure, queue.headway().total) == (1, total)


def test_passage_is_cut_and_joined_again(tagging: MainWindow) -> None:
    page = tagging.tagging
    before = given(tagging)
    press(page.list, "s")
    assert page.passage.text.hasFocus()
    press(page.passage.text, Qt.Key.Key_Return)
    assert len(given(tagging)) == len(before) + 1
    assert page.list.hasFocus()
    press(page.list, "m")
    assert len(given(tagging)) == len(before)
    tagging.session.undo()
    tagging.session.undo()
    assert given(tagging) == before


def test_note_is_kept_when_the_keyboard_leaves_it(tagging: MainWindow) -> None:
    page = tagging.tagging
    press(page.list, "n")
    QTest.keyClicks(page.panel.note, "Ring igen")
    press(page.panel.note, Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    assert tagging.session.tagging
    noted = tagging.session.tagging.queue.found(Filter(noted=True))
    assert [point.passage.id for point in noted] == [page.list.passage]


def test_given_code_is_taken_away_by_its_mark(tagging: MainWindow) -> None:
    page = tagging.tagging
    press(page.list, Qt.Key.Key_Return, "k")
    QTest.qWait(1)  # the mark is shown when Qt has time
    parts = page.passage.findChildren(QWidget)
    (chip,) = [p for p in parts if p.property("role") == "given" and p.isVisible()]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert given(tagging)[0] == []


def test_filter_narrows_the_list_and_the_overview_leads_to_it(tagging: MainWindow) -> None:
    page = tagging.tagging
    page.filter.text.setText("FIBER")
    assert page.list.model().rowCount() == 1
    tagging.overview.heat.chosen.emit((None, "3.4"))
    assert tagging.page is page
    assert page.filter.text.text() == ""
    assert page.filter.chosen.code == "3.4"
    shown = page.list.model().rowCount()
    assert 0 < shown < len(given(tagging))


def test_list_is_put_in_the_order_that_is_chosen(tagging: MainWindow) -> None:
    page = tagging.tagging
    assert tagging.session.tagging
    queue = tagging.session.tagging.queue
    for order in Order:
        page.filter.order.setCurrentIndex(page.filter.order.findData(order))
        model = page.list.model()
        shown = [model.index(row, 0).data() for row in range(model.rowCount())]
        assert shown == [point.passage.text for point in queue.found(None, order)]
    surest = [point.permille for point in queue.found(None, Order.SUREST)]
    assert surest == sorted(surest, reverse=True)
    assert surest != [point.permille for point in queue]


def test_all_sure_proposals_are_accepted_in_one_step(tagging: MainWindow) -> None:
    assert tagging.session.tagging
    dialog = AcceptDialog(tagging.session.tagging, Filter(), tagging)
    dialog.percent.setValue(50)
    assert dialog.preview
    n = len(dialog.preview.passages)
    assert n > 0
    preview = dialog.preview
    tagging.session.act(lambda t: t.accept_all(preview))
    assert sum(map(bool, given(tagging))) == n
    tagging.session.undo()
    assert sum(map(bool, given(tagging))) == 0
    dialog.deleteLater()


def test_respondents_text_is_plain(tagging: MainWindow) -> None:
    page = tagging.tagging
    page.filter.text.setText("script")
    assert HOSTILE in page.passage.text.toPlainText()
    page.grab()


def test_original_is_shown_at_the_answer(tagging: MainWindow) -> None:
    page = tagging.tagging
    press(page.list, "o")
    assert tagging.page is tagging.inbox
    assert "bussförbindelse" in tagging.inbox.original.text.toPlainText()
    assert tagging.inbox.cards.currentIndex().isValid()


def test_suggestions_learn_from_what_is_decided(tagging: MainWindow, until: Until) -> None:
    page = tagging.tagging
    assert tagging.session.tagging
    queue = tagging.session.tagging.queue
    last = list(queue)[-1].passage.id
    before = queue.point(last).suggestions
    page.do.assign(["6.3"])
    assert not queue.point(last).decided
    until(lambda: queue.point(last).suggestions != before)


def test_learning_can_be_turned_off(tagging: MainWindow) -> None:
    page = tagging.tagging
    page.learns.click()
    assert tagging.session.tagging
    queue = tagging.session.tagging.queue
    before = [point.suggestions for point in queue]
    page.do.assign(["6.3"])
    QTest.qWait(1500)
    assert [point.suggestions for point in queue] == before


def test_only_the_words_that_spoke_for_a_proposal_are_evidence() -> None:
    text = "Den som bor i byn behöver bussen."
    assert words.evidence("ord: bussen, byn; liknar: ”Den som åker”", text) == ["bussen", "byn"]
    assert words.evidence("ord: umeå", "Bussen till Umeå går sällan.") == ["Umeå"]
    assert words.evidence("liknar: ”Den som åker bussen”", text) == []
