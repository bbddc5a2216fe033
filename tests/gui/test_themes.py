"""The themes: they are named, put together, parted and pinned, and all of it is taken back."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from inspel_app.gui.app import make_window
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.reading_text import laid_out
from inspel_app.gui.style import contrast, font, tokens_of
from inspel_app.gui.theme_map import HUES, theme_hue
from inspel_app.gui.theme_panel import ThemePanel
from inspel_app.gui.themes_page import ThemesPage
from inspel_app.gui.tokens import BODY, GRID, SMALL
from inspel_app.services.rounds import Project
from inspel_app.services.theme_view import Said, ThemeView
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


def split_out(project: Project, points: Sequence[str], by: str) -> None:
    """Make a theme of its own of points that are in one theme."""
    (home,) = (t.id for t in project.themes() if set(points) < set(t.passages))
    split(project, home, points, "Utbrutet", by)


def views(page: ThemesPage) -> list[ThemeView]:
    model = page.list.model()
    return [model.index(n, 0).data(Qt.ItemDataRole.UserRole) for n in range(model.rowCount())]


def labels_of(window: MainWindow) -> dict[str, tuple[str, ...]]:
    assert window.session.project
    return {t.label: t.passages for t in window.session.project.themes()}


def labels(window: MainWindow) -> list[str]:
    assert window.session.project
    return sorted(t.label for t in window.session.project.themes())


def test_what_is_read_anew_takes_its_place_also_on_a_page_that_was_left(
    themed: MainWindow, until: Until
) -> None:
    project = themed.session.project
    assert project
    rename(project, project.themes()[0].id, "Annat namn", "anna")
    themed.session.changed.emit(None)
    assert themed.themes.busy
    themed.go_to(themed.inbox)
    until(lambda: not themed.themes.busy)
    assert "Annat namn" in {view.theme.label for view in views(themed.themes)}
    assert themed.page is themed.inbox


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
    assert page.list.view.theme.label == "Fler bussar"  # before all is read again
    assert page.list.hasFocus()
    until(lambda: not page.busy)
    assert page.list.view.theme.label == "Fler bussar"
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


@pytest.mark.parametrize("last", [1, 2])
def test_what_was_put_together_is_at_hand(themed: MainWindow, until: Until, last: int) -> None:
    page, project = themed.themes, themed.session.project
    assert project
    out = max(project.themes(), key=lambda t: len(t.passages)).passages[:1]
    page.session.change(lambda project, by: split_out(project, out, by))
    until(lambda: page.list.model().rowCount() == 3)
    choice = page.list.selectionModel()
    for row, flag in ((3 - last, "ClearAndSelect"), (last, "Select")):
        how = getattr(QItemSelectionModel.SelectionFlag, flag)
        choice.setCurrentIndex(page.list.model().index(row, 0), how)
    held = {p for view in page.list.chosen for p in view.theme.passages}
    page.merge.trigger()
    until(lambda: page.list.model().rowCount() == 2)
    assert page.list.view
    assert set(page.list.view.theme.passages) == held
    assert page.list.chosen == [page.list.view]
    themed.session.undo()
    until(lambda: page.list.model().rowCount() == 3)
    assert set(page.list.view.theme.passages) < held


def test_chosen_points_get_a_theme_of_their_own(themed: MainWindow, until: Until) -> None:
    page = themed.themes
    assert not page.split.isEnabled()
    page.panel.points.setCurrentIndex(page.panel.points.model().index(0, 0))
    assert page.split.isEnabled()
    (out,) = page.panel.chosen
    page.split.trigger()
    assert len(labels(themed)) == 3
    until(page.panel.name.hasFocus)
    assert {len(view.theme.passages) for view in views(page)} == {1, 2}
    assert page.panel.name.selectedText() == page.panel.name.text()
    QTest.keyClicks(page.panel.name, "Eget tema")
    QTest.keyClick(page.panel.name, Qt.Key.Key_Return)
    assert labels_of(themed)["Eget tema"] == (out,)
    assert page.list.hasFocus()


def test_who_takes_back_a_split_is_left_with_the_theme_that_was_split(
    themed: MainWindow, until: Until
) -> None:
    page = themed.themes
    for row in range(2):
        page.list.setCurrentIndex(page.list.model().index(row, 0))
        assert page.list.view
        before = page.list.view.theme
        page.panel.points.setCurrentIndex(page.panel.points.model().index(0, 0))
        page.split.trigger()
        until(page.panel.name.hasFocus)
        assert page.list.view.theme.id != before.id
        QTest.keyClick(page.panel.name, Qt.Key.Key_Return)
        assert page.list.hasFocus()
        themed.session.undo()
        until(lambda: page.list.model().rowCount() == 2)
        assert page.list.view.theme.id == before.id


def points_of(window: MainWindow, label: str) -> tuple[str, ...]:
    assert window.session.project
    (theme,) = (t for t in window.session.project.themes() if t.label == label)
    return theme.passages


def test_chosen_points_are_moved_by_keys_and_back(themed: MainWindow, until: Until) -> None:
    page, first = themed.themes, "Första temat"
    page.list.choose(next(v.theme.id for v in views(page) if v.theme.label != first))
    assert not page.move_.isEnabled()
    page.panel.points.setCurrentIndex(page.panel.points.model().index(0, 0))
    (moved,) = page.panel.chosen
    QTest.keyClick(page.panel.points, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.panel.themes.search.hasFocus()
    QTest.keyClicks(page.panel.themes.search, "rsta tem")
    QTest.keyClick(page.panel.themes.search, Qt.Key.Key_Return)
    assert moved in points_of(themed, first)
    until(lambda: not page.busy)
    assert page.panel.points.hasFocus()
    themed.session.undo()
    assert moved not in points_of(themed, first)


def test_points_are_dragged_to_another_theme(themed: MainWindow) -> None:
    page, model = themed.themes, themed.themes.list.model()
    page.panel.points.setCurrentIndex(page.panel.points.model().index(0, 0))
    (moved,), own = page.panel.chosen, page.list.currentIndex()
    dragged = page.panel.points.model().mimeData(page.panel.points.selectedIndexes())
    copy = Qt.DropAction.CopyAction
    other = model.index(1 - own.row(), 0)
    assert model.canDropMimeData(dragged, copy, -1, -1, other)
    assert not model.canDropMimeData(QMimeData(), copy, -1, -1, other)
    before = labels_of(themed)
    model.dropMimeData(dragged, copy, -1, -1, own)
    assert labels_of(themed) == before
    label = other.data(Qt.ItemDataRole.UserRole).theme.label
    model.dropMimeData(dragged, copy, -1, -1, other)
    assert moved in points_of(themed, label)


def test_points_of_a_theme_have_room_for_their_text_and_sender(themed: MainWindow) -> None:
    points = themed.themes.panel.points
    text, width = points.model().index(0, 0).data(), points.viewport().width()
    before = points.visualRect(points.model().index(0, 0)).height()
    themed.resize(themed.width() + 200, themed.height())
    index = points.model().index(0, 0)
    lines = laid_out(text, font(BODY), points.viewport().width() - 4 * GRID)[1]
    assert points.viewport().width() >= width
    assert points.visualRect(index).height() <= before
    assert points.visualRect(index).height() >= lines + font(SMALL).pixelSize()


def test_theme_tells_who_and_what(themed: MainWindow) -> None:
    page = themed.themes
    assert page.list.view
    who = page.panel.points.model().index(0, 0).data(Qt.ItemDataRole.UserRole)
    assert who.startswith("Typiskt citat · Byaföreningen")
    told = [one.text() for one in page.panel.findChildren(QLabel) if one.isVisible()]
    assert any(text.startswith(page.list.view.respondents[0]) for text in told)


def test_list_is_narrowed_to_a_part_of_the_strategy(themed: MainWindow) -> None:
    page = themed.themes
    for row in range(1, page.part.count()):
        page.part.setCurrentIndex(row)
        assert {view.theme.code or "" for view in views(page)} == {page.part.currentData()}
    shown = views(page)[0].theme.id
    page.show_theme(shown)
    assert page.part.currentData() is not None
    page.search.setText("det som inget tema heter")
    page.show_theme(shown)
    assert page.part.currentData() is None
    assert page.list.view
    assert page.list.view.theme.id == shown


def test_mouse_over_the_map_chooses_nothing(themed: MainWindow) -> None:
    page = themed.themes
    before = [mark.key for mark in page.map.marks(page.map.size())]
    other = next(v.theme.id for v in views(page) if v is not page.list.view)
    page.map.choose(other)
    spot = page.map.marks(page.map.size())[0].area.center()
    page.map.choose(page.list.view.theme.id if page.list.view else "")
    assert page.map.under(spot.x(), spot.y())
    assert [mark.key for mark in page.map.marks(page.map.size())] == before


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


def spots(page: ThemesPage) -> dict[str, QPoint]:
    """Where the points of the theme at hand are on the map."""
    marks = page.map.marks(page.map.size())
    return {str(mark.key[0]): mark.area.center().toPoint() for mark in marks}  # type: ignore[index]


def drag(page: ThemesPage, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(page.map, Qt.MouseButton.LeftButton, pos=start)
    for at in (start + (end - start) / 2, end):
        QTest.mouseMove(page.map, at)
    QTest.mouseRelease(page.map, Qt.MouseButton.LeftButton, pos=end)


def test_points_in_a_rectangle_are_listed_and_get_a_theme(themed: MainWindow, until: Until) -> None:
    page = themed.themes
    before = page.panel.name.text()
    drag(page, QPoint(1, 1), page.map.rect().bottomRight())
    everything = {p for theme in labels_of(themed).values() for p in theme}
    assert set(page.panel.chosen) == everything
    assert page.panel.name.text() == "4 valda synpunkter"
    assert not page.merge.isEnabled()
    QTest.keyClick(page.map, Qt.Key.Key_Escape)
    assert page.panel.name.text() == before
    one, *_others = spots(page).values()
    drag(page, one - QPoint(7, 7), one + QPoint(7, 7))
    chosen = tuple(page.panel.chosen)
    assert 0 < len(chosen) < len(everything)
    page.split.trigger()
    until(lambda: not page.busy)
    assert chosen in labels_of(themed).values()
    themed.session.undo()
    assert chosen not in labels_of(themed).values()


def test_keys_choose_what_lies_between_two_points(themed: MainWindow) -> None:
    page = themed.themes
    page.map.setFocus()
    own = set(spots(page))
    QTest.keyClick(page.map, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert own <= set(page.panel.chosen)
    assert page.move_.isEnabled()


@pytest.mark.parametrize("dark", [False, True])
def test_colours_of_themes_are_seen_and_differ(*, dark: bool) -> None:
    ground = tokens_of(dark=dark).background
    colours = [theme_hue(number, ground) for number in range(HUES)]
    assert all(contrast(colour, QColor(ground)) >= 3 for colour in colours)
    assert len({colour.name() for colour in colours}) == HUES


def test_themes_are_left_and_found_as_they_stood(themed: MainWindow, until: Until) -> None:
    page, project = themed.themes, themed.session.project
    assert project
    path = project.path
    page.search.setText("FÖRSTA")
    page.by_theme.click()
    for _time in range(2):  # the second time it is left before the themes have been read
        themed.session.leave()
        page.search.clear()
        themed.session.open(path)
    until(lambda: page.search.text() == "FÖRSTA")
    assert not page.by_theme.isChecked()
    assert page.panel.name.text() == "Första temat"


def test_search_narrows_the_list(themed: MainWindow) -> None:
    page = themed.themes
    page.search.setText("FÖRSTA")
    assert page.list.model().rowCount() == 1
    page.search.clear()
    page.divided.click()
    assert page.list.model().rowCount() <= 2


def told(page: ThemesPage) -> set[str]:
    """What stands in the panel beside headings, as far as it is seen."""
    shown = {one.text() for one in page.panel.findChildren(QLabel) if one.isVisible()}
    return shown - {"Synpunkter", ""}


def test_nothing_is_told_of_a_theme_where_none_is_found(themed: MainWindow) -> None:
    page = themed.themes
    assert told(page)
    page.search.setText("det som inget tema heter")
    assert told(page) == set()
    assert not page.panel.name.text()
    assert not page.rename.isEnabled()
    drag(page, QPoint(1, 1), page.map.rect().bottomRight())
    assert page.panel.isEnabled()
    assert page.split.isEnabled()
    page.search.clear()
    assert page.panel.name.text() in labels(themed)


def test_names_are_plain_text(themed: MainWindow) -> None:
    assert HOSTILE in labels(themed)
    themed.themes.search.setText("<img")
    assert themed.themes.panel.name.text() == HOSTILE
    themed.themes.grab()


@pytest.mark.parametrize(("n", "told"), [(2, True), (501, False)])
def test_what_few_points_share_is_told_of_those_gathered(
    app: QApplication,
    n: int,
    told: bool,  # noqa: FBT001 - a case of the test
) -> None:
    panel = ThemePanel()
    points = [Said(f"p{i}", "t1", f"Bussen går inte dag {i}.", "Malå kommun, 1") for i in range(n)]
    panel.show_gathered(points)
    app.processEvents()
    texts = [one.text() for one in panel.findChildren(QLabel) if not one.isHidden()]
    assert any("buss" in text for text in texts) is told
    assert len(panel.chosen) == n
    panel.deleteLater()
