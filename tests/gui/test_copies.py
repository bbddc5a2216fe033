"""Other people's copies in the window: what they would bring, and what is said differently."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from inspel_app.domain.coding import Mark
from inspel_app.gui.copies import Copies
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.merge_dialog import MergeDialog
from inspel_app.gui.quarrels_dialog import QuarrelsDialog
from inspel_app.services.checkouts import checkout
from inspel_app.services.tagging import Tagging
from inspel_app.store.project import Project
from tests.gui.conftest import Until


@pytest.fixture
def bo(tagging: MainWindow, tmp_path: Path) -> Path:
    """A copy in which Bo has given a code and marked a point that is marked otherwise here."""
    project = tagging.session.project
    assert project
    path = Path(shutil.copyfile(project.path, tmp_path / "bo.inspel"))
    with Project.open(path) as copy:
        work = Tagging(copy, "bo")
        first, second, *_rest = (point.passage.id for point in work.queue.found())
        work.assign(["3.3"], [second])
        work.mark(Mark.NO_POINT, [first])
    tagging.session.act(lambda work: work.mark(Mark.UNSURE, [first]))
    return path


def shown(app: QApplication, kind: type[QDialog]) -> list[QDialog]:
    return [w for w in app.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def ways(window: MainWindow) -> Copies:
    found = window.findChild(Copies)
    assert found
    return found


def test_copies_come_in_and_conflicts_are_settled_by_keys(
    tagging: MainWindow, bo: Path, app: QApplication, until: Until
) -> None:
    told: list[tuple[str, bool]] = []
    tagging.session.told.connect(lambda text, undo: told.append((text, undo)))
    project = tagging.session.project
    assert project
    ways(tagging).ask([bo])
    (dialog,) = shown(app, MergeDialog)
    assert isinstance(dialog, MergeDialog)
    until(dialog.take.isEnabled)
    assert "2 händelser: 1 koppling" in dialog.text.toPlainText()
    assert not project.taken()
    dialog.take.click()
    until(lambda: shown(app, QuarrelsDialog))
    until(lambda: ("Ta in kopian bo", True) in told)
    assert "bo" in project.codings()
    (quarrel,) = shown(app, QuarrelsDialog)
    assert isinstance(quarrel, QuarrelsDialog)
    assert quarrel.here.text.toPlainText() == "osäker"
    assert quarrel.there.text.toPlainText() == "ingen synpunkt"
    QTest.keyClick(quarrel.list, Qt.Key.Key_2)
    assert told[-1] == ("Avgör en konflikt", True)
    assert not quarrel.theirs.isEnabled()
    assert any(p.mark is Mark.NO_POINT for p in project.passages())
    QTest.keyClick(quarrel.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert quarrel.theirs.isEnabled()
    QTest.keyClick(quarrel.list, Qt.Key.Key_1)
    assert not project.conflicts()
    assert any(p.mark is Mark.UNSURE for p in project.passages())
    quarrel.reject()
    until(lambda: not shown(app, QuarrelsDialog))


def test_what_cannot_come_in_is_told(
    tagging: MainWindow, app: QApplication, until: Until, tmp_path: Path
) -> None:
    ways(tagging).ask([tmp_path / "ingen.inspel"])
    (dialog,) = shown(app, MergeDialog)
    assert isinstance(dialog, MergeDialog)
    until(lambda: "finns inte" in dialog.text.toPlainText())
    assert not dialog.take.isEnabled()
    dialog.reject()
    until(lambda: not shown(app, MergeDialog))


def test_they_can_be_chosen_only_where_a_round_is_open(tagging: MainWindow) -> None:
    copies = ways(tagging)
    assert copies.take_in.isEnabled()
    tagging.session.leave()
    assert not copies.take_in.isEnabled()
    assert not copies.settle.isEnabled()


def test_a_round_that_others_have_out_is_better_not_worked_in(
    tagging: MainWindow, tmp_path: Path
) -> None:
    told: list[str] = []
    tagging.session.told.connect(lambda text, _undo: told.append(text))
    project = tagging.session.project
    assert project
    path = project.path
    tagging.session.leave()
    checkout(path, tmp_path / "lokal.inspel", "Bo Ek")
    tagging.session.open(path)
    assert "Utcheckad av Bo Ek." in told[0]
