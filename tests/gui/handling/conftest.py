"""The window on the handling of a round with four points, and what is asked of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from inspel_app.domain.handling import Handling, Handlings, Target, TargetKind
from inspel_app.gui.app import make_window
from inspel_app.gui.handling_page import HandlingPage
from inspel_app.gui.main_window import MainWindow
from inspel_app.services.rounds import Project
from inspel_app.services.theming import merge, split
from tests.gui.conftest import Until, show

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def round_path(analysed: bytes, tmp_path: Path) -> Path:
    """A round with four points: a theme of three, and one outside themes."""
    path = tmp_path / "omgang.inspel"
    path.write_bytes(analysed)
    with Project.open(path) as project:
        themes = project.themes()
        merge(project, themes[0].id, [t.id for t in themes[1:]], "anna")
        whole = project.themes()[0]
        split(project, whole.id, whole.passages[:1], "Ensam", "anna")
    return path


@pytest.fixture
def window(round_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window on the handling, with the theme at hand."""
    monkeypatch.setenv("USERNAME", "anna")
    made = make_window(round_path)
    show(made)
    made.go_to(made.handling)
    until(lambda: len(made.handling.list.lines) == 2)
    assert made.handling.list.choose(theme(made.handling))
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def page(window: MainWindow) -> HandlingPage:
    return window.handling


def theme(page: HandlingPage) -> Target:
    return next(t for t in targets(page) if t.kind is TargetKind.THEME)


def targets(page: HandlingPage) -> list[Target]:
    return [line.item.target for line in page.list.lines]


def said(page: HandlingPage) -> Handlings:
    assert page.session.project
    return page.session.project.handlings()


def answer(page: HandlingPage) -> Handling:
    """What is said of the theme itself."""
    return said(page).themes[theme(page).id]


def texts(page: HandlingPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def log(page: HandlingPage) -> list[str]:
    assert page.session.project
    return [entry.name for entry in page.session.project.log()]
