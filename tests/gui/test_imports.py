"""Files that are taken in: what became of each is shown, the import waits, goes on and is ended."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from inspel_app.gui.app import make_window
from inspel_app.gui.imports_dialog import ImportsDialog
from inspel_app.gui.imports_model import INSPEL, NAME, RESULT
from inspel_app.gui.main_window import MainWindow
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import Result, finish
from inspel_app.services.rounds import new_round
from inspel_app.services.workers import WorkerPool
from tests.gui.conftest import HOSTILE, Until, show
from tests.gui.test_inbox import texts
from tests.services.letters import text_letter, write_letters

SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

MANY = 100
"""Files, so that an import takes some while on any machine."""


NAMED = HOSTILE.replace("/", "").replace(":", "")[:60] + ".txt"


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A round that took in a letter, the same again, and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("in")
    (folder / "a.txt").write_bytes(text_letter("Åsele"))
    (folder / NAMED).write_bytes(text_letter("Åsele"))
    (folder / "tom.txt").write_bytes(b"")
    path = tmp_path_factory.mktemp("omgang") / "omgang.inspel"
    with new_round(path) as project, WorkerPool(1) as pool:
        finish(import_files(project, [folder], pool), lambda _progress: None)
    return path.read_bytes()


@pytest.fixture
def window(mixed: bytes, tmp_path: Path) -> Iterator[MainWindow]:
    """The window with that round open."""
    (tmp_path / "omgang.inspel").write_bytes(mixed)
    yield from shown(tmp_path / "omgang.inspel")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[MainWindow]:
    """The window with a new round open."""
    new_round(tmp_path / "ny.inspel").close()
    yield from shown(tmp_path / "ny.inspel")


def shown(path: Path) -> Iterator[MainWindow]:
    made = make_window(path)
    show(made)
    yield made
    made.close()
    made.deleteLater()


def opened(window: MainWindow) -> ImportsDialog:
    QTest.keyClick(window, Qt.Key.Key_I, SHIFT)
    dialog = window.findChild(ImportsDialog)
    assert dialog is not None
    return dialog


def row_of(dialog: ImportsDialog, name: str) -> int:
    return texts(dialog.table.model(), NAME).index(name)


def test_shows_what_became_of_each_file(window: MainWindow) -> None:
    dialog = opened(window)
    model = dialog.table.model()
    became = dict(zip(texts(model, NAME), texts(model, RESULT), strict=True))
    assert became["tom.txt"] == "Gick inte att läsa"
    assert sorted([became["a.txt"], became[NAMED]]) == ["Hör ihop med en annan fil", "Läst"]
    assert texts(model, INSPEL).count("1 Exempelbygdens byalag") == 2
    joined = "Hör ihop med en annan fil"
    dialog.table.selectRow(texts(model, RESULT).index(joined))
    assert dialog.text.toPlainText() == f"{joined}: inspel 1 Exempelbygdens byalag."
    dialog.table.selectRow(row_of(dialog, "tom.txt"))
    assert "Be avsändaren skicka den igen." in dialog.text.toPlainText()


def test_shows_one_outcome_alone_and_leads_to_the_inspel(window: MainWindow) -> None:
    dialog = opened(window)
    dialog.which.setCurrentIndex(dialog.which.findData(Result.UNREADABLE))
    assert texts(dialog.table.model(), NAME) == ["tom.txt"]
    window.go_to(window.history)
    dialog.go.click()
    assert window.page is window.inbox
    chosen = window.inbox.table.submission
    assert chosen is not None
    assert chosen.files[0].name == "tom.txt"


def test_an_inspel_that_was_taken_out_is_led_to_no_more(window: MainWindow) -> None:
    window.session.undo()
    dialog = opened(window)
    assert set(texts(dialog.table.model(), INSPEL)) == {"finns inte kvar"}
    assert not dialog.go.isEnabled()


def test_a_name_is_shown_as_it_is(window: MainWindow) -> None:
    dialog = opened(window)
    index = dialog.table.model().index(row_of(dialog, NAMED), NAME)
    assert "<img" not in index.data(Qt.ItemDataRole.ToolTipRole)


def test_files_come_one_by_one_and_the_import_waits_and_goes_on(
    empty: MainWindow, tmp_path: Path, until: Until
) -> None:
    empty.session.import_files(write_letters(tmp_path / "in", *(f"Ort {n}" for n in range(MANY))))
    dialog = opened(empty)
    until(lambda: dialog.model.outcomes)
    assert dialog.when.currentText() == "Läses in nu"
    empty.actions_.pause.trigger()
    assert empty.actions_.pause.text() == "Fortsätt"
    QTest.qWait(300)  # what was told before it waits arrives
    before = len(empty.session.outcomes)
    QTest.qWait(300)
    assert len(empty.session.outcomes) == before < MANY
    empty.actions_.pause.trigger()
    assert empty.actions_.pause.text() == "Pausa"
    until(lambda: len(dialog.model.outcomes) == MANY)
    until(lambda: dialog.when.currentText().endswith(f"{MANY} filer"))
    links = [b for b in empty.footer.findChildren(QPushButton) if b.text() == "Visa filerna"]
    assert links[0].isVisible()


def test_an_import_that_waits_is_ended(empty: MainWindow, tmp_path: Path, until: Until) -> None:
    empty.session.import_files(write_letters(tmp_path / "in", *(f"Ort {n}" for n in range(MANY))))
    until(lambda: empty.session.outcomes)
    empty.actions_.pause.trigger()
    empty.actions_.cancel.trigger()
    until(lambda: not empty.session.busy)
    assert 0 < empty.inbox.table.model().rowCount() < MANY
    assert not empty.session.paused
