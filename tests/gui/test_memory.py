"""What the window remembers: rounds of late on the start page, its size and its panes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSplitter

from inspel_app.config import PROGRAM
from inspel_app.gui import memory
from inspel_app.gui.app import make_window
from inspel_app.gui.main_window import MainWindow
from tests.gui.conftest import show


def offered(window: MainWindow) -> list[QPushButton]:
    found = window.findChildren(QPushButton)
    return [one for one in found if one.property("role") == "recent" and one.isVisible()]


def test_round_of_late_is_opened_from_the_start_page(window: MainWindow, path: Path) -> None:
    window.session.leave()
    QTest.qWait(1)
    (recent,) = offered(window)
    assert recent.accessibleName() == "Prov & <b>mer</b>"
    QTest.mouseClick(recent, Qt.MouseButton.LeftButton)
    assert window.session.project
    assert window.session.project.path == path


def test_round_that_is_gone_is_not_offered(window: MainWindow, path: Path) -> None:
    window.session.leave()
    path.unlink()
    assert memory.recents() == []


def test_remembers_the_latest_first_and_each_once(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.inspel" for n in range(9)]
    for path in [*paths, paths[4]]:
        path.touch()
        memory.remember(path, path.stem)
    assert [one.title for one in memory.recents()] == ["4", "8", "7", "6", "5", "3"]


def test_survives_that_somebody_has_written_in_its_file() -> None:
    ini, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    QSettings(ini, scope, PROGRAM, PROGRAM).setValue("senaste", "{inte json")
    assert memory.recents() == []


def test_window_stands_as_it_stood(window: MainWindow, path: Path) -> None:
    window.go_to(window.synthesis)
    panes(window).setSizes([500, 700])
    window.resize(window.width(), 700)
    memory.keep(window)
    window.session.leave()
    other = make_window(path)
    memory.restore(other)
    show(other)
    other.go_to(other.synthesis)
    assert other.height() == 700
    assert share(other) == pytest.approx(share(window), abs=0.01)  # screens differ in size
    other.close()
    other.deleteLater()


def share(window: MainWindow) -> float:
    left, right = panes(window).sizes()
    return left / (left + right)


def panes(window: MainWindow) -> QSplitter:
    found = window.findChild(QSplitter, "syntes")
    assert isinstance(found, QSplitter)
    return found
