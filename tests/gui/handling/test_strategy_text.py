"""The strategy's text: read, written, worded anew, and linked to those who asked for it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from inspel_app.domain.handling import TargetKind
from inspel_app.gui.handling_page import HandlingPage
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.section_dialog import SectionDialog
from inspel_app.services.strategy_text import write_section
from tests.gui.conftest import Until, press
from tests.gui.handling.conftest import CTRL, said, targets, theme

ROLE = Qt.ItemDataRole.UserRole
OLD = "Bredband finns i byarna. Master ska byggas."


def test_a_wording_is_kept_with_those_who_asked_for_it(
    window: MainWindow, page: HandlingPage, until: Until
) -> None:
    code = page.list.chosen[0].item.codes[0]
    window.session.change(lambda p, by: write_section(p, "Ett avsnitt", OLD, by, code=code))
    until(lambda: not page.busy)
    press(page.list, "t")
    new = page.detail.wording.new
    assert new.hasFocus()
    assert new.toPlainText() == OLD
    QTest.keyClick(new, Qt.Key.Key_End, CTRL)
    press(new, " Reservkraft finns.", Qt.Key.Key_Escape)
    (wording,) = said(page).wordings.values()
    assert wording.text == f"{OLD} Reservkraft finns."
    assert [(s.target, s.sentence) for s in wording.sources] == [
        (theme(page), "Reservkraft finns.")
    ]
    sources = page.detail.wording.sources
    assert sources.count() == 3
    sources.setCurrentRow(0)
    sources.itemActivated.emit(sources.item(0))
    assert page.list.chosen[0].within
    assert page.list.hasFocus()
    assert page.list.choose(theme(page))
    page.session.undo()
    assert not said(page).wordings
    assert new.toPlainText() == OLD


def test_a_section_that_is_chosen_stays_while_it_is_worded(
    window: MainWindow, page: HandlingPage, until: Until
) -> None:
    window.session.change(lambda p, by: write_section(p, "Om annat", OLD, by))
    until(lambda: not page.busy)
    wording = page.detail.wording
    assert wording.sections.currentIndex() == -1
    wording.sections.setCurrentIndex(0)
    wording.sections.activated.emit(0)
    press(page.list, "t")
    press(wording.new, "Ny mening. ", Qt.Key.Key_Escape)
    assert len(said(page).wordings) == 1
    assert wording.sections.currentIndex() == 0
    assert wording.new.toPlainText().startswith("Ny mening.")
    QTest.keyClick(wording.new, Qt.Key.Key_Home, CTRL)
    assert wording.sources.count() == 3


def test_chosen_points_are_linked_to_a_sentence_and_let_go(
    window: MainWindow, page: HandlingPage, until: Until
) -> None:
    code = page.list.chosen[0].item.codes[0]
    window.session.change(lambda p, by: write_section(p, "Ett avsnitt", OLD, by, code=code))
    until(lambda: not page.busy)
    press(page.list, "t")
    new, sources = page.detail.wording.new, page.detail.wording.sources
    press(new, "Ny mening. ", Qt.Key.Key_Escape)
    lone = next(t for t in targets(page) if t.kind is TargetKind.PASSAGE)
    page.list.choose(lone)
    chosen = page.detail.wording.sections
    chosen.setCurrentIndex(0)
    chosen.activated.emit(0)
    QTest.keyClick(new, Qt.Key.Key_Home, CTRL)
    QTest.keyClick(page.list, Qt.Key.Key_L, CTRL)
    (wording,) = said(page).wordings.values()
    assert lone in {s.target for s in wording.sources if s.sentence == "Ny mening."}
    row = next(n for n in range(sources.count()) if sources.item(n).data(ROLE) == lone)
    sources.setCurrentRow(row)
    press(sources, Qt.Key.Key_Delete)
    (wording,) = said(page).wordings.values()
    assert lone not in {s.target for s in wording.sources}


def test_the_strategys_text_is_read_beside_the_window(
    window: MainWindow,
    page: HandlingPage,
    until: Until,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "rus.txt"
    file.write_text(f"3.4 Digital infrastruktur\n\n{OLD}\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(file), ""))
    page.choose_text()
    assert page.detail.answer.text.isReadOnly()
    until(lambda: not window.session.busy and not page.busy)
    assert not page.detail.answer.text.isReadOnly()
    assert window.footer.message.accessibleName() == "Läs in strategins text ur rus.txt"
    assert page.detail.wording.sections.count() > 0


def asked(app: QApplication) -> list[SectionDialog]:
    return [w for w in app.topLevelWidgets() if isinstance(w, SectionDialog) and w.isVisible()]


def test_a_section_is_written_corrected_and_taken_away(
    window: MainWindow, page: HandlingPage, app: QApplication, until: Until
) -> None:
    wording = page.detail.wording
    wording.section_wanted.emit(None)
    (dialog,) = asked(app)
    assert not dialog.save.isEnabled()
    assert dialog.remove.isHidden()
    dialog.heading.setText("3.4 Digital infrastruktur")
    dialog.text.setPlainText(OLD)
    dialog.save.click()
    until(lambda: not page.busy)
    (section,) = said(page).sections
    assert (section.code, section.text) == ("3.4", OLD)
    wording.section_wanted.emit(section)
    (dialog,) = asked(app)
    dialog.part.setCurrentIndex(dialog.part.findData("1.1"))
    dialog.text.setPlainText(f"{OLD} Mer.")
    dialog.save.click()
    until(lambda: not page.busy)
    (corrected,) = said(page).sections
    assert (corrected.id, corrected.code, corrected.text) == (section.id, "1.1", f"{OLD} Mer.")
    wording.section_wanted.emit(corrected)
    (dialog,) = asked(app)
    dialog.remove.click()
    until(lambda: not page.busy)
    assert not said(page).sections
    window.session.undo()
    assert said(page).sections == (corrected,)
