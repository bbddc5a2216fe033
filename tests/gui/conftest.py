"""A window without a screen; whatever Qt warns of, and whatever is raised in it, fails the test."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded

import gc
import sys
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path
from threading import enumerate as enumerate_threads
from time import sleep

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from inspel_app.gui import session
from inspel_app.gui.app import make_window
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.style import apply_style
from inspel_app.services.analysing import analyse
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import finish
from inspel_app.services.rounds import new_round
from inspel_app.services.workers import WorkerPool
from tests.services.letters import pdf_letter, text_letter

HOSTILE = '<img src="file:///etc/passwd"><b>Fet</b> & <script>alert(1)</script> {0} %n 😀 slut'
POINTS = {
    "a.txt": "Vi behöver en bussförbindelse till byn även på helgerna. Annars flyttar de unga.\n\n"
    "Fibernätet måste byggas ut till byarna, annars kan ingen arbeta på distans.\n",
    "b.txt": f"Biblioteket i byn behöver längre öppettider. {HOSTILE}\n\n"
    "Vi vill ha fler lärlingsplatser i industrin, så att unga kan stanna i länet.\n",
}
PULSE = 0.02
PULSES = 9_000

OFFSCREEN_ONLY = "This plugin does not support propagateSizeHints()"
"""Says the platform without a screen of every dialog with a least size."""

Until = Callable[[Callable[[], object]], None]


@pytest.fixture(scope="session")
def app() -> QApplication:
    made = QApplication([])
    apply_style(made, dark=False)
    return made


@pytest.fixture(autouse=True)
def remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the window remembers, and the settings, are of this test alone."""
    monkeypatch.setenv("INSPEL_DATA", str(tmp_path / "data"))
    ini, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    QSettings.setPath(ini, scope, str(tmp_path / "minne"))


@pytest.fixture(autouse=True)
def lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A round without points may be opened and worked in at once; test_cut_off is of the rest."""
    monkeypatch.setattr(session, "lacks_work", lambda _project: False)


@pytest.fixture(autouse=True)
def hands_off(app: QApplication) -> None:
    """No key is held: Qt goes on believing so after what an earlier test pressed with Ctrl."""
    keyboard = QWidget()
    QTest.keyRelease(keyboard, Qt.Key.Key_Control)
    assert app.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def complaints(app: QApplication) -> Iterator[list[str]]:
    """What Qt complained of, and what was raised in a slot; both fail the test."""
    heard: list[str] = []
    usual = sys.excepthook

    def hear(_kind: QtMsgType, _context: object, message: str) -> None:
        if message != OFFSCREEN_ONLY:
            heard.append(message)

    sys.excepthook = lambda _kind, error, _trace: heard.append(repr(error))
    qInstallMessageHandler(hear)
    yield heard
    app.processEvents()
    qInstallMessageHandler(None)
    sys.excepthook = usual
    assert heard == []


@pytest.fixture(autouse=True)
def remains(app: QApplication) -> Iterator[None]:
    """Widgets, threads, timers and child processes that a test leaves behind fail it."""
    widgets, threads = {*app.topLevelWidgets()}, {*enumerate_threads()}
    children = {*active_children()}
    yield
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left: list[object] = [one for one in app.topLevelWidgets() if one not in widgets]
    left += [one for one in enumerate_threads() if one not in threads]
    left += [one for one in active_children() if one not in children]
    left += running_timers()
    assert left == []


def running_timers() -> list[QTimer]:
    """The timers of ours that run; none of them outlives its window."""
    timers = (one for one in gc.get_objects() if type(one) is QTimer)
    return [timer for timer in timers if isValid(timer) and timer.isActive()]


@pytest.fixture(scope="session")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three letters: PDF, text, and one that tries to be markup."""
    folder = tmp_path_factory.mktemp("brev")
    (folder / "a.pdf").write_bytes(pdf_letter("Malå"))
    (folder / "b.txt").write_bytes(text_letter("Åsele"))
    (folder / "c.txt").write_bytes(f"Inspel från {HOSTILE}\n\n{HOSTILE}\n".encode())
    return folder


@pytest.fixture(scope="session")
def read_round(letters: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A round in which the letters have been read."""
    path = tmp_path_factory.mktemp("omgang") / "omgang.inspel"
    with new_round(path, title="Prov & <b>mer</b>") as project, WorkerPool(2) as pool:
        finish(import_files(project, [letters], pool), lambda _progress: None)
    return path.read_bytes()


@pytest.fixture(scope="session")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A round with four points and their suggestions."""
    folder = tmp_path_factory.mktemp("brev")
    for name, text in POINTS.items():
        (folder / name).write_text(f"Byaföreningen {name[0].upper()}\n\n{text}", "utf-8")
    path = tmp_path_factory.mktemp("omgang") / "omgang.inspel"
    with new_round(path) as project, WorkerPool(2) as pool:
        finish(import_files(project, [folder], pool), lambda _progress: None)
        finish(analyse(project), lambda _progress: None)
    return path.read_bytes()


@pytest.fixture
def path(read_round: bytes, tmp_path: Path) -> Path:
    """A copy of the round for this test alone."""
    copy = tmp_path / "omgang.inspel"
    copy.write_bytes(read_round)
    return copy


@pytest.fixture
def window(path: Path) -> Iterator[MainWindow]:
    """The window with the round open."""
    made = make_window(path)
    show(made)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[MainWindow]:
    """The window with a round in which there is nothing."""
    path = tmp_path / "tom.inspel"
    new_round(path).close()
    made = make_window(path)
    show(made)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def tagging(analysed: bytes, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on the tagging page."""
    path = tmp_path / "omgang.inspel"
    path.write_bytes(analysed)
    window = make_window(path)
    show(window)
    window.go_to(window.tagging)
    yield window
    window.close()
    window.deleteLater()


def press(widget: QWidget, *keys: Qt.Key | str) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(widget, key)
        else:
            QTest.keyClick(widget, key)


def show(window: MainWindow) -> None:
    """Show the window as the one that has the keyboard."""
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


@pytest.fixture
def until() -> Until:
    """Wait until something holds, while the window lives on; fail if it never does."""

    def wait(holds: Callable[[], object]) -> None:
        for _pulse in range(PULSES):
            if holds():
                return
            QApplication.processEvents()
            sleep(PULSE)  # unlike QTest.qWait it lets threads go on meanwhile
        pytest.fail("it never came to be")

    return wait
