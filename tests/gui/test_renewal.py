"""A round that another version of the program worked in offers to have the work made anew."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from inspel_app.gui.app import make_window
from inspel_app.gui.main_window import MainWindow
from inspel_app.services.analysing import is_outdated
from inspel_app.services.rounds import Project
from tests.gui.conftest import Until, show


@pytest.fixture
def old(analysed: bytes, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "omgang.inspel"
    path.write_bytes(analysed)
    with Project.open(path) as project:
        project.note_run(replace(project.runs()[-1], model="inspel 0.0.9"))
    window = make_window(path)
    show(window)
    yield window
    window.close()
    window.deleteLater()


def offer(window: MainWindow) -> QPushButton:
    return next(b for b in window.footer.findChildren(QPushButton) if b.text() == "Gör om dem")


def test_makes_the_work_of_another_version_anew_when_asked(old: MainWindow, until: Until) -> None:
    until(lambda: offer(old).isVisible())
    assert "annan version" in old.footer.message.accessibleName()
    offer(old).click()
    until(lambda: not old.session.busy)
    assert old.session.project
    assert not is_outdated(old.session.project)
    assert not offer(old).isVisible()


def test_offers_nothing_where_this_version_did_the_work(
    analysed: bytes, tmp_path: Path, until: Until
) -> None:
    path = tmp_path / "omgang.inspel"
    path.write_bytes(analysed)
    window = make_window(path)
    show(window)
    until(lambda: not window.session._dating.busy)
    assert not offer(window).isVisible()
    window.close()
    window.deleteLater()
