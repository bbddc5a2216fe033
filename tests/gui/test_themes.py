"""The themes: they are named, put together, parted and pinned, and all of it is taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from inspel_app.gui.app import make_window
from inspel_app.gui.main_window import MainWindow
from inspel_app.services.rounds import Project
from inspel_app.services.theming import merge, rename, split
from tests.gui.conftest import HOSTILE, Until, show


@pytest.fixture
def themed(analysed: bytes, tmp_path: Path, until: Until) -> Iterator[MainWindow]:
    """The window on the themes, of which there are at least two with two points each."""
    path = tmp_path / "omgang.inspel"
    path.write_bytes(analysed)
    with Project.open(path) as project:
        gather(project)
    window = make_window(path)
    show(window)
    window.go_to(window.themes)
    until(lambda: window.themes.list.model().rowCount() == 2)
    yield window
    window.close()
    window.deleteLater()


def gather(project: Project) -> None:
    """Put the points in two themes, whatever the machine has made of them."""
    themes = project.themes()
    merge(project, themes[0].id, [t.id for t in themes[1:]], "anna")
    rename(project, themes[0].id, "Första temat", "anna")
    whole = project.themes()[0].passages
    split(project, themes[0].id, whole[: len(whole) // 2], HOSTILE, "anna")


def labels(window: MainWindow) -> list[str]:
    assert window.session.project
    return sorted(t.label for t in window.session.project.themes())


def test_theme_is_renamed_where_it_stands(themed: MainWindow, until: Until) -> None:
    page = themed.themes
    assert page.list.view
    before = page.list.view.theme.label
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    assert page.panel.name.hasFocus()
    assert page.panel.name.selectedText() == before
    QTest.keyClicks(page.panel.name, "Fler bussar")
    QTest.keyClick(page.panel.name, Qt.Key.Key_Return)
    assert "Fler bussar" in labels(themed)
    until(lambda: page.list.view and page.list.view.theme.label == "Fler bussar")
    assert page.list.hasFocus()
    themed.session.undo()
    assert before in labels(themed)


def test_chosen_themes_are_put_together(themed: MainWindow, until: Until) -> None:
    page = themed.themes
    assert not page.merge.isEnabled()
    page.list.selectionModel().select(
        page.list.model().index(1, 0), QItemSelectionModel.SelectionFlag.Select
    )
    assert page.merge.isEnabled()
    page.merge.trigger()
    until(lambda: page.list.model().rowCount() == 1)
    assert labels(themed) == ["Första temat"]


def test_chosen_points_get_a_theme_of_their_own(themed: MainWindow) -> None:
    page = themed.themes
    assert not page.split.isEnabled()
    page.panel.points.setCurrentRow(0)
    assert page.split.isEnabled()
    page.split.trigger()
    assert len(labels(themed)) == 3


def test_theme_is_pinned_and_let_go(themed: MainWindow, until: Until) -> None:
    page = themed.themes
    page.pin.trigger()
    until(lambda: page.list.view and page.list.view.theme.pinned)
    assert page.pin.text() == "Lossa"
    page.pin.trigger()
    until(lambda: page.list.view and not page.list.view.theme.pinned)


def test_point_on_the_map_leads_to_its_theme(themed: MainWindow) -> None:
    page = themed.themes
    other = page.list.model().index(1, 0).data(Qt.ItemDataRole.UserRole)
    page.map.choose(other.theme.id)
    spot = page.map.marks(page.map.size())[0]
    QTest.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=spot.area.center().toPoint())
    assert page.list.view is other
    assert page.panel.chosen


def test_search_narrows_the_list(themed: MainWindow) -> None:
    page = themed.themes
    page.search.setText("FÖRSTA")
    assert page.list.model().rowCount() == 1
    page.search.clear()
    page.divided.click()
    assert page.list.model().rowCount() <= 2


def test_names_are_plain_text(themed: MainWindow) -> None:
    assert HOSTILE in labels(themed)
    themed.themes.search.setText("<img")
    assert themed.themes.panel.name.text() == HOSTILE
    themed.themes.grab()
