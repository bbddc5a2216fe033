"""Doubtful words: underlined, gone through by keys beside the page, corrected and undone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from inspel_app.domain.document import Box, Location
from inspel_app.domain.form import DoubtfulWord
from inspel_app.gui.app import make_window
from inspel_app.gui.card_delegate import CARD_ROLE
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.reading_text import laid_out
from inspel_app.gui.style import font
from inspel_app.services.rounds import Project
from tests.gui.conftest import HOSTILE, Until, show
from tests.gui.test_inbox import texts

WORDS = ("Bredband", "fiber", "bussar")


@pytest.fixture
def unsure(path: Path) -> Iterator[MainWindow]:
    """The window with a round whose first inspel has three words that were not read surely."""
    with Project.open(path) as project:
        first = project.submissions()[0]
        answer = first.answers[0]
        starts = [answer.text.index(word) for word in WORDS]
        doubtful = tuple(
            DoubtfulWord(start, start + len(word), word, 0.4, place(answer.parts[0].file, n))
            for n, (start, word) in enumerate(zip(starts, WORDS, strict=True))
        )
        with project.action("Prov", "prov"):
            project.correct(first.id, 0, replace(answer, doubtful=doubtful))
    window = make_window(path)
    show(window)
    yield window
    window.close()
    window.deleteLater()


def place(file: str, line: int) -> Location:
    return Location(file, line, line + 1, 1, Box(72, 100 + 16 * line, 130, 112 + 16 * line))


def text_of(window: MainWindow) -> str:
    return str(texts(window.inbox.cards.model())[0])


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def write(word: str) -> None:
    QTest.keyClicks(focused(), word)
    press(Qt.Key.Key_Return)


def test_words_that_nobody_has_settled_are_underlined(unsure: MainWindow) -> None:
    card = unsure.inbox.cards.model().index(0, 0).data(CARD_ROLE)
    assert [card.text[start:end] for start, end in card.doubtful] == list(WORDS)
    layout, _height = laid_out(card.text, font(15), 300, card.doubtful)
    assert [
        (wave.start, wave.start + wave.length)
        for wave in layout.formats()
        if wave.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    ] == list(card.doubtful)


def test_a_word_is_asked_about_beside_its_picture(unsure: MainWindow, until: Until) -> None:
    press(Qt.Key.Key_W)
    editor = unsure.inbox.editors.words
    assert editor.edit.text() == "Bredband"
    until(lambda: not editor.picture.pixmap().isNull())
    assert unsure.inbox.cards.currentIndex().row() == 0


def test_words_are_confirmed_and_corrected_by_keys_and_undone(unsure: MainWindow) -> None:
    press(Qt.Key.Key_W)
    press(Qt.Key.Key_Return)
    assert unsure.session.steps().undo == "Godkänn ”Bredband”"
    write("fibrer")
    assert "fibrer" in text_of(unsure)
    assert unsure.inbox.editors.words.edit.text() == "bussar"
    QTest.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "fibrer" not in text_of(unsure)
    unsure.session.redo()
    assert "fibrer" in text_of(unsure)
    press(Qt.Key.Key_Return)
    assert not unsure.inbox.editors.words.isVisible()
    assert QApplication.focusWidget() is unsure.inbox.table


def test_tab_goes_between_words_and_escape_leaves(unsure: MainWindow) -> None:
    press(Qt.Key.Key_W)
    press(Qt.Key.Key_Tab)
    assert unsure.inbox.editors.words.edit.text() == "fiber"
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Backtab)
    assert unsure.inbox.editors.words.edit.text() == "bussar"
    press(Qt.Key.Key_Escape)
    assert not unsure.inbox.editors.words.isVisible()
    press(Qt.Key.Key_J)
    assert unsure.inbox.table.currentIndex().row() == 1


def test_words_are_found_whatever_the_list_shows(unsure: MainWindow) -> None:
    inbox = unsure.inbox
    inbox.table.selectRow(2)
    press(Qt.Key.Key_W)
    chosen = inbox.table.submission
    assert chosen is not None
    assert chosen.number == 1


def test_what_is_written_stays_plain(unsure: MainWindow) -> None:
    press(Qt.Key.Key_W)
    unsure.inbox.editors.words.edit.setText(HOSTILE)
    press(Qt.Key.Key_Return)
    assert HOSTILE in text_of(unsure)


def test_points_follow_corrected_texts(unsure: MainWindow) -> None:
    press(Qt.Key.Key_W)
    write("Fiber")
    unsure.go_to(unsure.history)
    assert unsure.session.busy
    unsure.session.cancel()


def test_tells_when_no_word_is_left(window: MainWindow) -> None:
    press(Qt.Key.Key_W)
    assert window.footer.message.text() == "Det finns inga osäkra ord kvar att läsa."
