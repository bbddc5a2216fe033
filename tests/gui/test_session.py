"""What the window does with a round: reading, cancelling, undoing, and telling of faults."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from inspel_app.domain.form import Status
from inspel_app.gui.app import make_window
from inspel_app.gui.holding import Hold
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.mending import MendDialog
from inspel_app.gui.new_round import NewRoundDialog
from inspel_app.services.jobs import Progress
from inspel_app.services.rounds import Project, new_round
from tests.gui.conftest import Until, show
from tests.services.letters import write_letters


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[MainWindow]:
    """The window with a new round open."""
    new_round(tmp_path / "ny.inspel").close()
    made = make_window(tmp_path / "ny.inspel")
    show(made)
    yield made
    made.close()
    made.deleteLater()


def count(window: MainWindow) -> int:
    return window.inbox.table.model().rowCount()


def idle(window: MainWindow) -> bool:
    return not window.session.busy


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, none))


def test_takes_in_what_is_dropped_on_it(empty: MainWindow, letters: Path, until: Until) -> None:
    drop(empty, letters)
    assert empty.session.busy
    until(lambda: idle(empty))
    assert count(empty) == 3
    assert empty.footer.message.accessibleName().startswith("3 filer: 2 lästa, 1 läst med tvivel")


def test_takes_in_a_folder_by_keys(empty: MainWindow, letters: Path, until: Until) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        line.setText(str(letters))
        QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(100, answer)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(empty, Qt.Key.Key_M, held)
    until(lambda: idle(empty))
    assert count(empty) == 3


def test_what_is_dropped_where_no_round_is_open_begins_one(
    empty: MainWindow, letters: Path, tmp_path: Path, until: Until
) -> None:
    empty.session.leave()
    drop(empty, letters)

    def answer() -> None:
        dialog = empty.findChild(NewRoundDialog)
        assert dialog is not None
        dialog.path.setText(str(tmp_path / "annan"))
        dialog.make()

    QTimer.singleShot(100, answer)
    until(lambda: empty.session.busy)
    assert empty.session.project is not None
    assert empty.session.project.path.stem == "annan"
    empty.session.cancel()
    until(lambda: idle(empty))


def test_stays_alive_while_it_reads(empty: MainWindow, letters: Path, until: Until) -> None:
    seen: list[Progress] = []
    empty.session.progressed.connect(seen.append)
    empty.session.import_files([letters])
    QTest.keyClick(empty, Qt.Key.Key_F6)  # answered while children start
    assert empty.session.busy
    assert not empty.actions_.take_in.isEnabled()
    assert not empty.actions_.undo.isEnabled()
    until(lambda: idle(empty))
    assert len(seen) > 3
    assert (3, 3) in {(progress.done, progress.total) for progress in seen}
    assert empty.actions_.take_in.isEnabled()


def test_a_key_during_a_job_changes_nothing_and_says_why(
    window: MainWindow, letters: Path, until: Until
) -> None:
    def read() -> int:
        project = window.session.project
        assert project
        return sum(one.status is Status.LAST for one in project.submissions())

    window.session.import_files([letters])
    QTest.keyClicks(window.inbox.table, "l")
    assert read() == 0
    assert "Vänta, eller avbryt" in window.footer.message.accessibleName()
    until(lambda: idle(window))
    QTest.keyClicks(window.inbox.table, "l")
    assert read() == 1


def test_the_list_has_the_keyboard_after_the_first_files(
    empty: MainWindow, letters: Path, until: Until
) -> None:
    empty.inbox.take_keyboard()
    begin = QApplication.focusWidget()
    assert begin
    assert begin is not empty.inbox.table
    drop(empty, letters)
    until(lambda: count(empty) == 3 and idle(empty))
    assert empty.inbox.table.hasFocus()


def test_undoes_and_does_again(window: MainWindow) -> None:
    assert "Läs in 3 filer" in window.actions_.undo.toolTip()
    assert not window.actions_.redo.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert count(window) == 0
    assert not window.actions_.undo.isEnabled()
    assert "Läs in 3 filer" in window.actions_.redo.toolTip()
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert count(window) == 3


def test_cancelling_keeps_what_was_finished(
    empty: MainWindow, tmp_path: Path, until: Until
) -> None:
    paths = write_letters(tmp_path / "in", *(f"Ort {n:03}" for n in range(300)))

    def cancel_after_one(progress: Progress) -> None:
        if progress.done == 1:
            empty.actions_.cancel.trigger()

    empty.session.progressed.connect(cancel_after_one)
    empty.session.import_files(paths)
    until(lambda: idle(empty))
    kept = count(empty)
    assert 1 <= kept < len(paths)
    assert "Avbrutet" in empty.footer.message.accessibleName()
    empty.close()
    with Project.open(tmp_path / "ny.inspel") as project:
        project.check()
        names = [s.files[0].name for s in project.submissions()]
    assert names == [path.name for path in paths[:kept]]


def test_closing_while_it_reads_keeps_a_sound_round(
    empty: MainWindow, tmp_path: Path, until: Until
) -> None:
    paths = write_letters(tmp_path / "in", *(f"Ort {n:03}" for n in range(300)))
    empty.session.import_files(paths)
    seen: list[Progress] = []
    empty.session.progressed.connect(seen.append)
    until(lambda: seen and seen[-1].done)
    empty.close()
    with Project.open(tmp_path / "ny.inspel") as project:
        project.check()
        assert 1 <= len(project.submissions()) < len(paths)


def test_a_window_is_gone_and_the_round_let_go_before_learning_is_waited_for(
    tagging: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, project = tagging.tagging, tagging.session.project
    assert project
    path, close = project.path, page.close_threads
    seen: list[tuple[bool, bool]] = []

    def wait() -> None:
        other = Hold(path)
        seen.append((tagging.isVisible(), other.take("bo")))
        other.release()
        close()

    monkeypatch.setattr(page, "close_threads", wait)
    tagging.close()
    assert seen == [(False, True)]


def test_names_what_was_not_taken_in(empty: MainWindow, tmp_path: Path, until: Until) -> None:
    (tmp_path / "genväg.txt").symlink_to(tmp_path / "saknas.txt")
    empty.session.import_files([tmp_path / "genväg.txt"])
    until(lambda: idle(empty))
    assert "genväg.txt" in empty.footer.message.accessibleName()
    assert count(empty) == 0


def test_tells_why_a_round_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "fel.inspel").write_text("ingen omgång")
    window = make_window(tmp_path / "fel.inspel")
    assert window.session.project is None
    (dialog,) = window.findChildren(MendDialog)
    assert "är ingen omgång" in dialog.text.toPlainText()
    dialog.close()
    window.close()
    window.deleteLater()


def test_shows_a_file_that_could_not_be_read(
    empty: MainWindow, tmp_path: Path, until: Until
) -> None:
    (tmp_path / "trasig.docx").write_bytes(b"PK\x03\x04 trasig")
    empty.session.import_files([tmp_path / "trasig.docx"])
    until(lambda: idle(empty))
    assert count(empty) == 1
    assert empty.inbox.cards.model().rowCount() == 1
    assert "gick inte att läsa" in empty.footer.message.accessibleName()


def test_a_round_is_closed_and_another_opened(window: MainWindow, path: Path) -> None:
    window.actions_.leave.trigger()
    assert window.session.project is None
    assert window.page is None
    window.session.open(path)
    assert count(window) == 3
