"""What a respondent writes is shown as it is: nothing is marked up, loaded, or turned round."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextBlock, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from inspel_app.gui.app import make_window
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.plain import plain
from inspel_app.gui.reading_text import laid_out
from inspel_app.gui.style import font
from inspel_app.gui.widgets import label, tip
from inspel_app.services.analysing import analyse
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import finish
from inspel_app.services.respondents import correct
from inspel_app.services.rounds import new_round
from inspel_app.services.tagging import Tagging
from inspel_app.services.theming import rename
from inspel_app.services.workers import WorkerPool
from tests.gui.conftest import Until, show

SIGN = "\u202e"
EVIL = (
    f'<img src="file:///etc/passwd"><b>Fet</b> <a href="file:///etc/passwd">länk</a> {SIGN}gpj.exe '
    f"&Alt {{0}} %n \x07 {'X' * 400}"
)
LETTER = (
    "Vi behöver en bussförbindelse till byn även på helgerna. {evil}\n\n"
    "Fibernätet måste byggas ut till byarna, annars kan ingen arbeta på distans. {evil}\n"
)
STEERING = {chr(n) for n in range(0x202A, 0x202F)} | {"\x07"}


@pytest.fixture(scope="module")
def hostile_round(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A round in which every text that others write tries to be more than text."""
    folder = tmp_path_factory.mktemp("brev")
    for name in ("a", "<b>Fet<b> & <img src=x> b"):
        (folder / f"{name}.txt").write_text(f"{EVIL}\n\n{LETTER.format(evil=EVIL)}{name}", "utf-8")
    path = tmp_path_factory.mktemp("omgang") / "omgang.inspel"
    with new_round(path) as project, WorkerPool(1) as pool:
        finish(import_files(project, [folder], pool), lambda _progress: None)
        finish(analyse(project), lambda _progress: None)
        for number in (1, 2):
            correct(project, number, {"organisation": EVIL, "unit": EVIL}, EVIL)
        with project.action(EVIL, EVIL):
            project.change_settings(replace(project.settings, title=EVIL, dnr=EVIL))
        passages = [passage.id for passage in project.passages()]
        Tagging(project, "någon annan").note(passages[0], EVIL)
        for theme in project.themes():
            rename(project, theme.id, EVIL, EVIL)
    return path.read_bytes()


