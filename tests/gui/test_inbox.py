"""What the secretariat sees of the inspel: list, answers, originals, and the way between them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from inspel_app.domain.coding import Passage
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.page_view import PageView
from inspel_app.gui.submission_model import DNR, LANGUAGE, NUMBER, SENDER
from inspel_app.gui.text_view import TextView
from inspel_app.gui.tokens import LIGHT
from inspel_app.store.project import Project, Run
from tests.gui.conftest import HOSTILE, Until

PDF, TEXT, MARKUP = 0, 1, 2


def texts(model: QAbstractItemModel, column: int = 0) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def marked(view: TextView) -> list[str]:
    """The texts with the marker behind them."""
    return [
        s.cursor.selectedText().replace("\u2029", "\n")
        for s in view.extraSelections()
        if s.format.background().color() == QColor(LIGHT.marker)
        and s.format.background().style() != Qt.BrushStyle.NoBrush
    ]


def pixels(image: QImage, colour: str) -> QRect:
    """The smallest rectangle that holds all pixels of a colour."""
    wanted = QColor(colour).rgb()
    found = QRect()
    for y in range(image.height()):
        for x in range(image.width()):
            if image.pixel(x, y) == wanted:
                found = found.united(QRect(x, y, 1, 1))
    return found


def drawn(pages: PageView) -> Callable[[], bool]:
    return lambda: pages.pages > 0 and pages.idle


def test_shows_the_inspel_of_a_round(window: MainWindow) -> None:
    model = window.inbox.table.model()
    assert texts(model, NUMBER) == ["1", "2", "3"]
    assert window.windowTitle() == "Prov & <b>mer</b> – Inspel"


def test_shows_the_answers_of_the_chosen_inspel(window: MainWindow) -> None:
    window.inbox.table.selectRow(TEXT)
    (answer,) = texts(window.inbox.cards.model())
    assert "fler bussar på kvällarna till Åsele" in answer
    assert "Bredband saknas" in window.inbox.original.text.toPlainText()


def test_sets_the_text_out_when_a_child_process_has_read_it(
    window: MainWindow, until: Until
) -> None:
    window.inbox.table.selectRow(TEXT)
    first = window.inbox.original.text.document().firstBlock()
    until(lambda: first.blockFormat().bottomMargin() > 0)


def test_choosing_an_answer_marks_its_place_in_the_text(window: MainWindow) -> None:
    window.inbox.table.selectRow(TEXT)
    assert marked(window.inbox.original.text) == []
    window.inbox.cards.choose(0)
    (answer,) = texts(window.inbox.cards.model())
    assert "\n".join(marked(window.inbox.original.text)) == answer


def test_choosing_an_answer_outlines_its_place_on_the_page(
    window: MainWindow, until: Until
) -> None:
    pages = window.inbox.original.pages
    window.inbox.table.selectRow(PDF)
    until(drawn(pages))
    assert pixels(pages.canvas.grab().toImage(), LIGHT.accent).isNull()
    window.inbox.cards.choose(0)
    image = pages.canvas.grab().toImage()
    outline = pixels(image, LIGHT.accent)
    assert not outline.isNull()
    inside = outline.adjusted(4, 4, -4, -4)
    dark = [
        QPoint(x, y)
        for y in range(inside.top(), inside.bottom())
        for x in range(inside.left(), inside.right())
        if QColor(image.pixel(x, y)).lightness() < 100
    ]
    assert len(dark) > 100  # the letters of the answer stand within the outline


def test_a_click_in_the_original_chooses_the_answer(window: MainWindow, until: Until) -> None:
    cards, pages = window.inbox.cards, window.inbox.original.pages
    window.inbox.table.selectRow(PDF)
    until(drawn(pages))
    window.inbox.cards.choose(0)
    outline = pixels(pages.canvas.grab().toImage(), LIGHT.accent)
    window.inbox.table.selectRow(TEXT)
    window.inbox.table.selectRow(PDF)
    until(drawn(pages))
    assert not cards.currentIndex().isValid()
    QTest.mouseClick(pages.canvas, Qt.MouseButton.LeftButton, pos=outline.center())
    assert cards.currentIndex().row() == 0


def test_a_click_in_the_text_chooses_the_answer(window: MainWindow) -> None:
    window.inbox.table.selectRow(TEXT)
    text = window.inbox.original.text
    assert not window.inbox.cards.currentIndex().isValid()
    QTest.mouseClick(
        text.viewport(), Qt.MouseButton.LeftButton, pos=text.cursorRect().center() + QPoint(20, 0)
    )
    assert window.inbox.cards.currentIndex().row() == 0


def test_shows_markup_as_it_was_written(window: MainWindow) -> None:
    window.inbox.table.selectRow(MARKUP)
    doubt, answer = texts(window.inbox.cards.model())
    assert "liknar inte ord" in doubt
    assert answer.count(HOSTILE) == 2
    assert window.inbox.original.text.toPlainText().count(HOSTILE) == 2
    window.inbox.cards.choose(1)
    assert "\n".join(marked(window.inbox.original.text)) == answer


def test_no_label_takes_text_for_markup(window: MainWindow) -> None:
    labels = window.findChildren(QLabel)
    assert len(labels) > 10
    assert {shown.textFormat() for shown in labels} == {Qt.TextFormat.PlainText}


def test_tips_escape_what_respondents_write(window: MainWindow) -> None:
    model = window.inbox.table.model()
    tip = model.index(MARKUP, SENDER).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "<b>" not in tip


def test_keys_go_through_the_list_and_between_the_panes(window: MainWindow) -> None:
    table, original, cards = window.inbox.table, window.inbox.original, window.inbox.cards
    table.setFocus()
    last, keys = table.model().rowCount() - 1, Qt.Key
    steps = (keys.Key_End, last), (keys.Key_Home, 0), (keys.Key_J, 1), (keys.Key_Down, 2)
    for key, row in (*steps, (keys.Key_K, 1)):
        QTest.keyClick(table, key)
        assert table.currentIndex().row() == row
    for pane in (original.text, cards, table):
        QTest.keyClick(window, Qt.Key.Key_F6)
        assert QApplication.focusWidget() is pane
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is cards


def test_sorting_keeps_the_chosen_inspel(window: MainWindow) -> None:
    window.inbox.table.selectRow(TEXT)
    window.inbox.table.sortByColumn(NUMBER, Qt.SortOrder.DescendingOrder)
    assert texts(window.inbox.table.model(), NUMBER) == ["3", "2", "1"]
    chosen = window.inbox.table.submission
    assert chosen is not None
    assert chosen.number == 2


def test_zooms_text_and_pages(window: MainWindow, until: Until) -> None:
    original = window.inbox.original
    window.inbox.table.selectRow(PDF)
    until(drawn(original.pages))
    before = original.pages.canvas.width()
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert original.pages.canvas.width() > before
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert original.pages.canvas.width() == before
    window.inbox.table.selectRow(TEXT)
    QTest.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert original.text.percent < 100


def test_tells_the_language_and_case_number_where_there_is_something_to_tell(
    window: MainWindow, path: Path
) -> None:
    table = window.inbox.table
    assert table.isColumnHidden(LANGUAGE)
    assert table.isColumnHidden(DNR)
    with Project.open(path) as project:
        sent = project.submissions()[0]
        text = sent.answers[0].text
        point = Passage(f"{sent.answers[0].id}:0-{len(text)}", sent.id, sent.answers[0].id, None, 0,
                        len(text), text, language="fi")  # fmt: skip
        project.save_passages(Run("passages", "", "", ""), [point])
        with project.action("Prov", "prov"):
            project.update_submission(sent.id, own_dnr="KS 2025-12")
    window.resize(2400, 900)
    window.inbox.refresh()
    assert not table.isColumnHidden(LANGUAGE)
    assert texts(table.model(), LANGUAGE) == ["finska", "svenska", "svenska"]
    assert texts(table.model(), DNR) == ["KS 2025-12", "–", "–"]
    assert not table.isColumnHidden(DNR)