@pytest.fixture
def hostile(hostile_round: bytes, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "omgang.inspel"
    path.write_bytes(hostile_round)
    window = make_window(path)
    show(window)
    yield window
    window.close()
    window.deleteLater()


def test_no_view_takes_text_for_anything_else(hostile: MainWindow, until: Until) -> None:
    seen = ""
    for page in hostile.pages:
        hostile.go_to(page)
        until(lambda: not hostile.themes.busy and not hostile.synthesis.busy)
        QApplication.processEvents()
        hostile.show_help()
        seen += looked_through(hostile)
    assert "<b>Fet</b>" in seen  # or else nothing has been tried
    assert hostile.windowTitle() == f"{plain(EVIL)} – Inspel"


def test_no_editor_and_no_dialog_does_either(hostile: MainWindow, until: Until) -> None:
    for key in (Qt.Key.Key_E, Qt.Key.Key_F):
        QTest.keyClick(hostile.inbox.table, key)
        looked_through(hostile)
        QTest.keyClick(hostile.inbox.table, Qt.Key.Key_Escape)
    hostile.inbox.compare()
    hostile.show_imports()
    hostile.show_keys()
    hostile.change_settings()
    until(lambda: not hostile.inbox._comparing.busy)
    dialogs = [one for one in hostile.findChildren(QDialog) if one.isVisible()]
    assert dialogs
    for dialog in dialogs:
        looked_through(dialog)
        dialog.close()


def test_messages_do_neither(hostile: MainWindow) -> None:
    hostile.footer.warn(EVIL)
    looked_through(hostile.footer)
    hostile.footer.tell(EVIL)
    assert "<b>Fet</b>" in looked_through(hostile.footer)


def test_start_page_does_neither(hostile: MainWindow) -> None:
    hostile.session.leave()
    QTest.qWait(1)
    assert "<b>Fet</b>" in looked_through(hostile)


def test_tips_and_labels_are_as_written_but_for_what_steers() -> None:
    rendered = QTextDocument()
    rendered.setHtml(tip(EVIL))
    assert rendered.toPlainText().split() == plain(EVIL).split()
    assert label(EVIL).text() == plain(EVIL)
    assert len(plain(EVIL)) == len(EVIL)
    assert not STEERING & set(plain(EVIL))
    layout, _height = laid_out(EVIL, font(15), 300)
    assert layout.text() == plain(EVIL)


def test_the_look_through_finds_what_is_marked_up() -> None:
    for bad in (QLabel(EVIL), QTextBrowser()):
        with pytest.raises(AssertionError):
            looked_through(bad)
    rich = QTextEdit()
    rich.setHtml("<img src='x'>")
    with pytest.raises(AssertionError):
        looked_through(rich)


def looked_through(top: QWidget) -> str:
    """All text that a widget and those in it show; fails where any of it is not plain."""
    widgets = [top, *top.findChildren(QWidget)]
    actions = [action for widget in widgets for action in widget.actions()]
    tips = [*(w.toolTip() for w in widgets), *(a.toolTip() for a in actions)]
    texts = [text for widget in widgets for text in shown(widget)]
    for view in (w for w in widgets if isinstance(w, QAbstractItemView) and w.model()):
        cells = list(indexes(view.model()))
        texts += [str(cell.data() or "") for cell in cells]
        tips += [str(cell.data(Qt.ItemDataRole.ToolTipRole) or "") for cell in cells]
    for text in tips:
        check_tip(text)
    for action in actions:
        check_mnemonic(action)
    return "\n".join(texts)


def shown(widget: QWidget) -> list[str]:
    """The texts of one widget."""
    assert not isinstance(widget, QTextBrowser)
    match widget:
        case QLabel():
            assert widget.textFormat() is Qt.TextFormat.PlainText, widget.text()
            assert not STEERING & set(widget.text())
            return [widget.text()]
        case QTextEdit():
            assert not widget.acceptRichText()
            check_document(widget.document())
            return [widget.toPlainText()]
        case QAbstractButton():
            assert "&" not in widget.text().replace("&&", "")
            return [widget.text().replace("&&", "&")]
        case QComboBox():
            return [widget.itemText(n) for n in range(widget.count())]
        case QLineEdit() | QPlainTextEdit():
            return []  # know nothing but plain text, which is for the user to change
    return []


def check_document(document: QTextDocument) -> None:
    block = document.begin()
    while block.isValid():
        for part in cast("Iterable[QTextBlock.iterator]", block):
            shape = part.fragment().charFormat()
            assert not shape.isImageFormat()
            assert not shape.isAnchor()
        block = block.next()
    assert not STEERING & set(document.toPlainText())


def check_tip(text: str) -> None:
    """Qt takes a tip for markup where it looks like it, so it must be marked up and escaped."""
    assert not STEERING & set(text)
    if "<" in text:
        rendered = QTextDocument()
        rendered.setHtml(text)
        check_document(rendered)
        assert text == f"<qt>{text[4:-5]}</qt>"
        assert "<" not in text[4:-5]


def check_mnemonic(action: QAction) -> None:
    assert "<b>" not in action.text()
    assert not STEERING & set(action.text())


def indexes(model: QAbstractItemModel, under: QModelIndex | None = None) -> Iterator[QModelIndex]:
    above = under or QModelIndex()
    wide = 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)
    for row in range(model.rowCount(above)):
        for column in range(wide):
            cell = model.index(row, column, above)
            yield cell
            if column == 0:
                yield from indexes(model, cell)
